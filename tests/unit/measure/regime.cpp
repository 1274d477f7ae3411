#include "measure/regime.h"

#include <cmath>
#include <limits>

#include "support/catch.h"
#include "unit/measure/synthetic_records.h"
#include "unit/stats/approx.h"

namespace relco {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
const auto between = TieScope::between;

TEST_CASE("A strong index is virtuous from the cut-off on, whatever the trend") {
  CHECK(classify(4.0, -1, 0, between) == Regime::virtuous);
  CHECK(classify(3.999, 0, 2, between) == Regime::contested);
  CHECK(classify(4.59, 0, 2, TieScope::within) == Regime::contested);
  CHECK(classify(4.6, 0, 0, TieScope::within) == Regime::virtuous);
  CHECK(classify(4.0, 0, 0, TieScope::family) == Regime::virtuous);
}

TEST_CASE("A middling index is virtuous only while it rises and good news outweighs bad") {
  CHECK(classify(3.5, 0.11, 1.01, between) == Regime::virtuous);
  CHECK(classify(3.5, 0.10, 1.01, between) == Regime::contested);
  CHECK(classify(3.5, 0.11, 1.00, between) == Regime::contested);
  CHECK(classify(3.49, 0.11, 1.01, between) == Regime::contested);
  CHECK(classify(3.5, 0.11, 1.01, TieScope::within) == Regime::virtuous);
}

TEST_CASE("A weak index is vicious, and one below the middle while it falls") {
  CHECK(classify(2.999, 1, 5, between) == Regime::vicious);
  CHECK(classify(3.0, 0, 0.5, between) == Regime::contested);
  CHECK(classify(3.0, -0.11, 0.99, between) == Regime::vicious);
  CHECK(classify(3.0, -0.10, 0.99, between) == Regime::contested);
  CHECK(classify(3.0, -0.11, 1.00, between) == Regime::contested);
  CHECK(classify(3.5, -0.11, 0.99, between) == Regime::contested);
  CHECK(classify(3.499, -0.11, 0.99, between) == Regime::vicious);
}

TEST_CASE("What is not known claims nothing") {
  CHECK(classify(kNone, 1, 5, between) == Regime::contested);
  CHECK(classify(3.7, kNone, 5, between) == Regime::contested);
  CHECK(classify(3.7, 1, kNone, between) == Regime::contested);
}

TEST_CASE("Moved cut-offs move all levels and nothing else") {
  const RegimeCutoffs lower = kRegimeCutoffs.moved(-0.1);
  CHECK(classify(3.95, 0, 0, between, lower) == Regime::virtuous);
  CHECK(classify(3.45, 0.11, 1.01, between, lower) == Regime::virtuous);
  CHECK(classify(2.95, 0, 2, between, lower) == Regime::contested);
  CHECK(lower.slope == kRegimeCutoffs.slope);
  CHECK(lower.gain == kRegimeCutoffs.gain);
}

TEST_CASE("Gain is good news over bad, anchors and interventions left out") {
  LedgerSum ledger{};
  const auto at = [&](Term term) -> auto& {
    return ledger[static_cast<std::size_t>(term)];
  };
  CHECK(std::isnan(gain_of(ledger)));
  at(Term::smooth_work) = {1.0, 0.5, 0.5};
  CHECK(std::isinf(gain_of(ledger)));
  at(Term::problem_solving) = {1.0, 0, 0};
  at(Term::knowledge_gain) = {0, 3.0, 0};
  at(Term::blame) = {-0.5, 0, -0.5};
  at(Term::forgetting) = {0, -2.0, 0};
  at(Term::anchor_structure) = {100, 100, 100};
  at(Term::intervention) = {100, 100, 100};
  CHECK(gain_of(ledger) == test::Approx(2.0));  // (2 + 1 + 3) / (1 + 2)
}

TEST_CASE("A run is judged on its last half year of ties between groups") {
  test::SyntheticRun run({"as_is"}, 1, 104);
  run.fill(0, 0, Outcome::rc_between, 2.0);
  for (Week week = 78; week < 104; ++week) run.set(0, 0, Outcome::rc_between, week, 4.25);
  const RegimeOfCell judged = regime_of_cell(run.records().axes, run.records().cell(0, 0));
  CHECK(judged.level == 4.25);
  CHECK(judged.slope_per_year == test::Approx(0.0).margin(1e-12));
  CHECK(judged.regime == Regime::virtuous);
  CHECK(judged.index == Outcome::rc_between);
}

TEST_CASE("Slope and gain of the window decide in the middle") {
  test::SyntheticRun run({"as_is"}, 1, 52);
  run.line(0, 0, Outcome::rc_between, 3.4, 0.4);  // 3.59 on average over the last 26 weeks
  run.move(0, 0, Term::smooth_work, 3);
  run.move(0, 0, Term::blame, -2);
  const RegimeOfCell judged = regime_of_cell(run.records().axes, run.records().cell(0, 0));
  CHECK(judged.level == test::Approx(3.4 + 0.4 * 38.5 / 52));
  CHECK(judged.slope_per_year == test::Approx(0.4).epsilon(1e-5));
  CHECK(judged.gain == test::Approx(1.5));
  CHECK(judged.regime == Regime::virtuous);
}

TEST_CASE("Without ties between groups all ties are judged") {
  test::SyntheticRun run({"as_is"}, 1, 30);
  run.fill(0, 0, Outcome::rc_index, 2.5);
  run.move(0, 0, Term::blame, -1, 0, TieScope::family);
  run.move(0, 0, Term::smooth_work, 0.5, 0, TieScope::within);
  const RegimeOfCell judged = regime_of_cell(run.records().axes, run.records().cell(0, 0));
  CHECK(judged.index == Outcome::rc_index);
  CHECK(judged.gain == test::Approx(0.5));
  CHECK(judged.regime == Regime::vicious);
}

TEST_CASE("Without any tie the regime is not known") {
  const test::SyntheticRun run({"as_is"}, 1, 30);
  CHECK_FALSE(regime_of_cell(run.records().axes, run.records().cell(0, 0)).known());
}

TEST_CASE("A run tips in the first week from which its last regime holds") {
  test::SyntheticRun run({"as_is"}, 1, 104);
  run.fill(0, 0, Outcome::rc_between, 3.25);
  // Trailing means of 26 weeks: the step from 3.25 to 4.25 reaches 4.0 with its 20th week (4.019).
  for (Week week = 52; week < 104; ++week) run.set(0, 0, Outcome::rc_between, week, 4.25);
  const RegimePath path = regime_path(run.records().axes, run.records().cell(0, 0));
  CHECK(path.first == 25);
  CHECK(path.regimes.size() == 79);
  CHECK(path.regimes.front() == Regime::contested);
  CHECK(path.regimes.back() == Regime::virtuous);
  REQUIRE(path.tipped.has_value());
  CHECK(*path.tipped == 71);
}

TEST_CASE("A run that never left its regime did not tip") {
  test::SyntheticRun run({"as_is"}, 1, 60);
  run.fill(0, 0, Outcome::rc_between, 2.0);
  CHECK_FALSE(regime_path(run.records().axes, run.records().cell(0, 0)).tipped.has_value());
}

TEST_CASE("A run shorter than the window is judged once, as a whole") {
  test::SyntheticRun run({"as_is"}, 1, 10);
  run.fill(0, 0, Outcome::rc_between, 4.5);
  const RegimePath path = regime_path(run.records().axes, run.records().cell(0, 0));
  CHECK(path.first == 9);
  CHECK(path.regimes == std::vector<Regime>{Regime::virtuous});
}

}  // namespace
}  // namespace relco
