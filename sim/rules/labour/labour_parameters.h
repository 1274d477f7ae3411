// Parameters of the rule 'labour'; each is one row of labour.def.
#pragma once

namespace relco {

struct LabourParameters {
#define X(field, default_value, low, high, unit, origin, source, meaning) \
  float field = default_value;
#include "rules/labour/labour.def"
#undef X
};

}  // namespace relco
