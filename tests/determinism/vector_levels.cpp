// One trajectory for any set of vector instructions.
#include "engine/simulation.h"
#include "engine/tie_lanes.h"
#include "support/at_level.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

CellRecords run_at(VectorLevel level, const Facts& facts, std::size_t arm) {
  const test::AtLevel at(level);
  return test::run_cell(facts, {}, arm);
}

}  // namespace

TEST_CASE("every vector level that the machine has gives the same records, bit for bit") {
  Facts facts = GENERATE(test::one_ward(), test::one_child(), test::two_partners(), test::rich());
  facts.horizon = 30;
  for (std::size_t arm = 0; arm < (facts.arms.empty() ? 1 : facts.arms.size()); ++arm) {
    const CellRecords expected = run_at(VectorLevel::baseline, facts, arm);
    for (const VectorLevel level : vector_levels()) {
      CAPTURE(facts.title, arm, static_cast<int>(level));
      CHECK(test::same(run_at(level, facts, arm), expected));
    }
  }
}

TEST_CASE(
    "one tie at a time, straight from the rules, gives the records of the lanes, bit for bit") {
  Facts facts = GENERATE(test::one_ward(), test::one_child(), test::two_partners(), test::rich());
  facts.horizon = 30;
  for (std::size_t arm = 0; arm < (facts.arms.empty() ? 1 : facts.arms.size()); ++arm) {
    CAPTURE(facts.title, arm);
    CHECK(test::same(run_at(VectorLevel::scalar, facts, arm),
                     run_at(vector_levels().back(), facts, arm)));
  }
}

TEST_CASE("without a ledger the sums of a week are others, and every stored bit is the same") {
  Facts facts = test::rich();
  facts.horizon = 10;
  const CellRecords with = test::run_cell(facts, {}, 0);
  set_ledger_kept(false);
  const CellRecords without = test::run_cell(facts, {}, 0);
  set_ledger_kept(true);
  CHECK(without.state_digests == with.state_digests);
  CHECK_FALSE(without.digests == with.digests);
}

TEST_CASE("levels are listed from the baseline up; asking for more than there is gives the best") {
  const std::span<const VectorLevel> levels = vector_levels();
  REQUIRE(levels.front() == VectorLevel::baseline);
  const test::AtLevel at(VectorLevel::avx512);
  CHECK(vector_level() == levels.back());
  set_vector_level(VectorLevel::baseline);
  CHECK(vector_level() == VectorLevel::baseline);
}
