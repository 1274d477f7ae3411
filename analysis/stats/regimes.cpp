#include "stats/regimes.h"

#include <algorithm>
#include <vector>

namespace relco::stats {
namespace {

// Replicates per regime, and all that could be judged.
struct Counts {
  std::array<double, kRegimes> runs{};
  double judged = 0;
};

}  // namespace

RegimeTable regime_table(const RunRecords& records, std::size_t arm, std::size_t scope,
                         const RegimeCutoffs& cutoffs) {
  const TieScope yardstick = TieScope::between;  // judge_scope measures every scope with it
  const std::array<RegimeCutoffs, 3> tables{cutoffs, cutoffs.moved(-kCutoffShift),
                                            cutoffs.moved(kCutoffShift)};
  std::array<Counts, 3> counts;
  for (int replicate = 0; replicate < records.axes.replicates; ++replicate) {
    const RegimeOfCell judged =
        regime_of_cell(records.axes, records.cell(arm, replicate), scope, cutoffs);
    if (!judged.known()) continue;
    for (std::size_t i = 0; i < tables.size(); ++i) {
      const Regime regime =
          classify(judged.level, judged.slope_per_year, judged.gain, yardstick, tables[i]);
      counts[i].runs[static_cast<std::size_t>(regime)] += 1;
      counts[i].judged += 1;
    }
  }
  RegimeTable table;
  for (std::size_t regime = 0; regime < kRegimes; ++regime) {
    table[regime].share = wilson(counts[0].runs[regime], counts[0].judged);
    table[regime].at_lower_cutoffs = wilson(counts[1].runs[regime], counts[1].judged).p;
    table[regime].at_higher_cutoffs = wilson(counts[2].runs[regime], counts[2].judged).p;
  }
  return table;
}

TippingTable tipping_table(const RunRecords& records, std::size_t arm, std::size_t scope) {
  TippingTable table;
  std::array<std::vector<double>, kRegimes> weeks;
  for (int replicate = 0; replicate < records.axes.replicates; ++replicate) {
    const CellRecords& cell = records.cell(arm, replicate);
    if (!regime_of_cell(records.axes, cell, scope).known()) continue;
    const RegimePath path = regime_path(records.axes, cell, scope);
    const auto regime = static_cast<std::size_t>(path.regimes.back());
    ++table[regime].runs;
    if (path.tipped) {
      weeks[regime].push_back(static_cast<double>(*path.tipped));
    } else {
      ++table[regime].from_start;
    }
  }
  for (std::size_t regime = 0; regime < kRegimes; ++regime) {
    if (weeks[regime].empty()) continue;
    table[regime].median_week = median(weeks[regime]);
    table[regime].first_week = *std::min_element(weeks[regime].begin(), weeks[regime].end());
    table[regime].last_week = *std::max_element(weeks[regime].begin(), weeks[regime].end());
  }
  return table;
}

}  // namespace relco::stats
