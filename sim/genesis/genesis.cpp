#include "genesis/genesis.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "base/fixed.h"
#include "base/hash.h"
#include "genesis/start.h"
#include "genesis/topology.h"
#include "parallel/parallel.h"

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

namespace {

// Columns are independent, and most of making a large one is the system finding pages for it.
template <class Table>
void resize_columns(Table& table, std::size_t rows) {
  std::vector<std::function<void()>> columns;
  Table::for_each_column(table, [&](const ColumnInfo&, auto& column) {
    columns.push_back([&column, rows] { column.resize(rows); });
  });
  for_each_task(columns.size(), 1, [&](std::size_t n) { columns[n](); });
}

// Gives the tables their rows that the prototype does without.
void make_room(World& world) {
  const std::size_t slots = world.lanes.end.empty() ? 0 : world.lanes.end.back();
  const std::uint32_t places = world.plan->places;
  resize_columns(world.pairs, world.pairs.lower.size());
  resize_columns(world.cases, slots);
  resize_columns(world.members, slots * places);
  std::fill(world.members.person.begin(), world.members.person.end(), kNone);
  world.case_pairs.assign(slots * pair_places(places), kNone);
}

}  // namespace

World make_world(const Blueprint& blueprint, const Parameters& parameters, std::size_t arm,
                 int replicate) {
  World world = blueprint.prototype;
  world.arm = arm;
  world.replicate = replicate;
  world.luck = Luck(blueprint.plan->facts.seed, static_cast<std::uint64_t>(replicate));
  world.week = 0;
  make_room(world);
  start_organisations(world, parameters);
  start_people(world, parameters);
  start_ties(world, parameters);
  start_lanes(world, parameters);
  start_uncertainty(world);
  start_trust(world);
  return world;
}

}  // namespace relco
