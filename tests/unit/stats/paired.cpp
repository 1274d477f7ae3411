#include "stats/paired.h"

#include <cmath>
#include <vector>

#include "support/catch.h"
#include "unit/stats/approx.h"

namespace relco::stats {
namespace {

using Values = std::vector<double>;

TEST_CASE("A paired difference, worked out by hand") {
  const Paired paired = paired_difference(Values{2, 4, 6, 8}, Values{1, 2, 3, 4});
  const double sd = std::sqrt(5.0 / 3);  // of 1, 2, 3, 4
  CHECK(paired.n == 4);
  CHECK(paired.difference == 2.5);
  CHECK(paired.median == 2.5);
  CHECK(paired.sd == test::Approx(sd));
  CHECK(paired.interval.low == test::Approx(2.5 - 3.182446 * sd / 2).epsilon(1e-6));
  CHECK(paired.interval.high == test::Approx(2.5 + 3.182446 * sd / 2).epsilon(1e-6));
  CHECK(paired.relative == test::Approx(1.0));
  CHECK(paired.relative_interval.low == test::Approx(1.0));  // twice as much in every run
  CHECK(paired.standardised == test::Approx(2.5 / sd));
  CHECK(paired.correlation == test::Approx(1.0));
  CHECK(paired.variance_reduction == test::Approx(0.8));  // 1 - 5 / (20 + 5)
}

TEST_CASE("The relative interval is that of the difference over the control's mean") {
  const Paired paired = paired_difference(Values{11, 9}, Values{10, 10});
  CHECK(paired.relative == test::Approx(0.0).margin(1e-12));
  CHECK(paired.relative_interval.high == test::Approx(1.27062).epsilon(1e-5));  // 12.7062 * 1 / 10
}

TEST_CASE("Pairs with a missing value are left out") {
  const Paired paired = paired_difference(Values{2, kUnknown, 5}, Values{1, 1, kUnknown});
  CHECK(paired.n == 1);
  CHECK(paired.difference == 1);
  CHECK_FALSE(paired.interval.known());
  CHECK(paired_difference(Values{kUnknown}, Values{1}).n == 0);
}

TEST_CASE("A control of zero has no relative difference, one without spread no standardised one") {
  const Paired paired = paired_difference(Values{1, 2}, Values{0, 0});
  CHECK(std::isnan(paired.relative));
  CHECK(std::isnan(paired.standardised));
  CHECK(std::isnan(paired.correlation));
}

TEST_CASE("Independent luck saves nothing, opposite luck does harm") {
  CHECK(paired_difference(Values{1, 2, 1, 2}, Values{1, 1, 2, 2}).variance_reduction ==
        test::Approx(0.0).margin(1e-12));
  CHECK(paired_difference(Values{1, 2}, Values{2, 1}).variance_reduction == test::Approx(-1.0));
}

TEST_CASE("Correlation with Fisher's interval") {
  const Association found = correlation(Values{1, 2, 3, 4}, Values{1, 3, 2, 4});
  CHECK(found.value == test::Approx(0.8));
  CHECK(found.interval.low == test::Approx(std::tanh(std::atanh(0.8) - 1.959964)));
  CHECK(found.interval.high == test::Approx(std::tanh(std::atanh(0.8) + 1.959964)));
  CHECK(correlation(Values{1, 2, 3, 4}, Values{8, 6, 4, 2}).value == -1);
  CHECK(std::isnan(correlation(Values{1, 2, 3}, Values{5, 5, 5}).value));
  CHECK(std::isnan(correlation(Values{1, 2}, Values{1, 2}).value));
  // Numbers that differ by rounding alone do not vary.
  CHECK(std::isnan(correlation(Values{1, 2, 3}, Values{0.1 + 0.2, 0.3, 0.3}).value));
}

TEST_CASE("Least-squares slope with its interval") {
  const Association found = slope(Values{1, 2, 3}, Values{2, 4, 7});
  CHECK(found.value == test::Approx(2.5));
  // One degree of freedom; residual squares 1/6, so the error is sqrt(1/6 / 2).
  CHECK(found.interval.high == test::Approx(2.5 + 12.7062 * std::sqrt(1.0 / 12)).epsilon(1e-5));
}

TEST_CASE("A ratio of means has ends only where its denominator is clearly not zero") {
  const Ratio exact = ratio_of_means(Values{2, 4, 6, 8}, Values{1, 2, 3, 4});
  CHECK(exact.determined);
  CHECK(exact.value == test::Approx(2.0));
  CHECK(exact.interval.low == test::Approx(2.0));
  CHECK(exact.interval.high == test::Approx(2.0));
  const Ratio weak = ratio_of_means(Values{1, 1, 1}, Values{-1, 0.5, 1});
  CHECK_FALSE(weak.determined);
  CHECK(weak.value == test::Approx(6.0));
  CHECK(std::isnan(ratio_of_means(Values{1, 1}, Values{-1, 1}).value));
}

TEST_CASE("Fieller's interval, by the formula for uncorrelated parts") {
  // Numerator 9, 11, 9, 11 and denominator 4, 4, 6, 6: means 10 and 5, covariance 0.
  const Ratio ratio = ratio_of_means(Values{9, 11, 9, 11}, Values{4, 4, 6, 6});
  const double k = 3.182446 * 3.182446 / 12;  // t^2 / (n (n - 1)); sums of squares are 4 and 4
  const double root = std::sqrt(50 * 50 - (25 - 4 * k) * (100 - 4 * k));
  CHECK(ratio.value == 2);
  CHECK(ratio.interval.low == test::Approx((50 - root) / (25 - 4 * k)).epsilon(1e-6));
  CHECK(ratio.interval.high == test::Approx((50 + root) / (25 - 4 * k)).epsilon(1e-6));
}

TEST_CASE(
    "the interval of a ratio of medians holds the ratio, narrows with pairs and is the same each "
    "time") {
  Values up, down;
  for (int i = 0; i < 40; ++i) {
    up.push_back(2.0 + 0.1 * (i * 7 % 11));
    down.push_back(1.0 + 0.05 * (i * 5 % 13));
  }
  const double ratio = median(up) / median(down);
  const Interval many = ratio_of_medians_interval(up, down);
  CHECK((many.low <= ratio && ratio <= many.high));
  CHECK(many.high - many.low < 1);
  const Interval again = ratio_of_medians_interval(up, down);
  CHECK((again.low == many.low && again.high == many.high));
  const Interval few = ratio_of_medians_interval(std::span(up).first(6), std::span(down).first(6));
  CHECK(few.high - few.low > many.high - many.low);
  CHECK_FALSE(ratio_of_medians_interval(std::span(up).first(2), std::span(down).first(2)).known());
  CHECK_FALSE(ratio_of_medians_interval(up, Values(40, 0.0)).known());
}

TEST_CASE("where half the runs tip, the interval of a ratio of medians says so") {
  const Values gained(30, 1.0);
  Values kept;
  for (int i = 0; i < 30; ++i) kept.push_back(i < 16 ? 0.1 : 0.9);
  const Interval interval = ratio_of_medians_interval(kept, gained);
  CHECK(interval.low == test::Approx(0.1));
  CHECK(interval.high == test::Approx(0.9));
}

}  // namespace
}  // namespace relco::stats
