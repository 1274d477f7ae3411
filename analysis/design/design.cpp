#include "design/design.h"

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <numeric>

#include "base/errors.h"
#include "base/hash.h"

namespace relco::design {
namespace {

// 64 bits that belong to one thing of one design.
std::uint64_t bits_of(std::uint64_t seed, std::uint64_t factor, std::uint64_t point,
                      std::uint64_t use) {
  return mix64(combine64(combine64(combine64(mix64(seed + 1), use), factor), point));
}

// Uniform in (0, 1) of 53 bits.
double unit(std::uint64_t bits) {
  return (static_cast<double>(bits >> 11) + 0.5) * 0x1p-53;
}

constexpr std::uint64_t kSlice = 1, kPlace = 2, kShift = 3;

void check_factors(std::size_t factors) {
  RELCO_CHECK(factors > 0 && factors <= kMostFactors, "a design of {} factors", factors);
}

}  // namespace

std::vector<std::vector<std::size_t>> full_grid(std::span<const std::size_t> levels) {
  std::vector<std::vector<std::size_t>> points;
  if (std::find(levels.begin(), levels.end(), std::size_t{0}) != levels.end()) return points;
  std::vector<std::size_t> at(levels.size(), 0);
  while (true) {
    points.push_back(at);
    std::size_t factor = levels.size();
    while (factor > 0 && ++at[factor - 1] == levels[factor - 1]) at[--factor] = 0;
    if (factor == 0) return points;
  }
}

UnitPoints latin_hypercube(std::size_t points, std::size_t factors, std::uint64_t seed) {
  check_factors(factors);
  UnitPoints design{points, factors, std::vector<double>(points * factors)};
  std::vector<std::size_t> order(points);
  for (std::size_t f = 0; f < factors; ++f) {
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const std::uint64_t one = bits_of(seed, f, a, kSlice), other = bits_of(seed, f, b, kSlice);
      return one != other ? one < other : a < b;
    });
    for (std::size_t slice = 0; slice < points; ++slice) {
      const std::size_t point = order[slice];
      design.values[point * factors + f] =
          (static_cast<double>(slice) + unit(bits_of(seed, f, point, kPlace))) /
          static_cast<double>(points);
    }
  }
  return design;
}

UnitPoints sobol(std::size_t points, std::size_t factors, std::uint64_t seed) {
  check_factors(factors);
  UnitPoints design{points, factors, {}};
  design.values.reserve(points * factors);
  std::vector<std::uint64_t> shift(factors);
  for (std::size_t f = 0; f < factors; ++f) shift[f] = bits_of(seed, f, 0, kShift);
  boost::random::sobol sequence(factors);  // begins after the origin
  for (std::size_t point = 0; point < points; ++point) {
    for (std::size_t f = 0; f < factors; ++f) {
      design.values.push_back(unit((point == 0 ? 0 : sequence()) ^ shift[f]));
    }
  }
  return design;
}

}  // namespace relco::design
