// Errors when a case is handed over, and who catches them.
#pragma once

#include "rules/parameters.h"
#include "world/world.h"

namespace relco {

// Q16: share of the hand-over errors of a case, 0-1, that its team catches: somebody checks the
// other's work (reconciles lists, goes through a protocol), and is listened to by the member of
// highest standing, who decides (D13, D14).
[[nodiscard]] float caught_share(const World& world, const Parameters& parameters,
                                 std::uint32_t slot);

}  // namespace relco
