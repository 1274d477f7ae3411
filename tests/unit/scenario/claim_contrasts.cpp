// `minus`, `across` and `spread` of claims: what they fill in, and what is refused.
#include "unit/scenario/files.h"

using namespace relco;
using namespace relco::test;

namespace {

std::string with_claim(const std::string& body) {
  return small_with("expect:\n  - {id: V1, evidence: D01, " + body + "}\n");
}
ExpectationFacts claim(const std::string& body) {
  const Facts facts = load_text(with_claim(body)).facts;
  REQUIRE(facts.expectations.size() == 1);
  return facts.expectations.front();
}
// The only finding about a claim of this body, at its line.
std::string finding_of(const std::string& body) {
  const std::string text = finding(with_claim(body));
  CHECK(text.starts_with("test.yaml:24:"));
  return text;
}
std::string level(const std::string& more) {
  return "level: {outcome: rc_index, arm: as_is, at_least: 0, " + more + "}";
}

}  // namespace

TEST_CASE("What minus leaves out is as in the claim") {
  const auto scope = claim("scope: physician-nurse, " + level("minus: {scope: nurse-physician}"));
  REQUIRE(scope.minus);
  CHECK(scope.minus->outcome == "rc_index");
  CHECK(scope.minus->scope_role_pair == "nurse-physician");
  CHECK(scope.scope_role_pair == "physician-nurse");
  const auto outcome = claim("scope: {role: nurse}, " + level("minus: {outcome: respect}"));
  CHECK(outcome.minus->outcome == "respect");
  CHECK(outcome.minus->scope_role == "nurse");
}

TEST_CASE("The scope of minus stands by itself") {
  const auto one = claim("scope: {organisation: hospital, role: nurse}, " +
                         level("minus: {scope: {role: physician}}"));
  CHECK(one.minus->scope_role == "physician");
  CHECK(one.minus->scope_organisation.empty());
  const auto everyone = claim("scope: {role: nurse}, " + level("minus: {scope: system}"));
  CHECK(everyone.minus->scope_role.empty());
}

TEST_CASE("The index of one kind of ties is an outcome of its own on both sides") {
  const auto kinds = claim("scope: within, " + level("minus: {scope: between}"));
  CHECK(kinds.outcome == "rc_within");
  CHECK(kinds.minus->outcome == "rc_between");
  CHECK(kinds.minus->scope_ties.empty());
  const auto score = claim("scope: between, " + level("minus: {outcome: relationship_score}"));
  CHECK(score.outcome == "rc_between");
  CHECK(score.minus->outcome == "relationship_score");
  CHECK(score.minus->scope_ties == "between");
}

TEST_CASE("Minus may stand beside the kind, and resolved text keeps what was meant") {
  for (const char* body :
       {"scope: {role: nurse}, level: {outcome: rc_index, arm: as_is, at_least: 0}, minus: {scope: "
        "system}",
        "scope: within, level: {outcome: rc_index, arm: as_is, at_least: 0, minus: {scope: "
        "between}}",
        "scope: between, trend: {outcome: goals, arm: as_is, per_year: [0, 1], minus: {outcome: "
        "respect}}",
        "effect: {outcome: rc_index, arm: reform, sign: -, across: unit, spread: sd}"}) {
    INFO(body);
    const LoadedScenario once = load_text(with_claim(body));
    const LoadedScenario twice = load_text(once.resolved_text);
    CHECK(twice.resolved_text == once.resolved_text);
    const ExpectationFacts &a = once.facts.expectations[0], &b = twice.facts.expectations[0];
    CHECK(a.outcome == b.outcome);
    CHECK(a.spread == b.spread);
    CHECK(a.minus.has_value() == b.minus.has_value());
    if (!a.minus || !b.minus) continue;
    CHECK(a.minus->outcome == b.minus->outcome);
    CHECK(static_cast<const ClaimScope&>(*a.minus) == static_cast<const ClaimScope&>(*b.minus));
  }
}

