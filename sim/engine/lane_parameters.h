// The parameters that lanes need, once for each lane of a step: vector code takes them straight
// from memory. Numbers that the compiler spreads itself go through registers, of which it has never
// enough.
#pragma once

#include <cstddef>

#include "rules/learning/learning.h"
#include "rules/parameters.h"

namespace relco {

inline constexpr std::size_t kLaneStep = 16;  // lanes are lived through in whole steps

struct CommunicationLanes {
#define X(field, default_value, low, high, unit, origin, source, meaning) \
  alignas(64) float field[kLaneStep];
#include "rules/communication/communication.def"
#undef X

  RELCO_LANE_STEP explicit CommunicationLanes(const CommunicationParameters& p) noexcept {
    for (std::size_t n = 0; n < kLaneStep; ++n) {
#define X(field, default_value, low, high, unit, origin, source, meaning) field[n] = p.field;
#include "rules/communication/communication.def"
#undef X
    }
  }
  RELCO_LANE_RULE CommunicationParameters at(std::size_t n) const noexcept {
    CommunicationParameters out;
#define X(field, default_value, low, high, unit, origin, source, meaning) out.field = field[n];
#include "rules/communication/communication.def"
#undef X
    return out;
  }
};

struct LearningLanes {
#define X(field, default_value, low, high, unit, origin, source, meaning) \
  alignas(64) float field[kLaneStep];
#include "rules/learning/learning.def"
#undef X

  RELCO_LANE_STEP explicit LearningLanes(const LearningParameters& p) noexcept {
    for (std::size_t n = 0; n < kLaneStep; ++n) {
#define X(field, default_value, low, high, unit, origin, source, meaning) field[n] = p.field;
#include "rules/learning/learning.def"
#undef X
    }
  }
  RELCO_LANE_RULE LearningParameters at(std::size_t n) const noexcept {
    LearningParameters out;
#define X(field, default_value, low, high, unit, origin, source, meaning) out.field = field[n];
#include "rules/learning/learning.def"
#undef X
    return out;
  }
};

struct LaneParameters {
  CommunicationLanes communication;
  LearningLanes learning;

  explicit LaneParameters(const Parameters& p) noexcept
      : communication(p.communication), learning(at_pace(p.learning)) {}
};

}  // namespace relco
