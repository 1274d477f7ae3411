// Uniforms at the ends of their range, where rounding would let them reach 0 or 1.
#include <cmath>
#include <limits>

#include "random/draws.h"
#include "support/catch.h"

using namespace relco;

TEST_CASE("the lowest and the highest bits give uniforms strictly between 0 and 1") {
  const Draw lowest({0, 0, 0, 0}), highest({~0u, ~0u, ~0u, ~0u});
  for (int n : {0, 1}) {
    CHECK(lowest.uniform52(n) == 0x1p-53);
    CHECK(highest.uniform52(n) == 1.0 - 0x1p-53);
    CHECK(highest.uniform52(n) < 1.0);
  }
  for (int n : {0, 1, 2, 3}) {
    CHECK(lowest.uniform(n) == 0.0f);
    CHECK(highest.uniform(n) < 1.0f);
    CHECK(highest.uniform16(n, 0) < 1.0f);
    CHECK(highest.uniform16(n, 1) < 1.0f);
  }
}

TEST_CASE(
    "one uniform decides several things, each as likely as its odds say whatever came before") {
  constexpr int kSteps = 1 << 16;
  int first = 0, second_after[2] = {}, third_after[2][2] = {};
  for (int n = 0; n < kSteps; ++n) {
    Fate fate((static_cast<float>(n) + 0.5f) / kSteps);
    const bool a = fate.decide(1.0f / 3), b = fate.decide(4), c = fate.decide(1);
    first += a;
    second_after[a] += b;
    third_after[a][b] += c;
  }
  constexpr int kOff = 3;  // ends of intervals that fall between two steps
  CHECK(std::abs(first - kSteps * 3 / 4) <= kOff);
  CHECK(std::abs(second_after[1] - kSteps * 3 / 4 / 5) <= kOff);
  CHECK(std::abs(second_after[0] - kSteps / 4 / 5) <= kOff);
  CHECK(std::abs(third_after[1][1] - kSteps * 3 / 4 / 5 / 2) <= kOff);
  CHECK(std::abs(third_after[0][1] - kSteps / 4 / 5 / 2) <= kOff);
  CHECK(std::abs(third_after[1][0] - kSteps * 3 / 4 * 4 / 5 / 2) <= kOff);
}

TEST_CASE("a decision for sure is for sure at both ends of the uniforms") {
  constexpr float kLast = 1.0f - 0x1p-24f, kNever = std::numeric_limits<float>::infinity();
  for (const float u : {0.0f, 0.5f, kLast}) {
    CHECK(Fate(u).decide(0));
    CHECK_FALSE(Fate(u).decide(kNever));
    CHECK(Fate(u).happens(1));
    CHECK_FALSE(Fate(u).happens(0));
  }
}

TEST_CASE("values made of the extreme uniforms are finite") {
  for (const double u : {0x1p-53, 1.0 - 0x1p-53}) {
    CHECK(std::isfinite(gumbel(u)));
    CHECK(std::isfinite(normal(u)));
    CHECK(poisson(3.0, u) >= 0);
    CHECK(poisson(3.0, u) < 500);
  }
}

TEST_CASE("a larger mean never makes fewer arrivals of the same luck") {
  for (int n = 0; n < 200; ++n) {
    const double u = (n + 0.5) / 200;
    int before = 0;
    for (double mean = 0; mean < 40; mean += 0.5) {
      const int count = poisson(mean, u);
      CHECK(count >= before);
      before = count;
    }
  }
}
