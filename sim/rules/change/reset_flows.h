// The conditions of a week as they are without any change.
#pragma once

#include "world/world.h"

namespace relco {

void reset_flows(World& world);

}  // namespace relco
