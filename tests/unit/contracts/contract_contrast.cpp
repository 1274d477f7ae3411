// Comparisons inside one arm, with numbers that can be worked out by hand: one group or outcome
// less another, and how far places lie apart.
#include <cmath>

#include <boost/json.hpp>

#include "contracts/questions.h"
#include "contracts/report.h"
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

constexpr double kOpen = 1e300;

// The claim less the same of another outcome.
ExpectationFacts less(ExpectationFacts claim, std::string outcome) {
  ClaimMinus minus;
  static_cast<ClaimScope&>(minus) = claim;
  minus.outcome = std::move(outcome);
  claim.minus = minus;
  return claim;
}

// Three copies of a ward and an office, with the index of each: index[arm][place].
test::SyntheticRun places(const std::vector<std::vector<double>>& index) {
  std::vector<std::string> arms;
  for (std::size_t arm = 0; arm < index.size(); ++arm)
    arms.push_back(arm == 0 ? "as_is" : "reform");
  test::SyntheticRun run(arms, 3, 52, {"ward", "ward 2", "ward 3", "office"});
  for (std::size_t arm = 0; arm < index.size(); ++arm) {
    for (const int seed : {0, 1, 2}) {
      for (std::size_t place = 0; place < index[arm].size(); ++place) {
        run.fill(arm, seed, Outcome::rc_index, index[arm][place], place + 1);
      }
    }
  }
  return run;
}

ExpectationFacts spread_of(Kind kind, std::string spread) {
  auto claim = claim_of(kind, "rc_index");
  claim.across = "organisation";
  claim.spread = std::move(spread);
  return claim;
}

// A claim about two pairs of roles, and records that answer it: scores[arm][pair][seed].
ContractResult judge_pairs(ExpectationFacts claim,
                           const std::vector<std::vector<std::vector<double>>>& scores) {
  claim.scope_role_pair = "surgeon-nurse";
  ClaimMinus minus;
  minus.outcome = claim.outcome;
  minus.scope_role_pair = "nurse-surgeon";
  claim.minus = minus;
  std::vector<std::string> arms{"as_is", "reform"};
  arms.resize(scores.size());
  const Facts facts = test::facts_with(claim, arms);
  RunRecords records = test::SyntheticRun(arms, 3, 52).records();
  records.axes.asked = contracts::contract_needs(facts).asked;
  REQUIRE(records.axes.asked.size() == 2);
  for (std::size_t arm = 0; arm < scores.size(); ++arm) {
    for (std::size_t seed = 0; seed < 3; ++seed) {
      for (std::size_t pair = 0; pair < 2; ++pair) {
        AskedRecord answer;
        answer.weekly.assign(52, static_cast<float>(scores[arm][pair][seed]));
        records.cells[arm * 3 + seed].asked.push_back(answer);
      }
    }
  }
  return contracts::evaluate(facts, records).front();
}

}  // namespace

TEST_CASE("level: one outcome less another of the same scope, seed by seed") {
  test::SyntheticRun run({"as_is"}, 3, 52);
  const double communication[] = {3.5, 3.0, 4.0}, relationship[] = {3.25, 3.0, 3.25};
  for (const int seed : {0, 1, 2}) {
    run.fill(0, seed, Outcome::communication_score, communication[seed]);
    run.fill(0, seed, Outcome::relationship_score, relationship[seed]);
  }
  auto claim = less(claim_of(Kind::level, "communication_score", "as_is"), "relationship_score");
  claim.band = {0.2, 0.3};  // 0.25, 0, 0.75: the median of the differences, and no other
  const ContractResult result = judge(run, claim);
  CHECK(result.held);
  CHECK(result.value == Approx(0.25));
  CHECK(result.agreed == Approx(1.0 / 3));
  CHECK(result.measure == contracts::Measure::change);
  CHECK(result.about == "communication score in as is minus relationship score");
  claim.sign = 1;
  claim.band = {};
  claim.agree = 0.9;  // the second seed has no sign
  CHECK(judge(run, claim).broken());
}

