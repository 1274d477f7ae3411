// The week of one pair, straight from the rules: what the lanes do to it among many, with a ledger
// of its own. For whoever follows a single tie; the weekly work on all ties knows nothing of it.
#pragma once

#include <cstdint>

#include "engine/exchange.h"
#include "engine/week.h"

namespace relco {

// One direction of the pair, as it stands after the week.
struct OneTie {
  Tie tie;
  Events sent = 0;
  Books met;    // what the first meeting, or one after a year of silence, made of it
  Books books;  // all other terms
  Tie first;    // after that meeting; without one, as the week found it
};

struct OnePairWeek {
  OneTie side[2];           // of the lower and the upper person; of the family and the provider
  std::int32_t silent = 0;  // weeks without contact
  float need = 0;           // cases
  float daily = 0;          // of that without any shared case
  bool awake = true;        // else released, and nothing happened
  bool met = false;         // for the first time, or after a year of silence
  bool newcomer = false;    // one of the two started this week
};

// The link of a standing pair.
[[nodiscard]] std::uint32_t link_of(const Links& links, std::uint32_t pair);

// To be asked between the phases workload and ties (families: ties and family) of a week; the
// phase then does the same to the stored tie, bit for bit.
[[nodiscard]] OnePairWeek week_of_pair(const World& world, const Parameters& parameters,
                                       const WeekFlows& flows, std::uint32_t pair);
// `row` is the place in the team of the case in `slot` of `lane`.
[[nodiscard]] OnePairWeek week_of_family(const World& world, const Parameters& parameters,
                                         const WeekFlows& flows, std::uint32_t lane,
                                         std::uint32_t slot, std::size_t row);

}  // namespace relco
