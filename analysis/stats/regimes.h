// Probabilities of the regimes across replicates: never just a mean, because the outcome has two
// humps.
#pragma once

#include <array>

#include "measure/regime.h"
#include "stats/intervals.h"

namespace relco::stats {

// One regime of one arm. Replicates without any tie in the scope do not count.
struct RegimeShare {
  Proportion share;
  double at_lower_cutoffs = kUnknown;   // the share when all cut-offs lie 0.1 lower
  double at_higher_cutoffs = kUnknown;  // and 0.1 higher
};

// Indexed by Regime.
using RegimeTable = std::array<RegimeShare, kRegimes>;

// How the replicates of an arm ended in a scope.
[[nodiscard]] RegimeTable regime_table(const RunRecords& records, std::size_t arm,
                                       std::size_t scope = 0,
                                       const RegimeCutoffs& cutoffs = kRegimeCutoffs);

// When the runs that ended in a regime went over to it for good.
struct Tipping {
  int runs = 0;                   // that ended in the regime
  int from_start = 0;             // of those, in it from the first week judged
  double median_week = kUnknown;  // of the others
  double first_week = kUnknown, last_week = kUnknown;
};
using TippingTable = std::array<Tipping, kRegimes>;
[[nodiscard]] TippingTable tipping_table(const RunRecords& records, std::size_t arm,
                                         std::size_t scope = 0);

}  // namespace relco::stats
