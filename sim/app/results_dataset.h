// A finished run as the labelled cubes of its results file (docs/file-formats.md).
#pragma once

#include <string>

#include "app/scenario_input.h"
#include "engine/run.h"
#include "record/cube.h"

namespace relco::app {

// How finely the file keeps what grows with weeks and organisations. The system's outcomes are kept
// week by week in any case.
struct KeepLimits {
  std::size_t bytes_by_organisation = std::size_t{128} << 20;  // before compression
  std::size_t bytes_ledger = std::size_t{64} << 20;
};

// Weeks that are put together into one step so that `steps * bytes_per_step` stays below `limit`:
// 1, 13, 26, 52 or all.
[[nodiscard]] Week weeks_per_step(Week weeks, std::size_t bytes_per_week, std::size_t limit);

// The same run gives the same dataset, whatever the machine, the threads and the restarts: nothing
// in it tells when, where or how fast it was made.
[[nodiscard]] record::Dataset results_dataset(const ScenarioInput& input, const RunResult& result,
                                              const std::string& command,
                                              const KeepLimits& limits = {});

}  // namespace relco::app
