// One trajectory for any number of threads, and for any company in which a cell is run.
#include <algorithm>

#include "engine/run.h"
#include "engine/simulation.h"
#include "parallel/parallel.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

RunResult run(const Facts& facts, int threads, std::vector<CellKey> only = {}) {
  RunOptions options;
  options.threads = threads;
  options.only = std::move(only);
  return run_scenario(facts, Parameters{}, options);
}

// Forty copies, so that every phase has more tasks than fit one grain.
Facts many_copies() {
  Facts facts = test::two_partners();
  for (OrganisationFacts& organisation : facts.organisations) organisation.copies = 40;
  facts.horizon = 6;
  facts.replicates = 1;
  return facts;
}

}  // namespace

TEST_CASE("every week's digest and record is the same for 1, 2, 3 and 8 threads") {
  const Facts facts = GENERATE(test::rich(), many_copies());
  const RunResult one = run(facts, 1);
  const int threads = GENERATE(2, 3, 8);
  const RunResult many = run(facts, threads);
  CAPTURE(facts.title, threads);
  CHECK(many.digest == one.digest);
  REQUIRE(many.records.cells.size() == one.records.cells.size());
  for (std::size_t k = 0; k < one.records.cells.size(); ++k) {
    CHECK(test::same(many.records.cells[k], one.records.cells[k]));
  }
}

TEST_CASE("one world stepped by many threads gives the bits of one thread") {
  const Facts facts = many_copies();
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  const auto records = [&](int threads) {
    Simulation simulation(blueprint, parameters, 0, 0);
    with_threads(threads, [&] { simulation.run_until(facts.horizon); });
    return simulation.take_records();
  };
  const CellRecords one = records(1);
  for (const int threads : {2, 3, 8}) {
    CAPTURE(threads);
    CHECK(test::same(records(threads), one));
  }
}

TEST_CASE("a cell is the same run alone, with others, or by itself outside of a run") {
  const Facts facts = test::rich();
  const RunResult together = run(facts, 2);
  const std::size_t arm = GENERATE(0u, 1u);
  const int replicate = GENERATE(0, 1);
  CAPTURE(arm, replicate);
  const RunResult alone = run(facts, 2, {{arm, replicate}});
  const CellRecords& expected = together.records.cell(arm, replicate);
  CHECK(test::same(alone.records.cell(arm, replicate), expected));
  CHECK(test::same(test::run_cell(facts, {}, arm, replicate), expected));
}

TEST_CASE("the cells asked for are run and no others") {
  const Facts facts = test::two_partners();
  const RunResult result = run(facts, 1, {{0, 1}});
  CHECK(result.records.cell(0, 0).digests.empty());
  CHECK(result.records.cell(0, 1).digests.size() == static_cast<std::size_t>(facts.horizon));
}

TEST_CASE("more replicates and more arms leave the first ones as they were") {
  Facts facts = test::two_partners();
  const CellRecords before = test::run_cell(facts, {}, 0, 1);
  facts.replicates = 5;
  facts.arms.push_back(facts.arms[0]);
  facts.arms.back().name = "another";
  CHECK(test::same(run(facts, 2).records.cell(0, 1), before));
  CHECK(test::same(run(facts, 2).records.cell(1, 1), before));
}

TEST_CASE("a shorter horizon is the beginning of a longer one") {
  Facts facts = test::rich();
  const CellRecords whole = test::run_cell(facts, {}, 1, 0);
  facts.horizon = 9;
  const CellRecords part = test::run_cell(facts, {}, 1, 0);
  REQUIRE(part.digests.size() == 9);
  CHECK(std::equal(part.digests.begin(), part.digests.end(), whole.digests.begin()));
}
