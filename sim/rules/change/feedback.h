// Interventions whose sign hangs on the climate they come into (model equations X17-X18).
#pragma once

#include "rules/change/change_parameters.h"

namespace relco {

// X18: effect of a full dose of survey feedback (A09, D07), as a multiple of its levers. Negative
// below the threshold, where people cannot yet hear what others say of them.
[[nodiscard]] inline float feedback_effect(const ChangeParameters& p, float safety,
                                           bool facilitated) noexcept {
  const float facilitation = facilitated ? p.feedback_facilitation : 0.0f;
  return p.feedback_slope * (safety + facilitation - p.feedback_threshold);
}

// X17: effect of full sanctions on solving, as a share of their lever: they help with support and
// hurt without (S4-20). 1 under full support, 0 at the threshold, negative below.
[[nodiscard]] inline float sanctions_effect(const ChangeParameters& p, float support) noexcept {
  return (support - p.sanctions_support) / (1.0f - p.sanctions_support);
}

}  // namespace relco
