// Unions and management (model equations U1-U3): the stance matters, strength amplifies it, and
// partnership counts only as far as its process is fair (F01, F05).
#pragma once

#include "base/numerics.h"
#include "rules/labour/labour_parameters.h"

namespace relco {

// U1: labour relations in [-1, 1] that stance (-1..1), strength (0..1) and process (0..1) lead to
// (F01, F05).
[[nodiscard]] inline float labour_relations(const LabourParameters& p, float stance, float strength,
                                            float process) noexcept {
  const float fair = process / p.process < 1.5f ? process / p.process : 1.5f;
  const float real = stance > 0.0f ? stance * fair : stance;
  const float amplified = real * (p.stance + p.strength * strength);
  const float by_strength = p.strength * (2.0f * strength - 1.0f);
  const float relations = amplified + p.strength_alone * (by_strength - amplified);
  return relations < -1.0f ? -1.0f : (relations > 1.0f ? 1.0f : relations);
}

}  // namespace relco
