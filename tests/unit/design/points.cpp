// Designs: what they promise about their points.
#include <algorithm>
#include <cmath>
#include <set>

#include "design/design.h"
#include "support/catch.h"

using namespace relco::design;

namespace {

// In how many of `slices` equal slices of a factor there is exactly one of the first points.
std::size_t slices_with_one(const UnitPoints& design, std::size_t points, std::size_t factor,
                            std::size_t slices) {
  std::vector<int> count(slices, 0);
  for (std::size_t p = 0; p < points; ++p) {
    const double x = design.at(p, factor);
    REQUIRE(x > 0);
    REQUIRE(x < 1);
    ++count[static_cast<std::size_t>(x * static_cast<double>(slices))];
  }
  return static_cast<std::size_t>(std::count(count.begin(), count.end(), 1));
}

double correlation(const UnitPoints& design, std::size_t a, std::size_t b) {
  double ab = 0, aa = 0, bb = 0;
  for (std::size_t p = 0; p < design.points; ++p) {
    const double x = design.at(p, a) - 0.5, y = design.at(p, b) - 0.5;
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / std::sqrt(aa * bb);
}

}  // namespace

TEST_CASE("a full grid has every combination once, the last factor fastest") {
  const std::vector<std::size_t> levels{2, 3};
  const auto grid = full_grid(levels);
  const std::vector<std::vector<std::size_t>> all{{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}};
  CHECK(grid == all);
  CHECK(full_grid(std::vector<std::size_t>{4}).size() == 4);
  CHECK(full_grid(std::vector<std::size_t>{2, 0}).empty());
}

TEST_CASE("a Latin hypercube has one point in every slice of every factor") {
  for (const std::size_t points : {1u, 7u, 100u}) {
    const UnitPoints design = latin_hypercube(points, 5, 11);
    for (std::size_t f = 0; f < 5; ++f) CHECK(slices_with_one(design, points, f, points) == points);
  }
}

TEST_CASE("in a Latin hypercube the factors meet at random") {
  const UnitPoints design = latin_hypercube(1000, 6, 3);
  for (std::size_t a = 0; a < 6; ++a) {
    for (std::size_t b = a + 1; b < 6; ++b) CHECK(std::abs(correlation(design, a, b)) < 0.12);
  }
}

TEST_CASE("of the first 2^k Sobol points every slice of width 2^-k has one, in each factor") {
  const UnitPoints design = sobol(256, 20, 5);
  for (const std::size_t points : {1u, 2u, 16u, 256u}) {
    for (std::size_t f = 0; f < 20; ++f)
      CHECK(slices_with_one(design, points, f, points) == points);
  }
}

TEST_CASE("Sobol points fill squares evenly too: 16 points, one in each of 4 x 4 squares") {
  const UnitPoints design = sobol(16, 2, 8);
  std::set<std::pair<int, int>> squares;
  for (std::size_t p = 0; p < 16; ++p) {
    squares.emplace(static_cast<int>(4 * design.at(p, 0)), static_cast<int>(4 * design.at(p, 1)));
  }
  CHECK(squares.size() == 16);
}

TEST_CASE("without the shift it is the sequence of Joe and Kuo") {
  // Differences between points do not see the shift: point 1 and 2 of the sequence are
  // (0.5, 0.5, 0.5) and (0.75, 0.25, 0.25), and exclusive-or of two shifted points gives that of
  // the unshifted ones.
  const UnitPoints design = sobol(3, 3, 99);
  const auto top = [&](std::size_t point, std::size_t factor) {  // two leading bits
    return static_cast<unsigned>(design.at(point, factor) * 4);
  };
  CHECK((top(0, 0) ^ top(1, 0)) == 2u);
  CHECK((top(0, 1) ^ top(1, 1)) == 2u);
  CHECK((top(0, 0) ^ top(2, 0)) == 3u);
  CHECK((top(0, 1) ^ top(2, 1)) == 1u);
  CHECK((top(0, 2) ^ top(2, 2)) == 1u);
}

TEST_CASE("asking for more Sobol points keeps the first ones") {
  const UnitPoints few = sobol(10, 4, 1), many = sobol(30, 4, 1);
  CHECK(std::equal(few.values.begin(), few.values.end(), many.values.begin()));
}

TEST_CASE("a design depends on its seed, and on nothing else") {
  CHECK(latin_hypercube(20, 3, 1).values == latin_hypercube(20, 3, 1).values);
  CHECK(latin_hypercube(20, 3, 1).values != latin_hypercube(20, 3, 2).values);
  CHECK(sobol(20, 3, 1).values == sobol(20, 3, 1).values);
  CHECK(sobol(20, 3, 1).values != sobol(20, 3, 2).values);
}

TEST_CASE("Sobol points integrate better than a Latin hypercube what factors do together") {
  // The mean of the product of four factors, twice each, is 1.
  const auto error = [](const UnitPoints& design) {
    double sum = 0;
    for (std::size_t p = 0; p < design.points; ++p) {
      double product = 1;
      for (std::size_t f = 0; f < design.factors; ++f) product *= 2 * design.at(p, f);
      sum += product;
    }
    return std::abs(sum / static_cast<double>(design.points) - 1);
  };
  double with_sobol = 0, with_hypercube = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    with_sobol += error(sobol(512, 4, seed));
    with_hypercube += error(latin_hypercube(512, 4, seed));
  }
  CHECK(with_sobol < with_hypercube / 3);
}
