// Parameters of the rule 'learning'; each is one row of learning.def.
#pragma once

namespace relco {

struct LearningParameters {
#define X(field, default_value, low, high, unit, origin, source, meaning) \
  float field = default_value;
#include "rules/learning/learning.def"
#undef X
};

}  // namespace relco
