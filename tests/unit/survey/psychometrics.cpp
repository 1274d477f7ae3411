// Reliability on numbers small enough to be worked out by hand.
#include "survey/psychometrics.h"

#include "support/catch.h"
#include "unit/stats/approx.h"

namespace relco::survey {
namespace {

using test::Approx;

Items all(double score) {
  Items out{};
  out.fill(score);
  return out;
}

TEST_CASE("Items that always agree have alpha one") {
  const std::vector<Items> rows{all(1), all(3), all(4)};
  CHECK(alpha_of(rows) == Approx(1.0));
}

TEST_CASE("Alpha is what it comes to by hand") {
  // Six items say 1, 3, 2 (variance 1 each), the seventh 1, 3, 5 (variance 4); the sums 7, 21, 17
  // have variance 52: 7/6 (1 - 10/52).
  Items last = all(2);
  last[6] = 5;
  const std::vector<Items> rows{all(1), all(3), last};
  CHECK(alpha_of(rows) == Approx(7.0 / 6.0 * (1.0 - 10.0 / 52.0)));
}

TEST_CASE("A row with a blank item does not count for alpha") {
  Items blank = all(5);
  blank[2] = kNoAnswer;
  const std::vector<Items> rows{all(1), all(3), blank, all(4)};
  CHECK(alpha_of(rows) == Approx(1.0));
  const std::vector<Items> nothing{blank};
  CHECK_FALSE(answered(alpha_of(nothing)));
}

TEST_CASE("Agreement within clusters is what it comes to by hand") {
  // Means 2 and 4, grand mean 3: between 3 (1 + 1) / 1 = 6, within (2 + 2) / 4 = 1, so F = 6, k
  // = 3.
  const std::vector<double> values{1, 2, 3, 3, 4, 5};
  const std::vector<std::size_t> cluster{0, 0, 0, 1, 1, 1};
  const Agreement agreement = agreement_of(values, cluster);
  CHECK(agreement.f == Approx(6.0));
  CHECK(agreement.size == Approx(3.0));
  CHECK(agreement.icc1 == Approx(5.0 / 8.0));
  CHECK(agreement.icc2 == Approx(5.0 / 6.0));
}

TEST_CASE("The published F of nine hospitals gives the published agreement") {
  // A12, A13: F = 5.32 with 37 a site is ICC(1) 0.10 and ICC(2) 0.81.
  constexpr double f = 5.32, k = 37;
  CHECK((f - 1) / (f + k - 1) == Approx(0.10).margin(0.006));
  CHECK(1 - 1 / f == Approx(0.81).margin(0.005));
}

TEST_CASE("Clusters of unequal size count by their adjusted size, lone people not at all") {
  // Sizes 2 and 4: k = (6 - 20/6) / 1; means 1.5 and 3.5, grand 17/6; the lone value is left out.
  const std::vector<double> values{1, 2, 2, 3, 4, 5, 100};
  const std::vector<std::size_t> cluster{0, 0, 1, 1, 1, 1, 2};
  const Agreement agreement = agreement_of(values, cluster);
  CHECK(agreement.clusters == 2);
  CHECK(agreement.size == Approx(6.0 - 20.0 / 6.0));
  const double between =
      2 * (1.5 - 17.0 / 6) * (1.5 - 17.0 / 6) + 4 * (3.5 - 17.0 / 6) * (3.5 - 17.0 / 6);
  const double within = (0.5 + 5.0) / 4.0;
  CHECK(agreement.f == Approx(between / within));
}

TEST_CASE("One cluster says nothing about agreement") {
  const std::vector<double> values{1, 2, 3};
  const std::vector<std::size_t> cluster{4, 4, 4};
  CHECK_FALSE(answered(agreement_of(values, cluster).icc1));
}

TEST_CASE("Two waves that rank people alike correlate") {
  const std::vector<std::pair<double, double>> same{{1, 2}, {2, 4}, {3, 6}};
  CHECK(correlation_of(same) == Approx(1.0));
  // Deviations (-1, 0, 1) and (0, -1, 1): covariance 1 over 2.
  const std::vector<std::pair<double, double>> half{{1, 2}, {2, 1}, {3, 3}};
  CHECK(correlation_of(half) == Approx(0.5));
  const std::vector<std::pair<double, double>> few{{1, 2}, {2, 4}};
  CHECK_FALSE(answered(correlation_of(few)));
}

}  // namespace
}  // namespace relco::survey
