// Whether there is anything to lie apart.
#pragma once

#include <string>

#include "world/facts.h"

namespace relco::scenario {

// Why a claim across organisations, units or roles has no spread, completing "expect.V1: ..."; ""
// when two of them or more are in its scope. Roles that changes bring may be anywhere.
[[nodiscard]] std::string no_spread(const Facts& facts, const ExpectationFacts& claim,
                                    bool roles_are_added);

}  // namespace relco::scenario
