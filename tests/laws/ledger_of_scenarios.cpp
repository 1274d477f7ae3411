// The ledger of every scenario that comes with relco, held against snapshots of its worlds.
#include <array>
#include <string>
#include <vector>

#include "engine/simulation.h"
#include "measure/record_week.h"
#include "params/row.h"
#include "scenario/library.h"
#include "scenario/load.h"
#include "support/catch.h"
#include "support/tie_totals.h"

using namespace relco;

namespace {

constexpr Week kWeeks = 60;  // past the first year, in which silent pairs are released

// Ties as a snapshot has them, by scope of the records: read back into a world that never lived
// through those weeks.
std::vector<test::TieTotals> read_back(const Blueprint& blueprint, const Parameters& parameters,
                                       std::size_t arm, const Simulation& simulation) {
  Simulation fresh(blueprint, parameters, arm, 0);
  fresh.restore(simulation.snapshot());
  const std::vector<test::TieTotals> rows = test::tie_totals(fresh.world());
  const std::vector<std::uint32_t> scopes = scopes_of(*blueprint.plan);
  std::vector<test::TieTotals> out(simulation.axes().scopes.size() - 1);
  for (std::size_t o = 0; o < rows.size(); ++o) {
    for (std::size_t s = 0; s < kTieScopes; ++s) {
      for (std::size_t c = 0; c < kComponents; ++c) out[scopes[o] - 1][s][c] += rows[o][s][c];
    }
  }
  return out;
}

// Sum of all terms of all weeks, of one scope, kind of tie and component.
Fixed booked(const Simulation& simulation, Week weeks, std::size_t scope, std::size_t ties,
             std::size_t component) {
  Fixed sum = 0;
  for (Week week = 0; week < weeks; ++week) {
    const std::size_t at =
        CellRecords::ledger_index(simulation.axes(), week, scope + 1, static_cast<TieScope>(ties));
    for (const auto& term : simulation.records().ledger[at]) sum += term[component];
  }
  return sum;
}

// How many sums of scopes differ from what the snapshots say, and how many ties moved.
struct Balance {
  std::size_t compared = 0, wrong = 0, moved = 0;
};

void balance(const Facts& facts, std::size_t arm, Balance& out) {
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  Simulation simulation(blueprint, parameters, arm, 0);
  const Week weeks = std::min(facts.horizon, kWeeks);
  const auto start = read_back(blueprint, parameters, arm, simulation);
  simulation.run_until(weeks);
  const auto end = read_back(blueprint, parameters, arm, simulation);
  for (std::size_t o = 0; o < start.size(); ++o) {
    for (std::size_t s = 0; s < kTieScopes; ++s) {
      for (std::size_t c = 0; c < kComponents; ++c) {
        const Fixed change = end[o][s][c] - start[o][s][c];
        out.wrong += booked(simulation, weeks, o, s, c) != change ? 1 : 0;
        out.moved += change != 0 ? 1 : 0;
        ++out.compared;
      }
    }
  }
}

}  // namespace

TEST_CASE("in every arm of every scenario the terms add up to end minus start, to the last bit") {
  const std::string folder = std::string(RELCO_SOURCE_DIR) + "/scenarios";
  std::size_t scenarios = 0;
  for (const ListedScenario& one : list_scenarios(folder)) {
    if (one.arms.empty() || !one.scenario.empty()) continue;  // facts only, experiments
    CAPTURE(one.file);
    const Facts facts = load_scenario(folder + "/" + one.file, {}, parameter_rows()).facts;
    Balance all;
    for (std::size_t arm = 0; arm < facts.arms.size(); ++arm) balance(facts, arm, all);
    CHECK(all.wrong == 0);
    CHECK(all.moved > 0);
    CHECK(all.compared >= 9 * facts.organisations.size() * facts.arms.size());
    ++scenarios;
  }
  CHECK(scenarios >= 4);
}
