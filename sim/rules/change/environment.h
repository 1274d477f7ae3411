// What planned changes do to the conditions of a week: policy flows and doses (phase environment;
// of the model equations X1 to X19, those of the verbs and of what they add up to).
#pragma once

#include <vector>

#include "rules/change/role_doses.h"
#include "rules/parameters.h"
#include "world/world.h"

namespace relco {

// X19: dose of a change that acts at once: shocks, staffing, demand, the hours that a survey takes;
// 0 outside its weeks.
[[nodiscard]] float at_once(const ChangeFacts& change, Week week);
// X1: how much of a change acts in `week`, 0 to 1: dose, and a ramp over the first weeks.
[[nodiscard]] float strength_of(const ChangeParameters& p, const ChangeFacts& change, Week week);

// Sets every policy flow of the week: first as without changes, then change by change in canonical
// order. Writes nothing but flows, so that a change whose strength is 0 leaves no trace. Doses of
// roles come sorted by unit.
void environment(World& world, const Parameters& parameters, std::vector<RoleDose>& role_doses);

}  // namespace relco
