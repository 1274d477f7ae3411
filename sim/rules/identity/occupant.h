// What a person brings along when taking a post.
#pragma once

#include "rules/identity/identity_parameters.h"
#include "world/tables.h"

namespace relco {

// I6: whoever holds post `i` now, from the first week or after a vacancy, begins with what the
// boundaries alone sustain (G09).
void take_post(People& people, const IdentityParameters& p, std::uint32_t i);

}  // namespace relco
