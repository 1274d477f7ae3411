// Exact sums. Reported and fed-back sums are int64 in units of 2^-32: order never matters.
//
// Stored shares (ties, climate, strain ...) live on a grid of 2^-23, the spacing of float just
// above 1. Rounding to it costs one addition and one subtraction, and any difference of two grid
// values is exact in float and a small integer, so a ledger over hundreds of millions of ties is
// integer arithmetic (decision 0003).
#pragma once

#include <bit>
#include <cstdint>

namespace relco {

using Fixed = std::int64_t;                         // units of 2^-32
inline constexpr double kFixedUnit = 4294967296.0;  // 2^32
inline constexpr float kGridUnit = 8388608.0f;      // 2^23 grid steps make 1
inline constexpr int kGridToFixed = 9;              // one grid step is 2^9 fixed units

// A share on the grid, kept as itself plus one. The spacing of floats from 1 to 2 is the grid, so
// adding to such a number rounds to it, and its bits count the steps: clamping and counting are
// integer arithmetic, and cheap in lanes.
class GridShare {
 public:
  // Of a value that lies on the grid already.
  explicit GridShare(float value) noexcept : bits_(std::bit_cast<std::int32_t>(value + 1.0f)) {}

  [[nodiscard]] float value() const noexcept { return one_more() - 1.0f; }     // 0 to 1
  [[nodiscard]] std::int32_t steps() const noexcept { return bits_ - kZero; }  // value * 2^23

  // Moved by `change`, clamped to [0, 1] and rounded to the nearest grid value; returns by how many
  // steps.
  std::int32_t move(float change) noexcept {
    std::int32_t bits = std::bit_cast<std::int32_t>(one_more() + change);
    bits = bits < kZero ? kZero : bits;
    bits = bits > kOne ? kOne : bits;
    const std::int32_t moved = bits - bits_;
    bits_ = bits;
    return moved;
  }

 private:
  static constexpr std::int32_t kZero = 127 << 23, kOne = 128 << 23;  // the bits of 1 and of 2
  [[nodiscard]] float one_more() const noexcept { return std::bit_cast<float>(bits_); }
  std::int32_t bits_;
};

// Clamps to [0, 1] and rounds to the nearest grid value.
[[nodiscard]] inline float to_grid(float x) noexcept {
  GridShare share(0.0f);
  share.move(x);
  return share.value();
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