TEST_CASE("level: what surgeons say about nurses less what nurses say about surgeons") {
  auto claim = claim_of(Kind::level, "rc_index");
  claim.band = {0.5, 0.5};
  const ContractResult result = judge_pairs(claim, {{{4, 4, 3.5}, {3.5, 3, 3.25}}});
  CHECK(result.value == Approx(0.5));  // 0.5, 1, 0.25
  CHECK(result.held);
  CHECK(result.about ==
        "RC index in as is (surgeon about nurse) minus that of nurse about surgeon");
}

TEST_CASE("effect: who gains more is one effect less the other") {
  // Gains of 0.5, 0.5, 0.25 less gains of 0.25, 0, 0.25.
  const std::vector<std::vector<std::vector<double>>> scores{{{3, 3, 3.25}, {2, 2, 2}},
                                                             {{3.5, 3.5, 3.5}, {2.25, 2, 2.25}}};
  auto claim = claim_of(Kind::effect, "rc_index", "reform");
  claim.sign = 1;
  CHECK(judge_pairs(claim, scores).value == Approx(0.25));
  CHECK(judge_pairs(claim, scores).held);
  claim.agree = 0.9;  // the third seed gains as much on either side
  CHECK(judge_pairs(claim, scores).broken());
  // Each is measured on its own control, 37 / 12 and 2 on average: the shares gained differ by
  // 0.0372, 0.1622 and -0.0439.
  claim.scale = EffectScale::relative;
  const ContractResult relative = judge_pairs(claim, scores);
  CHECK(relative.value == Approx(0.5 / (37.0 / 12) - 0.25 / 2));
  CHECK(relative.measure == contracts::Measure::share_change);
}

TEST_CASE("trend: one slope less the other") {
  test::SyntheticRun run({"as_is"}, 3, 52);
  for (const int seed : {0, 1, 2}) {
    run.line(0, seed, Outcome::goals, 3, 0.5);
    run.line(0, seed, Outcome::respect, 3, 0.125);
  }
  auto claim = less(claim_of(Kind::trend, "goals", "as_is"), "respect");
  claim.band = {0.37, 0.38};
  CHECK(judge(run, claim).value == Approx(0.375).epsilon(1e-5));
  CHECK(judge(run, claim).held);
}

TEST_CASE("Range and standard deviation across organisations; the scope says which") {
  const auto run = places({{3, 3.5, 4, 1}});
  auto claim = spread_of(Kind::level, "range");
  claim.scope_organisation = "ward";
  claim.band = {1, 1};
  CHECK(judge(run, claim).value == 1);
  CHECK(judge(run, claim).held);
  CHECK(judge(run, claim).about ==
        "range of RC index across organisations in as is (organisation ward)");
  claim.spread = "sd";
  CHECK(judge(run, claim).value == Approx(0.5));  // of a sample: (0.25 + 0 + 0.25) / 2
  claim.scope_organisation.clear();
  claim.spread = "range";
  CHECK(judge(run, claim).value == 3);  // the office is one of them
  claim.scope_organisation = "office";
  CHECK_FALSE(judge(run, claim).evaluated);  // one place lies apart from nothing
}

TEST_CASE("A place without a value is not far from the others") {
  const auto run = places({{3, std::nan(""), 4}});
  CHECK(judge(run, spread_of(Kind::level, "range")).value == 1);
}

TEST_CASE("effect and order: how far places lie apart in one arm and the other") {
  const auto run = places({{3, 3.5, 4}, {3.5, 3.75, 4}});
  auto claim = spread_of(Kind::effect, "sd");
  claim.arm = "reform";
  claim.sign = -1;
  CHECK(judge(run, claim).value == Approx(-0.25));
  CHECK(judge(run, claim).held);
  claim.scale = EffectScale::relative;
  CHECK(judge(run, claim).value == Approx(-0.5));
  auto order = spread_of(Kind::order, "range");
  order.arms = {"reform", "as_is"};
  CHECK(judge(run, order).value == Approx(0.5));
  CHECK(judge(run, order).held);
  order.arms = {"as_is", "reform"};
  CHECK(judge(run, order).broken());
}

