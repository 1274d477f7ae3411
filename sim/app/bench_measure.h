// What relco bench measures, free of how it is shown.
#pragma once

#include <string>
#include <vector>

#include "app/bench_limits.h"
#include "app/scenario_input.h"

namespace relco::app {

struct PhaseTime {
  std::string name;
  double seconds_per_week = 0;
  double share = 0;  // of the week
};

// Rates are medians of five stretches of the run.
struct BenchResult {
  std::size_t people = 0, pairs = 0, cases = 0;
  Week weeks = 0;
  std::uint64_t digest = 0;  // equal to that of relco run of the same world
  double genesis_seconds = 0;
  double genesis_processor_seconds = 0;
  std::int64_t tie_evaluations = 0;       // of all weeks
  std::int64_t family_ties = 0;           // between families and their teams, in the last week
  double tie_evaluations_per_second = 0;  // directed ties with a shared active case
  double pairs_streamed_per_second = 0;   // pairs of the store, whether they had work or not
  double bytes_per_pair = 0;              // stored: both directions, memories, indices
  double small_runs_per_second = 0;       // worlds of 100 people, 60 weeks, as in a sweep
  double peak_memory_bytes = 0;
  double processors = 0;  // that the process had on average during the weeks
  std::vector<PhaseTime> phases;
  ReachedLimits reached;
};

// `input` is the world of neighbourhoods. Runs the first arm once; small runs and limits come out
// as nought.
[[nodiscard]] BenchResult measure_run(const ScenarioInput& input, int threads);
// Worlds of one neighbourhood of 100 people per second, as many at once as a sweep would have.
[[nodiscard]] double small_runs(const ScenarioInput& input, int threads);
// All of it.
[[nodiscard]] BenchResult measure(const ScenarioInput& input, int threads);

}  // namespace relco::app
