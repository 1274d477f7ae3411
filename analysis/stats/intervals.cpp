#include "stats/intervals.h"

#include <algorithm>
#include <cmath>

namespace relco::stats {

Proportion wilson(double successes, double n) {
  Proportion share{successes, n, kUnknown, {}};
  if (!(n > 0)) return share;
  const double z2 = kNormal95 * kNormal95;
  const double p = successes / n;
  const double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double half = kNormal95 / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
  share.p = p;
  // The ends at p = 0 and p = 1 are 0 and 1 exactly; rounding must not say otherwise.
  share.interval.low = p <= 0 ? 0.0 : std::max(0.0, middle - half);
  share.interval.high = p >= 1 ? 1.0 : std::min(1.0, middle + half);
  return share;
}

std::vector<double> present(std::span<const double> values) {
  std::vector<double> kept;
  kept.reserve(values.size());
  for (const double value : values) {
    if (!std::isnan(value)) kept.push_back(value);
  }
  return kept;
}

double median(std::span<const double> values) {
  std::vector<double> sorted = present(values);
  if (sorted.empty()) return kUnknown;
  std::sort(sorted.begin(), sorted.end());
  return (sorted[(sorted.size() - 1) / 2] + sorted[sorted.size() / 2]) / 2;
}

Interval median_interval(std::span<const double> values) {
  std::vector<double> sorted = present(values);
  const auto n = static_cast<double>(sorted.size());
  std::sort(sorted.begin(), sorted.end());
  // Largest rank r with P(Binomial(n, 1/2) < r) <= 2.5 %: the r-th smallest and r-th largest.
  const double tail = (1 - kConfidence) / 2;
  double below = 0;
  double log_chance = -n * std::log(2.0);  // of exactly k values below the median
  std::size_t rank = 0;
  for (double k = 0; k < n; ++k) {
    below += std::exp(log_chance);
    if (below > tail) break;
    ++rank;
    log_chance += std::log((n - k) / (k + 1));
  }
  if (rank == 0) return {};
  return {sorted[rank - 1], sorted[sorted.size() - rank]};
}

Estimate estimate(std::span<const double> values) {
  const std::vector<double> sample = present(values);
  Estimate result;
  result.n = sample.size();
  if (sample.empty()) return result;
  const auto n = static_cast<double>(sample.size());
  double sum = 0;
  for (const double value : sample) sum += value;
  result.mean = sum / n;
  result.median = median(sample);
  if (sample.size() < 2) return result;
  double squares = 0;
  for (const double value : sample) squares += (value - result.mean) * (value - result.mean);
  result.sd = std::sqrt(squares / (n - 1));
  const double half =
      students_t_quantile(1 - (1 - kConfidence) / 2, n - 1) * result.sd / std::sqrt(n);
  result.interval = {result.mean - half, result.mean + half};
  return result;
}

double agreement(std::span<const double> values, const std::function<bool(double)>& holds) {
  const std::vector<double> sample = present(values);
  if (sample.empty()) return kUnknown;
  const auto satisfied = std::count_if(sample.begin(), sample.end(), holds);
  return static_cast<double>(satisfied) / static_cast<double>(sample.size());
}

}  // namespace relco::stats
