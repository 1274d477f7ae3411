// What the questions of a run (measure/asked.h) look at while the week goes on. Only worlds that
// are asked something come here; nothing here writes to the world.
#pragma once

#include "engine/week.h"
#include "measure/asked_week.h"

namespace relco {

// After learning: standing pairs, and how suggestions are taken.
void ask_ties(const AskedPlan& plan, const World& world, const Parameters& parameters,
              const WeekFlows& flows, AskedWeek& week);

// After the families' week.
void ask_family_ties(const AskedPlan& plan, const World& world, AskedWeek& week);

// The phase care, lane by lane within an organisation, so that what cases of each lane did can be
// told apart. The world and the sums are as without.
void care_by_lane(World& world, const Parameters& parameters, WeekFlows& flows, AskedWeek& week);

}  // namespace relco
