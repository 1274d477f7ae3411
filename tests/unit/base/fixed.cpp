#include "base/fixed.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/hash.h"
#include "support/catch.h"
#include "unit/stats/approx.h"

using namespace relco;

namespace {

float any(std::uint64_t n, float low, float high) {
  return low + (high - low) * static_cast<float>(mix64(n + 1) >> 40) * 0x1p-24f;
}

}  // namespace

TEST_CASE("the grid clamps to 0 to 1, rounds to the nearest step, and is idempotent") {
  for (std::uint64_t n = 0; n < 20000; ++n) {
    const float x = any(n, -0.5f, 1.5f);
    const float g = to_grid(x);
    REQUIRE((g >= 0 && g <= 1));
    REQUIRE(to_grid(g) == g);
    const float inside = std::clamp(x, 0.0f, 1.0f);
    REQUIRE(std::abs(static_cast<double>(g) - static_cast<double>(inside)) <=
            0.5 / static_cast<double>(kGridUnit));
  }
  CHECK(to_grid(0) == 0);
  CHECK(to_grid(1) == 1);
}

TEST_CASE("every step of the grid can be stored, and the steps come back") {
  for (std::int32_t step = 0; step <= 8388608; step += 97) {
    const float x = static_cast<float>(step) / kGridUnit;
    REQUIRE(to_grid(x) == x);
    REQUIRE(grid_steps(x) == step);
  }
}

TEST_CASE("differences of grid values are exact whole steps, both ways") {
  for (std::uint64_t n = 0; n < 20000; ++n) {
    const float a = to_grid(any(2 * n, 0, 1)), b = to_grid(any(2 * n + 1, 0, 1));
    REQUIRE(grid_steps(a - b) == grid_steps(a) - grid_steps(b));
    REQUIRE(grid_steps(a - b) == -grid_steps(b - a));
    REQUIRE(b + (a - b) == a);
  }
}

TEST_CASE("one grid step is a whole number of fixed units, so the ledger is in both") {
  for (std::uint64_t n = 0; n < 5000; ++n) {
    const float x = to_grid(any(n, 0, 1));
    REQUIRE(to_fixed(static_cast<double>(x)) == Fixed{grid_steps(x)} << kGridToFixed);
  }
}

TEST_CASE("fixed point rounds to the nearest unit, evenly for both signs, and comes back") {
  CHECK(to_fixed(0) == 0);
  CHECK(to_fixed(1) == Fixed{1} << 32);
  CHECK(to_fixed(0x1p-32) == 1);
  CHECK(to_fixed(0.4 * 0x1p-32) == 0);
  CHECK(to_fixed(0.6 * 0x1p-32) == 1);
  for (std::uint64_t n = 0; n < 2000; ++n) {
    const double x = static_cast<double>(any(n, -1000, 1000));
    CHECK(to_fixed(-x) == -to_fixed(x));
    CHECK(from_fixed(to_fixed(x)) == test::Approx(x).margin(1e-9));
  }
}

TEST_CASE("sums in fixed point are the same in any order; sums of floats need not be") {
  std::vector<double> values;
  for (std::uint64_t n = 0; n < 5000; ++n) {
    values.push_back(static_cast<double>(any(n, -1, 1)) * (n % 3 == 0 ? 1e4 : 1e-3));
  }
  const auto sum = [&] {
    Fixed out = 0;
    for (const double x : values) out += to_fixed(x);
    return out;
  };
  const Fixed forward = sum();
  std::reverse(values.begin(), values.end());
  CHECK(sum() == forward);
  std::sort(values.begin(), values.end());
  CHECK(sum() == forward);
}
