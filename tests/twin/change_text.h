// The changes of an arm, the way of paying and other facts, as the scenario states them, for the
// twin.
#pragma once

#include <string>

#include "world/world.h"

namespace relco::twin {

// One JSON object. Throws std::runtime_error for what the twin does not know: changes of other
// verbs or of single roles, and payers beside the system's.
[[nodiscard]] std::string facts_text(const World& world);

}  // namespace relco::twin
