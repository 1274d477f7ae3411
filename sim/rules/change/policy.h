// How far policy pressure on a pathway is felt by those who serve it.
#pragma once

#include <string>

#include "world/world.h"

namespace relco {

// X20: share, 0-1, of the pathways that an organisation serves which go by a name; for an empty
// name 1, or 0 if it serves none.
[[nodiscard]] float share_of_lanes(const World& world, std::uint32_t organisation,
                                   const std::string& pathway);

}  // namespace relco
