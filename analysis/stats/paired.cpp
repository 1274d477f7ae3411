#include "stats/paired.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/errors.h"
#include "base/hash.h"
#include "stats/intervals.h"

namespace relco::stats {
namespace {

// Pairs of which both values are there, as two lists of equal length.
std::pair<std::vector<double>, std::vector<double>> complete(std::span<const double> x,
                                                             std::span<const double> y) {
  RELCO_CHECK(x.size() == y.size(), "pairs of {} and {} values", x.size(), y.size());
  std::pair<std::vector<double>, std::vector<double>> kept;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (std::isnan(x[i]) || std::isnan(y[i])) continue;
    kept.first.push_back(x[i]);
    kept.second.push_back(y[i]);
  }
  return kept;
}

// Sums of squares and products around the means.
struct Moments {
  double n = 0, mean_x = 0, mean_y = 0, xx = 0, yy = 0, xy = 0;
};

Moments moments(const std::vector<double>& x, const std::vector<double>& y) {
  Moments m;
  m.n = static_cast<double>(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    m.mean_x += x[i] / m.n;
    m.mean_y += y[i] / m.n;
  }
  for (std::size_t i = 0; i < x.size(); ++i) {
    m.xx += (x[i] - m.mean_x) * (x[i] - m.mean_x);
    m.yy += (y[i] - m.mean_y) * (y[i] - m.mean_y);
    m.xy += (x[i] - m.mean_x) * (y[i] - m.mean_y);
  }
  return m;
}

double t_two_sided(double degrees) {
  return students_t_quantile(1 - (1 - kConfidence) / 2, degrees);
}

// Interval of a ratio of means R: that of the mean of arm - R control, over the control's mean.
Interval relative_interval(const std::vector<double>& arm, const std::vector<double>& control,
                           double relative, double control_mean) {
  std::vector<double> rest(arm.size());
  for (std::size_t i = 0; i < arm.size(); ++i) rest[i] = arm[i] - (1 + relative) * control[i];
  const Estimate spread = estimate(rest);
  const double half = (spread.interval.high - spread.mean) / std::abs(control_mean);
  return {relative - half, relative + half};
}

}  // namespace

std::vector<double> differences(std::span<const double> arm, std::span<const double> control) {
  RELCO_CHECK(arm.size() == control.size(), "pairs of {} and {} values", arm.size(),
              control.size());
  std::vector<double> difference(arm.size());
  for (std::size_t i = 0; i < arm.size(); ++i) difference[i] = arm[i] - control[i];
  return difference;
}

Paired paired_difference(std::span<const double> arm, std::span<const double> control) {
  const auto [a, c] = complete(arm, control);
  const Estimate difference = estimate(differences(a, c));
  const Estimate arm_estimate = estimate(a);
  const Estimate control_estimate = estimate(c);
  Paired paired;
  paired.n = a.size();
  paired.difference = difference.mean;
  paired.sd = difference.sd;
  paired.median = difference.median;
  paired.interval = difference.interval;
  paired.arm_mean = arm_estimate.mean;
  paired.control_mean = control_estimate.mean;
  paired.control_sd = control_estimate.sd;
  if (paired.n > 0 && control_estimate.mean != 0) {
    paired.relative = arm_estimate.mean / control_estimate.mean - 1;
    paired.relative_interval = relative_interval(a, c, paired.relative, control_estimate.mean);
  }
  if (control_estimate.sd > 0) paired.standardised = difference.mean / control_estimate.sd;
  paired.correlation = correlation(a, c).value;
  const double apart = std::pow(arm_estimate.sd, 2) + std::pow(control_estimate.sd, 2);
  if (apart > 0) paired.variance_reduction = 1 - difference.sd * difference.sd / apart;
  return paired;
}

Association correlation(std::span<const double> x, std::span<const double> y) {
  const auto [a, b] = complete(x, y);
  Association result;
  result.n = a.size();
  if (result.n < 3) return result;
  const Moments m = moments(a, b);
  // Values that differ only by rounding do not vary; their correlation would be noise.
  const double floor_x = m.n * std::pow(1e-12 * m.mean_x, 2);
  const double floor_y = m.n * std::pow(1e-12 * m.mean_y, 2);
  if (m.xx <= floor_x || m.yy <= floor_y) return result;
  const double r = m.xy / std::sqrt(m.xx * m.yy);
  result.value = r > 1 ? 1 : (r < -1 ? -1 : r);
  if (result.n < 4) return result;
  if (std::abs(result.value) == 1) {
    result.interval = {result.value, result.value};
    return result;
  }
  const double z = std::atanh(result.value);
  const double half = kNormal95 / std::sqrt(m.n - 3);
  result.interval = {std::tanh(z - half), std::tanh(z + half)};
  return result;
}

Association slope(std::span<const double> x, std::span<const double> y) {
  const auto [a, b] = complete(x, y);
  Association result;
  result.n = a.size();
  if (result.n < 2) return result;
  const Moments m = moments(a, b);
  if (m.xx <= m.n * std::pow(1e-12 * m.mean_x, 2)) return result;
  result.value = m.xy / m.xx;
  if (result.n < 3) return result;
  const double left = m.yy - result.value * m.xy;  // squares that the line leaves
  const double half = t_two_sided(m.n - 2) * std::sqrt((left > 0 ? left : 0) / (m.n - 2) / m.xx);
  result.interval = {result.value - half, result.value + half};
  return result;
}

Ratio ratio_of_means(std::span<const double> numerator, std::span<const double> denominator) {
  const auto [a, b] = complete(numerator, denominator);
  Ratio ratio;
  ratio.n = a.size();
  if (ratio.n == 0) return ratio;
  const Moments m = moments(a, b);
  if (m.mean_y != 0) ratio.value = m.mean_x / m.mean_y;
  if (ratio.n < 2) return ratio;
  // Fieller: all R for which the mean of a - R b is within t standard errors of zero.
  const double k = std::pow(t_two_sided(m.n - 1), 2) / (m.n * (m.n - 1));
  const double square = m.mean_y * m.mean_y - k * m.yy;
  ratio.determined = square > 0;
  if (!ratio.determined) return ratio;
  const double middle = m.mean_x * m.mean_y - k * m.xy;
  const double constant = m.mean_x * m.mean_x - k * m.xx;
  const double root = std::sqrt(std::max(0.0, middle * middle - square * constant));
  ratio.interval = {(middle - root) / square, (middle + root) / square};
  return ratio;
}

Interval ratio_of_medians_interval(std::span<const double> numerator,
                                   std::span<const double> denominator) {
  constexpr std::size_t kDraws = 1000;
  const auto [a, b] = complete(numerator, denominator);
  const std::size_t n = a.size();
  if (n < 3 || median(b) == 0) return {};
  std::vector<double> ratios, above(n), below(n);
  for (std::size_t draw = 0; draw < kDraws; ++draw) {
    for (std::size_t i = 0; i < n; ++i) {
      const std::size_t pair = combine64(draw + 1, i) % n;
      above[i] = a[pair];
      below[i] = b[pair];
    }
    const double whole = median(below);
    if (whole == 0) return {};
    ratios.push_back(median(above) / whole);
  }
  std::sort(ratios.begin(), ratios.end());
  const double own = median(a) / median(b);
  return {std::min(own, ratios[kDraws / 40]), std::max(own, ratios[kDraws - 1 - kDraws / 40])};
}

}  // namespace relco::stats
