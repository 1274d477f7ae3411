// Changes that name a unit for posts of a role move or take the posts of that unit, and no others.
#include <set>

#include "engine/simulation.h"
#include "rules/change/environment.h"
#include "support/catch.h"
#include "support/worlds.h"
#include "world/canonical.h"

using namespace relco;

namespace {

// Two wards of one hospital that share no work, each with nurses, and a pathway of the first's
// organisation and home care.
Facts two_hospitals() {
  Facts facts = test::two_partners();
  OrganisationFacts other = facts.organisations[0];
  other.name = "other_hospital";
  other.units[0].name = "other_ward";
  facts.organisations[0].units.push_back(other.units[0]);
  facts.organisations[0].units.back().name = "second_ward";
  facts.organisations.push_back(other);
  facts.pathways[0].organisations = {"hospital", "homecare"};
  for (RoleFacts& role : facts.roles) role.leaving = 0;  // nobody is away by themselves
  for (OrganisationFacts& organisation : facts.organisations) organisation.vacancies = {0};
  return facts;
}

// Units, by name, of the people for whom `changed` says yes once the change is in full force.
template <class Changed>
std::set<std::string> places(Facts facts, const VerbChange& verb, Changed&& changed) {
  ChangeFacts change = test::change("of posts", verb);
  change.from = 0;
  facts.horizon = 30;
  test::add_arm(facts, change);
  const Blueprint blueprint = make_blueprint(facts, {});
  const Parameters parameters;
  Simulation simulation(blueprint, parameters, facts.arms.size() - 1, 0);
  simulation.run_until(30);
  const World& world = simulation.world();
  std::vector<std::string> names;  // of unit rows, in canonical order
  for (const OrganisationFacts* organisation : by_id(world.plan->facts.organisations)) {
    for (const UnitFacts* unit : by_id(organisation->units)) names.push_back(unit->name);
  }
  std::set<std::string> out;
  for (std::uint32_t i = 0; i < world.people.id.size(); ++i) {
    if (changed(world, i)) out.insert(names[world.people.unit[i]]);
  }
  return out;
}

bool gone(const World& world, std::uint32_t i) {
  return world.people.presence[i] == 0.0f && world.people.vacant[i] == 0;
}

bool attached(const World& world, std::uint32_t i) {
  return world.people.attached[i] > 0.0f;
}

using Names = std::set<std::string>;

}  // namespace

TEST_CASE("posts are removed from the unit that is named, and from every unit when none is") {
  const Facts facts = two_hospitals();
  CHECK(places(facts, RemoveRoleChange{"nurse", "second_ward", 2}, gone) == Names{"second_ward"});
  CHECK(places(facts, RemoveRoleChange{"nurse", "", 2}, gone) ==
        Names{"ward", "second_ward", "other_ward"});
}

TEST_CASE("a reassignment moves those who share the work of the unit or pathway that is named") {
  const Facts facts = two_hospitals();
  CHECK(places(facts, ReassignChange{"nurse", "other_ward", 0.8}, attached) == Names{"other_ward"});
  CHECK(places(facts, ReassignChange{"nurse", "hip", 0.8}, attached) ==
        Names{"ward", "second_ward"});
  CHECK(places(facts, ReassignChange{"nurse", "district", 0.8}, attached) ==
        Names{"ward", "second_ward"});
  CHECK(places(facts, ReassignChange{"home_nurse", "other_ward", 0.8}, attached).empty());
}
