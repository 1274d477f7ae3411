// Parameters of the rule 'structures'; each is one row of structures.def.
#pragma once

namespace relco {

struct StructuresParameters {
#define X(field, default_value, low, high, unit, origin, source, meaning) \
  float field = default_value;
#include "rules/structures/structures.def"
#undef X
};

}  // namespace relco
