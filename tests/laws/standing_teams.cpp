// Standing teams take in whoever comes to a post that they lacked.
#include "engine/simulation.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

// Three standing networks of the hip pathway, whose team has a guide that nobody is yet.
Facts with_guide(Week from) {
  Facts facts = test::two_partners();
  facts.horizon = 12;
  RoleFacts guide = facts.roles.front();
  guide.name = guide.id = "guide";
  facts.roles.push_back(guide);
  facts.pathways[0].standing = 3;
  facts.pathways[0].starts_per_week.reset();
  facts.pathways[0].team["guide"] = 1;
  ChangeFacts change = test::change("guide", AddRoleChange{"guide", "ward", 1, false, 0.5});
  change.from = from;
  test::add_arm(facts, change);
  return facts;
}

struct Guides {
  int cases = 0, with_guide = 0, in_team = 0;
  std::int64_t need = 0;  // on the pairs of the guide
};

Guides guides_of(const World& world) {
  Guides out;
  const Plan& plan = *world.plan;
  const auto is_guide = [&](std::uint32_t person) {
    return person != kNone && plan.roles[world.people.role[person]].name == "guide";
  };
  for (std::size_t slot = 0; slot < world.cases.id.size(); ++slot) {
    if (world.cases.id[slot] == 0) continue;
    ++out.cases;
    for (std::uint32_t k = 0; k < plan.places; ++k) {
      out.with_guide += is_guide(world.members.person[slot * plan.places + k]) ? 1 : 0;
    }
    out.in_team += world.cases.team[slot];
  }
  for (std::size_t k = 0; k < world.pairs.lower.size(); ++k) {
    const bool guided = is_guide(world.pairs.lower[k]) || is_guide(world.pairs.upper[k]);
    if (guided) out.need += world.pairs.need[k];
  }
  return out;
}

}  // namespace

TEST_CASE("a post that a change adds joins every standing team that lacks it") {
  const Facts facts = with_guide(4);
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  Simulation control(blueprint, parameters, 0, 0), guided(blueprint, parameters, 1, 0);
  control.run_until(4);
  guided.run_until(4);
  CHECK(guides_of(guided.world()).with_guide == 0);
  control.run_until(8);
  guided.run_until(8);
  const Guides without = guides_of(control.world()), with = guides_of(guided.world());
  REQUIRE(with.cases == 3);
  CHECK(without.with_guide == 0);
  CHECK(with.with_guide == 3);
  CHECK(with.in_team == without.in_team + 3);
  CHECK(with.need > without.need);
}

TEST_CASE("joining a standing team happens once") {
  const Facts facts = with_guide(2);
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  Simulation guided(blueprint, parameters, 1, 0);
  guided.run_until(5);
  const Guides early = guides_of(guided.world());
  guided.run_until(12);
  const Guides late = guides_of(guided.world());
  CHECK(late.with_guide == early.with_guide);
  CHECK(late.in_team == early.in_team);
  CHECK(late.need == early.need);
}
