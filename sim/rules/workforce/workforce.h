// Burnout, leaving and newcomers (model equations W1-W8).
#pragma once

#include "base/fixed.h"
#include "base/numerics.h"
#include "rules/workforce/workforce_parameters.h"

namespace relco {

// W1: burnout after the week, 0-1 (B09, B10, B19). `load` is 1 when work fills the hours; `blame`
// and `solve` are shares of the exchanges that the person heard.
[[nodiscard]] inline float burnout_after(const WorkforceParameters& p, float burnout, float load,
                                         float blame, float solve) noexcept {
  const float change = p.burnout_load * max0(load - 1.0f) -
                       p.burnout_recovery * (burnout - p.burnout_rest) + p.burnout_blame * blame -
                       p.burnout_solve * solve;
  return to_grid(burnout + p.burnout_rate * change);
}

// W2: chance that an occupant leaves in the week, 0-1 (B10, B11). `rate` is the weekly hazard at
// resting burnout.
[[nodiscard]] inline float leaving_chance(const WorkforceParameters& p, float rate,
                                          float burnout) noexcept {
  return clamp01(rate * (1.0f + 10.0f * p.leaving_burnout * max0(burnout - p.burnout_rest)));
}

// W3: job satisfaction, 0-1, after ties received (0-1) and burnout (B10, B11, A15).
[[nodiscard]] inline float satisfaction_of(const WorkforceParameters& p, float ties,
                                           float burnout) noexcept {
  return to_grid(0.4f + p.satisfaction_ties * ties - p.satisfaction_burnout * burnout);
}

// W4: share of ties, 0-1, that a newcomer takes over from the role's norm (S0-18). `hiring` is the
// level of hiring for teamwork.
[[nodiscard]] inline float newcomer_memory(const WorkforceParameters& p, bool embedded,
                                           float hiring) noexcept {
  return clamp01(p.newcomer_memory * (p.newcomer_unhired + p.newcomer_hiring * hiring) +
                 (embedded ? p.embedded_memory : 0.0f));
}

// W8: hours that failed contacts take to repair and needless ones take from whom they reach (A03).
[[nodiscard]] inline float rework_of(const WorkforceParameters& p, float failed,
                                     float needless) noexcept {
  return p.repair_hours * failed + p.excess_hours * needless;
}

}  // namespace relco
