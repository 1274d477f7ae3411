// Arms share their luck: a reform changes what follows from it, not who falls ill.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "engine/simulation.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

// Ids of the cases that started in each week.
std::vector<std::set<std::uint64_t>> started(const Facts& facts, std::size_t arm, int replicate) {
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  Simulation simulation(blueprint, parameters, arm, replicate);
  std::vector<std::set<std::uint64_t>> out;
  while (simulation.world().week < facts.horizon) {
    const Week week = simulation.world().week;
    simulation.step();
    out.emplace_back();
    const Cases& cases = simulation.world().cases;
    for (std::size_t slot = 0; slot < cases.id.size(); ++slot) {
      if (cases.id[slot] != 0 && cases.start[slot] == week) out.back().insert(cases.id[slot]);
    }
  }
  return out;
}

Facts reforms() {
  Facts facts = test::two_partners();
  facts.horizon = 20;
  for (ChangeFacts change : test::every_change()) {
    if (change.name == "demand") continue;
    test::add_arm(facts, change);
  }
  return facts;
}

bool contains(const std::set<std::uint64_t>& all, const std::set<std::uint64_t>& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

}  // namespace

TEST_CASE("the same people fall ill in the same weeks in every arm") {
  const Facts facts = reforms();
  const auto control = started(facts, 0, 0);
  for (std::size_t arm = 1; arm < facts.arms.size(); ++arm) {
    CAPTURE(facts.arms[arm].name);
    CHECK(started(facts, arm, 0) == control);
  }
}

TEST_CASE("other people fall ill in another replicate") {
  const Facts facts = test::two_partners();
  const auto counts = [](const std::vector<std::set<std::uint64_t>>& weeks) {
    std::vector<std::size_t> out;
    for (const auto& week : weeks) out.push_back(week.size());
    return out;
  };
  CHECK(counts(started(facts, 0, 0)) != counts(started(facts, 0, 1)));
}

TEST_CASE("more demand adds cases and keeps the old ones") {
  Facts facts = test::two_partners();
  facts.horizon = 30;
  std::vector<std::vector<std::set<std::uint64_t>>> arms;
  for (const double factor : {1.3, 2.0, 4.0}) {
    ChangeFacts demand = test::change("demand " + std::to_string(factor), DemandChange{factor});
    demand.from = 0;
    test::add_arm(facts, demand);
  }
  for (std::size_t arm = 0; arm < facts.arms.size(); ++arm) arms.push_back(started(facts, arm, 0));
  std::size_t fewer = 0, more = 0;
  for (std::size_t arm = 1; arm < arms.size(); ++arm) {
    for (std::size_t week = 0; week < arms[arm].size(); ++week) {
      CHECK(contains(arms[arm][week], arms[arm - 1][week]));
      fewer += arms[arm - 1][week].size();
      more += arms[arm][week].size();
    }
  }
  CHECK(more > fewer);
}

TEST_CASE("a person drawn for a case is as ill and has the same family in every arm") {
  const Facts facts = reforms();
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  const auto facts_of_cases = [&](std::size_t arm) {
    Simulation simulation(blueprint, parameters, arm, 0);
    simulation.run_until(12);
    std::map<std::uint64_t, std::array<float, 5>> out;
    const Cases& c = simulation.world().cases;
    for (std::size_t slot = 0; slot < c.id.size(); ++slot) {
      if (c.id[slot] == 0) continue;
      out[c.id[slot]] = {c.severity[slot], c.length_factor[slot], c.engagement[slot],
                         c.carers[slot], c.strain_start[slot]};
    }
    return out;
  };
  const auto control = facts_of_cases(0);
  std::size_t compared = 0;
  for (std::size_t arm = 1; arm < facts.arms.size(); ++arm) {
    for (const auto& [id, found] : facts_of_cases(arm)) {
      const auto other = control.find(id);
      if (other == control.end()) continue;
      CHECK(found == other->second);
      ++compared;
    }
  }
  CHECK(compared > facts.arms.size());
}

TEST_CASE("facts that are distributions are drawn once per copy, equal in all arms") {
  Facts facts = test::rich();
  for (OrganisationFacts& one : facts.organisations) one.copies = 3;
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  const World control = make_world(blueprint, parameters, 0, 0);
  const World reform = make_world(blueprint, parameters, 1, 0);
  const World other = make_world(blueprint, parameters, 0, 1);
  CHECK(control.organisations.own_support == reform.organisations.own_support);
  CHECK(control.organisations.structures_start == reform.organisations.structures_start);
  CHECK(control.people.full_skill == reform.people.full_skill);
  CHECK(control.organisations.own_support != other.organisations.own_support);
  const auto& support = control.organisations.own_support;
  const std::set<float> distinct(support.begin(), support.end());
  CHECK(distinct.size() > 3);  // hospitals differ, home care has one number for all
}
