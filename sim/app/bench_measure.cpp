#include "app/bench_measure.h"

#include <algorithm>

#include "app/bench_clock.h"
#include "engine/run.h"
#include "engine/simulation.h"
#include "genesis/genesis.h"
#include "parallel/parallel.h"

namespace relco::app {
namespace {

constexpr Week kWarmUp = 1;        // the first week wakes threads and touches pages
constexpr int kSmallPeople = 100;  // of a small run: see T4 in the decisions on speed
constexpr Week kSmallWeeks = 60;

// Widths of the columns of the tie store, by what a week does with them.
struct PairWidths {
  std::size_t stored = 0, moved = 0;
};
PairWidths pair_widths() {
  PairWidths widths;
  const Pairs pairs;
  Pairs::for_each_column(pairs, [&widths](const ColumnInfo& info, const auto& column) {
    using Value = typename std::remove_cvref_t<decltype(column)>::value_type;
    const bool written = info.writer == "learning" || info.writer == "communication";
    const bool read = info.kind != ColumnKind::flow;
    widths.stored += sizeof(Value);
    widths.moved += sizeof(Value) * (std::size_t{read} + std::size_t{written});
  });
  return widths;
}

// Runs all weeks; the rates are those of five stretches after the warm-up.
void measure_weeks(Simulation& simulation, BenchResult& result) {
  const Week weeks = simulation.axes().weeks;
  std::vector<double> evaluations, streamed;
  simulation.run_until(std::min(kWarmUp, weeks));
  const std::vector<double> before(simulation.phase_seconds().begin(),
                                   simulation.phase_seconds().end());
  const Week first = simulation.world().week;
  const ProcessorShare share;
  for (int i = 1; i <= kStretches; ++i) {
    const Week from = simulation.world().week;
    const Week to = first + static_cast<Week>((weeks - first) * i / kStretches);
    if (to == from) continue;
    const std::int64_t done = simulation.evaluations();
    const double seconds = seconds_of([&] { simulation.run_until(to); });
    evaluations.push_back(static_cast<double>(simulation.evaluations() - done) / seconds);
    streamed.push_back(static_cast<double>(result.pairs) * static_cast<double>(to - from) /
                       seconds);
  }
  result.processors = share.processors();
  result.tie_evaluations_per_second = median(evaluations);
  result.pairs_streamed_per_second = median(streamed);

  double total = 0;
  const auto spent = simulation.phase_seconds();
  for (std::size_t i = 0; i < spent.size(); ++i) {
    const std::string name = i < phases().size()    ? std::string(phases()[i].name)
                             : i == phases().size() ? "record"
                                                    : "digest";
    const double seconds = (spent[i] - before[i]) / std::max<Week>(1, weeks - first);
    result.phases.push_back({name, seconds, 0});
    total += seconds;
  }
  for (PhaseTime& phase : result.phases) phase.share = phase.seconds_per_week / total;
}

}  // namespace

double small_runs(const ScenarioInput& input, int threads) {
  Facts facts = input.facts;
  facts.horizon = kSmallWeeks;
  facts.organisations.front().copies = 1;
  int people = kSmallPeople;
  auto& staff = facts.organisations.front().units.front().staff;
  for (auto left = static_cast<int>(staff.size()); auto& [role, posts] : staff) {
    posts = people / left;
    people -= people / left--;
  }
  facts.pathways.front().standing = kSmallPeople / 2;
  const auto rate_of = [&](int runs) {
    facts.replicates = runs;
    RunOptions options;
    options.threads = threads;
    return runs / seconds_of([&] { (void)run_scenario(facts, input.parameters, options); });
  };
  const int runs = std::clamp(static_cast<int>(rate_of(8) * 0.3), 8, 2000);  // 0.3 s each
  std::vector<double> rates;
  for (int i = 0; i < kStretches; ++i) rates.push_back(rate_of(runs));
  return median(rates);
}

BenchResult measure_run(const ScenarioInput& input, int threads) {
  BenchResult result;
  with_threads(threads, [&] {
    std::optional<Blueprint> blueprint;
    std::optional<Simulation> simulation;
    const ProcessorShare genesis;
    result.genesis_seconds = seconds_of([&] {
      blueprint.emplace(make_blueprint(input.facts, input.parameters));
      simulation.emplace(*blueprint, input.parameters, 0, 0);
    });
    result.genesis_processor_seconds = genesis.seconds();
    const World& world = simulation->world();
    result.people = world.people.id.size();
    result.pairs = world.pairs.lower.size();
    result.cases = world.cases.id.size();
    result.weeks = input.facts.horizon;
    measure_weeks(*simulation, result);
    const double indices = static_cast<double>(
        (world.plan->pairs_of.size() + world.plan->offsets.size()) * sizeof(std::uint32_t));
    result.bytes_per_pair = static_cast<double>(pair_widths().stored) +
                            indices / std::max<double>(1, static_cast<double>(result.pairs));
    result.tie_evaluations = simulation->evaluations();
    for (const OrganisationWeek& sums : simulation->flows().sums) {
      result.family_ties += sums.ties[static_cast<std::size_t>(TieScope::family)].ties;
    }
    RunRecords records;
    records.cells.push_back(simulation->take_records());
    result.digest = run_digest(records, input.parameters);
  });
  result.peak_memory_bytes = peak_memory();
  return result;
}

BenchResult measure(const ScenarioInput& input, int threads) {
  BenchResult result = measure_run(input, threads);
  result.small_runs_per_second = small_runs(input, threads);
  const PairWidths widths = pair_widths();
  result.reached = reached_limits(
      probe_limits(result.pairs * widths.stored, threads), result.tie_evaluations_per_second,
      result.pairs_streamed_per_second, static_cast<double>(widths.moved));
  return result;
}

}  // namespace relco::app
