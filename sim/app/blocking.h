// --block: the model without some of its mechanisms, for research and for tests of contracts.
#pragma once

#include <string>
#include <vector>

#include "app/scenario_input.h"

namespace relco::app {

// Takes the mechanisms out of the parameters; the verdict's first line will say so. Throws
// UserError with all unknown names.
void block(ScenarioInput& input, const std::vector<std::string>& names);

}  // namespace relco::app
