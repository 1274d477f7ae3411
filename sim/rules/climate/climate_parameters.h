// Parameters of the rule 'climate'; each is one row of climate.def.
#pragma once

namespace relco {

struct ClimateParameters {
#define X(field, default_value, low, high, unit, origin, source, meaning) \
  float field = default_value;
#include "rules/climate/climate.def"
#undef X
};

}  // namespace relco
