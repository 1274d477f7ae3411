// What is wrong with a file is said all at once, at its place, with what would be right.
#include "unit/scenario/files.h"

using namespace relco;
using namespace relco::test;

TEST_CASE("A file with five mistakes gets five findings, each at its line") {
  const auto all = findings(R"(relco: 1
horizon: 52 wekks
organisations:
  - name: hospital
    leadership: {support: 1.4}
    units: [{name: ward, staff: {nurse: 4}}]
pathways:
  - name: hip
    starts_per_week: 3
    team: {nurse: 1, nurze: 2}
    uncertanty: 0.3
arms: {as_is: [], reform: [bundle]}
changes: {bundel: {payment: bundled}}
)");
  REQUIRE(all.size() == 5);
  CHECK(all[0] ==
        "test.yaml:2:10: horizon: is '52 wekks'; whole weeks are needed here, such as 26, "
        "week 26, 208 weeks or 4 years");
  CHECK(all[1] ==
        "test.yaml:5:27: organisations.hospital.leadership.support: is 1.4; allowed is 0 "
        "to 1");
  CHECK(all[2] ==
        "test.yaml:10:22: pathways.hip.team.nurze: there is no role named 'nurze'; did "
        "you mean 'nurse'?");
  CHECK(all[3] ==
        "test.yaml:11:5: pathways.hip.uncertanty: unknown key 'uncertanty'; did you mean "
        "'uncertainty'?");
  CHECK(all[4] ==
        "test.yaml:12:28: arms.reform: there is no change named 'bundle'; did you mean "
        "'bundel'?");
}

TEST_CASE("A key that belongs elsewhere is told so") {
  CHECK(finding(changed(kSmall, "    sector: community", "    uncertainty: 0.3")) ==
        "test.yaml:10:5: organisations.home_care.uncertainty: unknown key 'uncertainty'; "
        "'uncertainty' is a key of pathway");
}

TEST_CASE("Values of the wrong kind, unit or range are refused with what is allowed") {
  const auto with_support = [](std::string_view value) {
    return finding(changed(kSmall, "support: 0.45", "support: " + std::string(value)));
  };
  check_says(with_support("high"), "is 'high'; a number, 0 to 1 is needed here");
  check_says(with_support("\"0.4\""), "in quotes");
  check_says(with_support("5 %"), "pure number");
  check_says(with_support("[1]"), "is a list");
  check_says(with_support("nan"), "is 'nan'");
  check_says(with_support(".inf"), "is '.inf'");
  check_says(with_support("1e999"), "a number");
  check_says(with_support("0x1"), "is '0x1'");
  check_says(with_support("{sd: 0.1}"), "needs 'mean'");
  check_says(with_support("{mean: 0.5, min: 0.6}"), "do not rise");
  check_says(with_support("{mean: 0.5, sd: -1}"), "allowed is 0 to");
  check_says(with_support(""), "has no value");
  check_says(finding(changed(kSmall, "fidelity: 0.8", "hours_per_person: 2 days")),
             "the unit is hours per week");
  check_says(finding(changed(kSmall, "starts_per_week: 3", "starts_per_week: {mean: 3, sd: 1}")),
             "cannot differ between copies");
  check_says(finding(changed(kSmall, "leadership: {support: 0.45}", "copies: 1.5")),
             "whole number");
}

TEST_CASE("The version of the format is asked for and checked") {
  check_says(finding(changed(kSmall, "relco: 1\n", "")), "needs 'relco'");
  check_says(finding(changed(kSmall, "relco: 1", "relco: 2")), "format version 1");
}

TEST_CASE("Names and keys given twice are refused") {
  CHECK(finding(changed(kSmall, "title: Small", "title: Small\ntitle: Big")) ==
        "test.yaml:3:1: the key 'title' is written twice; first in line 2");
  check_says(finding(changed(kSmall, "name: home_care", "name: hospital")),
             "test.yaml:9:5: organisations: there are two of organisation name 'hospital'");
  check_says(finding(changed(kSmall, "name: home_care", "{name: home_care, id: hospital")),
             "not readable as YAML");
  check_says(finding(changed(kSmall, "name: home_care", "name: home_care\n    id: hospital")),
             "two of organisation id 'hospital'");
}

