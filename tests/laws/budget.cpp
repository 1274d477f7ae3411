// Budgets and plans: neutral at one year, and holding investment up or letting it through beside.
#include "engine/simulation.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

// An arm with a redesign of structures, and one with the same under another budget.
Facts redesigned(double years) {
  Facts facts = test::two_partners();
  facts.horizon = 60;
  StructureChange structures;
  structures.to.fill(0.9);
  ChangeFacts redesign = test::change("redesign", structures);
  ChangeFacts budget = redesign;
  budget.name = "redesign under another budget";
  budget.verbs.push_back(BudgetCycleChange{years});
  test::add_arm(facts, redesign);
  test::add_arm(facts, budget);
  return facts;
}

// The world of one arm after some weeks.
World after(const Facts& facts, std::size_t arm, Week weeks) {
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  Simulation simulation(blueprint, parameters, arm, 0);
  simulation.run_until(weeks);
  return simulation.world();
}

float structure(const World& world) {
  return world.organisations.structures[0][0];
}

}  // namespace

TEST_CASE("a budget cycle of one year leaves every byte as it was") {
  const Facts facts = redesigned(1);
  CHECK(test::same(test::run_cell(facts, {}, 1), test::run_cell(facts, {}, 2)));
}

TEST_CASE("structures are built faster under longer budgets and slower under shorter ones") {
  const float usual = structure(after(redesigned(1), 1, 20));
  CHECK(structure(after(redesigned(4), 2, 20)) > usual);
  CHECK(structure(after(redesigned(0.5), 2, 20)) < usual);
}

TEST_CASE("programmes lag where budgets are shorter than a year, and nowhere else") {
  const auto delay = [](double years, std::size_t arm) {
    return after(redesigned(years), arm, 30).organisations.programme_delay[0];
  };
  CHECK(delay(1, 1) == 0);
  CHECK(delay(4, 2) == 0);
  CHECK(delay(0.5, 2) > 0);
}

TEST_CASE("cost pressure rises when a short budget runs out, and not at a longer one's year end") {
  const auto pressure = [](double years, Week week) {
    const World world = after(redesigned(years), 2, week + 1);
    return world.organisations.cost_pressure[0] - world.organisations.cost_pressure_start[0];
  };
  CHECK(pressure(0.5, 25) > 0.1f);
  CHECK(pressure(4, 25) == 0);
  CHECK(pressure(4, 51) < -0.1f);
}

TEST_CASE("a planning horizon speeds up building as much as a budget that binds as long") {
  Facts planned = redesigned(1), budgeted = redesigned(1);
  for (OrganisationFacts& one : planned.organisations) one.horizon_years = 4;
  budgeted.budget_years = 4;
  const float fast = structure(after(planned, 1, 20));
  CHECK(fast > structure(after(redesigned(1), 1, 20)));
  CHECK(fast == structure(after(budgeted, 1, 20)));
}

TEST_CASE("negotiating a bundle takes hours of both partners until they agree") {
  Facts facts = test::two_partners();
  facts.horizon = 60;
  PaymentChange bundle;
  bundle.to.model = PaymentModel::bundled;
  test::add_arm(facts, test::change("bundle", bundle));
  const World world = after(facts, 1, 6), control = after(facts, 0, 6);
  for (const float hours : world.units.hours_asked) {
    CHECK(hours == Parameters{}.change.negotiation_hours);
  }
  for (const float hours : control.units.hours_asked) CHECK(hours == 0);
  for (const float hours : after(facts, 1, 60).units.hours_asked) CHECK(hours == 0);
}
