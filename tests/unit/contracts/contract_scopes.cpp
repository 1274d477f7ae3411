// From a claim about a part of the system to the question that the run must keep, and to the
// answer.
#include <algorithm>

#include "contracts/questions.h"
#include "engine/run.h"
#include "support/catch.h"
#include "support/worlds.h"
#include "unit/contracts/bench.h"
#include "unit/stats/approx.h"

namespace relco {
namespace {

using contracts::asked_by;
using test::Approx;
using test::claim_of;
using Kind = ExpectationKind;

// rich(), short, with the claims given.
Facts with_claims(std::vector<ExpectationFacts> claims) {
  Facts facts = test::rich();
  facts.horizon = 30;
  facts.replicates = 3;
  facts.expectations = std::move(claims);
  return facts;
}

std::vector<contracts::ContractResult> checked(const Facts& facts) {
  const contracts::ContractNeeds needs = contracts::contract_needs(facts);
  RunOptions options;
  options.threads = 2;
  options.asked = needs.asked;
  return contracts::evaluate(facts, run_scenario(facts, {}, options).records);
}

ExpectationFacts in_scope(ExpectationFacts claim, std::string ExpectationFacts::*scope,
                          const std::string& name) {
  claim.*scope = name;
  return claim;
}

}  // namespace

TEST_CASE("What organisations' records hold is not asked for again") {
  const Facts facts = with_claims({});
  auto claim = claim_of(Kind::level, "rc_index", "as_is");
  CHECK_FALSE(asked_by(facts, claim, 30));
  claim.scope_organisation = "hospital";
  CHECK_FALSE(asked_by(facts, claim, 30));
  claim.scope_organisation.clear();
  claim.scope_ties = "within";
  CHECK_FALSE(asked_by(facts, claim, 30));
  claim.outcome = "respect";
  CHECK(asked_by(facts, claim, 30)->scope.ties == TieScope::within);
}

TEST_CASE("Claims about the same place share one question") {
  std::vector<ExpectationFacts> claims;
  for (const char* outcome : {"rc_index", "burnout", "rc_index"}) {
    claims.push_back(
        in_scope(claim_of(Kind::level, outcome, "as_is"), &ExpectationFacts::scope_role, "nurse"));
  }
  const auto needs = contracts::contract_needs(with_claims(claims));
  REQUIRE(needs.asked.size() == 1);
  CHECK(needs.asked[0].quantities == std::vector<std::string>{"rc_index", "burnout"});
}

TEST_CASE("Means of points are over the weeks claimed, or the last half year") {
  const Facts facts = with_claims({});
  auto claim = claim_of(Kind::slope, "burnout", "as_is");
  claim.on = "rc_index";
  claim.across = "unit";
  CHECK(asked_by(facts, claim, 30)->from == 4);
  CHECK(asked_by(facts, claim, 30)->to == 30);
  claim.weeks_from = 3;
  claim.weeks_to = 5;
  CHECK(asked_by(facts, claim, 30)->from == 3);
  CHECK(asked_by(facts, claim, 30)->to == 6);
}

TEST_CASE("Every kind of claim is evaluated at every scope that has a meaning for it") {
  using E = ExpectationFacts;
  const std::pair<std::string E::*, const char*> scopes[] = {
      {&E::scope_unit, "clinic"},          {&E::scope_role, "nurse"},
      {&E::scope_pathway, "hip"},          {&E::scope_role_pair, "surgeon-nurse"},
      {&E::scope_ties, "between"},         {&E::scope_sector, "community"},
      {&E::scope_organisation, "hospital"}};
  std::vector<E> claims;
  for (const auto& [scope, name] : scopes) {
    for (const char* outcome : {"rc_index", "respect"}) {
      claims.push_back(in_scope(claim_of(Kind::level, outcome, "as_is"), scope, name));
      claims.push_back(in_scope(claim_of(Kind::effect, outcome, "reform"), scope, name));
      claims.push_back(in_scope(claim_of(Kind::trend, outcome, "as_is"), scope, name));
    }
    auto regime = claim_of(Kind::share_of_replicates, "", "as_is");
    regime.regime = "contested";
    claims.push_back(in_scope(regime, scope, name));
    auto tips = claim_of(Kind::time_to, "rc_between", "as_is");
    tips.reaches = "contested";
    claims.push_back(in_scope(tips, scope, name));
  }
  for (const char* outcome : {"episode_length", "burnout", "family_strain"}) {
    claims.push_back(in_scope(claim_of(Kind::level, outcome, "as_is"), &E::scope_pathway, "hip"));
  }
  for (const char* across : {"unit", "person", "role_pair", "replicate", "week"}) {
    auto claim = claim_of(Kind::correlation, "goals", "as_is");
    claim.on = "respect";
    claim.across = across;
    claims.push_back(claim);
  }
  for (const char* fact : {"team_meetings", "leadership.support", "workload"}) {
    auto claim = claim_of(Kind::slope, "rc_index", "as_is");
    claim.on = fact;
    claim.across = "unit";
    claims.push_back(claim);
  }
  for (std::size_t i = 0; i < claims.size(); ++i) claims[i].id = "X" + std::to_string(i);
  for (const auto& result : checked(with_claims(claims))) {
    INFO(result.claim.id << " " << result.about << ": " << result.note);
    CHECK(result.evaluated);
  }
}

namespace {

// Of three places with rc_index 3, 4 and 5, the value is `at_zero` plus `slope` times the index.
AskedRecord three_places(double at_zero, double slope) {
  AskedRecord answer;
  for (const double x : {3.0, 4.0, 5.0}) {
    answer.sums.insert(answer.sums.end(), {(at_zero + slope * x) * 26, x * 26});
    answer.weeks.insert(answer.weeks.end(), {26, 26});
  }
  return answer;
}

ExpectationFacts slope_on_ties(const char* outcome, const char* across, EffectScale scale) {
  auto claim = claim_of(Kind::slope, outcome, "as_is");
  claim.on = "rc_index";
  claim.across = across;
  claim.scale = scale;
  claim.seeds = 1;
  return claim;
}

double value_of(const ExpectationFacts& claim, const AskedRecord& answer) {
  const Facts facts = test::facts_with(claim, {"as_is"});
  RunRecords records = test::SyntheticRun({"as_is"}, 1, 52).records();
  records.axes.asked = {*asked_by(facts, claim, 52)};
  records.cells[0].asked = {answer};
  return contracts::evaluate(facts, records).front().value;
}

}  // namespace

TEST_CASE("A slope across units is that of the units' means, seed by seed") {
  AskedRecord answer = three_places(0.7, -0.1);
  answer.sums.insert(answer.sums.end(), {0, 0});  // and one without anybody
  answer.weeks.insert(answer.weeks.end(), {0, 0});
  CHECK(value_of(slope_on_ties("burnout", "unit", EffectScale::absolute), answer) == Approx(-0.1));
}

TEST_CASE("A slope of what single cases have is in units of the spread between cases") {
  auto claim = slope_on_ties("episode_length", "organisation", EffectScale::standardised);
  AskedRecord answer = three_places(9, -1);             // stays of 6, 5 and 4 days
  answer.cases = {{100, 500, 100 * (25.0 + 4.0)}, {}};  // cases lie 2 days around 5
  CHECK(value_of(claim, answer) == Approx(-0.5));
  claim.kind = Kind::correlation;  // knows nothing of cases, and asks nobody about them
  CHECK_FALSE(asked_by(test::facts_with(claim, {"as_is"}), claim, 52));
}

TEST_CASE("The spread between cases counts every case that ended, in the unit it is kept in") {
  auto claim = claim_of(Kind::slope, "episode_cost", "as_is");
  claim.on = "rc_index";
  claim.across = "organisation";
  claim.scale = EffectScale::standardised;
  const Facts facts = with_claims({claim});
  const auto asked = asked_by(facts, claim, facts.horizon);
  REQUIRE(asked);
  RunOptions options;
  options.asked = {*asked};
  const RunRecords records = run_scenario(facts, {}, options).records;
  const AskedRecord::Cases& cases = records.cells[0].asked[0].cases[0];
  REQUIRE(cases.count > 10);
  const double mean = cases.sum / cases.count / 1000;  // costs are kept in thousands
  const double variance = cases.squares / cases.count - mean * mean;
  CHECK(variance > 0);
  CHECK(variance < mean * mean);
}

}  // namespace relco
