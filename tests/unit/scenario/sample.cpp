// A share of a system, with the structure of the whole.
#include <algorithm>

#include "unit/scenario/files.h"

using namespace relco;
using namespace relco::test;

namespace {

constexpr std::string_view kNation = R"(relco: 1
title: Nation
sample: 0.1
organisations:
  - {name: practice, copies: 40, sampled: true, units: [{name: p, staff: {gp: 1}}]}
  - name: town
    copies: 4
    units:
      - {name: district, copies: 10, sampled: true, staff: {carer: 2}}
      - {name: town_hall, copies: 2, staff: {clerk: 1}}
  - {name: clinic, copies: 3, sampled: true, units: [{name: c, staff: {nurse: 1}}]}
pathways:
  - {name: care, standing: 10, team: {gp: 1, carer: 1}}
)";

const OrganisationFacts& named(const Facts& facts, const std::string& name) {
  const auto found = std::find_if(facts.organisations.begin(), facts.organisations.end(),
                                  [&](const auto& one) { return one.name == name; });
  REQUIRE(found != facts.organisations.end());
  return *found;
}

}  // namespace

TEST_CASE("A sample has a share of what is sampled, at least one, and all of the rest") {
  const Facts facts = load_text(kNation).facts;
  const OrganisationFacts& town = named(facts, "town");
  CHECK(named(facts, "practice").copies == 4);
  CHECK(town.copies == 4);
  CHECK(town.units.front().copies == 1);
  CHECK(town.units.back().copies == 2);
  CHECK(named(facts, "clinic").copies == 1);
}

TEST_CASE("The whole is a sample of one, and --set chooses the share") {
  const Facts facts = load_text(kNation, {{"sample", "1"}}).facts;
  CHECK(named(facts, "practice").copies == 40);
  CHECK(named(facts, "town").units.front().copies == 10);
  check_says(finding(changed(kNation, "sample: 0.1", "sample: 0")), "sample");
}

TEST_CASE("The resolved text of a sample is the smaller system, not a sample of it") {
  const LoadedScenario once = load_text(kNation);
  const LoadedScenario twice = load_text(once.resolved_text);
  CHECK(twice.resolved_text == once.resolved_text);
  CHECK(named(twice.facts, "practice").copies == 4);
}
