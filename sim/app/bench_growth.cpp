#include "app/bench_growth.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>

#include "app/bench_clock.h"
#include "app/bench_world.h"
#include "app/console.h"
#include "app/json_text.h"
#include "base/build_info.h"
#include "engine/tie_lanes.h"

namespace relco::app {
namespace {

constexpr int kSizes[] = {1'000, 10'000, 100'000, 1'000'000};
constexpr Week kWeeks = 11;  // as many for all, since records are memory too
constexpr const char* kNation = "scenarios/baseline/denmark.yaml";
constexpr std::size_t kManyPeople = 9'000;  // from here on caches hold no world

// Least-squares slope of log y on log x.
double slope(const std::vector<GrowthRow>& rows, double (*value)(const GrowthRow&)) {
  double n = 0, x = 0, y = 0, xx = 0, xy = 0;
  for (const GrowthRow& row : rows) {
    const double a = std::log(static_cast<double>(row.run.people)), b = std::log(value(row));
    n += 1, x += a, y += b, xx += a * a, xy += a * b;
  }
  return (n * xy - x * y) / (n * xx - x * x);
}

GrowthRow measured(std::string world, const ScenarioInput& input, int threads) {
  GrowthRow row;
  row.world = std::move(world);
  const MemoryMark before;
  row.run = measure_run(input, threads);
  row.memory_bytes = before.grown();
  return row;
}

boost::json::object to_json(const GrowthRow& row) {
  const double people = static_cast<double>(row.run.people);
  return {{"world", row.world},
          {"people", row.run.people},
          {"pairs", row.run.pairs},
          {"cases", row.run.cases},
          {"weeks", row.run.weeks},
          {"processors", row.run.processors},
          {"tie_evaluations_per_second", row.run.tie_evaluations_per_second},
          {"tie_evaluations", row.run.tie_evaluations},
          {"family_ties", row.run.family_ties},
          {"processor_ns_per_tie_week", row.cost_per_tie_week()},
          {"processor_seconds_per_week", row.processor_seconds_per_week()},
          {"genesis_seconds", row.run.genesis_seconds},
          {"genesis_processor_seconds", row.run.genesis_processor_seconds},
          {"memory_bytes", row.memory_bytes},
          {"bytes_per_person", row.memory_bytes / people},
          {"bytes_per_pair", row.run.bytes_per_pair},
          {"digest", digest_text(row.run.digest)}};
}

}  // namespace

double GrowthRow::tie_weeks_per_week() const {
  return static_cast<double>(run.tie_evaluations) / run.weeks +
         static_cast<double>(run.family_ties);
}

double GrowthRow::processor_seconds_per_week() const {
  double seconds = 0;
  for (const PhaseTime& phase : run.phases) seconds += phase.seconds_per_week;
  return seconds * run.processors;
}

GrowthRow measure_nation(Week weeks, int threads) {
  RunSize size;
  size.weeks = weeks;
  size.replicates = 1;
  return measured("Denmark", read_scenario(checkout_file(kNation), {"sample=1"}, size), threads);
}

Growth measure_growth(const BenchArguments& arguments) {
  Growth growth;
  for (const int people : kSizes) {
    if (people > std::max(arguments.people, kSizes[1])) break;
    const Week weeks = arguments.weeks.value_or(kWeeks);
    growth.rows.push_back(
        measured("neighbourhoods", bench_world("", people, weeks), arguments.threads));
  }
  const auto genesis = [](const GrowthRow& r) { return r.run.genesis_processor_seconds; };
  const auto week = [](const GrowthRow& r) { return r.processor_seconds_per_week(); };
  const auto memory = [](const GrowthRow& r) { return r.memory_bytes; };
  growth.slope_of_weeks = slope(growth.rows, week);
  growth.slope_of_genesis = slope(growth.rows, genesis);
  growth.slope_of_memory = slope(growth.rows, memory);
  if (arguments.nation) {
    growth.rows.push_back(measure_nation(arguments.weeks.value_or(kWeeks), arguments.threads));
  }
  std::vector<double> costs;
  for (const GrowthRow& row : growth.rows) {
    if (row.run.people >= kManyPeople) costs.push_back(row.cost_per_tie_week());
  }
  const auto [low, high] = std::minmax_element(costs.begin(), costs.end());
  growth.dearest_over_cheapest = *high / *low;
  return growth;
}

void show_growth(const Growth& growth, const BenchArguments& arguments) {
  if (arguments.json) {
    boost::json::array rows;
    for (const GrowthRow& row : growth.rows) rows.push_back(to_json(row));
    return print(json_text(
        {{"software", fmt::format("relco {} ({})", build_info().version, build_info().commit)},
         {"compiler", build_info().compiler},
         {"threads", arguments.threads},
         {"vectors", name_of(vector_level())},
         {"slopes",
          {{"week", growth.slope_of_weeks},
           {"genesis", growth.slope_of_genesis},
           {"memory", growth.slope_of_memory}}},
         {"dearest_over_cheapest_tie_week", growth.dearest_over_cheapest},
         {"worlds", std::move(rows)}}));
  }
  print(fmt::format("{:<16}{:>10}{:>12}{:>12}{:>14}{:>12}{:>11}{:>10}{:>8}\n", "world", "people",
                    "pairs", "ns/tie-week", "CPU s/week", "genesis s", "B/person", "B/pair",
                    "CPUs"));
  for (const GrowthRow& row : growth.rows) {
    print(fmt::format("{:<16}{:>10}{:>12}{:>12.1f}{:>14.5f}{:>12.3f}{:>11.0f}{:>10.1f}{:>8.2f}\n",
                      row.world, row.run.people, row.run.pairs, row.cost_per_tie_week(),
                      row.processor_seconds_per_week(), row.run.genesis_seconds,
                      row.memory_bytes / static_cast<double>(row.run.people),
                      row.run.bytes_per_pair, row.run.processors));
  }
  print(fmt::format(
      "\nslopes on people, both as logarithms (1 is linear): a week {:.2f}, genesis {:.2f}, memory "
      "{:.2f}\ndearest tie-week over cheapest, from 10 000 people on: {:.2f}\n",
      growth.slope_of_weeks, growth.slope_of_genesis, growth.slope_of_memory,
      growth.dearest_over_cheapest));
  print("Costs are of processor time, so that what other programs took does not matter.\n");
}

}  // namespace relco::app
