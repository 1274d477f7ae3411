// Every kind of expectation, held and broken, with values that can be checked by eye.
#include <cmath>

#include "support/catch.h"
#include "unit/contracts/bench.h"
#include "unit/stats/approx.h"

namespace relco {
namespace {

using contracts::ContractResult;
using test::Approx;
using test::burnout_run;
using test::claim_of;
using test::judge;
using Kind = ExpectationKind;

constexpr double kOpen = 1e300;

TEST_CASE("level: the median over seeds lies in the band, ends included") {
  const auto run = burnout_run({"as_is"}, {{0.25, 0.5, 0.75}});
  auto claim = claim_of(Kind::level, "burnout", "as_is");
  claim.band = {0.5, 0.6};
  CHECK(judge(run, claim).held);
  CHECK(judge(run, claim).value == 0.5);
  CHECK(judge(run, claim).agreed == Approx(1.0 / 3));
  claim.band = {0.51, kOpen};
  CHECK(judge(run, claim).broken());
}

TEST_CASE("agree: that share of the seeds must satisfy the band") {
  const auto run = burnout_run({"as_is"}, {{0.25, 0.5, 0.75}});
  auto claim = claim_of(Kind::level, "burnout");
  claim.band = {0.3, kOpen};
  claim.agree = 2.0 / 3;
  CHECK(judge(run, claim).held);
  claim.agree = 0.7;
  CHECK(judge(run, claim).broken());
  claim.band = {0.6, kOpen};  // the median would break it, a third of the seeds agrees
  claim.agree = 0.3;
  CHECK(judge(run, claim).held);
}

TEST_CASE("effect: paired with the first arm; absolute, relative, standardised, by sign") {
  // Differences 0.1, 0.2, 0.3; the control's mean is 0.4 and its spread 0.1.
  const auto run = burnout_run({"as_is", "reform"}, {{0.3, 0.4, 0.5}, {0.4, 0.6, 0.8}});
  auto claim = claim_of(Kind::effect, "burnout", "reform");
  claim.band = {0.19, 0.21};
  CHECK(judge(run, claim).value == Approx(0.2));
  CHECK(judge(run, claim).held);
  claim.scale = EffectScale::relative;
  CHECK(judge(run, claim).value == Approx(0.5));
  CHECK(judge(run, claim).broken());
  claim.scale = EffectScale::standardised;
  CHECK(judge(run, claim).value == Approx(2.0));
  claim.band = {};
  claim.sign = -1;
  CHECK(judge(run, claim).broken());
  claim.versus = "reform";
  claim.arm = "as_is";
  CHECK(judge(run, claim).held);
}

TEST_CASE("effect: no difference has no sign, and a control of zero no relative effect") {
  const auto run = burnout_run({"as_is", "reform"}, {{0, 0, 0}, {0, 0, 0}});
  auto claim = claim_of(Kind::effect, "burnout", "reform");
  claim.sign = 1;
  CHECK(judge(run, claim).broken());
  claim.sign = 0;
  claim.band = {0, 0};
  CHECK(judge(run, claim).held);
  claim.scale = EffectScale::relative;
  CHECK_FALSE(judge(run, claim).evaluated);
}

TEST_CASE("order: medians rise strictly; with agree, seeds do") {
  const auto run =
      burnout_run({"a", "b", "c"}, {{0.1, 0.2, 0.3}, {0.2, 0.3, 0.4}, {0.4, 0.35, 0.45}});
  auto claim = claim_of(Kind::order, "burnout");
  claim.arms = {"a", "b", "c"};
  CHECK(judge(run, claim).held);
  CHECK(judge(run, claim).value == Approx(0.1));  // medians 0.2, 0.3, 0.4
  CHECK(judge(run, claim).agreed == 1);
  claim.arms = {"a", "c", "b"};
  CHECK(judge(run, claim).broken());
  CHECK(judge(run, claim).agreed == 0);
  claim.arms = {"a", "a"};  // equal is not rising
  CHECK(judge(run, claim).broken());
  claim.arms = {"a"};
  CHECK_FALSE(judge(run, claim).evaluated);
}

TEST_CASE("order: one seed out of order breaks full agreement only") {
  const auto run = burnout_run({"a", "b"}, {{0.1, 0.2, 0.3}, {0.2, 0.4, 0.25}});
  auto claim = claim_of(Kind::order, "burnout");
  claim.arms = {"a", "b"};
  CHECK(judge(run, claim).held);
  claim.agree = 0.6;
  CHECK(judge(run, claim).held);
  claim.agree = 0.8;
  CHECK(judge(run, claim).broken());
}

TEST_CASE("ratio: effect over effect, by medians") {
  const auto run =
      burnout_run({"as_is", "small", "large"}, {{0, 0, 0}, {0.1, 0.1, 0.1}, {0.2, 0.3, 0.4}});
  auto claim = claim_of(Kind::ratio, "burnout");
  claim.of = "large";
  claim.to = "small";
  claim.band = {2.5, kOpen};
  const ContractResult result = judge(run, claim);
  CHECK(result.held);
  CHECK(result.value == Approx(3.0));
  CHECK(result.agreed == Approx(2.0 / 3));
  CHECK(result.note.empty());
  claim.agree = 0.9;
  CHECK(judge(run, claim).broken());
}

TEST_CASE("ratio: each effect may have a control of its own, and be relative to it") {
  const auto run = burnout_run({"apart", "together", "supported", "supported_together"},
                               {{0.4, 0.4}, {0.3, 0.3}, {0.2, 0.2}, {0.1, 0.1}});
  auto claim = claim_of(Kind::ratio, "burnout");
  claim.of = "supported_together";
  claim.versus = "supported";
  claim.to = "together";
  claim.to_versus = "apart";
  CHECK(judge(run, claim).value == Approx(1.0));  // 0.1 less on both sides
  claim.scale = EffectScale::relative;
  const ContractResult relative = judge(run, claim);
  CHECK(relative.value == Approx(2.0));  // half of it against a quarter
  CHECK(relative.about.find("supported together against supported") != std::string::npos);
  claim.to_versus.clear();
  CHECK(judge(run, claim).value == Approx(-1.0));  // against versus, where together is worse
}

TEST_CASE("ratio: a denominator that may be zero is reported with a caution") {
  const auto run = burnout_run({"as_is", "small", "large"},
                               {{0.5, 0.5, 0.5}, {0.4, 0.55, 0.6}, {0.7, 0.8, 0.9}});
  auto claim = claim_of(Kind::ratio, "burnout");
  claim.of = "large";
  claim.to = "small";
  claim.band = {2.5, kOpen};
  const ContractResult result = judge(run, claim);
  CHECK(result.held);
  CHECK(result.value == Approx(6.0));  // 0.3 / 0.05
  CHECK_FALSE(result.interval.known());
  CHECK(result.note.find("may be zero") != std::string::npos);
}

TEST_CASE("ratio: over exactly nothing there is none") {
  const auto run =
      burnout_run({"as_is", "small", "large"}, {{0, 0, 0}, {0, 0, 0}, {0.2, 0.3, 0.4}});
  auto claim = claim_of(Kind::ratio, "burnout");
  claim.of = "large";
  claim.to = "small";
  const ContractResult result = judge(run, claim);
  CHECK(result.broken());
  CHECK(std::isnan(result.value));
  CHECK(result.agreed == 0);
  CHECK(result.note.find("there is no ratio") != std::string::npos);
}

TEST_CASE("share_of_replicates: runs in the regime, with Wilson's interval") {
  test::SyntheticRun run({"as_is"}, 4, 52, {"hospital", "hospital 2", "home_care"});
  for (const int seed : {0, 1, 2, 3}) run.fill(0, seed, Outcome::rc_between, seed == 0 ? 2.5 : 4.5);
  auto claim = claim_of(Kind::share_of_replicates, "");
  claim.regime = "virtuous";
  claim.seeds = 4;
  claim.band = {0.75, 1};
  const ContractResult result = judge(run, claim);
  CHECK(result.held);
  CHECK(result.value == 0.75);
  CHECK(result.interval.low == stats::wilson(3, 4).interval.low);
  claim.regime = "vicious";
  CHECK(judge(run, claim).broken());
  claim.regime = "splendid";
  CHECK_FALSE(judge(run, claim).evaluated);
  // Two copies, one of them virtuous: the seed counts by half.
  for (const int seed : {0, 1, 2, 3}) {
    run.fill(0, seed, Outcome::rc_between, 4.5, 1);
    run.fill(0, seed, Outcome::rc_between, 2.5, 2);
  }
  claim.regime = "virtuous";
  claim.scope_organisation = "hospital";
  CHECK(judge(run, claim).value == 0.5);
}

TEST_CASE("slope and correlation across seeds") {
  test::SyntheticRun run({"as_is"}, 4, 30);
  const double x[] = {3, 3.5, 4, 4.5}, y[] = {8, 6, 7, 5};
  for (const int seed : {0, 1, 2, 3}) {
    run.fill(0, seed, Outcome::rc_index, x[seed]);
    run.fill(0, seed, Outcome::episode_length, y[seed]);
  }
  auto claim = claim_of(Kind::slope, "episode_length");
  claim.seeds = 4;
  claim.on = "rc_index";
  claim.across = "replicate";
  claim.scale = EffectScale::standardised;
  claim.band = {-1, -0.7};
  CHECK(judge(run, claim).held);
  CHECK(judge(run, claim).value == Approx(-0.8));
  claim.scale = EffectScale::absolute;
  CHECK(judge(run, claim).value == Approx(-1.6));  // days per point: -2 / 1.25
  CHECK(judge(run, claim).broken());
  claim.kind = Kind::correlation;
  CHECK(judge(run, claim).value == Approx(-0.8));
  claim.across = "person";
  CHECK_FALSE(judge(run, claim).evaluated);
}

TEST_CASE("correlation across organisations and across weeks: one per seed") {
  test::SyntheticRun run({"as_is"}, 3, 30, {"ward", "ward 2", "ward 3", "office"});
  for (const int seed : {0, 1, 2}) {
    for (std::size_t scope = 1; scope <= 3; ++scope) {
      run.fill(0, seed, Outcome::rc_index, 3.0 + static_cast<double>(scope), scope);
      run.fill(0, seed, Outcome::burnout, 0.9 - 0.1 * static_cast<double>(scope), scope);
    }
    run.fill(0, seed, Outcome::rc_index, 9, 4);
    run.fill(0, seed, Outcome::burnout, 9, 4);
    run.line(0, seed, Outcome::rc_index, 3, 1);
    run.line(0, seed, Outcome::burnout, 0.5, 0.1);
  }
  auto claim = claim_of(Kind::correlation, "burnout");
  claim.on = "rc_index";
  claim.across = "organisation";
  claim.scope_organisation = "ward";
  claim.band = {-1, -0.99};
  CHECK(judge(run, claim).held);
  claim.scope_organisation.clear();
  CHECK(judge(run, claim).broken());  // the office turns it round
  claim.across = "week";
  claim.band = {0.99, 1};
  CHECK(judge(run, claim).held);
}

TEST_CASE("interaction: a difference of differences over changes") {
  auto claim = claim_of(Kind::interaction, "burnout");
  claim.factors = {"pay", "train"};
  claim.band = {0.29, 0.31};
  Facts facts = test::facts_with(claim, {"none", "pay", "train", "both"});
  facts.arms[1].changes = {"pay"};
  facts.arms[2].changes = {"train"};
  facts.arms[3].changes = {"pay", "train"};
  // 0.5 - 0.1 - 0.1 + 0.0 = 0.3 in every seed
  const auto run = burnout_run({"none", "pay", "train", "both"},
                               {{0, 0, 0}, {0.1, 0.1, 0.1}, {0.1, 0.1, 0.1}, {0.5, 0.5, 0.5}});
  const auto result = contracts::evaluate(facts, run.records()).front();
  CHECK(result.held);
  CHECK(result.value == Approx(0.3));
  facts.arms[3].changes = {"pay", "train", "third"};  // all else is not equal
  CHECK_FALSE(contracts::evaluate(facts, run.records()).front().evaluated);
}

TEST_CASE("interaction: the lowest and highest levels of a factorial") {
  auto claim = claim_of(Kind::interaction, "burnout");
  claim.factors = {"stance", "strength"};
  claim.sign = 1;
  Facts facts = test::facts_with(claim, {"a", "b", "c", "d", "middle"});
  const double stance[] = {-0.8, 0.8, -0.8, 0.8, 0}, strength[] = {0.2, 0.2, 0.8, 0.8, 0.2};
  for (std::size_t i = 0; i < 5; ++i) {
    facts.arms[i].levels = {{"stance", stance[i]}, {"strength", strength[i]}};
  }
  const auto run = burnout_run({"a", "b", "c", "d", "middle"}, {{0.3}, {0.4}, {0.2}, {0.6}, {9}});
  CHECK(contracts::evaluate(facts, run.records()).front().value == Approx(0.3));
  // The levels set a field of one change: each arm picks a copy of its own, with one identity.
  for (std::size_t i = 0; i < 5; ++i) {
    facts.changes.push_back({});
    facts.changes.back().name = "relations[" + std::to_string(i) + "]";
    facts.changes.back().id = "relations";
    facts.arms[i].changes = {facts.changes.back().name};
  }
  CHECK(contracts::evaluate(facts, run.records()).front().value == Approx(0.3));
}

TEST_CASE("mediated_share: what is lost of the effect when the path is blocked, seed by seed") {
  const auto whole = burnout_run({"as_is", "reform"}, {{0.4, 0.4, 0.4}, {0.6, 0.8, 0.5}});
  // Effects 0.2, 0.4, 0.1; without the path 0.05, 0.1, 0.1.
  const auto rest = burnout_run({"as_is", "reform"}, {{0.4, 0.4, 0.4}, {0.45, 0.5, 0.5}});
  auto claim = claim_of(Kind::mediated_share, "burnout", "reform");
  claim.blocking = {"learning"};
  claim.band = {0.5, 1};
  Facts facts = test::facts_with(claim, {"as_is", "reform"});
  const contracts::BlockedRun blocked[] = {{{"learning"}, rest.records()}};
  const ContractResult result = contracts::evaluate(facts, whole.records(), blocked).front();
  CHECK(result.evaluated);
  CHECK(result.held);
  CHECK(result.value == Approx(0.5));  // medians 0.1 of 0.2
  CHECK(result.agreed == Approx(2.0 / 3));
  facts.expectations[0].blocking = {"payment"};
  CHECK_FALSE(contracts::evaluate(facts, whole.records(), blocked).front().evaluated);
}

TEST_CASE("A mediated share asks for both arms once for each path; outcomes held are a path too") {
  auto first = claim_of(Kind::mediated_share, "burnout", "reform");
  first.blocking = {"learning"};
  auto second = first;
  second.blocking.clear();
  second.through = {"rc_index"};  // ties: the same path
  auto third = first;
  third.blocking = {"payment", "labour"};
  Facts facts = test::facts_with(first, {"as_is", "other", "reform"});
  facts.expectations.push_back(second);
  facts.expectations.push_back(third);
  const contracts::ContractNeeds needs = contracts::contract_needs(facts);
  CHECK(needs.arms == std::vector<std::size_t>{0, 2});
  REQUIRE(needs.blocked.size() == 2);
  CHECK(needs.blocked[0].mechanisms == std::vector<std::string>{"labour", "payment"});
  CHECK(needs.blocked[1].mechanisms == std::vector<std::string>{"learning"});
  CHECK(needs.blocked[1].arms == std::vector<std::size_t>{0, 2});
}

TEST_CASE("Kinds that records cannot answer are open when so marked, else broken") {
  const auto run = burnout_run({"as_is"}, {{0.5, 0.5, 0.5}});
  for (const Kind kind : {Kind::survey, Kind::mediated_share}) {
    auto claim = claim_of(kind, "burnout");
    CHECK(judge(run, claim).broken());
    CHECK(judge(run, claim).note.rfind("not evaluated: ", 0) == 0);
    claim.open = "the path cannot be blocked yet";
    const ContractResult result = judge(run, claim);
    CHECK(result.open);
    CHECK_FALSE(result.broken());
    CHECK_FALSE(result.held);
    Facts facts = test::facts_with(claim, {"as_is"});
    facts.expectations[0].band = {0.8, 1};
    const auto measured = [](const ExpectationFacts&) {
      return std::optional(std::vector<double>{0.7, 0.9, 0.9});
    };
    CHECK(contracts::evaluate(facts, run.records(), {}, measured).front().held);
  }
}

TEST_CASE("What was not run or not recorded is not evaluated") {
  const auto run = burnout_run({"as_is"}, {{0.5, 0.5, 0.5}});
  CHECK_FALSE(judge(run, claim_of(Kind::level, "burnout", "reform")).evaluated);
  CHECK_FALSE(judge(run, claim_of(Kind::level, "happiness")).evaluated);
  CHECK_FALSE(judge(run, claim_of(Kind::level, "wellness")).evaluated);  // NaN everywhere
  auto claim = claim_of(Kind::level, "burnout");
  claim.scope_organisation = "hospital";
  CHECK_FALSE(judge(run, claim).evaluated);
  claim.scope_organisation.clear();
  claim.scope_unit = "ward";
  CHECK_FALSE(judge(run, claim).evaluated);
  claim.scope_unit.clear();
  claim.weeks_from = claim.weeks_to = 52;
  CHECK_FALSE(judge(run, claim).evaluated);
}

TEST_CASE("Scopes: copies of an organisation are averaged, kinds of ties pick their index") {
  test::SyntheticRun run({"as_is"}, 1, 30, {"ward", "ward 2", "ward beds"});
  run.fill(0, 0, Outcome::burnout, 0.25, 1);
  run.fill(0, 0, Outcome::burnout, 0.75, 2);
  run.fill(0, 0, Outcome::burnout, 9, 3);
  run.fill(0, 0, Outcome::rc_within, 4.5);
  run.fill(0, 0, Outcome::rc_index, 3.5);
  auto claim = claim_of(Kind::level, "burnout");
  claim.scope_organisation = "ward";
  CHECK(judge(run, claim).value == 0.5);
  claim.scope_organisation = "ward 2";
  CHECK(judge(run, claim).value == 0.75);
  auto ties = claim_of(Kind::level, "rc_index");
  ties.scope_ties = "within";
  CHECK(judge(run, ties).value == 4.5);
  ties.outcome = "respect";
  CHECK_FALSE(judge(run, ties).evaluated);
}

TEST_CASE("Weeks: both ends count, and the default is the last half year") {
  test::SyntheticRun run({"as_is"}, 1, 52);
  for (Week week = 0; week < 52; ++week) run.set(0, 0, Outcome::burnout, week, week);
  auto claim = claim_of(Kind::level, "burnout");
  CHECK(judge(run, claim).value == 38.5);
  claim.weeks_from = 10;
  claim.weeks_to = 12;
  CHECK(judge(run, claim).value == 11);
  claim.weeks_to = 10;
  CHECK(judge(run, claim).value == 10);
  claim.weeks_from = 50;
  claim.weeks_to = 60;
  CHECK(judge(run, claim).value == 50.5);
}

TEST_CASE("Seeds: the first ones asked for, or as many as there are") {
  const auto run = burnout_run({"as_is"}, {{0.1, 0.2, 0.9, 0.9, 0.9}});
  auto claim = claim_of(Kind::level, "burnout");
  CHECK(judge(run, claim).value == Approx(0.2));
  claim.seeds = 30;
  CHECK(judge(run, claim).seeds == 5);
}

}  // namespace
}  // namespace relco
