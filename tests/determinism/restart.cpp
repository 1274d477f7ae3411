// A world that stops and goes on is the world that never stopped.
#include <algorithm>
#include <atomic>

#include "engine/digest.h"
#include "engine/run.h"
#include "engine/simulation.h"
#include "random/draws.h"
#include "support/catch.h"
#include "support/shelf.h"
#include "support/worlds.h"

using namespace relco;

namespace {

using Bytes = std::vector<std::byte>;

CellRecords resume_at(const Blueprint& blueprint, const Parameters& parameters, std::size_t arm,
                      const Bytes& snapshot) {
  Simulation fresh(blueprint, parameters, arm, 0);
  fresh.restore(snapshot);
  fresh.run_until(blueprint.plan->facts.horizon);
  return fresh.take_records();
}

}  // namespace

TEST_CASE("a world restored after any week of a run goes on byte for byte") {
  const Facts facts = test::rich();
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  const std::size_t arm = GENERATE(0u, 1u);
  Simulation simulation(blueprint, parameters, arm, 0);
  std::vector<Bytes> snapshots;
  for (Week week = 0; week < facts.horizon; ++week) {
    snapshots.push_back(simulation.snapshot());
    simulation.step();
  }
  for (std::size_t week = 0; week < snapshots.size(); ++week) {
    CAPTURE(arm, week);
    CHECK(test::same(resume_at(blueprint, parameters, arm, snapshots[week]), simulation.records()));
  }
}

TEST_CASE("restarts at random weeks, again and again, leave no trace") {
  Facts facts = test::rich();
  facts.horizon = 40;
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  const CellRecords whole = test::run_cell(facts, parameters, 1, 0);
  for (std::uint64_t round = 0; round < 5; ++round) {
    Simulation first(blueprint, parameters, 1, 0);
    Bytes bytes = first.snapshot();
    Week week = 0;
    while (week < facts.horizon) {
      const Draw luck = Luck(round, 0).draw(Purpose::facts, 1, week);
      week = std::min(facts.horizon, week + 1 + static_cast<Week>(luck.word(0) % 9));
      Simulation next(blueprint, parameters, 1, 0);
      next.restore(bytes);
      next.run_until(week);
      bytes = next.snapshot();
      if (week == facts.horizon) CHECK(test::same(next.records(), whole));
    }
  }
}

TEST_CASE("a restored world is the world that was saved, evaluations included") {
  const Facts facts = test::rich();
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  Simulation saved(blueprint, parameters, 1, 1);
  saved.run_until(7);
  Simulation restored(blueprint, parameters, 1, 1);
  restored.restore(saved.snapshot());
  CHECK(digest_of(restored.world()).world == digest_of(saved.world()).world);
  CHECK(restored.world().case_pairs == saved.world().case_pairs);
  CHECK(restored.world().week == 7);
  CHECK(restored.evaluations() == saved.evaluations());
  CHECK(restored.snapshot() == saved.snapshot());
}

TEST_CASE("a run stopped after any number of weeks and resumed equals one that was not stopped") {
  Facts facts = test::two_partners();
  facts.horizon = 8;
  RunOptions options;
  options.threads = 2;
  const RunResult whole = run_scenario(facts, {}, options);
  for (int weeks = 0; weeks < 2 * facts.horizon; weeks += 3) {
    CAPTURE(weeks);
    test::Shelf shelf;
    std::atomic<int> stop = weeks == 0 ? 1 : 0;
    options.store = &shelf;
    options.stop = &stop;
    options.checkpoint_every = 3;
    options.progress = [&](const Progress& progress) { stop = progress.weeks_done >= weeks; };
    CHECK(run_scenario(facts, {}, options).stopped);
    stop = 0;
    options.progress = nullptr;
    const RunResult resumed = run_scenario(facts, {}, options);
    CHECK_FALSE(resumed.stopped);
    CHECK(resumed.digest == whole.digest);
    for (std::size_t k = 0; k < whole.records.cells.size(); ++k) {
      CHECK(test::same(resumed.records.cells[k], whole.records.cells[k]));
    }
  }
}

TEST_CASE("a run that finds all its cells finished takes them as they are") {
  const Facts facts = test::two_partners();
  test::Shelf shelf;
  RunOptions options;
  options.store = &shelf;
  const RunResult first = run_scenario(facts, {}, options);
  CHECK(shelf.cells.size() == first.records.cells.size());
  std::int64_t last = -1;
  options.progress = [&](const Progress& progress) { last = progress.weeks_done; };
  const RunResult second = run_scenario(facts, {}, options);
  CHECK(second.digest == first.digest);
  CHECK(last == -1);
}
