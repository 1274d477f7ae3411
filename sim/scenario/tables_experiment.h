// The tables of experiment files; owners are the structs of experiment.h.
#pragma once

#include "scenario/table.h"

namespace relco::scenario {

[[nodiscard]] const Table& factor_table();
[[nodiscard]] const Table& experiment_table();

// Names of axes and variables of every sweep's results, which no factor may have.
[[nodiscard]] std::span<const std::string_view> reserved_names();

}  // namespace relco::scenario
