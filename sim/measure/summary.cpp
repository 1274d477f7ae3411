#include "measure/summary.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace relco {
namespace {
constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();
}

WeekWindow last_weeks(const RunAxes& axes, Week length) {
  return {std::max<Week>(0, axes.weeks - length), axes.weeks};
}

WeekWindow trailing_weeks(Week week, Week length) {
  return {std::max<Week>(0, week + 1 - length), week + 1};
}

WeekWindow cut_to_run(WeekWindow window, const RunAxes& axes) {
  return {std::max<Week>(0, window.from), std::min(axes.weeks, window.to)};
}

std::vector<double> weekly_values(const RunAxes& axes, const CellRecords& cell, std::size_t scope,
                                  Outcome outcome, WeekWindow window) {
  const WeekWindow weeks = cut_to_run(window, axes);
  std::vector<double> values;
  values.reserve(static_cast<std::size_t>(weeks.length()));
  for (Week week = weeks.from; week < weeks.to; ++week) {
    const auto value = cell.outcomes[CellRecords::index(axes, week, scope, outcome)];
    values.push_back(static_cast<double>(value));
  }
  return values;
}

double mean_of_present(std::span<const double> values) {
  double sum = 0;
  std::size_t n = 0;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    sum += value;
    ++n;
  }
  return n == 0 ? kNoValue : sum / static_cast<double>(n);
}

double slope_per_year(std::span<const double> weekly) {
  double n = 0, sum_x = 0, sum_y = 0;
  for (std::size_t i = 0; i < weekly.size(); ++i) {
    if (std::isnan(weekly[i])) continue;
    n += 1;
    sum_x += static_cast<double>(i);
    sum_y += weekly[i];
  }
  if (n < 2) return kNoValue;
  // Around the means, so that a level of 4 does not eat the digits of a slope of 0.001.
  const double mean_x = sum_x / n;
  const double mean_y = sum_y / n;
  double xx = 0, xy = 0;
  for (std::size_t i = 0; i < weekly.size(); ++i) {
    if (std::isnan(weekly[i])) continue;
    const double x = static_cast<double>(i) - mean_x;
    xx += x * x;
    xy += x * (weekly[i] - mean_y);
  }
  return xy / xx * static_cast<double>(kWeeksPerYear);
}

double mean_over(const RunAxes& axes, const CellRecords& cell, std::size_t scope, Outcome outcome,
                 WeekWindow window) {
  return mean_of_present(weekly_values(axes, cell, scope, outcome, window));
}

std::vector<double> replicate_means(const RunRecords& records, std::size_t arm, std::size_t scope,
                                    Outcome outcome, WeekWindow window) {
  std::vector<double> means;
  means.reserve(static_cast<std::size_t>(records.axes.replicates));
  for (int replicate = 0; replicate < records.axes.replicates; ++replicate) {
    const CellRecords& cell = records.cell(arm, replicate);
    means.push_back(mean_over(records.axes, cell, scope, outcome, window));
  }
  return means;
}

std::vector<double> replicate_means(const RunRecords& records, std::size_t arm, std::size_t scope,
                                    Outcome outcome) {
  return replicate_means(records, arm, scope, outcome, last_weeks(records.axes));
}

LedgerSum ledger_over(const RunAxes& axes, const CellRecords& cell, std::size_t scope,
                      std::span<const TieScope> ties, WeekWindow window) {
  const WeekWindow weeks = cut_to_run(window, axes);
  // Sums of a nation over years could leave int64; doubles in a fixed order are as repeatable.
  LedgerSum sum{};
  for (Week week = weeks.from; week < weeks.to; ++week) {
    for (const TieScope tie_scope : ties) {
      const LedgerCell& row = cell.ledger[CellRecords::ledger_index(axes, week, scope, tie_scope)];
      for (std::size_t term = 0; term < kTerms; ++term) {
        for (std::size_t component = 0; component < kComponents; ++component) {
          sum[term][component] += from_fixed(row[term][component]);
        }
      }
    }
  }
  return sum;
}

}  // namespace relco
