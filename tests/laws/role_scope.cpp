// A change that names a role moves the people of that role, and nobody else in their unit.
#include "engine/simulation.h"
#include "engine/week.h"
#include "rules/change/environment.h"
#include "support/catch.h"
#include "support/worlds.h"
#include "unit/stats/approx.h"

using namespace relco;

namespace {

// two_partners() with an arm in which `kind` acts on the nurses of the hospital.
Facts for_nurses(Intervention kind, const std::string& role) {
  Facts facts = test::two_partners();
  ChangeFacts change = test::change("for one role", InterventionChange{{kind}, false});
  change.where.organisation = "hospital";
  change.where.role = role;
  change.from = 0;
  change.mandated = true;
  test::add_arm(facts, change);
  return facts;
}

// What everybody brings to the first week in one arm.
struct FirstWeek {
  Blueprint blueprint;
  Parameters parameters;
  World world;
  WeekFlows flows;

  FirstWeek(const Facts& facts, std::size_t arm)
      : blueprint(make_blueprint(facts, {})), world(make_world(blueprint, {}, arm, 0)) {
    flows.resize_for(world);
    environment(world, parameters, flows.role_doses);
    settle_payment(world, parameters, flows.payment);
    phase_workload(world, parameters, flows);
  }
  [[nodiscard]] const std::string& role(std::size_t person) const {
    return world.plan->roles[world.people.role[person]].name;
  }
};

bool same(const Profile& a, const Profile& b) {
  return a.strain == b.strain && a.contact == b.contact && a.solving == b.solving &&
         a.learn_goals == b.learn_goals && a.learn_knowledge == b.learn_knowledge &&
         a.learn_respect == b.learn_respect;
}

}  // namespace

TEST_CASE("an intervention for one role moves what its people bring, and only theirs") {
  for (std::size_t k = 0; k < kInterventions; ++k) {
    const auto kind = static_cast<Intervention>(k);
    CAPTURE(intervention_words()[k].name);
    const FirstWeek control(for_nurses(kind, "nurse"), 0), changed(for_nurses(kind, "nurse"), 1);
    std::size_t moved = 0;
    for (std::size_t i = 0; i < control.world.people.id.size(); ++i) {
      const bool still = same(control.flows.profiles[i], changed.flows.profiles[i]) &&
                         control.world.people.load[i] == changed.world.people.load[i];
      if (control.role(i) != "nurse") {
        CHECK(still);
      } else {
        moved += still ? 0 : 1;
      }
    }
    CHECK(moved > 0);
  }
}

TEST_CASE("feedback for one role leaves the levers of the unit alone") {
  const FirstWeek changed(for_nurses(Intervention::survey_feedback, "nurse"), 1);
  for (const Levers& levers : changed.world.units.levers) {
    for (const float x : levers) CHECK(x == 0);
  }
  REQUIRE(changed.flows.role_doses.size() == 1);
  CHECK(lever(changed.flows.role_doses[0].levers, Lever::respect) != 0);
}

TEST_CASE("a change for a role that nobody here has reaches nobody") {
  Facts facts = for_nurses(Intervention::survey_feedback, "home_nurse");
  CHECK(test::same(test::run_cell(facts, {}, 0), test::run_cell(facts, {}, 1)));
}

TEST_CASE("what is asked of one role counts for its unit in proportion to the posts") {
  const FirstWeek all(for_nurses(Intervention::coaching, ""), 1);
  const FirstWeek some(for_nurses(Intervention::coaching, "nurse"), 1);
  const auto hospital = [](const FirstWeek& week) {
    return static_cast<double>(week.world.units.hours_asked[week.world.people.unit[0]]) +
           static_cast<double>(week.world.units.hours_asked[week.world.people.unit.back()]);
  };
  CHECK(hospital(some) == test::Approx(0.6 * hospital(all)));  // 6 nurses of 10 posts
}
