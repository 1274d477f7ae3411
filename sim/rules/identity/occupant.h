// What a person brings along when taking a post.
#pragma once

#include "rules/parameters.h"
#include "world/world.h"

namespace relco {

// I6: whoever holds post `i` now, from the first week or after a vacancy, begins with what the
// boundaries alone sustain (G09).
void take_post(World& world, const Parameters& parameters, std::uint32_t i);

// I7: how much the present occupant of post `i` talks to others, by habit.
void bring_habit(World& world, const Parameters& parameters, std::uint32_t i);

}  // namespace relco
