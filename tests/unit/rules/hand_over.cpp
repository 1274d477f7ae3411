#include "rules/care/hand_over.h"

#include <algorithm>

#include "engine/simulation.h"
#include "genesis/genesis.h"
#include "rules/care/suggestion.h"
#include "rules/caseload/caseload.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

// An open case of two partners, with all ties alike.
struct OpenCase {
  OpenCase()
      : world(make_world(make_blueprint(test::two_partners(), parameters), parameters, 0, 0)) {
    while (world.cases.id[slot] != 0) ++slot;
    start_case(world, parameters, 0, slot, 4711, 0, {});
    Pairs& p = world.pairs;
    for (auto* column :
         {&p.goals0, &p.knowledge0, &p.respect0, &p.goals1, &p.knowledge1, &p.respect1}) {
      std::fill(column->begin(), column->end(), 0.5f);
    }
    const std::uint32_t places = world.plan->places;
    for (std::uint32_t a = 0; a < places; ++a) {
      const std::uint32_t person = world.members.person[slot * places + a];
      if (person != kNone) team.push_back(person);
    }
    decides = *std::max_element(team.begin(), team.end(), [&](std::uint32_t a, std::uint32_t b) {
      return world.people.status[a] < world.people.status[b];
    });
    checks = *std::find_if(team.begin(), team.end(), [&](std::uint32_t a) { return a != decides; });
  }
  [[nodiscard]] float caught() const { return caught_share(world, parameters, slot); }

  Parameters parameters;
  World world;
  std::uint32_t slot = 0, decides = 0, checks = 0;
  std::vector<std::uint32_t> team;
};

}  // namespace

TEST_CASE("nobody catches errors where nobody checks") {
  const OpenCase one;
  REQUIRE(one.team.size() > 1);
  CHECK(one.caught() == 0);
}

TEST_CASE("what one member checks is caught as far as the one who decides listens") {
  OpenCase one;
  one.world.people.checking[one.checks] = 0.8f;
  const People& people = one.world.people;
  const float together = people.unit[one.checks] == people.unit[one.decides] ? 1.0f : 0.0f;
  const float expected =
      0.8f * suggestion_chance(one.parameters.care, {0.5f, 0.5f, 0.5f}, together, 0);
  CHECK(one.caught() == Approx(expected));
  one.world.people.attached[one.checks] = 1;
  CHECK(one.caught() > expected);
}

TEST_CASE("who decides catches nothing of what nobody else checks") {
  OpenCase one;
  one.world.people.checking[one.decides] = 1;
  CHECK(one.caught() == 0);
}

TEST_CASE("an empty post neither checks nor decides") {
  OpenCase one;
  one.world.people.checking[one.checks] = 0.8f;
  one.world.people.presence[one.checks] = 0;
  CHECK(one.caught() == 0);
  for (const std::uint32_t person : one.team) one.world.people.presence[person] = 0;
  CHECK(one.caught() == 0);
}

TEST_CASE("checking asked of one role is done by that role and by nobody else") {
  Facts facts = test::two_partners();
  facts.horizon = 20;
  InterventionChange rollout;
  rollout.kinds = {Intervention::protocol_rollout};
  ChangeFacts change = test::change("rollout", rollout);
  change.from = 0;
  change.where.role = facts.roles.front().name;
  test::add_arm(facts, change);
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  Simulation simulation(blueprint, parameters, facts.arms.size() - 1, 0);
  simulation.run_until(20);
  const World& world = simulation.world();
  std::size_t checkers = 0;
  for (std::uint32_t i = 0; i < world.people.id.size(); ++i) {
    const bool asked = world.plan->roles[world.people.role[i]].name == change.where.role;
    if (!asked) CHECK(world.people.checking[i] == 0);
    checkers += asked && world.people.checking[i] > 0 ? 1 : 0;
  }
  CHECK(checkers > 0);
}
