#include "survey/psychometrics.h"

#include <cmath>
#include <map>

namespace relco::survey {

double mean_of(std::span<const double> values) {
  if (values.empty()) return kNoAnswer;
  double sum = 0;
  for (const double x : values) sum += x;
  return sum / static_cast<double>(values.size());
}

double variance_of(std::span<const double> values) {
  if (values.size() < 2) return kNoAnswer;
  const double mean = mean_of(values);
  double squares = 0;
  for (const double x : values) squares += (x - mean) * (x - mean);
  return squares / static_cast<double>(values.size() - 1);
}

double alpha_of(std::span<const Items> rows) {
  std::array<std::vector<double>, kItems> columns;
  std::vector<double> sums;
  for (const Items& row : rows) {
    double sum = 0;
    for (const double score : row) sum += score;
    if (!answered(sum)) continue;
    for (std::size_t n = 0; n < kItems; ++n) columns[n].push_back(row[n]);
    sums.push_back(sum);
  }
  double parts = 0;
  for (const auto& column : columns) parts += variance_of(column);
  const double whole = variance_of(sums);
  if (!(whole > 0)) return kNoAnswer;
  constexpr double k = kItems;
  return k / (k - 1) * (1.0 - parts / whole);
}

Agreement agreement_of(std::span<const double> values, std::span<const std::size_t> cluster) {
  std::map<std::size_t, std::vector<double>> by_cluster;
  for (std::size_t n = 0; n < values.size(); ++n) {
    if (answered(values[n])) by_cluster[cluster[n]].push_back(values[n]);
  }
  std::erase_if(by_cluster, [](const auto& one) { return one.second.size() < 2; });
  Agreement out;
  out.clusters = by_cluster.size();
  if (out.clusters < 2) return out;
  double total = 0, count = 0, squared_sizes = 0;
  for (const auto& [name, members] : by_cluster) {
    const auto size = static_cast<double>(members.size());
    total += mean_of(members) * size;
    count += size;
    squared_sizes += size * size;
  }
  double between = 0, within = 0;
  for (const auto& [name, members] : by_cluster) {
    const auto size = static_cast<double>(members.size());
    const double apart = mean_of(members) - total / count;
    between += size * apart * apart;
    within += variance_of(members) * (size - 1);
  }
  const auto clusters = static_cast<double>(out.clusters);
  out.size = (count - squared_sizes / count) / (clusters - 1);
  const double mean_between = between / (clusters - 1), mean_within = within / (count - clusters);
  if (mean_within > 0) {
    out.f = mean_between / mean_within;
    out.icc1 = (out.f - 1) / (out.f + out.size - 1);
    out.icc2 = 1 - 1 / out.f;
  }
  return out;
}

double correlation_of(std::span<const std::pair<double, double>> pairs) {
  std::vector<double> first, second;
  for (const auto& [a, b] : pairs) {
    if (!answered(a) || !answered(b)) continue;
    first.push_back(a);
    second.push_back(b);
  }
  if (first.size() < 3) return kNoAnswer;
  const double mean_a = mean_of(first), mean_b = mean_of(second);
  double together = 0;
  for (std::size_t n = 0; n < first.size(); ++n) {
    together += (first[n] - mean_a) * (second[n] - mean_b);
  }
  const double scale =
      static_cast<double>(first.size() - 1) * std::sqrt(variance_of(first) * variance_of(second));
  return scale > 0 ? together / scale : kNoAnswer;
}

}  // namespace relco::survey
