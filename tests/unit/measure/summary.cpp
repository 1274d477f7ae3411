#include "measure/summary.h"

#include <array>
#include <cmath>
#include <limits>

#include "support/catch.h"
#include "unit/measure/synthetic_records.h"
#include "unit/stats/approx.h"

namespace relco {
namespace {

TEST_CASE("Windows are cut at both ends of the run") {
  RunAxes axes;
  axes.weeks = 40;
  CHECK(last_weeks(axes).from == 14);
  CHECK(last_weeks(axes).to == 40);
  CHECK(last_weeks(axes, 100).from == 0);
  CHECK(trailing_weeks(3).from == 0);
  CHECK(trailing_weeks(30).from == 5);
  CHECK(trailing_weeks(30).length() == 26);
  CHECK(cut_to_run({-5, 90}, axes).length() == 40);
  CHECK(cut_to_run({50, 90}, axes).empty());
}

TEST_CASE("Means leave out the weeks without a value") {
  test::SyntheticRun run({"as_is"}, 1, 8);
  run.set(0, 0, Outcome::episode_cost, 5, 10);
  run.set(0, 0, Outcome::episode_cost, 7, 30);
  const auto& axes = run.records().axes;
  const auto& cell = run.records().cell(0, 0);
  CHECK(mean_over(axes, cell, 0, Outcome::episode_cost, {0, 8}) == 20);
  CHECK(mean_over(axes, cell, 0, Outcome::episode_cost, {6, 8}) == 30);
  CHECK(std::isnan(mean_over(axes, cell, 0, Outcome::episode_cost, {0, 5})));
}

TEST_CASE("Replicate means keep the order of replicates and the scope apart") {
  test::SyntheticRun run({"as_is", "reform"}, 2, 30, {"hospital"});
  run.fill(1, 0, Outcome::burnout, 0.25, 1);
  run.fill(1, 1, Outcome::burnout, 0.5, 1);
  const auto means = replicate_means(run.records(), 1, 1, Outcome::burnout);
  CHECK(means == std::vector<double>{0.25, 0.5});
  CHECK(std::isnan(replicate_means(run.records(), 1, 0, Outcome::burnout)[0]));
}

TEST_CASE("The slope is that of the least-squares line, per year") {
  const double gap = std::numeric_limits<double>::quiet_NaN();
  CHECK(slope_per_year(std::array{1.0, 2.0, 4.0}) == test::Approx(1.5 * 52));
  CHECK(slope_per_year(std::array{1.0, gap, 2.0}) == test::Approx(0.5 * 52));
  CHECK(std::isnan(slope_per_year(std::array{gap, 2.0})));
}

TEST_CASE("Ledger sums add weeks and the tie scopes asked for") {
  test::SyntheticRun run({"as_is"}, 1, 10);
  run.move(0, 0, Term::blame, -0.5, 0, TieScope::between);
  run.move(0, 0, Term::blame, -0.25, 0, TieScope::within);
  const auto& axes = run.records().axes;
  const auto& cell = run.records().cell(0, 0);
  const auto blame = static_cast<std::size_t>(Term::blame);
  const std::array between{TieScope::between};
  const std::array both{TieScope::within, TieScope::between};
  CHECK(ledger_over(axes, cell, 0, between, {0, 4})[blame][0] == -2.0);
  CHECK(ledger_over(axes, cell, 0, both, {0, 99})[blame][0] == -7.5);
}

}  // namespace
}  // namespace relco
