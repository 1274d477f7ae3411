// What a week of one directed tie leaves behind beside its events: the rater's memory, the ledger's
// sums, the survey's items. Steps of one tie; tie_lanes.cpp runs them in lanes of many.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/fixed.h"
#include "base/numerics.h"
#include "base/week.h"
#include "world/ledger_terms.h"
#include "world/ties.h"

namespace relco {

// M2: how a rater remembers the partner's communication: a slow mean over the survey's window, in
// units of 2^-16. `observed` is a share.
RELCO_LANE_RULE std::int32_t remember(std::int32_t memory, float observed) noexcept {
  constexpr float kRate = 2.0f / (kSurveyWindow + 1);
  const float added = observed * (kRate * 65535.0f) + 0.5f;
  return static_cast<std::int32_t>(static_cast<float>(memory) * (1.0f - kRate) + added);
}

// The same, of one event, and only in weeks in which there was something to observe.
RELCO_LANE_RULE std::int32_t remember_event(std::int32_t memory, Events events, Events observable,
                                            Events event) noexcept {
  const bool seen = (events & event) != 0;
  const std::int32_t moved = remember(memory, seen ? 1.0f : 0.0f);
  return (events & observable) != 0 ? moved : memory;
}

// Sums of ledger terms of one direction, in grid steps.
struct Books {
  std::int64_t terms[kTerms][kComponents] = {};
  void operator()(Term term, Component component, std::int32_t steps) noexcept {
    terms[static_cast<std::size_t>(term)][static_cast<std::size_t>(component)] += steps;
  }
};

}  // namespace relco
