// Pressure from policy reaches the leaders who serve the pathways on which it is put, and no
// others.
#include "engine/simulation.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

// Support of each organisation's leaders after half a year, without and with more pressure.
struct Leaders {
  std::vector<std::string> names;
  std::vector<float> without, with;
};

Leaders leaders(double pressure, const std::string& pathway, const std::string& organisation = "") {
  Facts facts = test::two_partners();
  test::add_island(facts);
  facts.policy_pressure = 0.3;
  PolicyChange verb;
  verb.pressure = pressure;
  ChangeFacts change = test::change("policy", verb);
  change.where.pathway = pathway;
  change.where.organisation = organisation;
  test::add_arm(facts, change);
  const Blueprint blueprint = make_blueprint(facts, {});
  const auto support = [&](std::size_t arm) {
    const Parameters parameters;
    Simulation simulation(blueprint, parameters, arm, 0);
    simulation.run_until(facts.horizon);
    return simulation.world().organisations.support;
  };
  const auto with = support(facts.arms.size() - 1), without = support(0);
  return {
      blueprint.plan->declared_names, {without.begin(), without.end()}, {with.begin(), with.end()}};
}

}  // namespace

TEST_CASE("policy pressure on a pathway moves the leaders who serve it, and nobody else's") {
  for (const double pressure : {0.9, 0.0}) {
    const Leaders seen = leaders(pressure, "hip");
    for (std::size_t o = 0; o < seen.names.size(); ++o) {
      CAPTURE(seen.names[o], pressure);
      const bool serves = seen.names[o] == "hospital" || seen.names[o] == "homecare";
      if (!serves) CHECK(seen.with[o] == seen.without[o]);
      if (serves && pressure > 0.3) CHECK(seen.with[o] > seen.without[o]);
      if (serves && pressure < 0.3) CHECK(seen.with[o] < seen.without[o]);
    }
  }
}

TEST_CASE("policy that presses as it did changes nothing") {
  const Leaders seen = leaders(0.3, "");
  CHECK(seen.with == seen.without);
}

TEST_CASE(
    "policy pressure on one organisation moves its leaders, whoever accounts for the pathway") {
  for (const char* pressed : {"hospital", "homecare"}) {
    const Leaders seen = leaders(0.9, "", pressed);
    for (std::size_t o = 0; o < seen.names.size(); ++o) {
      CAPTURE(seen.names[o], pressed);
      if (seen.names[o] == pressed) CHECK(seen.with[o] > seen.without[o]);
      if (seen.names[o] != "hospital" && seen.names[o] != "homecare") {
        CHECK(seen.with[o] == seen.without[o]);
      }
    }
  }
}
