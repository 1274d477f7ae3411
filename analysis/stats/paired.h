// Differences between arms that share their luck: replicate i of one arm against replicate i of
// the other, never before against after. And how two quantities go together.
#pragma once

#include <span>
#include <vector>

#include "stats/intervals.h"

namespace relco::stats {

// Arm minus control, replicate by replicate. Pairs in which either value is NaN are left out.
struct Paired {
  std::size_t n = 0;             // pairs
  double difference = kUnknown;  // mean of the differences
  double sd = kUnknown;          // of the differences
  double median = kUnknown;      // of the differences
  Interval interval;             // of the mean difference, Student's t
  double arm_mean = kUnknown;
  double control_mean = kUnknown;
  double control_sd = kUnknown;  // between the replicates of the control
  // Ratio of the means minus 1 (-0.03 is 3 % less) and its interval; NaN for a control mean of 0.
  double relative = kUnknown;
  Interval relative_interval;
  // Difference in units of the spread between replicates of the control (Glass's delta). That
  // spread is what luck alone does to such a system, not the spread between real hospitals.
  double standardised = kUnknown;
  double correlation = kUnknown;  // of the replicates of the two arms
  // What common luck saves: 1 - var(difference) / (var(arm) + var(control)). 0.9 means that a
  // tenth of the runs give the same precision; negative: common luck did harm.
  double variance_reduction = kUnknown;
};
[[nodiscard]] Paired paired_difference(std::span<const double> arm,
                                       std::span<const double> control);

// arm[i] - control[i]; NaN where either is.
[[nodiscard]] std::vector<double> differences(std::span<const double> arm,
                                              std::span<const double> control);

// Pearson's correlation with its interval by Fisher's z; NaN when either side does not vary or
// there are fewer than 3 pairs. The interval needs 4.
struct Association {
  std::size_t n = 0;
  double value = kUnknown;
  Interval interval;
};
[[nodiscard]] Association correlation(std::span<const double> x, std::span<const double> y);

// Least-squares slope of y on x, with Student's t; the interval needs 3 pairs.
[[nodiscard]] Association slope(std::span<const double> x, std::span<const double> y);

// Ratio of the means of paired values, numerator over denominator, with Fieller's interval. When
// the denominator may be zero the interval has no ends: `determined` is false.
struct Ratio {
  std::size_t n = 0;
  double value = kUnknown;
  Interval interval;
  bool determined = false;
};
[[nodiscard]] Ratio ratio_of_means(std::span<const double> numerator,
                                   std::span<const double> denominator);

// 95 % interval of the ratio of the medians of paired values, by drawing pairs anew a thousand
// times (percentile bootstrap; the same draws every time). It widens to its own estimate where a
// few pairs decide it. No ends for fewer than 3 pairs, or where a draw has a median of 0 below the
// line.
[[nodiscard]] Interval ratio_of_medians_interval(std::span<const double> numerator,
                                                 std::span<const double> denominator);

}  // namespace relco::stats
