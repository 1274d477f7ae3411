// Which organisation accounts for a pathway, and so where changes of demand and channels act.
#include <algorithm>

#include "genesis/genesis.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

// Declared names of the organisations that account for the lanes of a pathway.
std::vector<std::string> accounting(const Facts& facts, const std::string& pathway) {
  const Blueprint blueprint = make_blueprint(facts, {});
  const Lanes& lanes = blueprint.prototype.lanes;
  std::vector<std::string> out;
  for (std::size_t l = 0; l < lanes.id.size(); ++l) {
    if (blueprint.plan->pathways[lanes.pathway[l]].facts->name == pathway) {
      out.push_back(blueprint.plan->declared_names[lanes.organisation[l]]);
    }
  }
  return out;
}

// The roles of the world listed, so that each can be given an id.
Facts spelled(const std::vector<std::string>& ids) {
  Facts facts = test::two_partners();
  REQUIRE(facts.roles.size() == ids.size());
  for (std::size_t n = 0; n < ids.size(); ++n) facts.roles[n].id = ids[n];
  return facts;
}

// Two organisations of one role each, with the interdependence that the team has inside itself.
Facts even(double first, double second) {
  Facts facts = test::two_partners();
  facts.pathways[0].team = {{"nurse", first}, {"home_nurse", second}};
  facts.pathways[0].interdependence.clear();
  return facts;
}

}  // namespace

TEST_CASE("the organisation with most of the team's interdependence accounts for the pathway") {
  CHECK(accounting(test::two_partners(), "hip") == std::vector<std::string>{"hospital"});
  CHECK(accounting(even(3, 1), "hip") == std::vector<std::string>{"hospital"});
  CHECK(accounting(even(1, 3), "hip") == std::vector<std::string>{"homecare"});
}

TEST_CASE("the spelling of role ids never decides who accounts for a pathway") {
  std::vector<std::string> ids = {"1", "2", "3", "4"};
  do {
    CHECK(accounting(spelled(ids), "hip") == std::vector<std::string>{"hospital"});
  } while (std::next_permutation(ids.begin(), ids.end()));
}

TEST_CASE("of organisations with equal interdependence one and the same accounts, however listed") {
  Facts facts = even(1, 1);
  const std::vector<std::string> first = accounting(facts, "hip");
  std::reverse(facts.organisations.begin(), facts.organisations.end());
  std::reverse(facts.pathways[0].organisations.begin(), facts.pathways[0].organisations.end());
  CHECK(accounting(facts, "hip") == first);
}

TEST_CASE("where nobody depends on anybody the organisation with most members accounts") {
  Facts facts = even(1, 2);
  facts.pathways[0].default_interdependence = 0;
  CHECK(accounting(facts, "hip") == std::vector<std::string>{"homecare"});
  facts.pathways[0].team["nurse"] = 3;
  CHECK(accounting(facts, "hip") == std::vector<std::string>{"hospital"});
}

TEST_CASE("each copy of a pathway is accounted for by its own copy of the organisation") {
  Facts facts = test::two_partners();
  for (OrganisationFacts& one : facts.organisations) one.copies = 3;
  const Blueprint blueprint = make_blueprint(facts, {});
  const Lanes& lanes = blueprint.prototype.lanes;
  REQUIRE(lanes.id.size() == 3);
  std::vector<std::uint32_t> rows(lanes.organisation.begin(), lanes.organisation.end());
  std::sort(rows.begin(), rows.end());
  CHECK(std::unique(rows.begin(), rows.end()) == rows.end());
}
