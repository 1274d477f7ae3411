#include "genesis/genesis.h"

#include <algorithm>
#include <cmath>

#include "base/fixed.h"
#include "base/hash.h"
#include "genesis/start.h"
#include "genesis/topology.h"

namespace relco {

Blueprint make_blueprint(const Facts& facts, const Parameters& parameters) {
  Draft draft;
  draft.plan.facts = facts;
  lay_out_people(draft);
  lay_out_lanes(draft, parameters);
  lay_out_pairs(draft);
  resolve_changes(draft);
  Blueprint blueprint;
  blueprint.prototype = std::move(draft.world);
  blueprint.plan = std::make_shared<const Plan>(std::move(draft.plan));
  blueprint.prototype.plan = blueprint.plan;
  return blueprint;
}

double value_of(const Fact& fact, const Luck& luck, std::uint64_t owner, std::string_view path) {
  if (fact.sd <= 0) return fact.mean;
  const Draw draw = luck.draw(Purpose::facts, combine64(owner, hash_text(path)), 0);
  return std::clamp(fact.mean + fact.sd * normal(draw.uniform52(0)), fact.min, fact.max);
}

World make_world(const Blueprint& blueprint, const Parameters& parameters, std::size_t arm,
                 int replicate) {
  World world = blueprint.prototype;
  world.arm = arm;
  world.replicate = replicate;
  world.luck = Luck(blueprint.plan->facts.seed, static_cast<std::uint64_t>(replicate));
  world.week = 0;
  start_organisations(world, parameters);
  start_people(world, parameters);
  start_ties(world, parameters);
  start_lanes(world, parameters);
  start_uncertainty(world);
  start_trust(world);
  return world;
}

}  // namespace relco
