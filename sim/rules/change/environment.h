// What planned changes do to the conditions of a week: policy flows and doses (phase environment;
// model equations X1-X12).
#pragma once

#include <vector>

#include "rules/change/levers.h"
#include "rules/parameters.h"
#include "world/world.h"

namespace relco {

// Doses that reach one role of one unit only.
struct RoleDose {
  std::uint32_t unit = 0, role = 0;
  Levers levers{};
  float hours = 0;
};

// X1: how much of a change acts in `week`, 0 to 1: dose, and a ramp over the first weeks.
[[nodiscard]] float strength_of(const ChangeParameters& p, const ChangeFacts& change, Week week);

// Sets every policy flow of the week: first as without changes, then change by change in canonical
// order. Writes nothing but flows, so that a change whose strength is 0 leaves no trace.
void environment(World& world, const Parameters& parameters, std::vector<RoleDose>& role_doses);

}  // namespace relco
