// Climate of a unit and conflict debt of an organisation (model equations K1-K5).
#pragma once

#include "base/fixed.h"
#include "base/numerics.h"
#include "rules/climate/climate_parameters.h"

namespace relco {

struct ClimateWeek {
  float solve_share = 2.0f / 3.0f;  // of problems solved
  float inquiry = 0.3f;
  float lever = 0;  // dose of interventions for safety
  float punitive = 0, blame_risk = 0.3f;
  float shock = 0;
};

// K1: psychological safety after the week, 0-1 (B18, C12, S4-24, S4-25).
[[nodiscard]] inline float safety_after(const ClimateParameters& p, float safety, float start,
                                        const ClimateWeek& w) noexcept {
  const float target = start + p.safety_solve * (w.solve_share - 2.0f / 3.0f) +
                       p.safety_inquiry * (w.inquiry - 0.3f) + 0.3f * w.lever -
                       p.safety_punitive * w.punitive -
                       p.safety_blame_risk * (w.blame_risk - 0.3f) - w.shock;
  return to_grid(safety + p.safety_adapt * (clamp01(target) - safety));
}

// K2: share of adverse events that get reported, 0-1 (B18). `punitive` and `blame_risk` are shares.
[[nodiscard]] inline float reporting_of(const ClimateParameters& p, float safety, float punitive,
                                        float blame_risk) noexcept {
  return logistic(p.reporting_safety * (safety - 0.5f) - punitive - (blame_risk - 0.3f));
}

// K3: the norm of how we work, 0-1 for each component of ties, follows what people do (S0-07).
[[nodiscard]] inline float norm_after(const ClimateParameters& p, float norm,
                                      float practice) noexcept {
  return to_grid(norm + p.norm_adapt * (practice - norm));
}

// K4: unsettled conflicts after the week, 0-1 (S2-08f, S4-12). `blame` is the share of problems
// that ended in blame, `resolution` the level of shared conflict resolution and interventions for
// it.
[[nodiscard]] inline float conflict_debt_after(const ClimateParameters& p, float debt, float blame,
                                               float resolution) noexcept {
  return to_grid(debt + p.debt_gain * blame * (1.0f - debt) -
                 (p.debt_settle * clamp01(resolution) + p.debt_fade) * debt);
}

}  // namespace relco
