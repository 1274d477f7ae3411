// The resolved text is the scenario: complete, canonical, and readable as a scenario again.
#include "unit/scenario/files.h"

using namespace relco;
using namespace relco::test;

namespace {

constexpr std::string_view kForwards = R"(relco: 1
title: Order
horizon: 60
organisations:
  - {name: b, copies: 2, leadership: {support: 0.4, inquiry: 0.2}, units: [{name: x, staff: {nurse: 2, gp: 1}}, {name: y, staff: {nurse: 1}}]}
  - {name: a, units: [{name: x, staff: {nurse: 2}}]}
pathways:
  - {name: q, standing: 10, team: {nurse: 1, gp: 1}, interdependence: {nurse-gp: 0.7}}
  - {name: p, standing: 20, team: {nurse: 1}, organisations: [b, a]}
changes:
  two: {from: 3, leader: {support: 0.9}, staffing: 0.9}
  one: {payment: {model: bundled, partners: [b, a]}, intervention: [huddles, coaching]}
arms: {as_is: [], both: [two, one]}
expect:
  - {id: V2, evidence: [D01], level: {outcome: delay, arm: both, at_most: 3}}
  - {id: V1, evidence: [D01], level: {outcome: delay, arm: both, at_least: 0}}
)";

constexpr std::string_view kBackwards = R"(expect:
  - {level: {at_least: 0, arm: both, outcome: delay}, evidence: D01, id: V1}
  - {level: {at_most: 3, arm: both, outcome: delay}, evidence: D01, id: V2}
arms: {as_is: [], both: [one, two]}
changes:
  one: {intervention: [coaching, huddles], payment: {partners: [a, b], model: bundled}}
  two: {staffing: 0.9, leader: {support: 0.9}, from: 3}
pathways:
  - {organisations: [a, b], team: {nurse: 1}, standing: 20, name: p}
  - {interdependence: {gp-nurse: 0.7}, team: {gp: 1, nurse: 1}, standing: 10, name: q}
organisations:
  - {units: [{staff: {nurse: 2}, name: x}], name: a}
  - {units: [{staff: {nurse: 1}, name: y}, {staff: {gp: 1, nurse: 2}, name: x}], leadership: {inquiry: 0.2, support: 0.4}, copies: 2, name: b}
horizon: 60 weeks
title: Order
relco: 1
)";

}  // namespace

TEST_CASE("The order of a file does not show in its resolved text") {
  const LoadedScenario forwards = load_text(kForwards), backwards = load_text(kBackwards);
  CHECK(forwards.resolved_text == backwards.resolved_text);
  CHECK(forwards.digest_text == backwards.digest_text);
}

TEST_CASE("Resolved text loads as itself") {
  for (const std::string& text : {std::string(kForwards), std::string(kSmall)}) {
    const LoadedScenario once = load_text(text);
    const LoadedScenario twice = load_text(once.resolved_text);
    CHECK(once.resolved_text == twice.resolved_text);
    CHECK(once.digest_text == twice.digest_text);
  }
}

TEST_CASE("The scenarios of the library load, and their resolved texts load as themselves") {
  const std::string path = RELCO_SOURCE_DIR "/scenarios/baseline/joint-replacement.yaml";
  const LoadedScenario once = load(path);
  CHECK(load_text(once.resolved_text).resolved_text == once.resolved_text);
}

TEST_CASE("The digest changes with every fact, and with nothing else") {
  const std::string digest = load_text(kSmall).digest_text;
  CHECK(digest.size() == 16);
  const auto digest_with = [](std::string_view from, std::string_view to) {
    return load_text(changed(kSmall, from, to)).digest_text;
  };
  CHECK(digest_with("title: Small", "title: Other") == digest);
  CHECK(digest_with("title: Small", "question: Why?") == digest);
  CHECK(digest_with("title: Small", "covers: [S0-01]") == digest);
  CHECK(digest_with("horizon: 104 weeks", "horizon: 2 years") == digest);
  CHECK(digest_with("horizon: 104 weeks", "horizon: 105") != digest);
  CHECK(digest_with("support: 0.45", "support: 0.450001") != digest);
  CHECK(digest_with("nurse: 8", "nurse: 9") != digest);
  CHECK(digest_with("from: week 26", "from: week 27") != digest);
  CHECK(load_text(small_with("expect: [{id: V, evidence: D01, level: {outcome: delay, arm: as_is, "
                             "at_least: 0}}]\n"))
            .digest_text == digest);
}

TEST_CASE("What a file does not say stands in the resolved text") {
  const std::string text = load_text(kSmall).resolved_text;
  for (const char* line : {"replicates: 32", "imprint: 0.3", "plan_slices: 8", "wage: 38",
                           "model: fee_for_service", "family: all"}) {
    check_says(text, line);
  }
}

TEST_CASE("Text with quotes, colons and line breaks survives") {
  const LoadedScenario once =
      load_text(changed(kSmall, "title: Small", "title: \"a: \\\"b\\\" # c\\n- d\\\\ æ\""));
  CHECK(once.facts.title == "a: \"b\" # c\n- d\\ æ");
  CHECK(load_text(once.resolved_text).facts.title == once.facts.title);
}

TEST_CASE("An id keeps the identity of a thing that is renamed") {
  const std::string renamed = changed(changed(kSmall, "name: ward", "name: stroke_ward, id: ward"),
                                      "name: stroke\n", "name: stroke_care\n    id: stroke\n");
  const Facts before = load_text(kSmall).facts, after = load_text(renamed).facts;
  CHECK(before.pathways.front().id == after.pathways.front().id);
  CHECK(before.organisations.back().units.front().id ==
        after.organisations.back().units.front().id);
}

TEST_CASE("A usual role that is renamed stays what it is where its id is kept") {
  std::string renamed(kSmall);
  for (std::size_t at = 0; (at = renamed.find("physician", at)) != std::string::npos;) {
    renamed.replace(at, 9, "doctor");
  }
  renamed += "roles:\n  - {name: doctor, id: physician}\n";
  const auto physician = [](const Facts& facts) {
    for (const RoleFacts& role : facts.roles) {
      if (role.id == "physician") return role;
    }
    FAIL("no physician");
    return RoleFacts{};
  };
  const RoleFacts before = physician(load_text(kSmall).facts);
  const RoleFacts after = physician(load_text(renamed).facts);
  CHECK(after.name == "doctor");
  CHECK(after.status.mean == before.status.mean);
  CHECK(after.wage == before.wage);
  CHECK(after.leaving == before.leaving);
}
