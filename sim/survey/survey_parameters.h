// Parameters of the instrument 'survey'; each is one row of survey.def.
#pragma once

namespace relco {

struct SurveyParameters {
#define X(field, default_value, low, high, unit, origin, source, meaning) \
  float field = default_value;
#include "survey/survey.def"
#undef X
};

}  // namespace relco
