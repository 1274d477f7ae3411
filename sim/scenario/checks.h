// What must hold between the facts of a scenario once all are read.
#pragma once

#include "scenario/reading.h"
#include "world/facts.h"

namespace relco::scenario {

// Findings about facts that are each right and wrong together. `longest_horizon` is the horizon
// that dates may reach: the file's own, so that --set horizon can shorten a run.
void check_facts(const Facts& facts, Week longest_horizon, Reading& reading);

// Adds what the file need not say: roles that are only used, the control arm.
void complete_facts(Facts& facts);

}  // namespace relco::scenario
