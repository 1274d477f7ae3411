// What a week of RC-mini adds up, exactly, whoever lives through it.
#pragma once

#include <cstdint>

#include "base/fixed.h"
#include "engine/rc_mini/rc_mini.h"

namespace relco::mini {

// Over ties in grid steps, over cases in 2^-32.
struct Sums {
  std::int64_t goals = 0, knowledge = 0, respect = 0, quality = 0;
  void operator+=(const Sums& other) {
    goals += other.goals, knowledge += other.knowledge;
    respect += other.respect, quality += other.quality;
  }
};

// Ends the week.
inline void record(RcMini& world, const Sums& sums) {
  const double ties = static_cast<double>(world.ties) * static_cast<double>(kGridUnit);
  const auto mean = [&](std::int64_t sum) { return static_cast<double>(sum) / ties; };
  world.weeks.push_back({mean(sums.goals), mean(sums.knowledge), mean(sums.respect),
                         from_fixed(sums.quality) / static_cast<double>(world.quality.size())});
}

}  // namespace relco::mini
