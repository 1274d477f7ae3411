// The worlds that relco bench measures on.
#pragma once

#include <string>

#include "app/scenario_input.h"

namespace relco::app {

// A file of the checkout, from its top or from the build that the program lies in.
[[nodiscard]] std::string checkout_file(const std::string& file);

// Neighbourhoods of 64 people; `file` "" is that of the checkout.
[[nodiscard]] ScenarioInput bench_world(const std::string& file, int people, Week weeks);

}  // namespace relco::app
