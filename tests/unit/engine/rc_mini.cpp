#include "engine/rc_mini/rc_mini.h"

#include "base/numerics.h"
#include "engine/tie_lanes.h"
#include "parallel/parallel.h"
#include "support/at_level.h"
#include "support/catch.h"

using namespace relco;

namespace {

constexpr std::uint64_t kSeed = 7;

RcMini after(int weeks, std::size_t people, void (*week)(RcMini&) = live_week) {
  RcMini world = make_rc_mini(people, kSeed);
  for (int w = 0; w < weeks; ++w) week(world);
  return world;
}

}  // namespace

TEST_CASE("after 100 weeks RC-mini stands where other tools' versions of it stand") {
  const RcMini world = after(100, 64 * 100);
  const MiniMeans last = world.weeks.back();
  CHECK(last.goals == Approx(0.496).margin(0.003));
  CHECK(last.knowledge == Approx(0.671).margin(0.003));
  CHECK(last.respect == Approx(0.345).margin(0.003));
  CHECK(last.quality == Approx(0.655).margin(0.003));
}

TEST_CASE("RC-mini tie by tie and in lanes comes to the same bits at every level") {
  const std::uint64_t expected = digest_of(after(20, 192, live_week_by_tie));
  for (const VectorLevel level : vector_levels()) {
    const test::AtLevel at(level);
    CHECK(digest_of(after(20, 192)) == expected);
  }
  CHECK(digest_of(after(19, 192)) != expected);
}

TEST_CASE("RC-mini is the same for any number of threads") {
  const std::uint64_t expected = digest_of(after(5, 64 * 50));
  for (const int threads : {1, 2, 3, 8}) {
    std::uint64_t digest = 0;
    with_threads(threads, [&] { digest = digest_of(after(5, 64 * 50)); });
    CHECK(digest == expected);
  }
}

TEST_CASE("a neighbourhood of RC-mini has 56 evaluations for each of its 32 cases") {
  const RcMini world = make_rc_mini(130, kSeed);
  REQUIRE(world.neighbourhoods() == 2);
  CHECK(world.evaluations_per_week() == 2 * 32 * 56);
  for (std::size_t n = 0; n < 2; ++n) {
    std::uint32_t pairs = 0, before = 64 * 63 / 2;
    for (std::uint32_t l = world.first_level[n]; l < world.first_level[n + 1]; ++l) {
      CHECK(world.level_pairs[l] <= before);
      before = world.level_pairs[l];
      pairs += before;
    }
    CHECK(pairs == 32 * 28);
  }
  CHECK(world.ties < world.evaluations_per_week());
}

TEST_CASE("the logistic function of bounded arguments is within 1e-5, and rises") {
  float before = 0;
  for (float x = -2.5f; x <= 2.5f; x += 1e-4f) {
    const float near = logistic_near(x);
    REQUIRE(near == Approx(logistic(x)).margin(1e-5));
    REQUIRE(near >= before);
    before = near;
  }
}
