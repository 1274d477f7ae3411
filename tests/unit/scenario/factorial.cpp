// Arms that are a full factorial over fields of changes.
#include "unit/scenario/files.h"

using namespace relco;
using namespace relco::test;

namespace {

std::string with_arms(std::string_view arms) {
  std::string text = changed(kSmall, "  reform: [redesign]\n", arms);
  return changed(text, "changes:\n",
                 "changes:\n  partnership: {from: 26, union: {stance: 0.6, strength: 0.5}}\n");
}

const ChangeFacts& change_of(const Facts& facts, const ArmFacts& arm, std::string_view start) {
  for (const std::string& name : arm.changes) {
    if (!name.starts_with(start)) continue;
    for (const ChangeFacts& change : facts.changes) {
      if (change.name == name) return change;
    }
  }
  FAIL("no change");
  return facts.changes.front();
}

}  // namespace

TEST_CASE("Every combination of levels becomes an arm with its own copy of the change") {
  const Facts facts =
      load_text(with_arms(R"(  factorial: {stance: [-0.8, 0, 0.8], strength: [0.2, 0.8]}
  factors:
    stance: {change: partnership, field: union.stance}
    strength: {change: partnership, field: union.strength}
  with: [redesign]
)"))
          .facts;
  REQUIRE(facts.arms.size() == 7);
  CHECK(facts.arms[0].name == "as_is");
  CHECK(facts.arms[1].name == "stance=-0.8,strength=0.2");
  CHECK(facts.arms[6].name == "stance=0.8,strength=0.8");
  const ChangeFacts& change = change_of(facts, facts.arms[2], "partnership");
  CHECK(change.id == "partnership");
  const auto& verb = std::get<UnionChange>(change.verbs.front());
  CHECK(verb.stance == -0.8);
  CHECK(verb.strength == 0.8);
  CHECK(facts.arms[2].levels ==
        std::map<std::string, double>{{"redesign", 1}, {"stance", -0.8}, {"strength", 0.8}});
  CHECK(change_of(facts, facts.arms[2], "redesign").name == "redesign");
}

TEST_CASE("Factors that nobody explains are looked for") {
  const Facts facts =
      load_text(with_arms("  factorial: {stance: [-0.8, 0.8], redesign: [off, on]}\n")).facts;
  REQUIRE(facts.arms.size() == 5);
  CHECK(facts.arms[1].changes.size() == 1);
  CHECK(facts.arms[2].changes.size() == 2);
  CHECK(facts.arms[2].levels.at("redesign") == 1);
  const Facts doses = load_text(with_arms("  factorial: {redesign: [0, 0.5, 1]}\n")).facts;
  CHECK(change_of(doses, doses.arms[2], "redesign").dose == 0.5);
  const Facts dotted = load_text(with_arms("  factorial: {redesign.fidelity: [0.1, 0.9]}\n")).facts;
  CHECK(change_of(dotted, dotted.arms[2], "redesign").fidelity == 0.9);
}

TEST_CASE("Levels are checked like anything else in the file") {
  check_says(finding(with_arms("  factorial: {redesign.fidelity: [0.1, 9]}\n")),
             "fidelity: is 9; allowed is 0 to 1");
  check_says(finding(with_arms("  factorial: {loudness: [0.1, 9]}\n")),
             "nothing tells which change the factor 'loudness' sets");
  check_says(finding(with_arms("  factorial: {from: [1, 9]}\n")), "it is not clear");
  check_says(finding(with_arms("  factorial: {redesign: 3}\n")), "a list of levels is needed here");
  check_says(finding(with_arms(
                 "  factorial: {x: [1]}\n  factors: {x: {change: redesing, field: dose}}\n")),
             "did you mean 'redesign'?");
  check_says(
      finding(with_arms("  factorial: {redesign: [0, 1]}\n  factors: {redesing: redesign.dose}\n")),
      "is no factor of the factorial");
}

TEST_CASE("What says which change a factor sets has no other keys") {
  const auto wrong = [](const std::string& spec) {
    return finding(
        with_arms("  factorial: {stance: [0, 0.8]}\n  factors:\n    stance: " + spec + "\n"));
  };
  check_says(wrong("{change: partnership, field: union.stance, lerels: 2}"),
             "test.yaml:25:56: arms.factorial.stance: unknown key 'lerels'");
  check_says(finding(with_arms(
                 "  factorial: {x: {change: redesign, field: dose, levels: [0, 1], levls: 2}}\n")),
             "did you mean 'levels'?");
}

TEST_CASE("A factorial has bounds") {
  std::string levels = "[0";
  for (int i = 1; i < 200; ++i) levels += ", " + std::to_string(i % 2);
  levels += "]";
  const std::string factors =
      "  factorial: {redesign.fidelity: " + levels + ", redesign.coverage: " + levels + "}\n";
  check_says(finding(with_arms(factors)), "more than 2000 arms");
}

TEST_CASE("A claim of interaction names the factors") {
  const std::string claim =
      "expect:\n  - {id: V1, evidence: F01, interaction: {outcome: delay, factors: [stance, "
      "redesign], band: [-1, 1]}}\n";
  const std::string arms = "  factorial: {stance: [-0.8, 0.8], redesign: [off, on]}\n";
  CHECK(load_text(with_arms(arms) + claim).facts.expectations.front().factors.size() == 2);
  check_says(finding(with_arms(arms) + changed(claim, "[stance", "[stanze")), "mean 'stance'?");
}
