// Intervals of parameters, on problems whose answer is known.
#include "calibrate/posterior.h"

#include <cmath>

#include "base/hash.h"
#include "design/design.h"
#include "random/draws.h"
#include "support/catch.h"

using namespace relco;
using namespace relco::calibrate;

namespace {

double uniform(std::uint64_t truth, std::uint64_t what) {
  return (static_cast<double>(mix64(combine64(mix64(truth + 5), what)) >> 11) + 0.5) * 0x1p-53;
}

// Two claims about the first two of three parameters; the third moves nothing.
std::vector<double> model(const std::vector<double>& unit) {
  return {8 * unit[0] + 2 * unit[1], 6 * unit[1] * unit[1] + unit[0]};
}

struct Draws {
  std::vector<std::vector<double>> units, values;
};

Draws draws(std::size_t count) {
  Draws out;
  const design::UnitPoints design = design::sobol(count, 3, 4);
  for (std::size_t p = 0; p < count; ++p) {
    out.units.push_back({design.at(p, 0), design.at(p, 1), design.at(p, 2)});
    out.values.push_back(model(out.units.back()));
  }
  return out;
}

std::vector<std::vector<double>> errors_against(const Draws& draws, std::vector<double> data) {
  std::vector<std::vector<double>> errors = draws.values;
  for (auto& row : errors) {
    for (std::size_t k = 0; k < row.size(); ++k) row[k] -= data[k];
  }
  return errors;
}

}  // namespace

TEST_CASE("ninety per cent intervals hold about ninety per cent of the truths") {
  const Draws table = draws(600);
  int covered = 0, intervals = 0;
  for (std::uint64_t truth = 0; truth < 100; ++truth) {
    const std::vector<double> unit{uniform(truth, 0), uniform(truth, 1), uniform(truth, 2)};
    std::vector<double> data = model(unit);
    for (std::size_t k = 0; k < data.size(); ++k) {
      data[k] += kMeasurementError * normal(uniform(truth, 10 + k));
    }
    const auto marginals = posterior(table.units, errors_against(table, data), truth);
    for (std::size_t f = 0; f < 3; ++f) {
      covered += unit[f] >= marginals[f].low && unit[f] <= marginals[f].high ? 1 : 0;
      ++intervals;
    }
  }
  const double share = static_cast<double>(covered) / intervals;
  CHECK(share > 0.84);
  CHECK(share < 0.96);
}

TEST_CASE("what the claims speak of is pinned down, what they do not speak of keeps its box") {
  const Draws table = draws(600);
  const auto marginals = posterior(table.units, errors_against(table, model({0.4, 0.7, 0.5})), 1);
  REQUIRE(marginals.size() == 3);
  CHECK(marginals[0].identifiable());
  CHECK(marginals[1].identifiable());
  CHECK(std::abs(marginals[0].median - 0.4) < 0.08);
  CHECK(std::abs(marginals[1].median - 0.7) < 0.08);
  CHECK_FALSE(marginals[2].identifiable());
  CHECK(marginals[2].high - marginals[2].low > 0.75);
}

TEST_CASE("intervals stay inside the box, also for data that no point of it can make") {
  const Draws table = draws(200);
  const auto marginals = posterior(table.units, errors_against(table, {30, 30}), 1);
  for (const Marginal& one : marginals) {
    CHECK(one.low >= 0);
    CHECK(one.low <= one.median);
    CHECK(one.median <= one.high);
    CHECK(one.high <= 1);
  }
}

TEST_CASE("with too few points nothing is claimed") {
  const Draws table = draws(kFewest - 1);
  const auto marginals = posterior(table.units, errors_against(table, {1, 1}), 1);
  for (const Marginal& one : marginals) {
    CHECK(one.low == 0);
    CHECK(one.high == 1);
    CHECK_FALSE(one.identifiable());
  }
}
