#include "calibrate/posterior.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/hash.h"
#include "random/draws.h"

namespace relco::calibrate {
namespace {

constexpr double kRidge = 0.02;  // on standardised errors, relative to the weight of all points
constexpr double kAcceptedShare = 0.25;

double noise(std::uint64_t seed, std::uint64_t point, std::uint64_t claim) {
  const std::uint64_t bits = mix64(combine64(combine64(mix64(seed + 1), point), claim));
  return kMeasurementError * normal((static_cast<double>(bits >> 11) + 0.5) * 0x1p-53);
}

double log_odds(double unit) {
  const double x = std::clamp(unit, 1e-4, 1 - 1e-4);
  return std::log(x / (1 - x));
}

double from_log_odds(double x) {
  return 1 / (1 + std::exp(-x));
}

using Matrix = std::vector<std::vector<double>>;

// Solves a x = b for symmetric positive a, by Cholesky; a and b are used up.
std::vector<double> solve(Matrix a, std::vector<double> b) {
  const std::size_t n = b.size();
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t k = 0; k < j; ++k) a[j][j] -= a[j][k] * a[j][k];
    a[j][j] = std::sqrt(std::max(a[j][j], 1e-12));
    for (std::size_t i = j + 1; i < n; ++i) {
      for (std::size_t k = 0; k < j; ++k) a[i][j] -= a[i][k] * a[j][k];
      a[i][j] /= a[j][j];
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) b[i] -= a[i][k] * b[k];
    b[i] /= a[i][i];
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) b[i] -= a[k][i] * b[k];
    b[i] /= a[i][i];
  }
  return b;
}

// The points near the target with their weights.
struct Accepted {
  std::vector<std::size_t> points;
  std::vector<double> weights;  // sum 1
  Matrix errors;                // as measured, with noise
};

Accepted accept(std::span<const std::vector<double>> errors, std::uint64_t seed) {
  const std::size_t n = errors.size(), claims = errors[0].size();
  Accepted out;
  Matrix noisy(n, std::vector<double>(claims));
  std::vector<double> distance(n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < claims; ++k) {
      noisy[i][k] = errors[i][k] + noise(seed, i, k);
      distance[i] += noisy[i][k] * noisy[i][k];
    }
  }
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return distance[a] < distance[b]; });
  const auto share = static_cast<std::size_t>(kAcceptedShare * static_cast<double>(n));
  const std::size_t count = std::min(n - 1, std::max(kFewest - 1, share));
  const double farthest = distance[order[count]];  // the first that does not count
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) {
    out.points.push_back(order[i]);
    const double weight = std::max(1 - distance[order[i]] / farthest, 1e-6);  // Epanechnikov
    out.weights.push_back(weight);
    out.errors.push_back(std::move(noisy[order[i]]));
    sum += weight;
  }
  for (double& weight : out.weights) weight /= sum;
  return out;
}

// Slopes of y on the errors, weighted, with a ridge; columns are standardised inside.
std::vector<double> slopes(const Accepted& near, const std::vector<double>& y) {
  const std::size_t n = near.points.size(), claims = near.errors[0].size();
  std::vector<double> mean(claims, 0), sd(claims, 0);
  double y_mean = 0;
  for (std::size_t i = 0; i < n; ++i) {
    y_mean += near.weights[i] * y[i];
    for (std::size_t k = 0; k < claims; ++k) mean[k] += near.weights[i] * near.errors[i][k];
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < claims; ++k) {
      const double d = near.errors[i][k] - mean[k];
      sd[k] += near.weights[i] * d * d;
    }
  }
  for (double& one : sd) one = std::max(std::sqrt(one), 1e-9);
  Matrix a(claims, std::vector<double>(claims, 0));
  std::vector<double> b(claims, 0);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < claims; ++k) {
      const double x = (near.errors[i][k] - mean[k]) / sd[k];
      b[k] += near.weights[i] * x * (y[i] - y_mean);
      for (std::size_t l = 0; l <= k; ++l) {
        a[k][l] += near.weights[i] * x * (near.errors[i][l] - mean[l]) / sd[l];
      }
    }
  }
  for (std::size_t k = 0; k < claims; ++k) a[k][k] += kRidge;
  std::vector<double> slope = solve(std::move(a), std::move(b));
  for (std::size_t k = 0; k < claims; ++k) slope[k] /= sd[k];
  return slope;
}

double quantile(const std::vector<std::pair<double, double>>& sorted, double share) {
  double sum = 0;
  for (const auto& [value, weight] : sorted) {
    sum += weight;
    if (sum >= share) return value;
  }
  return sorted.back().first;
}

Marginal marginal(const Accepted& near, const std::vector<double>& y) {
  const std::vector<double> slope = slopes(near, y);
  std::vector<std::pair<double, double>> adjusted;
  double mean = 0, square = 0;
  for (std::size_t i = 0; i < y.size(); ++i) {
    double x = y[i];
    for (std::size_t k = 0; k < slope.size(); ++k) x -= slope[k] * near.errors[i][k];
    const double unit = from_log_odds(x);
    adjusted.emplace_back(unit, near.weights[i]);
    mean += near.weights[i] * unit;
    square += near.weights[i] * unit * unit;
  }
  std::sort(adjusted.begin(), adjusted.end());
  const double tail = (1 - kIntervalShare) / 2;
  return {quantile(adjusted, tail), quantile(adjusted, 0.5), quantile(adjusted, 1 - tail),
          (square - mean * mean) * 12};
}

}  // namespace

std::vector<Marginal> posterior(std::span<const std::vector<double>> units,
                                std::span<const std::vector<double>> errors, std::uint64_t seed) {
  if (units.empty()) return {};
  std::vector<Marginal> marginals(units[0].size());
  if (units.size() < kFewest || errors[0].empty()) return marginals;
  const Accepted near = accept(errors, seed);
  for (std::size_t f = 0; f < marginals.size(); ++f) {
    std::vector<double> y;
    for (const std::size_t point : near.points) y.push_back(log_odds(units[point][f]));
    marginals[f] = marginal(near, y);
  }
  return marginals;
}

}  // namespace relco::calibrate
