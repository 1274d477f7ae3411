// --set path=value: the same paths, checks and messages as in a file.
#include "unit/scenario/files.h"

using namespace relco;
using namespace relco::test;

TEST_CASE("An override sets the fact at its dotted path") {
  const Facts facts = load_text(kSmall, {{"organisations.hospital.leadership.support", "0.8"},
                                         {"organisations.hospital.slack", "{mean: 0.2, sd: 0.1}"},
                                         {"organisations.hospital.units.ward.staff.nurse", "20"},
                                         {"pathways.stroke.uncertainty", ".4"},
                                         {"changes.redesign.fidelity", "0.2"},
                                         {"changes.redesign.where", "hospital"},
                                         {"system.payment.share", "0.3"},
                                         {"roles.nurse.hours", "30"},
                                         {"horizon", "52"},
                                         {"replicates", "4"},
                                         {"arms.more", "[redesign]"}})
                          .facts;
  const OrganisationFacts& hospital = facts.organisations.back();
  CHECK(hospital.leadership.support.mean == 0.8);
  CHECK(hospital.slack.sd == 0.1);
  CHECK(hospital.units.front().staff.at("nurse") == 20);
  CHECK(facts.pathways.front().uncertainty.mean == 0.4);
  CHECK(facts.changes.front().fidelity == 0.2);
  CHECK(facts.changes.front().where.organisation == "hospital");
  CHECK(facts.system.share == 0.3);
  CHECK(facts.horizon == 52);
  CHECK(facts.replicates == 4);
  CHECK(facts.arms.size() == 3);
}

TEST_CASE("An override reaches into short forms") {
  const std::string text = changed(kSmall, "intervention: coaching", "payment: capitation");
  const Facts facts = load_text(text, {{"changes.redesign.payment.share", "0.5"},
                                       {"organisations.hospital.leadership.support.sd", "0.1"}})
                          .facts;
  const auto& payment = std::get<PaymentChange>(facts.changes.front().verbs.front());
  CHECK(payment.to.model == PaymentModel::capitation);
  CHECK(payment.to.share == 0.5);
  CHECK(facts.organisations.back().leadership.support.sd == 0.1);
  CHECK(facts.organisations.back().leadership.support.mean == 0.45);
}

TEST_CASE("A wrong override is found at its place on the command line") {
  const auto wrong = [](const std::string& path, const std::string& value) {
    return finding(kSmall, {{"seed", "3"}, {path, value}});
  };
  CHECK(wrong("organisations.hospitl.slack", "0.1") ==
        "--set 2: organisations.hospitl.slack: there is no organisation named 'hospitl'; did you "
        "mean 'hospital'?");
  CHECK(wrong("pathways.stroke.uncertanty", "0.1") ==
        "--set 2: pathways.stroke.uncertanty: unknown key 'uncertanty'; did you mean "
        "'uncertainty'?");
  CHECK(wrong("pathways.stroke.uncertainty", "4") ==
        "--set 2: pathways.stroke.uncertainty: is 4; allowed is 0 to 1");
  check_says(wrong("horizn", "4"), "did you mean 'horizon'?");
  check_says(wrong("unions.doctors.stance", "0.4"), "there is no union named 'doctors'");
  check_says(wrong("roles.nurce.hours", "30"), "there is no role named 'nurce'");
  check_says(wrong("horizon.weeks", "4"), "has no keys below it");
  check_says(wrong("", "4"), "path=value");
  check_says(wrong("horizon", ""), "path=value");
  check_says(wrong("title", "[1, 2"), "is a bracket left open?");
  check_says(wrong("pathways..uncertainty", "0.1"), "empty step");
}

TEST_CASE("Model parameters are set apart, and checked against their rows") {
  const LoadedScenario loaded = load_text(kSmall, {{"communication.f0", "0.5"}, {"horizon", "60"}});
  REQUIRE(loaded.parameter_overrides.size() == 1);
  CHECK(loaded.parameter_overrides.front().path == "communication.f0");
  CHECK(loaded.facts.horizon == 60);
  check_says(finding(kSmall, {{"communication.f0", "10"}}), "is 10; allowed is -5 to 5");
  check_says(finding(kSmall, {{"communication.f0", "much"}}), "a number is needed here");
  check_says(finding(kSmall, {{"communication.f00", "1"}}), "did you mean 'communication.f0'?");
}

TEST_CASE("A shorter horizon on the command line leaves later dates alone") {
  const std::string claims =
      "expect:\n  - {id: V1, evidence: D01, level: {outcome: rc_index, arm: reform, at_least: "
      "1}, weeks: [90, 104]}\n";
  CHECK(findings(small_with(claims), {{"horizon", "10"}}).empty());
  const LoadedScenario shorter = load_text(small_with(claims), {{"horizon", "10"}});
  CHECK(shorter.facts.horizon == 10);
  CHECK(load_text(shorter.resolved_text).resolved_text == shorter.resolved_text);
}

TEST_CASE("Overrides are typed path=value") {
  CHECK(parse_override("a.b=c=d").path == "a.b");
  CHECK(parse_override("a.b=c=d").value == "c=d");
  CHECK_THROWS_AS(parse_override("a.b"), UserError);
  CHECK_THROWS_AS(parse_override("=1"), UserError);
}
