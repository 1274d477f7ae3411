// Kinds of expectations about the course of time.
#include <cmath>

#include "support/catch.h"
#include "unit/contracts/bench.h"
#include "unit/stats/approx.h"

namespace relco {
namespace {

using contracts::ContractResult;
using test::Approx;
using test::claim_of;
using test::judge;
using Kind = ExpectationKind;

TEST_CASE("trend: slope a year over the weeks") {
  test::SyntheticRun run({"as_is"}, 3, 104);
  for (const int seed : {0, 1, 2}) run.line(0, seed, Outcome::rc_index, 3, 0.1 * (seed + 1));
  auto claim = claim_of(Kind::trend, "rc_index");
  claim.band = {0.19, 0.21};
  CHECK(judge(run, claim).held);
  CHECK(judge(run, claim).value == Approx(0.2).epsilon(1e-4));
  claim.band = {0.21, 1};
  CHECK(judge(run, claim).broken());
}

// From 3 to 4 in a step at the given week, and 3 for ever in the control.
test::SyntheticRun step_run(const std::vector<Week>& steps) {
  test::SyntheticRun run({"as_is", "reform"}, static_cast<int>(steps.size()), 104);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const int seed = static_cast<int>(i);
    run.fill(0, seed, Outcome::rc_index, 3);
    run.fill(1, seed, Outcome::rc_index, 3);
    for (Week week = steps[i]; week < 104; ++week) run.set(1, seed, Outcome::rc_index, week, 4);
  }
  return run;
}

TEST_CASE("time_to: first week at which the mean of a month has come to the value") {
  const auto run = step_run({20, 40, 60});
  auto claim = claim_of(Kind::time_to, "rc_index", "reform");
  claim.reaches = "4";
  claim.band = {40, 50};
  CHECK(judge(run, claim).value == 43);  // weeks 40 to 43 are at 4
  CHECK(judge(run, claim).held);
  claim.reaches = "3.5";
  CHECK(judge(run, claim).value == 41);
  claim.band = {0, 30};
  CHECK(judge(run, claim).broken());
  claim.reaches = "soon";
  CHECK_FALSE(judge(run, claim).evaluated);
}

TEST_CASE("time_to: never is later than any week") {
  const auto run = step_run({20, 40, 60});
  auto claim = claim_of(Kind::time_to, "rc_index", "as_is");
  claim.reaches = "4";
  claim.band = {52, 1e300};
  CHECK(judge(run, claim).held);
  CHECK(std::isinf(judge(run, claim).value));
  claim.band = {52, 104};
  CHECK(judge(run, claim).broken());
}

TEST_CASE("time_to: falling counts from above, and a ratio compares two arms") {
  test::SyntheticRun run({"slow", "fast"}, 1, 104);
  for (Week week = 0; week < 104; ++week) {
    run.set(0, 0, Outcome::burnout, week, week < 80 ? 0.5 : 0.25);
    run.set(1, 0, Outcome::burnout, week, week < 40 ? 0.5 : 0.25);
  }
  auto claim = claim_of(Kind::time_to, "burnout", "fast");
  claim.reaches = "0.25";
  CHECK(judge(run, claim).value == 43);
  claim.versus = "slow";
  claim.band = {0.5, 0.6};
  CHECK(judge(run, claim).value == Approx(43.0 / 83));
  CHECK(judge(run, claim).held);
}

TEST_CASE("time_to: a regime that has come for good") {
  test::SyntheticRun run({"as_is"}, 1, 104);
  run.fill(0, 0, Outcome::rc_between, 3.25);
  for (Week week = 52; week < 104; ++week) run.set(0, 0, Outcome::rc_between, week, 4.25);
  auto claim = claim_of(Kind::time_to, "");
  claim.reaches = "virtuous";
  CHECK(judge(run, claim).value == 71);
  claim.reaches = "vicious";
  CHECK(std::isinf(judge(run, claim).value));
}

// The gain over the control is 1 until week 52, then `left`.
test::SyntheticRun relapse_run(const std::vector<double>& left, double gain = 1) {
  test::SyntheticRun run({"as_is", "push"}, static_cast<int>(left.size()), 104);
  for (std::size_t i = 0; i < left.size(); ++i) {
    const int seed = static_cast<int>(i);
    run.fill(0, seed, Outcome::rc_index, 3);
    for (Week week = 0; week < 104; ++week) {
      run.set(1, seed, Outcome::rc_index, week, 3 + (week < 52 ? gain : left[i]));
    }
  }
  return run;
}

TEST_CASE("persists: the share of the gain that is still there") {
  const auto run = relapse_run({0.25, 0.5, 0.75});
  auto claim = claim_of(Kind::persists, "rc_index", "push");
  claim.ends = 52;
  claim.at = 104;
  claim.band = {0.5, 1.1};
  CHECK(judge(run, claim).value == 0.5);
  CHECK(judge(run, claim).held);
  claim.agree = 0.9;
  CHECK(judge(run, claim).broken());
  claim.agree = 0;
  claim.band = {0.6, 1.1};
  CHECK(judge(run, claim).broken());
}

TEST_CASE("persists: no gain, no share; and weeks that were not run") {
  const auto run = relapse_run({0.5, 0.5, 0.5}, 0);
  auto claim = claim_of(Kind::persists, "rc_index", "push");
  claim.ends = 52;
  CHECK(judge(run, claim).broken());
  CHECK(judge(run, claim).note.find("is zero") != std::string::npos);
  claim.at = 130;
  CHECK_FALSE(judge(run, claim).evaluated);
  claim.ends = -1;
  CHECK_FALSE(judge(run, claim).evaluated);
}

}  // namespace
}  // namespace relco
