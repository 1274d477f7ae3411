// Leaders' support for relational work (model equations D1-D5): it follows results, payment,
// labour relations and threats, and returns to the leader's own stance.
#pragma once

#include "base/fixed.h"
#include "rules/leadership/leadership_parameters.h"

namespace relco {

struct LeaderWeek {
  float support = 0, stance = 0;      // now, and what the leader stands for
  float quality = 0, aspiration = 0;  // of care
  float exposure = 0;                 // to shared results
  float labour = 0;                   // -1 to 1
  float threat = 0;                   // to identity
  float cost_pressure = 0;            // above its start
  float policy = 0;                   // pressure above its start
  float trade_off = 0;                // belief that cost and relationships are at odds
};

// D1: support of an organisation's leaders after the week, 0 hostile to 1, on the storage grid
// (S0-21, S0-23, S1-10, S1-24, S2-17, F05).
[[nodiscard]] inline float support_after(const LeadershipParameters& p,
                                         const LeaderWeek& w) noexcept {
  const float pull = p.quality * (w.quality - w.aspiration) + p.payment * w.exposure +
                     p.labour * w.labour - p.threat * w.threat -
                     p.cost_pressure * w.cost_pressure * w.trade_off + p.policy * w.policy;
  return to_grid(w.support + p.adapt * pull + p.restore * (w.stance - w.support));
}

// D2: support of a unit's leader after the week, 0-1: follows the organisation, faster down than up
// (S0-20).
[[nodiscard]] inline float unit_support_after(const LeadershipParameters& p, float support,
                                              float own, float above, float above_start) noexcept {
  const float target = own + (above - above_start);
  const float rate =
      target < support ? p.unit_follows * (1.0f + p.hostility_erodes) : p.unit_follows;
  return to_grid(support + rate * (target - support));
}

// D3: support as people of a unit feel it, 0-1 (S0-14).
[[nodiscard]] inline float support_felt(const LeadershipParameters& p, float unit,
                                        float organisation) noexcept {
  return p.unit_weight * unit + (1.0f - p.unit_weight) * organisation;
}

}  // namespace relco
