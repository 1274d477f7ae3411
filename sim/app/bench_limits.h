// What was measured beside what the machine could do at best.
#pragma once

#include "engine/limit_probe.h"

namespace relco::app {

struct ReachedLimits {
  MachineLimits machine;
  double bytes_moved_per_pair = 0;  // least that a week must read and write
  double memory = 0;                // share of the rate at which memory could be updated in place
  double arithmetic = 0;            // share of the rate at which draws and functions could be had

  [[nodiscard]] bool memory_is_nearer() const { return memory >= arithmetic; }
  [[nodiscard]] double pairs_per_second() const {  // that memory allows
    return machine.bytes_per_second / bytes_moved_per_pair;
  }
};

[[nodiscard]] inline ReachedLimits reached_limits(const MachineLimits& machine, double evaluations,
                                                  double pairs, double bytes_moved_per_pair) {
  return {machine, bytes_moved_per_pair, pairs * bytes_moved_per_pair / machine.bytes_per_second,
          evaluations / machine.evaluations_per_second};
}

}  // namespace relco::app
