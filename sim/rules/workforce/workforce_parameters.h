// Parameters of the rule 'workforce'; each is one row of workforce.def.
#pragma once

namespace relco {

struct WorkforceParameters {
#define X(field, default_value, low, high, unit, origin, source, meaning) \
  float field = default_value;
#include "rules/workforce/workforce.def"
#undef X
};

}  // namespace relco