TEST_CASE("Names of nothing are refused with the nearest name, wherever they stand") {
  const auto change = [](std::string_view verb) {
    return finding(changed(kSmall, "intervention: coaching", verb));
  };
  check_says(change("intervention: coaching, where: {organisation: hospitl}"),
             "did you mean 'hospital'?");
  check_says(change("survey: {mode: in_persn}"), "mean 'in_person'?");
  check_says(change("intervention: coaching, where: {unit: wart}"), "mean 'ward'?");
  check_says(change("intervention: coaching, where: {union: nurse}"), "mean 'nurses'?");
  check_says(change("intervention: coaching, where: {pathway: strok}"), "mean 'stroke'?");
  check_says(change("intervention: coaching, where: {sector: acut}"), "mean 'acute'?");
  check_says(change("intervention: huddle"), "did you mean 'huddles'?");
  check_says(change("payment: {model: bundeld}"), "did you mean 'bundled'?");
  check_says(change("payment: {model: bundled, partners: [hospital, homecare]}"),
             "did you mean 'home_care'?");
  check_says(change("interventon: coaching"), "interventon");
  check_says(finding(changed(kSmall, "role: nurse}", "role: nurce}")), "mean 'nurse'?");
  check_says(finding(changed(kSmall, "    sector: community", "    payer: town")),
             "there is no payer named 'town'");
}

TEST_CASE("A claim about an unknown arm, outcome or regime is refused") {
  const auto claim = [](std::string_view body) {
    return finding(small_with("expect:\n  - {id: V1, evidence: D01, " + std::string(body) + "}\n"));
  };
  check_says(claim("level: {outcome: rc_idex, arm: reform, at_least: 3}"),
             "test.yaml:24:46: expect.V1.level.outcome: there is no outcome named");
  check_says(claim("level: {outcome: rc_index, arm: refrom, at_least: 3}"),
             "did you mean 'reform'?");
  check_says(claim("share_of_replicates: {regime: virtous, arm: reform, at_least: 0.5}"),
             "did you mean 'virtuous'?");
  check_says(claim("level: {outcome: rc_index, arm: reform, band: [4, 3]}"),
             "low end 4 is above its high end 3");
  check_says(claim("level: {outcome: rc_index, arm: reform}"), "claims nothing");
  check_says(claim("says: nothing"), "needs a kind");
  check_says(claim("effect: {outcome: rc_index, arm: as_is, sign: +}"), "with itself");
  check_says(claim("ratio: {outcome: rc_index, of: as_is, to: reform, at_least: 1}"),
             "with itself");
  check_says(
      claim("ratio: {outcome: rc_index, of: reform, to: reform, to_versus: reform, at_least: 1}"),
      "with itself");
  check_says(claim("level: {outcome: rc_index, arm: reform, at_least: 3}, weeks: [90, 120]"),
             "speaks of week 120; the scenario ends after 104 weeks");
  check_says(claim("trend: {outcome: rc_index, arm: reform, per_year: 0.3}"), "a band");
  check_says(claim("time_to: {outcome: rc_index, arm: reform, reaches: lots, at_most: 60}"),
             "is 'lots'; a number or a regime (virtuous, vicious, contested) is needed here");
}

TEST_CASE("at_least or at_most beside a band is refused") {
  const auto claim = [](std::string_view body) {
    return finding(small_with("expect:\n  - {id: V1, evidence: D01, " + std::string(body) + "}\n"));
  };
  check_says(claim("level: {outcome: rc_index, arm: reform, band: [1, 5], at_least: 3}"),
             "'at_least' and 'band' cannot stand together");
  check_says(claim("effect: {outcome: rc_index, arm: reform, relative: [0, 1], at_most: 3}"),
             "'at_most' and 'relative' cannot stand together");
  CHECK(findings(small_with("expect:\n  - {id: V1, evidence: D01, effect: {outcome: rc_index, arm: "
                            "reform, relative: true, at_least: 0, at_most: 1}}\n"))
            .empty());
}

