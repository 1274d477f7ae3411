#include "random/draws.h"

#include <array>
#include <cmath>

namespace relco {
namespace {

#define RELCO_PURPOSE_ROW(number, name, meaning) PurposeRow{number, #name, meaning},
constexpr std::array kPurposes{RELCO_PURPOSES(RELCO_PURPOSE_ROW)};

// Horner's scheme, highest power first.
template <std::size_t N>
double polynomial(const std::array<double, N>& c, double x) noexcept {
  double sum = 0.0;
  for (double coefficient : c) sum = sum * x + coefficient;
  return sum;
}

}  // namespace

std::span<const PurposeRow> purpose_rows() {
  return kPurposes;
}

int poisson(double mean, double uniform) noexcept {
  if (mean <= 0.0) return 0;
  double probability = exp_d(-mean);
  double cumulative = probability;
  int n = 0;
  const int limit = static_cast<int>(mean + 12.0 * std::sqrt(mean)) + 20;
  while (uniform > cumulative && n < limit) {
    ++n;
    probability *= mean / n;
    cumulative += probability;
  }
  return n;
}

double normal(double uniform) noexcept {
  constexpr std::array a{-3.969683028665376e+01, 2.209460984245205e+02,  -2.759285104469687e+02,
                         1.383577518672690e+02,  -3.066479806614716e+01, 2.506628277459239e+00};
  constexpr std::array b{-5.447609879822406e+01, 1.615858368580409e+02,  -1.556989798598866e+02,
                         6.680131188771972e+01,  -1.328068155288572e+01, 1.0};
  constexpr std::array c{-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                         -2.549732539343734e+00, 4.374664141464968e+00,  2.938163982698783e+00};
  constexpr std::array d{7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00,
                         3.754408661907416e+00, 1.0};
  const double tail = 0.02425;
  if (uniform < tail) {
    const double q = std::sqrt(-2.0 * log_d(uniform));
    return polynomial(c, q) / polynomial(d, q);
  }
  if (uniform > 1.0 - tail) {
    const double q = std::sqrt(-2.0 * log_d(1.0 - uniform));
    return -polynomial(c, q) / polynomial(d, q);
  }
  const double q = uniform - 0.5;
  return polynomial(a, q * q) * q / polynomial(b, q * q);
}

}  // namespace relco
