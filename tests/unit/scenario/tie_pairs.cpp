// Where ties of single roles start: the order of a pair matters, and every form of a fact is read.
#include <map>

#include "unit/scenario/files.h"

using namespace relco;
using namespace relco::test;

namespace {

std::string clinic(const std::string& pairs) {
  return "relco: 1\ntitle: Clinic\norganisations:\n  - name: clinic\n    ties:\n      pairs: " +
         pairs +
         "\n    units:\n      - {name: ward, staff: {nurse: 2, surgeon: 2, ward-clerk: 1}}\n"
         "pathways:\n  - {name: stay, standing: 2, team: {nurse: 1, surgeon: 1}}\n";
}

}  // namespace

TEST_CASE("Ties of a pair of roles are read in their direction, as number, fact or map") {
  const Folder folder;
  const LoadedScenario loaded = load(folder.write(
      "a.yaml",
      clinic("{nurse-surgeon: 3.4, surgeon-nurse: {mean: 3.9, sd: 0.1}, "
             "ward-clerk-nurse: {index: {mean: 3, sd: 0.2}, goals: 2.5, communication: 4}}")));
  const auto& pairs = loaded.facts.organisations[0].ties.pairs;
  REQUIRE(pairs.size() == 3);
  CHECK(pairs.at({"nurse", "surgeon"}).index->mean == 3.4);
  CHECK(pairs.at({"surgeon", "nurse"}).index->sd == 0.1);
  const PairStart& clerk = pairs.at({"ward-clerk", "nurse"});
  CHECK(clerk.index->mean == 3);
  CHECK(clerk.goals->mean == 2.5);
  CHECK(clerk.communication->mean == 4);
  CHECK_FALSE(clerk.respect);
  // The resolved text says the same.
  const LoadedScenario again = load(folder.write("b.yaml", loaded.resolved_text));
  CHECK(again.resolved_text == loaded.resolved_text);
  CHECK(again.digest_text == loaded.digest_text);
  CHECK(again.facts.organisations[0].ties.pairs.size() == 3);
}

TEST_CASE("What is no pair of roles, or no score, is a finding") {
  const Folder folder;
  for (const auto& [pairs, finding] :
       std::map<std::string, std::string>{{"{nurse-surgoen: 3}", "surgeon"},
                                          {"{nurse: 3}", "no pair of roles"},
                                          {"{nurse-family: 3}", "ties with families"},
                                          {"{nurse-surgeon: 6}", "1 to 5"},
                                          {"{nurse-surgeon: {indx: 3}}", "index"},
                                          {"3", "map"}}) {
    INFO(pairs);
    std::string told;
    try {
      (void)load(folder.write("c.yaml", clinic(pairs)));
    } catch (const UserError& error) {
      told = error.what();
    }
    CHECK(told.find(finding) != std::string::npos);
  }
}
