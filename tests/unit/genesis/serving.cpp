// How copies of organisations and units share out the lanes of pathways.
#include <set>

#include "genesis/genesis.h"
#include "measure/record_week.h"
#include "support/catch.h"
#include "world/canonical.h"

using namespace relco;

namespace {

OrganisationFacts kind(const std::string& name, int copies, const std::string& role,
                       UnitFacts unit = {}) {
  OrganisationFacts facts;
  facts.name = facts.id = name;
  facts.copies = copies;
  unit.name = unit.id = "unit";
  unit.staff = {{role, 1}};
  facts.units = {unit};
  return facts;
}

UnitFacts sampled(int copies) {
  UnitFacts unit;
  unit.copies = copies;
  unit.sampled = true;
  return unit;
}

PathwayFacts pathway(const std::string& name, std::map<std::string, double> team) {
  PathwayFacts facts;
  facts.name = facts.id = name;
  facts.team = std::move(team);
  facts.standing = 1;
  return facts;
}

// Twelve practices in four towns in three regions: four is no multiple of three.
Facts nested() {
  Facts facts;
  facts.horizon = 1;
  facts.replicates = 1;
  facts.organisations = {kind("practice", 12, "gp"), kind("region", 3, "nurse"),
                         kind("town", 4, "carer", sampled(3))};
  facts.pathways = {pathway("all", {{"gp", 1}, {"nurse", 1}, {"carer", 1}}),
                    pathway("without_the_town", {{"gp", 1}, {"nurse", 1}})};
  return facts;
}

// Units of the candidates of a lane.
std::set<std::uint32_t> units_of(const World& world, std::uint32_t lane) {
  const Plan& plan = *world.plan;
  std::set<std::uint32_t> units;
  for (std::uint32_t place = 0; place < plan.places; ++place) {
    const CandidateRange range = plan.lane_candidates[lane * plan.places + place];
    for (std::uint32_t k = range.begin; k < range.end; ++k) {
      units.insert(world.people.unit[plan.candidates[k]]);
    }
  }
  return units;
}

std::string name_at(const World& world, std::uint32_t unit) {
  return world.plan->organisation_names[world.units.organisation[unit]];
}

// The one organisation of a kind that serves the lane; "" if none does.
std::string served_by(const World& world, std::uint32_t lane, const std::string& kind) {
  std::string name;
  for (const std::uint32_t unit : units_of(world, lane)) {
    if (!name_at(world, unit).starts_with(kind)) continue;
    CHECK(name.empty());
    name = name_at(world, unit);
  }
  return name;
}

}  // namespace

TEST_CASE("all practices of a town lie in one region, whatever the pathway") {
  const Blueprint blueprint = make_blueprint(nested(), {});
  const World& world = blueprint.prototype;
  REQUIRE(world.lanes.id.size() == 24);
  std::map<std::string, std::set<std::string>> regions_of_towns;
  for (std::uint32_t lane = 0; lane < 12; ++lane) {
    const std::string region = served_by(world, lane, "region");
    regions_of_towns[served_by(world, lane, "town")].insert(region);
    CHECK(served_by(world, lane + 12, "practice") == served_by(world, lane, "practice"));
    CHECK(served_by(world, lane + 12, "region") == region);
  }
  CHECK(regions_of_towns.size() == 4);
  for (const auto& [town, regions] : regions_of_towns) CHECK(regions.size() == 1);
}

TEST_CASE("units that are sampled serve a lane each, others all lanes of their organisation") {
  Facts facts = nested();
  const auto town_units = [&] {
    const Blueprint blueprint = make_blueprint(facts, {});
    const World& world = blueprint.prototype;
    std::multiset<std::uint32_t> units;
    for (std::uint32_t lane = 0; lane < 12; ++lane) {
      for (const std::uint32_t unit : units_of(world, lane)) {
        if (name_at(world, unit).starts_with("town")) units.insert(unit);
      }
    }
    return units;
  };
  const auto shared_out = town_units();
  CHECK(shared_out.size() == 12);
  CHECK(std::set<std::uint32_t>(shared_out.begin(), shared_out.end()).size() == 12);
  facts.organisations[2].units[0].sampled = false;
  CHECK(town_units().size() == 36);
}

TEST_CASE("above 200 organisations, the kinds with most copies are reported as one") {
  Facts facts = nested();
  facts.organisations[0].copies = 400;
  facts.organisations[2].copies = 98;
  const Blueprint blueprint = make_blueprint(facts, {});
  const RunAxes axes = axes_of(*blueprint.plan);
  CHECK(axes.scopes.size() == 1 + 1 + 3 + 98);
  CHECK(axes.scopes[1] == "practice");
  CHECK(axes.scopes[2] == "region 1");
  CHECK(axes.scopes.back() == "town 98");
  const std::vector<std::uint32_t> scopes = scopes_of(*blueprint.plan);
  REQUIRE(scopes.size() == 501);
  CHECK(scopes[399] == 1);
  CHECK(scopes[400] == 2);
  CHECK(scopes.back() == 102);
}
