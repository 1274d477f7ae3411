// Parameters of the rule 'family'; each is one row of family.def.
#pragma once

namespace relco {

struct FamilyParameters {
#define X(field, default_value, low, high, unit, origin, source, meaning) \
  float field = default_value;
#include "rules/family/family.def"
#undef X
};

}  // namespace relco
