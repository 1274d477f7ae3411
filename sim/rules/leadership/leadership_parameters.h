// Parameters of the rule 'leadership'; each is one row of leadership.def.
#pragma once

namespace relco {

struct LeadershipParameters {
#define X(field, default_value, low, high, unit, origin, source, meaning) \
  float field = default_value;
#include "rules/leadership/leadership.def"
#undef X
};

}  // namespace relco
