// A scenario, and the model, in words.
#pragma once

#include <string>

#include "app/scenario_input.h"

namespace relco::app {

// Who, how many, what changes, arms and claims; then the whole scenario with every default.
[[nodiscard]] std::string describe_scenario(const ScenarioInput& input);

// Entities and their columns, the week, what needs luck, what is recorded.
[[nodiscard]] std::string describe_model();

// Where the tie rules alone settle.
[[nodiscard]] std::string describe_mean_field(const Parameters& parameters);

}  // namespace relco::app
