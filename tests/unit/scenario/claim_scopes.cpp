// A claim is refused where its outcome has no meaning, at its place and with the reason.
#include "unit/scenario/files.h"

using namespace relco;
using namespace relco::test;

namespace {

std::string finding_of(std::string_view outcome, std::string_view scope) {
  std::string text(kSmall);
  text += "expect:\n  - {id: V1, evidence: D01, scope: {" + std::string(scope) +
          "}, level: {outcome: " + std::string(outcome) + ", arm: as_is, at_least: 0}}\n";
  const auto all = findings(text);
  return all.empty() ? "" : all.front();
}

}  // namespace

TEST_CASE("Outcomes are accepted at every scope where they have a meaning") {
  for (const char* tie : {"rc_index", "respect", "problem_solving", "communication_score"}) {
    for (const char* scope :
         {"unit: ward", "role: nurse", "union: nurses", "pathway: stroke", "sector: acute",
          "role_pair: physician-nurse", "ties: family", "role_pair: family-nurse",
          "organisation: hospital, unit: ward, role: nurse"}) {
      INFO(tie << " at " << scope);
      CHECK(finding_of(tie, scope).empty());
    }
  }
  for (const char* person : {"burnout", "leaving", "job_satisfaction", "group_bias",
                             "psychological_safety", "error_reporting"}) {
    for (const char* scope : {"unit: ward", "role: nurse", "union: nurses", "pathway: stroke"}) {
      INFO(person << " at " << scope);
      CHECK(finding_of(person, scope).empty());
    }
  }
  for (const char* care : {"episode_length", "care_quality", "family_strain", "episode_cost"}) {
    CHECK(finding_of(care, "pathway: stroke").empty());
    CHECK(finding_of(care, "sector: community").empty());
  }
  CHECK(finding_of("leader_support", "unit: ward").empty());
}

TEST_CASE("Where an outcome has no meaning the finding says so, at the claim") {
  const auto says = [](std::string_view outcome, std::string_view scope, const char* words) {
    const std::string text = finding_of(outcome, scope);
    CHECK(text.starts_with("test.yaml:24:5: expect.V1: "));
    check_says(text, words);
  };
  says("episode_length", "unit: ward",
       "episode_length is of cases, and has no meaning for one unit");
  says("care_quality", "role: nurse", "no meaning for one role");
  says("burnout", "role_pair: physician-nurse", "no meaning for one pair of roles");
  says("burnout", "ties: within", "no meaning for one kind of ties");
  says("structures_index", "union: nurses", "structures_index is of organisations");
  says("rc_family", "role_pair: physician-nurse", "is not about the ties of nurse to physician");
  says("rc_within", "role_pair: physician-nurse", "ties inside one role");
  says("rc_within", "ties: between, unit: ward", "other ties than those asked for");
  says("rc_index", "organisation: hospital, role: home_nurse", "nobody is in this scope");
  says("burnout", "union: nurses, role: physician", "nobody is in this scope");
}

TEST_CASE("Points of a slope need quantities that they have") {
  const auto slope = [](std::string_view outcome, std::string_view on, std::string_view across) {
    std::string text(kSmall);
    text += "expect:\n  - {id: V1, evidence: D01, slope: {outcome: " + std::string(outcome) +
            ", on: " + std::string(on) + ", across: " + std::string(across) +
            ", arm: as_is, sign: \"+\"}}\n";
    const auto all = findings(text);
    return all.empty() ? std::string() : all.front();
  };
  CHECK(slope("rc_index", "team_meetings", "unit").empty());
  CHECK(slope("burnout", "rc_index", "person").empty());
  CHECK(slope("rc_index", "structures_index", "unit").empty());
  CHECK(slope("episode_length", "leadership.support", "organisation").empty());
  CHECK(slope("respect", "goals", "role_pair").empty());
  check_says(slope("episode_length", "rc_index", "unit"), "no meaning for one unit");
  check_says(slope("rc_index", "team_meetings", "role_pair"), "is a fact of organisations");
  check_says(slope("burnout", "rc_index", "role_pair"), "no meaning for one pair of roles");
}
