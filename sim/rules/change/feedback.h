// What a look into the mirror does (model equation X3; A09, D07).
#pragma once

#include "rules/change/change_parameters.h"

namespace relco {

// Effect of a full dose of survey feedback, as a multiple of its levers: 4 (safety + facilitation -
// threshold). Negative below the threshold, where people cannot yet hear what others say of them.
[[nodiscard]] inline float feedback_effect(const ChangeParameters& p, float safety,
                                           bool facilitated) noexcept {
  const float facilitation = facilitated ? p.feedback_facilitation : 0.0f;
  return 4.0f * (safety + facilitation - p.feedback_threshold);
}

}  // namespace relco
