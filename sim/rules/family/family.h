// The family: sees the whole picture, carries messages, gets strained and prepared (model
// equations F1-F8).
#pragma once

#include "base/fixed.h"
#include "base/numerics.h"
#include "rules/family/family_parameters.h"

namespace relco {

struct FamilyWeek {
  float strain = 0, strain_start = 0, prepared = 0;
  float work = 0;           // relaying done, 0-1
  float contradiction = 0;  // 1 in a week of contradictory plans
  float blame = 0;          // share of contacts with the team that ended in blame
  float informed = 0;       // share of the team that reached the family accurately
  float dose = 0;           // of interventions with families
  float carers = 1;
};

// F1: coordination that the family's relaying makes up, of what is missing.
[[nodiscard]] inline float relay_of(const FamilyParameters& p, float engagement, float capacity,
                                    float strain, float reach) noexcept {
  return p.relay * engagement * capacity * reach * (1.0f - strain);
}

// F2: strain after the week.
[[nodiscard]] inline float strain_after(const FamilyParameters& p, const FamilyWeek& w) noexcept {
  const float relief = 1.0f / (1.0f + p.carers_relief * max0(w.carers - 1.0f));
  const float gain = (p.relay_strain * w.work + p.contradiction_strain * w.contradiction +
                      p.blame_strain * w.blame) *
                     relief;
  return to_grid(w.strain + gain * (1.0f - w.strain) -
                 p.recover * (1.0f + 0.5f * w.dose) * max0(w.strain - w.strain_start * 0.5f));
}

// F3: preparedness after the week (B14).
[[nodiscard]] inline float prepared_after(const FamilyParameters& p, const FamilyWeek& w) noexcept {
  const float gain = p.prepare * (w.informed + 0.5f * w.dose);
  return to_grid(w.prepared + gain * (1.0f - w.prepared) - p.prepare_fade * w.prepared);
}

}  // namespace relco