TEST_CASE("Facts that are right alone and wrong together are refused") {
  check_says(finding(changed(kSmall, "home_nurse: 4", "carer: 4")),
             "there is no role named 'home_nurse'");
  const std::string elsewhere =
      changed(kSmall, "starts_per_week: 3", "starts_per_week: 3\n    organisations: [hospital]");
  check_says(finding(elsewhere),
             "pathways.stroke.team.home_nurse: no unit of its "
             "organisations has posts for the role 'home_nurse'");
  check_says(finding(changed(kSmall, "starts_per_week: 3", "uncertainty: 0.3")),
             "needs starts_per_week");
  check_says(finding(changed(kSmall, "starts_per_week: 3", "starts_per_week: 3\n    standing: 9")),
             "both starts_per_week and standing");
  check_says(finding(changed(kSmall, "from: week 26", "from: week 26, to: 20")),
             "ends in week 20 before it starts in week 26");
  check_says(finding(changed(kSmall, ", intervention: coaching", "")), "changes nothing");
  check_says(
      finding(changed(kSmall, "staff: {nurse: 8", "copies: 1000000, staff: {nurse: 1000000")),
      "allowed are at most 20000000");
}

TEST_CASE("Model parameters have no place in a scenario file") {
  const std::string expected =
      "is a model parameter; scenarios hold facts only, use --set for research";
  check_says(finding(small_with("communication: {f0: 1}\n")), expected);
  check_says(finding(small_with("communication.f0: 1\n")), expected);
  check_says(finding(small_with("parameters: {f0: 1}\n")), expected);
  check_says(finding(changed(kSmall, "support: 0.45", "f0: 0.45")), expected);
}

TEST_CASE("Many mistakes are counted, not listed for ever") {
  std::string text(kSmall);
  for (int i = 0; i < 5000; ++i) text += "key" + std::to_string(i) + ": 1\n";
  const auto all = findings(text);
  CHECK(all.size() == 101);
  check_says(all.front() + all.back(), "4900 more findings are not shown");
}

TEST_CASE("Evidence that is unknown, missing, empty or named twice is found where it stands") {
  const auto claim = [](std::string_view keys) {
    return finding(small_with("expect:\n  - {id: V1, " + std::string(keys) +
                              "level: {outcome: rc_index, arm: reform, at_least: 3}}\n"));
  };
  check_says(claim("evidence: [E08, E8], "), "test.yaml:24:30: expect.V1.evidence: there is no");
  check_says(claim("evidence: [E08, E8], "), "did you mean 'E08' (Dummit et al. 2016)?");
  check_says(claim(""), "test.yaml:24:5: expect.V1: needs 'evidence'");
  check_says(claim("evidence: [], "), "at least one id");
  check_says(claim("evidence: [E08, E08], "), "'E08' is listed twice");
  check_says(claim("evidence: E08, unverified: E8, "), "expect.V1.unverified: there is no");
  CHECK(
      findings(small_with("expect:\n  - {id: V1, evidence: [A08, V20, S0-06, S3], level: {outcome: "
                          "rc_index, arm: reform, at_least: 3}}\n"))
          .empty());
}

TEST_CASE("What a scenario covers are rows of the checklist") {
  check_says(
      finding(small_with("covers: [S0-15, S0-6]\n")),
      "test.yaml:23:17: covers: there is no row of the checklist 'S0-6'; did you mean 'S0-06' "
      "(Only the family sees the whole)?");
  check_says(finding(small_with("covers: [E08]\n")), "'E08' is a figure, not a row");
  CHECK(findings(small_with("covers: S0-15\n")).empty());
}
