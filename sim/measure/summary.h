// From weekly records to one number per run: the mean of an outcome over some weeks, its slope, its
// weekly path. Pure functions; weeks without a value (NaN) are left out, and NaN comes back when no
// week has one.
//
// Per-case outcomes are means over the cases that ended in a week; each week with such a case
// counts the same here, because records do not keep how many cases ended.
#pragma once

#include <span>
#include <vector>

#include "measure/results.h"

namespace relco {

// The weeks from, from + 1, ... to - 1.
struct WeekWindow {
  Week from = 0;
  Week to = 0;
  [[nodiscard]] bool empty() const { return to <= from; }
  [[nodiscard]] Week length() const { return empty() ? 0 : to - from; }
};

// The last `length` weeks of the run; all of them when the run is shorter.
[[nodiscard]] WeekWindow last_weeks(const RunAxes& axes, Week length = kRegimeWindow);

// The `length` weeks that end with week `week` (included), cut at the start of the run.
[[nodiscard]] WeekWindow trailing_weeks(Week week, Week length = kRegimeWindow);

// The part of `window` that was simulated.
[[nodiscard]] WeekWindow cut_to_run(WeekWindow window, const RunAxes& axes);

// One value per week of the window, cut to the run.
[[nodiscard]] std::vector<double> weekly_values(const RunAxes& axes, const CellRecords& cell,
                                                std::size_t scope, Outcome outcome,
                                                WeekWindow window);

// Mean of the values that are there.
[[nodiscard]] double mean_of_present(std::span<const double> values);

// M6: least-squares slope per year of weekly values; NaN with fewer than two values.
[[nodiscard]] double slope_per_year(std::span<const double> weekly);

// Mean of one outcome of one run over a window.
[[nodiscard]] double mean_over(const RunAxes& axes, const CellRecords& cell, std::size_t scope,
                               Outcome outcome, WeekWindow window);

// The same for every replicate of an arm, in the order of replicates: runs of different arms with
// the same index share their luck.
[[nodiscard]] std::vector<double> replicate_means(const RunRecords& records, std::size_t arm,
                                                  std::size_t scope, Outcome outcome,
                                                  WeekWindow window);

// Over the last half year.
[[nodiscard]] std::vector<double> replicate_means(const RunRecords& records, std::size_t arm,
                                                  std::size_t scope, Outcome outcome);

// Ledger of one scope summed over a window and the tie scopes asked for, in points of the stored
// scale (1.0 is the whole length of one component of one tie).
using LedgerSum = std::array<std::array<double, kComponents>, kTerms>;
[[nodiscard]] LedgerSum ledger_over(const RunAxes& axes, const CellRecords& cell, std::size_t scope,
                                    std::span<const TieScope> ties, WeekWindow window);

}  // namespace relco