TEST_CASE("A minus that subtracts nothing, or the claim itself, is refused") {
  check_says(finding_of(level("minus: {}")), "expect.V1: subtracts nothing: give 'outcome'");
  check_says(finding_of(level("minus: respect")), "a map of keys is needed here");
  check_says(finding_of(level("minus: {outcome: rc_index}")), "subtracts the claim from itself");
  check_says(finding_of("scope: between, " + level("minus: {outcome: rc_between}")),
             "subtracts the claim from itself");
}

TEST_CASE("Minus names what there is, and takes an outcome and a scope only") {
  check_says(finding_of(level("minus: {outcome: respct}")), "did you mean 'respect'?");
  check_says(finding_of(level("minus: {scope: nurse-phisician}")), "phisician");
  check_says(finding_of(level("minus: {scope: {role: nurse, weeks: [0, 5]}}")),
             "unknown key 'weeks'");
  check_says(finding_of(level("minus: {arm: reform}")), "unknown key 'arm'");
  check_says(finding_of("time_to: {outcome: delay, arm: reform, reaches: 2, at_most: 9, "
                        "minus: {outcome: respect}}"),
             "unknown key 'minus'");
}

TEST_CASE("What minus subtracts must have a meaning where it looks, and somebody must be there") {
  check_says(finding_of(level("minus: {scope: {organisation: hospital, role: home_nurse}}")),
             "nobody is in this scope");
  check_says(
      finding_of("level: {outcome: burnout, arm: as_is, at_least: 0, minus: {scope: between}}"),
      "burnout is of persons, and has no meaning for one kind of ties");
}

TEST_CASE("Only like is subtracted from like; effects may be made alike") {
  check_says(finding_of(level("minus: {outcome: burnout}")),
             "burnout is measured in share and rc_index in 1-5: one cannot be subtracted");
  check_says(
      finding_of("effect: {outcome: delay, arm: reform, sign: +, minus: {outcome: burnout}}"),
      "relative and standardised effects can");
  CHECK(claim("effect: {outcome: delay, arm: reform, relative: [0, 1], minus: {outcome: burnout}}")
            .minus->outcome == "burnout");
}

TEST_CASE("A spread is across something, and across something there is a spread") {
  check_says(finding_of(level("across: unit")),
             "expect.V1: needs 'spread' beside it: range, sd or drift");
  check_says(finding_of(level("spread: sd")), "expect.V1: needs 'across' beside it");
  check_says(finding_of(level("across: unit, spread: variance")), "variance");
  check_says(finding_of(level("across: replicate, spread: sd")), "replicate");
  check_says(finding_of(level("across: unit, spread: drift")), "is of weeks");
  check_says(
      finding_of("scope: {role: nurse}, level: {outcome: episode_length, arm: as_is, at_least: 0, "
                 "across: organisation, spread: sd}"),
      "no meaning for one role");
  check_says(
      finding_of(
          "level: {outcome: structures_index, arm: as_is, at_least: 0, across: role, spread: sd}"),
      "structures_index is of organisations, and has no meaning for one role");
  CHECK(claim(level("across: role, spread: range")).across == "role");
  CHECK(claim(level("across: week, spread: drift")).spread == "drift");
  CHECK(claim("scope: {role: nurse}, " + level("across: week, spread: sd")).across == "week");
}

TEST_CASE("A spread needs two places in its scope") {
  const auto across = [](const char* scope, const char* places) {
    return "scope: {" + std::string(scope) + "}, " +
           level("across: " + std::string(places) + ", spread: sd");
  };
  check_says(finding_of(across("organisation: hospital", "organisation")),
             "expect.V1: only one organisation is in this scope; a spread needs two or more");
  check_says(finding_of(across("unit: ward", "unit")), "only one unit is in this scope");
  check_says(finding_of(across("role: nurse", "role")), "only one role is in this scope");
  CHECK(claim("scope: system, " + level("across: organisation, spread: sd")).spread == "sd");
  CHECK(claim(across("role: nurse", "person")).across == "person");
  const std::string copies = changed(with_claim(across("organisation: hospital", "organisation")),
                                     "  - name: hospital\n", "  - name: hospital\n    copies: 2\n");
  CHECK(findings(copies).empty());
}
