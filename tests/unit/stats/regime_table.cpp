#include <cmath>

#include "stats/regimes.h"
#include "support/catch.h"
#include "unit/measure/synthetic_records.h"

namespace relco::stats {
namespace {

const auto virtuous = static_cast<std::size_t>(Regime::virtuous);
const auto vicious = static_cast<std::size_t>(Regime::vicious);
const auto contested = static_cast<std::size_t>(Regime::contested);

TEST_CASE("Probabilities count replicates, and show what other cut-offs would say") {
  test::SyntheticRun run({"as_is"}, 4, 52);
  run.fill(0, 0, Outcome::rc_between, 4.05);  // contested with cut-offs 0.1 higher
  run.fill(0, 1, Outcome::rc_between, 3.95);  // virtuous with cut-offs 0.1 lower
  run.fill(0, 2, Outcome::rc_between, 3.25);
  run.fill(0, 3, Outcome::rc_between, 2.95);  // contested with cut-offs 0.1 lower
  const RegimeTable table = regime_table(run.records(), 0);
  CHECK(table[virtuous].share.p == 0.25);
  CHECK(table[vicious].share.p == 0.25);
  CHECK(table[contested].share.p == 0.5);
  CHECK(table[virtuous].at_lower_cutoffs == 0.5);
  CHECK(table[virtuous].at_higher_cutoffs == 0);
  CHECK(table[vicious].at_lower_cutoffs == 0);
  CHECK(table[vicious].at_higher_cutoffs == 0.25);
  CHECK(table[virtuous].share.interval.low == wilson(1, 4).interval.low);
}

TEST_CASE("Replicates without ties in the scope do not count") {
  test::SyntheticRun run({"as_is"}, 3, 30, {"hospital"});
  run.fill(0, 1, Outcome::rc_between, 4.5, 1);
  CHECK(regime_table(run.records(), 0, 1)[virtuous].share.n == 1);
  CHECK(std::isnan(regime_table(run.records(), 0, 0)[virtuous].share.p));
}

TEST_CASE("Tipping tells runs that went over from runs that started there") {
  test::SyntheticRun run({"as_is"}, 3, 104);
  run.fill(0, 0, Outcome::rc_between, 4.25);
  for (const int replicate : {1, 2}) {
    run.fill(0, replicate, Outcome::rc_between, 3.25);
    for (Week week = replicate == 1 ? 40 : 60; week < 104; ++week) {
      run.set(0, replicate, Outcome::rc_between, week, 4.25);
    }
  }
  const Tipping tip = tipping_table(run.records(), 0)[virtuous];
  CHECK(tip.runs == 3);
  CHECK(tip.from_start == 1);
  CHECK(tip.first_week == 59);  // the 20th week at 4.25 lifts the mean of 26 above 4.0
  CHECK(tip.last_week == 79);
  CHECK(tip.median_week == 69);
}

}  // namespace
}  // namespace relco::stats
