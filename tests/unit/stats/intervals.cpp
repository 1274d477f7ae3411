#include "stats/intervals.h"

#include <cmath>
#include <numeric>
#include <vector>

#include "support/catch.h"
#include "unit/stats/approx.h"

namespace relco::stats {
namespace {

std::vector<double> one_to(int n) {
  std::vector<double> values(static_cast<std::size_t>(n));
  std::iota(values.begin(), values.end(), 1.0);
  return values;
}

TEST_CASE("Wilson's interval gives the published values") {
  struct Known {
    double successes, n, low, high;
  };
  // Newcombe (1998), Statistics in Medicine 17:857, table I, method 3.
  for (const auto& [successes, n, low, high] :
       {Known{81, 263, 0.2553, 0.3662}, Known{15, 148, 0.0624, 0.1605}, Known{0, 20, 0, 0.1611},
        Known{1, 29, 0.0061, 0.1718}}) {
    const Proportion share = wilson(successes, n);
    CHECK(share.p == test::Approx(successes / n));
    CHECK(share.interval.low == test::Approx(low).margin(5e-5));
    CHECK(share.interval.high == test::Approx(high).margin(5e-5));
  }
}

TEST_CASE("Wilson's interval is exact at none and at all, and unknown for no trials") {
  CHECK(wilson(0, 10).interval.low == 0);
  CHECK(wilson(10, 10).interval.high == 1);
  CHECK(wilson(10, 10).interval.low == test::Approx(1 - wilson(0, 10).interval.high));
  CHECK_FALSE(wilson(0, 0).interval.known());
  CHECK(std::isnan(wilson(0, 0).p));
}

TEST_CASE("Student's quantiles agree with the printed tables") {
  CHECK(students_t_quantile(0.975, 1) == test::Approx(12.7062).epsilon(1e-5));
  CHECK(students_t_quantile(0.975, 4) == test::Approx(2.776445).epsilon(1e-6));
  CHECK(students_t_quantile(0.975, 30) == test::Approx(2.042272).epsilon(1e-6));
  CHECK(students_t_quantile(0.025, 10) == test::Approx(-2.228139).epsilon(1e-6));
}

TEST_CASE("A sample's mean, spread and t interval") {
  const Estimate result = estimate(std::vector<double>{1, 2, kUnknown, 3, 4, 5});
  CHECK(result.n == 5);
  CHECK(result.mean == 3);
  CHECK(result.median == 3);
  CHECK(result.sd == test::Approx(std::sqrt(2.5)));
  CHECK(result.interval.high == test::Approx(3 + 2.776445 * std::sqrt(0.5)).epsilon(1e-6));
  CHECK(result.interval.low == test::Approx(3 - 2.776445 * std::sqrt(0.5)).epsilon(1e-6));
}

TEST_CASE("One value has no interval, none has no mean") {
  CHECK(estimate(std::vector<double>{7}).mean == 7);
  CHECK_FALSE(estimate(std::vector<double>{7}).interval.known());
  CHECK(std::isnan(estimate(std::vector<double>{kUnknown}).mean));
}

TEST_CASE("The median takes infinite values in order") {
  const double never = std::numeric_limits<double>::infinity();
  CHECK(median(std::vector<double>{3, 1, 2}) == 2);
  CHECK(median(std::vector<double>{4, 1, 2, 3}) == 2.5);
  CHECK(median(std::vector<double>{never, 1, never}) == never);
  CHECK(median(std::vector<double>{never, never}) == never);
  CHECK(median(std::vector<double>{never, 1, 2}) == 2);
  CHECK(std::isnan(median(std::vector<double>{})));
}

TEST_CASE("Ranks bound the median with at least 95 per cent") {
  // Binomial tables: the ranks are 1 of 6, 2 of 10, 10 of 30, 40 of 100.
  CHECK_FALSE(median_interval(one_to(5)).known());
  CHECK(median_interval(one_to(6)).low == 1);
  CHECK(median_interval(one_to(6)).high == 6);
  CHECK(median_interval(one_to(10)).low == 2);
  CHECK(median_interval(one_to(10)).high == 9);
  CHECK(median_interval(one_to(30)).low == 10);
  CHECK(median_interval(one_to(30)).high == 21);
  CHECK(median_interval(one_to(100)).low == 40);
  CHECK(median_interval(one_to(100)).high == 61);
  CHECK(median_interval(one_to(5000)).known());
}

TEST_CASE("Agreement is a share of the values that are there") {
  const auto positive = [](double value) { return value > 0; };
  CHECK(agreement(std::vector<double>{1, -1, 2, kUnknown, 3}, positive) == 0.75);
  CHECK(std::isnan(agreement(std::vector<double>{}, positive)));
}

}  // namespace
}  // namespace relco::stats
