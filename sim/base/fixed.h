// Exact sums. Reported and fed-back sums are int64 in units of 2^-32: order never matters.
//
// Stored shares (ties, climate, strain ...) live on a grid of 2^-23, the spacing of float just
// above 1. Rounding to it costs one addition and one subtraction, and any difference of two grid
// values is exact in float and a small integer, so a ledger over hundreds of millions of ties is
// integer arithmetic (decision 0003).
#pragma once

#include <cstdint>

namespace relco {

using Fixed = std::int64_t;                         // units of 2^-32
inline constexpr double kFixedUnit = 4294967296.0;  // 2^32
inline constexpr float kGridUnit = 8388608.0f;      // 2^23 grid steps make 1
inline constexpr int kGridToFixed = 9;              // one grid step is 2^9 fixed units

// Clamps to [0, 1] and rounds to the nearest grid value.
[[nodiscard]] inline float to_grid(float x) noexcept {
  x = x < 0.0f ? 0.0f : x;
  x = x > 1.0f ? 1.0f : x;
  return (x + 1.0f) - 1.0f;
}

// Grid steps of a grid value or of a difference of two: exact.
[[nodiscard]] inline std::int32_t grid_steps(float difference) noexcept {
  return static_cast<std::int32_t>(difference * kGridUnit);
}

// The defining conversion of the ledger: fix(x) = round(x * 2^32).
[[nodiscard]] inline Fixed to_fixed(double x) noexcept {
  const double scaled = x * kFixedUnit;
  return static_cast<Fixed>(scaled < 0.0 ? scaled - 0.5 : scaled + 0.5);
}

[[nodiscard]] inline double from_fixed(Fixed x) noexcept {
  return static_cast<double>(x) / kFixedUnit;
}

}  // namespace relco
