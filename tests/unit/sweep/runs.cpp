// Every cell exactly once, and each the run that relco run would make.
#include <filesystem>
#include <set>

#include "engine/run.h"
#include "sweep/report.h"
#include "unit/sweep/small.h"

using namespace relco;
using namespace relco::test;
using sweep::Run;

namespace {

constexpr std::string_view kMap =
    "keep_every: 10\noutcomes: [rc_index, care_quality]\nfactors:\n"
    "  support: {path: organisations.hospital.leadership.support, levels: [0.2, 0.8]}\n"
    "  dose: {path: changes.meet.dose, levels: [0, 1, 2]}\n";

record::PartialStore store_in(const Experiment& experiment, const std::string& name = "cells") {
  return record::PartialStore::open_or_create(experiment.at(name), {{"what", "test"}});
}

}  // namespace

TEST_CASE("a cell of a sweep has the digest of the same run alone") {
  const Experiment experiment(kMap);
  const sweep::Plan plan = experiment.plan();
  const Run run = run_sweep(plan, {});
  REQUIRE(run.ran == plan.cells());
  for (const std::size_t point : {0u, 4u}) {
    const LoadedScenario loaded =
        load_scenario(experiment.scenario(), overrides_at(plan, point), parameter_rows());
    RunOptions options;
    const RunResult alone = run_scenario(loaded.facts, Parameters(), options);
    for (std::size_t arm = 0; arm < 2; ++arm) {
      for (std::size_t r = 0; r < 3; ++r) {
        RunRecords one;
        one.cells = {alone.records.cell(arm, static_cast<int>(r))};
        CHECK(run.cells[plan.cell(point, arm, r)].digest == digest_of(one));
      }
    }
  }
}

TEST_CASE("threads, stores and interruptions change no cell") {
  const Experiment experiment(kMap);
  const sweep::Plan plan = experiment.plan();
  const Run whole = run_sweep(plan, {.threads = 1});
  CHECK(run_sweep(plan, {.threads = 3}).digest == whole.digest);

  std::size_t ran = 0, laps = 0;
  Run last;
  for (std::atomic<int> stop{0}; ran < plan.cells(); stop = 0) {
    record::PartialStore store = store_in(experiment);
    sweep::Options options;
    options.threads = 2;
    options.store = &store;
    options.stop = &stop;
    options.progress = [&, before = ran](const Progress& now) {
      if (now.cells_done >= before + 5) stop = 1;
    };
    last = run_sweep(plan, options);
    CHECK(last.found == ran);  // each lap finds what all laps before have run, and runs no more
    ran += last.ran;
    REQUIRE(++laps < 30);
    if (ran < plan.cells()) CHECK(last.stopped);
  }
  CHECK(laps > 3);
  CHECK(ran == plan.cells());
  CHECK(last.digest == whole.digest);
  for (std::size_t n = 0; n < plan.cells(); ++n) {
    CHECK(last.cells[n].outcomes == whole.cells[n].outcomes);
    CHECK(last.cells[n].paths == whole.cells[n].paths);
    CHECK(last.cells[n].regime == whole.cells[n].regime);
  }
}

TEST_CASE("shards run disjoint points, and together everything") {
  const Experiment experiment(kMap);
  const sweep::Plan plan = experiment.plan();
  const Run whole = run_sweep(plan, {});
  std::vector<record::PartialStore> stores;
  std::size_t ran = 0;
  for (std::size_t index = 0; index < 4; ++index) {
    stores.push_back(store_in(experiment, "shard" + std::to_string(index)));
    sweep::Options options;
    options.store = &stores.back();
    options.shard = {index, 4};
    ran += run_sweep(plan, options).ran;
  }
  CHECK(ran == plan.cells());
  record::PartialStore own = store_in(experiment);
  sweep::Options options;
  options.store = &own;
  for (record::PartialStore& store : stores) options.also.push_back(&store);
  const Run merged = run_sweep(plan, options);
  CHECK(merged.ran == 0);
  CHECK(merged.found == plan.cells());
  CHECK(merged.digest == whole.digest);
}

TEST_CASE("a cell that was stored for another plan is damage, not data") {
  const Experiment experiment(kMap);
  const sweep::Plan plan = experiment.plan();
  sweep::Cell cell;
  cell.outcomes = {1.0f, 2.0f};
  cell.paths.resize(6);
  CHECK(decode(plan, encode(cell), "cell").outcomes == cell.outcomes);
  cell.outcomes.pop_back();
  CHECK_THROWS_AS(decode(plan, encode(cell), "cell"), PlaceError);
  cell = {};
  cell.regime = 7;
  CHECK_THROWS_AS(decode(plan, encode(cell), "cell"), PlaceError);
}

TEST_CASE("a point that makes no world is a problem of that point alone") {
  const Experiment experiment(
      "factors:\n  nurses: {path: pathways.hip.team.nurse, levels: [2, 60]}\n");
  const sweep::Plan plan = experiment.plan();
  const Run run = run_sweep(plan, {});
  CHECK(run.failed_points() == 1);
  CHECK(run.problems[0].empty());
  CHECK_FALSE(run.problems[1].empty());
  CHECK(run.ran == plan.cells() / 2);
  CHECK(run.cells[0].done);
  check_says(sweep::to_text(plan, run, 80), "point 1 could not be run");
}

TEST_CASE("the same luck at every point: a change of dose 0 is no change") {
  const Experiment experiment("factors:\n  dose: {path: changes.meet.dose, levels: [0, 1]}\n");
  const sweep::Plan plan = experiment.plan();
  const Run run = run_sweep(plan, {});
  for (std::size_t r = 0; r < 3; ++r) {
    const auto& as_is = run.cells[plan.cell(0, 0, r)];
    CHECK(run.cells[plan.cell(0, 1, r)].outcomes == as_is.outcomes);  // dose 0 in the other arm
    CHECK(run.cells[plan.cell(1, 0, r)].digest == as_is.digest);      // not picked by this arm
    CHECK(run.cells[plan.cell(1, 1, r)].outcomes != as_is.outcomes);
  }
}
