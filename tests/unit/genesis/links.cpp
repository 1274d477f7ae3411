// Who is linked to whom in the world of week zero, and in what relation.
#include <algorithm>
#include <set>

#include "genesis/genesis.h"
#include "support/catch.h"
#include "support/worlds.h"
#include "unit/stats/approx.h"

using namespace relco;

namespace {

struct Start {
  Blueprint blueprint;
  World world;
  explicit Start(const Facts& facts)
      : blueprint(make_blueprint(facts, {})), world(make_world(blueprint, {}, 0, 0)) {}
  [[nodiscard]] const std::string& role(std::uint32_t person) const {
    return world.plan->roles[world.people.role[person]].name;
  }
};

// Uncertainty of the link between the two organisations, or inside the hospital's workgroups, where
// two nurses may sit in one team.
double uncertainty(const Start& start, bool across, bool own) {
  const Links& links = start.world.links;
  for (std::size_t k = 0; k < links.first.size(); ++k) {
    const std::uint32_t o = start.world.units.organisation[links.second[k]];
    const bool here = across || start.world.plan->declared_names[o] == "hospital";
    if (here && (links.across[k] != kNone) == across && (links.own_group[k] != 0) == own) {
      return static_cast<double>(links.uncertainty[k]);
    }
  }
  return -1;
}

// Two pathways over the same two organisations, of different uncertainty.
Facts two_pathways(double weight_of_second) {
  Facts facts = test::two_partners();
  facts.pathways[0].uncertainty = {0.2};
  PathwayFacts second = facts.pathways[0];
  second.name = second.id = "second";
  second.uncertainty = {0.8};
  for (auto& [pair, need] : second.interdependence) need *= weight_of_second;
  second.default_interdependence *= weight_of_second;
  facts.pathways.push_back(second);
  return facts;
}

}  // namespace

TEST_CASE("every pair lies in the link of its two units, and every link holds its pairs alone") {
  const Start start(test::rich());
  const Links& links = start.world.links;
  const Pairs& pairs = start.world.pairs;
  std::size_t held = 0, wrong = 0;
  for (std::size_t k = 0; k < links.first.size(); ++k) {
    for (std::uint32_t n = links.begin[k]; n < links.end[k]; ++n, ++held) {
      const std::uint32_t a = pairs.lower[n], b = pairs.upper[n];
      const bool own = start.world.people.unit[a] == start.world.people.unit[b] &&
                       start.role(a) == start.role(b);
      wrong += start.world.people.unit[a] != links.first[k];
      wrong += start.world.people.unit[b] != links.second[k];
      wrong += own != (links.own_group[k] != 0);
    }
  }
  CHECK(wrong == 0);
  CHECK(held == pairs.lower.size());
}

TEST_CASE("a link between organisations knows which two they are, a link inside one has none") {
  const Start start(test::rich());
  const World& world = start.world;
  for (std::size_t k = 0; k < world.links.first.size(); ++k) {
    const std::uint32_t a = world.units.organisation[world.links.first[k]];
    const std::uint32_t b = world.units.organisation[world.links.second[k]];
    const std::uint32_t across = world.links.across[k];
    REQUIRE((across != kNone) == (a != b));
    if (across == kNone) continue;
    CHECK(world.organisation_links.first[across] == std::min(a, b));
    CHECK(world.organisation_links.second[across] == std::max(a, b));
  }
}

TEST_CASE("a link is as uncertain as the pathway that it serves") {
  for (const double share : {0.0, 0.3, 0.9}) {
    Facts facts = test::two_partners();
    facts.pathways[0].uncertainty = {share};
    const Start start(facts);
    CHECK(uncertainty(start, true, false) == test::Approx(share).margin(1e-6));
    CHECK(uncertainty(start, false, true) == test::Approx(share).margin(1e-6));
  }
}

TEST_CASE("a link of several pathways is as uncertain as their mean, weighted by interdependence") {
  CHECK(uncertainty(Start(two_pathways(1)), true, false) == test::Approx(0.5).margin(1e-6));
  CHECK(uncertainty(Start(two_pathways(0)), true, false) == test::Approx(0.2).margin(1e-6));
  CHECK(uncertainty(Start(two_pathways(0.5)), true, false) == test::Approx(0.4).margin(1e-6));
}

TEST_CASE("people who share daily work and no pathway meet ordinary uncertainty") {
  const Start start(test::one_ward());
  REQUIRE(!start.world.links.uncertainty.empty());
  for (const float x : start.world.links.uncertainty) CHECK(x == 0.3f);
}

TEST_CASE("an island leaves the uncertainty of every other link as it was") {
  Facts facts = test::rich(), more = test::rich();
  test::add_wide_island(more);
  const auto sorted = [](const Start& start) {
    std::multiset<float> out;
    for (std::size_t k = 0; k < start.world.links.first.size(); ++k) {
      const std::uint32_t o = start.world.units.organisation[start.world.links.first[k]];
      if (!test::is_island(start.world.plan->declared_names[o])) {
        out.insert(start.world.links.uncertainty[k]);
      }
    }
    return out;
  };
  CHECK(sorted(Start(facts)) == sorted(Start(more)));
}
