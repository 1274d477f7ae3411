// What relco bench measures, free of how it is shown.
#pragma once

#include <string>
#include <vector>

#include "app/arguments.h"
#include "app/scenario_input.h"
#include "engine/limit_probe.h"

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
  double tie_evaluations_per_second = 0;  // directed ties with a shared active case
  double pairs_streamed_per_second = 0;   // pairs of the store, whether they had work or not
  double bytes_per_pair = 0;              // stored: both directions, memories, indices
  double bytes_moved_per_pair = 0;        // least that a week must read and write
  double small_runs_per_second = 0;       // worlds of 100 people, 60 weeks, as in a sweep
  double peak_memory_bytes = 0;
  std::vector<PhaseTime> phases;
  MachineLimits limits;
  double memory_fraction = 0;      // of the rate at which memory could be updated in place
  double arithmetic_fraction = 0;  // of the rate at which draws and functions could be computed
};

// `input` is the world of neighbourhoods. Runs the first arm once.
[[nodiscard]] BenchResult measure(const ScenarioInput& input, int threads);

}  // namespace relco::app
