// One tie of RC-mini in one evaluation; see rc_mini.h for the equations.
#pragma once

#include "base/numerics.h"
#include "random/draws.h"
#include "world/ties.h"

namespace relco::mini {

// What happened, packed so that a team's sum still fits: contacts, and in the upper half how many
// of the three decisions went well.
using Told = std::int32_t;
inline constexpr Told kContact = 1, kWell = 1 << 16;

// `half` of each word is this direction's luck; `counts` is 0 where there is no evaluation, else 1.
// Every share moves by a rate towards 0 or 1, so nothing branches.
RELCO_LANE_RULE Told evaluate(float& goals, float& knowledge, float& respect, const Draw& luck,
                              int half, std::int32_t counts) noexcept {
  const float g = goals, k = knowledge, r = respect;
  const std::int32_t contact = luck.uniform16(0, half) < 0.25f + 0.5f * g ? counts : 0;
  const bool timely = luck.uniform16(1, half) < logistic_near(-1.0f + 2.0f * g + 1.5f * k);
  const bool accurate = luck.uniform16(2, half) < logistic_near(-1.0f + 3.0f * k);
  const bool solved = luck.uniform16(3, half) < logistic_near(-1.5f + 1.5f * g + 2.0f * r);
  const bool met = contact != 0;
  const float forgets = counts != 0 ? 0.002f : 0.0f;
  const float trusts = solved ? 0.04f : 0.08f;
  goals = g + (met ? 0.05f : 0.0f) * ((solved ? 1.0f : 0.0f) - g);
  knowledge = k + (met ? 0.05f : forgets) * ((met & accurate ? 1.0f : 0.0f) - k);
  respect = r + (met ? trusts : 0.0f) * ((solved ? 1.0f : 0.0f) - r);
  const Told well = (timely ? kWell : 0) + (accurate ? kWell : 0) + (solved ? kWell : 0);
  return met ? kContact + well : 0;
}

// A case's quality from the sum of what its ties told.
RELCO_LANE_RULE float quality(Told sum) noexcept {
  const auto contacts = static_cast<float>(sum & 0xffff), well = static_cast<float>(sum >> 16);
  return contacts > 0.0f ? well / (3.0f * contacts) : 0.0f;
}

// The number of an evaluation stands where other draws have the week.
[[nodiscard]] constexpr Week number_of(Week week, std::uint32_t level) noexcept {
  return static_cast<Week>(week * static_cast<Week>(kMostLevels)) + static_cast<Week>(level);
}

}  // namespace relco::mini
