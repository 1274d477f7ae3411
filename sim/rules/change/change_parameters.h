// Parameters of the rule 'change'; each is one row of change.def.
#pragma once

namespace relco {

struct ChangeParameters {
#define X(field, default_value, low, high, unit, origin, source, meaning) \
  float field = default_value;
#include "rules/change/change.def"
#undef X
};

}  // namespace relco
