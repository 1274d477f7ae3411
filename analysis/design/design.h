// Which points of a space of factors are looked at: numbers in [0, 1), one per factor, that the
// caller stretches over its ranges and levels. Pure functions: equal arguments, equal points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace relco::design {

// Row-major: the factors of point 0, then those of point 1.
struct UnitPoints {
  std::size_t points = 0, factors = 0;
  std::vector<double> values;
  [[nodiscard]] double at(std::size_t point, std::size_t factor) const {
    return values[point * factors + factor];
  }
};

inline constexpr std::size_t kMostFactors = 64;

// Every combination of levels as indices; the last factor runs fastest.
[[nodiscard]] std::vector<std::vector<std::size_t>> full_grid(std::span<const std::size_t> levels);

// Each factor is cut into as many slices as there are points; every slice has one point, at a
// random place in it, and the slices of different factors meet at random.
[[nodiscard]] UnitPoints latin_hypercube(std::size_t points, std::size_t factors,
                                         std::uint64_t seed);

// The Sobol sequence (direction numbers of Joe and Kuo) from its origin on, with a digital shift
// per factor that the seed chooses: the shift keeps what the sequence promises (of the first 2^k
// points, every slice of width 2^-k has one) and takes the points off the edges. The first points
// are the same however many are asked for.
[[nodiscard]] UnitPoints sobol(std::size_t points, std::size_t factors, std::uint64_t seed);

}  // namespace relco::design
