// What a sweep leaves behind, as the results file that xarray, netCDF and R open without help.
#pragma once

#include <string>

#include "record/cube.h"
#include "sweep/run_sweep.h"

namespace relco::app {

// The same sweep gives the same dataset, whatever the machine, the threads and the restarts.
[[nodiscard]] record::Dataset sweep_dataset(const sweep::Plan& plan, const sweep::Run& run,
                                            const std::string& command);

}  // namespace relco::app
