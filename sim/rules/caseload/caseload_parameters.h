// Parameters of the rule 'caseload'; each is one row of caseload.def.
#pragma once

namespace relco {

struct CaseloadParameters {
#define X(field, default_value, low, high, unit, origin, source, meaning) \
  float field = default_value;
#include "rules/caseload/caseload.def"
#undef X
};

}  // namespace relco
