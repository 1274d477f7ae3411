// Parameters of the rule 'identity'; each is one row of identity.def.
#pragma once

namespace relco {

struct IdentityParameters {
#define X(field, default_value, low, high, unit, origin, source, meaning) \
  float field = default_value;
#include "rules/identity/identity.def"
#undef X
};

}  // namespace relco
