// In-group bias and identification with the larger whole (model equations I1-I5). Labels alone
// sustain bias; good contact wears it down where its conditions hold; threats harden it.
#pragma once

#include "base/fixed.h"
#include "base/numerics.h"
#include "rules/identity/identity_parameters.h"

namespace relco {

// What a person lived through across one kind of boundary in a week, as shares and counts.
struct BoundaryWeek {
  float contacts = 0;  // exchanges across the boundary
  float good = 0;      // share of needed exchanges that were smooth or solved
  float bad = 0;       // share that ended in blame
};

struct IdentityWeek {
  float distance = 0;    // bias that the boundary alone sustains
  float conditions = 0;  // common goals times leaders' support: 0-1, as a bundle (G01)
  float negativity = 1;  // weight of the bad
  float threat = 0;      // to identity, times strength of the own identity
  float harden = 0;      // dose of meeting only one's own; negative for joint days
};

// I1: bias after the week, 0-1 on the storage grid; rates a week (G01 to G05, G10, E36).
[[nodiscard]] inline float bias_after(const IdentityParameters& p, float bias,
                                      const BoundaryWeek& b, const IdentityWeek& w) noexcept {
  const float multiplier = 1.0f + (p.conditions - 1.0f) * w.conditions;
  const float few = b.contacts > 0.0f ? max0(1.0f - b.contacts / p.anxiety_until) : 0.0f;
  const float gained = p.bad_contact * w.negativity * b.bad + p.anxiety * few +
                       p.threat_gain * w.threat + p.harden * max0(w.harden);
  const float lost = p.good_contact * b.good * multiplier + p.harden * max0(-w.harden);
  return to_grid(bias + gained * (1.0f - bias) - lost * bias + p.restore * (w.distance - bias));
}

// I2: identification with the larger whole after the week, 0-1 (G09, S4-06, S4-11). `dose` is of
// cultivated shared identity, negative for days among one's own; `coordinators` the share of
// exchanges with a neutral coordinator (S2-14).
[[nodiscard]] inline float larger_after(const IdentityParameters& p, float larger, float dose,
                                        float coordinators) noexcept {
  const float gain = p.larger_gain * max0(dose) + p.coordinator * coordinators;
  const float loss = p.larger_gain * max0(-dose);
  return to_grid(larger + gain * (1.0f - larger) - loss * larger -
                 p.larger_fade * (larger - p.larger_start));
}

// I3: the bias that acts, 0-1: dual identity and supportive leaders take the edge off (G02, G09).
[[nodiscard]] inline float acting_bias(const IdentityParameters& p, float bias, float larger,
                                       float support) noexcept {
  return bias * (1.0f - larger) * (1.0f - p.support_relief * support);
}

}  // namespace relco
