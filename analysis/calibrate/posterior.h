// How surely claims pin parameters down: regression-adjusted approximate Bayesian computation over
// points that were spread evenly in the box. Bands are read as 95 % ranges of measurement, so half
// a band is two standard errors.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace relco::calibrate {

inline constexpr double kMeasurementError = 0.5;  // standard error, in half widths of a band
inline constexpr double kIntervalShare = 0.90;
// A parameter is called identifiable when the claims take away at least three quarters of the
// variance it has in the box.
inline constexpr double kIdentifiableVariance = 0.25;

struct Marginal {                          // of one parameter, in units of the box
  double low = 0, median = 0.5, high = 1;  // 90 % between low and high
  double variance_left = 1;                // over the variance of the box, 1/12
  [[nodiscard]] bool identifiable() const { return variance_left < kIdentifiableVariance; }
};

// units[i]: a point of the box; errors[i]: of every claim there, 0 is met, in half widths. Nearest
// points count, corrected by a weighted linear regression of the parameters (as log-odds, so that
// they stay in the box) on the errors. With fewer than kFewest points the box itself comes back.
inline constexpr std::size_t kFewest = 40;
[[nodiscard]] std::vector<Marginal> posterior(std::span<const std::vector<double>> units,
                                              std::span<const std::vector<double>> errors,
                                              std::uint64_t seed);

}  // namespace relco::calibrate
