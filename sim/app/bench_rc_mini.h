// What relco bench --kernel rc-mini measures (engine/rc_mini), free of how it is shown.
#pragma once

#include <cstdint>

#include "app/bench_limits.h"
#include "engine/rc_mini/rc_mini.h"

namespace relco::app {

// Rates are medians of five stretches of the run.
struct RcMiniResult {
  std::uint64_t people = 0, ties = 0, cases = 0;
  Week weeks = 0;
  std::uint64_t digest = 0;
  MiniMeans means;  // of the last week
  double set_up_seconds = 0;
  std::uint64_t tie_evaluations = 0;      // of all weeks
  double tie_evaluations_per_second = 0;  // ordered pairs
  double pairs_streamed_per_second = 0;
  double seconds_per_week = 0;
  double bytes_per_pair = 0;  // stored: both directions, indices
  double processors = 0;      // that the process had on average during the weeks
  double peak_memory_bytes = 0;
  ReachedLimits reached;
};

[[nodiscard]] RcMiniResult measure_rc_mini(int people, Week weeks, int threads);

}  // namespace relco::app
