// The family: sees the whole picture, carries messages, gets strained and prepared (model
// equations F1-F9).
#pragma once

#include "base/fixed.h"
#include "base/numerics.h"
#include "rules/family/family_parameters.h"
#include "world/ties.h"

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

// The role of every family in ties, unlike that of any provider.
inline constexpr std::uint32_t kFamilyRole = 0xffff;

struct FamilySide {
  float strain = 0, engagement = 0.5f;
  float dose = 0;        // of interventions with families
  bool in_team = false;  // a member of the team from the start
};

// F9: share to which the family is inside the team, 0-1.
[[nodiscard]] inline float family_inside(bool in_team, float dose) noexcept {
  return clamp01((in_team ? 1.0f : 0.0f) + dose);
}

// F9: log-odds of contact between a family and its team, both ways. The team's door is open as far
// as the family is inside the team; an engaged family is reached more, inside and outside (S0-06).
[[nodiscard]] inline float family_contact(const FamilyParameters& p, const FamilySide& f) noexcept {
  const float inside = family_inside(f.in_team, f.dose);
  return p.outside + (p.in_team - p.outside) * inside + p.engaged * (f.engagement - 0.5f);
}

// F4: what a family brings to its ties.
[[nodiscard]] inline Profile family_profile(const FamilyParameters& p,
                                            const FamilySide& f) noexcept {
  Profile out;
  out.strain = p.load_strain * (f.strain - 0.3f);
  out.contact = family_contact(p, f);
  out.status = p.status;
  out.bias_role = p.bias;
  out.learn_knowledge = f.dose * 0.5f;
  out.role = kFamilyRole;
  return out;
}

}  // namespace relco
