// How surely: intervals of 95 % for shares, means and medians. Values that are NaN are left out;
// what cannot be known from so few values is NaN.
#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <span>
#include <vector>

namespace relco::stats {

inline constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
inline constexpr double kConfidence = 0.95;
inline constexpr double kNormal95 = 1.959963984540054;  // two-sided, standard normal

// Both ends belong to it. Unknown ends are NaN, open ends infinite.
struct Interval {
  double low = kUnknown;
  double high = kUnknown;
  [[nodiscard]] bool known() const { return low == low && high == high; }
  // Whether the whole interval lies on one side of zero: the sign is clear.
  [[nodiscard]] bool excludes_zero() const { return known() && (low > 0 || high < 0); }
};

// A share of trials.
struct Proportion {
  double successes = 0;
  double n = 0;
  double p = kUnknown;
  Interval interval;
};

// Wilson's score interval: right also for 0 and n of n, where the textbook interval has no width.
// Counts may be fractional (mean shares of several scopes per run). n = 0: all NaN.
[[nodiscard]] Proportion wilson(double successes, double n);

// Quantile of Student's t distribution; 0 < probability < 1, degrees > 0.
[[nodiscard]] double students_t_quantile(double probability, double degrees);

// A sample and its mean. sd is that of the sample (n - 1); the interval is the mean's, by
// Student's t. n < 2: sd and interval NaN; n = 0: all NaN.
struct Estimate {
  std::size_t n = 0;
  double mean = kUnknown;
  double sd = kUnknown;
  double median = kUnknown;
  Interval interval;
};
[[nodiscard]] Estimate estimate(std::span<const double> values);

// The values that are not NaN, in their order.
[[nodiscard]] std::vector<double> present(std::span<const double> values);

// Middle value, or the mean of the two middle ones. Infinite values (never reached) are in order.
[[nodiscard]] double median(std::span<const double> values);

// Interval of the median by ranks: no assumption about the distribution, right for the two-humped
// ones that tipping gives. Its coverage is at least 95 %; unknown below six values.
[[nodiscard]] Interval median_interval(std::span<const double> values);

// Share of the values that satisfy `holds`; NaN when there are none.
[[nodiscard]] double agreement(std::span<const double> values,
                               const std::function<bool(double)>& holds);

}  // namespace relco::stats
