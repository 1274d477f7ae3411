// Whether somebody can be cared for elsewhere than in hospital.
#pragma once

#include <cstdint>

#include "world/world.h"

namespace relco {

// Q18: share, 0-1, to which the team of a case can keep it out of hospital: its members across
// organisations have room for the work, and know each other's work well enough to take it over
// (E19, S1-04). Where nobody of the team works elsewhere, that is asked of all its pairs.
[[nodiscard]] float care_elsewhere(const World& world, std::uint32_t slot);

}  // namespace relco
