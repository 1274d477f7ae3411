// The tables of experiment files; owners are the structs of experiment.h.
#pragma once

#include "scenario/experiment.h"
#include "scenario/table.h"

namespace relco::scenario {

[[nodiscard]] const Table& factor_table();
[[nodiscard]] const Table& smallest_table();
[[nodiscard]] Field smallest_field();  // `smallest:` of an experiment
[[nodiscard]] const Table& experiment_table();

// Names of axes and variables of every sweep's results, which no factor may have.
[[nodiscard]] std::span<const std::string_view> reserved_names();

// What must hold between `smallest` and the rest of the experiment; its outcome is one of those
// reported.
void finish_smallest(Reading& reading, const Value& smallest, ExperimentFacts& experiment);

}  // namespace relco::scenario
