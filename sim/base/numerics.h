// Elementary functions made of basic IEEE operations only, so that every machine, compiler and
// vector width gives the same bits (the standard library's exp and log differ between systems).
#pragma once

#include <bit>
#include <cstdint>

namespace relco {

// e^x for |x| <= 80 (clamped beyond), relative error below 3e-7. Branch-free, so that loops over
// it vectorise: x = n ln2 + f with |f| <= ln2/2, a polynomial in f, and 2^n put into the exponent.
[[nodiscard]] inline float exp_f(float x) noexcept {
  x = x < -80.0f ? -80.0f : x;
  x = x > 80.0f ? 80.0f : x;
  const float magic = 12582912.0f;  // 1.5 * 2^23: adding it rounds to the nearest integer
  const float shifted = x * 1.44269504088896341f + magic;
  const float n = shifted - magic;
  const float f = (x - n * 0.693145751953125f) - n * 1.42860682030941723e-6f;
  float p = 1.9875691500e-4f;
  p = p * f + 1.3981999507e-3f;
  p = p * f + 8.3334519073e-3f;
  p = p * f + 4.1665795894e-2f;
  p = p * f + 1.6666665459e-1f;
  p = p * f + 5.0000001201e-1f;
  p = p * f * f + f + 1.0f;
  const std::int32_t exponent = (std::bit_cast<std::int32_t>(shifted) << 23) + (127 << 23);
  return p * std::bit_cast<float>(exponent);
}

// The odds against what has log-odds x: e^-x, clamped beyond |x| = 80; relative error below 3e-7,
// and as much again for every 5 of |x|. Half the work of exp_f, for all that happens on ties: 2 to
// a whole number is added to the exponent's bits, and a polynomial does the rest.
[[nodiscard]] inline float odds_against(float x) noexcept {
  const std::int32_t bits = std::bit_cast<std::int32_t>(x),
                     most = std::bit_cast<std::int32_t>(80.0f);
  const std::int32_t size = bits & 0x7fffffff, sign = bits - size;
  x = std::bit_cast<float>(sign | (size < most ? size : most));
  const float magic = 12582912.0f;  // 1.5 * 2^23: adding it rounds to the nearest integer
  const float t = x * -1.44269504088896341f;
  const float shifted = t + magic;
  const float f = t - (shifted - magic);
  float p = 1.326472731e-3f;
  p = p * f + 9.671512991e-3f;
  p = p * f + 5.550733581e-2f;
  p = p * f + 2.402224243e-1f;
  p = p * f + 6.931470037e-1f;
  p = p * f + 1.0f;
  return std::bit_cast<float>(std::bit_cast<std::int32_t>(p) +
                              (std::bit_cast<std::int32_t>(shifted) << 23));
}

// The logistic function 1 / (1 + e^-x): monotone to rounding, in (0, 1).
[[nodiscard]] inline float logistic(float x) noexcept {
  return 1.0f / (1.0f + odds_against(x));
}

// The same for |x| <= 2.5 and nowhere else, absolute error below 1e-5 (2^-16 is 1.5e-5, so that a
// 16-bit draw hardly tells them apart): an odd polynomial about 1/2, without a division.
[[nodiscard]] inline float logistic_near(float x) noexcept {
  const float square = x * x;
  float p = 5.258347194e-6f;
  p = p * square - 1.402946718e-4f;
  p = p * square + 1.924165979e-3f;
  p = p * square - 2.067679301e-2f;
  p = p * square + 2.499558031e-1f;
  return p * x + 0.5f;
}

// Natural logarithm of a positive normal number, relative error below 6e-16. For genesis,
// arrivals and choices; never needed per tie.
[[nodiscard]] inline double log_d(double x) noexcept {
  std::uint64_t bits = std::bit_cast<std::uint64_t>(x);
  std::int64_t exponent = static_cast<std::int64_t>(bits >> 52) - 1023;
  bits = (bits & 0x000fffffffffffffULL) | 0x3ff0000000000000ULL;
  double m = std::bit_cast<double>(bits);
  if (m > 1.4142135623730951) {
    m *= 0.5;
    ++exponent;
  }
  // ln m = 2 atanh(s), s = (m - 1) / (m + 1), |s| <= 0.172: eleven odd terms reach 1e-18.
  const double s = (m - 1.0) / (m + 1.0);
  const double z = s * s;
  double sum = 0.0;
  for (int k = 21; k >= 1; k -= 2) sum = sum * z + 1.0 / k;
  return 2.0 * s * sum + static_cast<double>(exponent) * 0.6931471805599453;
}

// e^x in double precision for |x| <= 700 (clamped beyond), relative error below 2.3e-16: n times
// the upper part of ln 2 is exact, and the polynomial of degree 13 is cut below 1e-17.
[[nodiscard]] inline double exp_d(double x) noexcept {
  x = x < -700.0 ? -700.0 : (x > 700.0 ? 700.0 : x);
  const double shifted = x * 1.4426950408889634 + 6755399441055744.0;
  const double n = shifted - 6755399441055744.0;
  const double f = (x - n * 0.6931471803691238) - n * 1.9082149292705877e-10;
  double p = 1.0;
  for (int k = 13; k >= 1; --k) p = 1.0 + p * f / k;
  const auto exponent = static_cast<std::uint64_t>(static_cast<std::int64_t>(n) + 1023) << 52;
  return p * std::bit_cast<double>(exponent);
}

// ln(1 + x) for x >= 0, absolute error below 2e-6: exponent plus a polynomial, branch-free.
[[nodiscard]] inline float log1p_f(float x) noexcept {
  const float y = x + 1.0f;
  const std::int32_t bits = std::bit_cast<std::int32_t>(y);
  const std::int32_t exponent = (bits - 0x3f3504f3) >> 23;  // splits at sqrt(1/2)
  const float m = std::bit_cast<float>(bits - exponent * (1 << 23)) - 1.0f;
  float p = 7.0376836292e-2f;
  p = p * m - 1.1514610310e-1f;
  p = p * m + 1.1676998740e-1f;
  p = p * m - 1.2420140846e-1f;
  p = p * m + 1.4249322787e-1f;
  p = p * m - 1.6668057665e-1f;
  p = p * m + 2.0000714765e-1f;
  p = p * m - 2.4999993993e-1f;
  p = p * m + 3.3333331174e-1f;
  const float square = m * m;
  return m + (p * m * square - 0.5f * square) + static_cast<float>(exponent) * 0.6931471806f;
}

// Positive floats are in the order of their bits, and negative ones are negative whole numbers: the
// larger and the smaller of those are single instructions in lanes, whatever the compiler.
[[nodiscard]] constexpr float max0(float x) noexcept {
  const std::int32_t bits = std::bit_cast<std::int32_t>(x);
  return std::bit_cast<float>(bits > 0 ? bits : 0);
}

[[nodiscard]] constexpr float clamp01(float x) noexcept {
  constexpr std::int32_t kOne = 127 << 23;  // the bits of 1
  const std::int32_t bits = std::bit_cast<std::int32_t>(max0(x));
  return std::bit_cast<float>(bits < kOne ? bits : kOne);
}

}  // namespace relco
