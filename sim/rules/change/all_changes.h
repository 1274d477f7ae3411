// What all changes of a week add up to.
#pragma once

#include <vector>

#include "rules/change/change_parameters.h"
#include "rules/change/role_doses.h"
#include "world/world.h"

namespace relco {

// X15: the pressure of budgets that run out.
void add_budget_pressure(World& world, const ChangeParameters& p);

// X7: threat to identity, of units and of roles.
void add_threats(World& world, const ChangeParameters& p, std::vector<RoleDose>& role_doses);

}  // namespace relco