TEST_CASE("The spread across units and roles is that of their means over the weeks claimed") {
  auto claim = spread_of(Kind::level, "sd");
  claim.across = "role";
  claim.seeds = 1;
  const Facts facts = test::facts_with(claim, {"as_is"});
  const auto needs = contracts::contract_needs(facts);
  REQUIRE(needs.asked.size() == 1);
  CHECK(needs.asked[0].points == Points::role);
  CHECK(contracts::text_of(needs.asked[0]) == "rc_index by role");
  RunRecords records = test::SyntheticRun({"as_is"}, 1, 52).records();
  records.axes.asked = needs.asked;
  AskedRecord answer;  // roles at 3, 4, 5, and one that nobody rates
  answer.sums = {3.0 * 26, 4.0 * 26, 5.0 * 13, 0};
  answer.weeks = {26, 26, 13, 0};
  records.cells[0].asked = {answer};
  CHECK(contracts::evaluate(facts, records).front().value == Approx(1.0));
}

TEST_CASE("Across weeks: how far values move, and how far from where they stood first") {
  test::SyntheticRun run({"as_is"}, 3, 52);
  for (const int seed : {0, 1, 2}) run.fill(0, seed, Outcome::rc_index, 3);
  run.set(0, 0, Outcome::rc_index, 20, 3.125);
  run.set(0, 0, Outcome::rc_index, 30, 2.75);
  run.set(0, 1, Outcome::rc_index, 30, 3.125);
  run.set(0, 2, Outcome::rc_index, 5, 5);  // before the weeks claimed
  auto claim = claim_of(Kind::level, "rc_index", "as_is");
  claim.across = "week";
  claim.spread = "drift";
  claim.weeks_from = 10;
  claim.weeks_to = 51;
  claim.band = {-kOpen, 0.15};
  claim.agree = 0.6;
  const ContractResult drift = judge(run, claim);
  CHECK(drift.value == Approx(0.125));  // 0.25, 0.125, 0
  CHECK(drift.agreed == Approx(2.0 / 3));
  CHECK(drift.held);
  CHECK(drift.measure == contracts::Measure::spread);
  CHECK(drift.about == "drift of RC index across weeks in as is");
  claim.agree = 0.7;
  CHECK(judge(run, claim).broken());
  claim.spread = "range";
  claim.agree = 0;
  claim.seeds = 1;
  CHECK(judge(run, claim).value == Approx(0.375));
  claim.weeks_from = 20;
  claim.spread = "drift";
  CHECK(judge(run, claim).value == Approx(0.375));  // the first of them stands higher
  claim.weeks_from = claim.weeks_to = 30;
  CHECK_FALSE(judge(run, claim).evaluated);  // one week does not move
}

TEST_CASE("Reports tell what is subtracted and what lies apart, for people and for programs") {
  const auto run = places({{3, 3.5, 4}});
  auto claim = spread_of(Kind::level, "range");
  claim.band = {-kOpen, 2};
  const std::vector<ContractResult> results{judge(run, claim)};
  const auto json =
      contracts::to_json(results).as_object().at("contracts").as_array()[0].as_object();
  CHECK(json.at("spread") == "range");
  CHECK(json.at("across") == "organisation");
  CHECK(json.at("minus").is_null());
  CHECK(json.at("unit") == "1-5");
  const std::string text = contracts::to_text(results, 100, false);
  CHECK(text.find("range of RC index across organisations in as is: 1.00 points") !=
        std::string::npos);
  CHECK(contracts::to_markdown(results).find("| 1.00 points |") != std::string::npos);
  auto less_claim = claim_of(Kind::level, "rc_index");
  less_claim.scope_organisation = "ward";
  less_claim.minus = ClaimMinus{};
  less_claim.minus->outcome = "rc_index";
  less_claim.minus->scope_organisation = "ward 2";
  const std::vector<ContractResult> pair{judge(run, less_claim)};
  CHECK(
      contracts::to_json(pair).as_object().at("contracts").as_array()[0].as_object().at("minus") ==
      "that of organisation ward 2");
}

}  // namespace relco
