// Parameters of the rule 'care'; each is one row of care.def.
#pragma once

namespace relco {

struct CareParameters {
#define X(field, default_value, low, high, unit, origin, source, meaning) \
  float field = default_value;
#include "rules/care/care.def"
#undef X
};

}  // namespace relco
