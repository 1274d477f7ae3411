// Ties as the questions of a run ask for them.
#include "base/fixed.h"
#include "measure/asked_week.h"

namespace relco {
namespace {

constexpr std::int64_t kMemoryToGrid = 128;  // 2^-16 to 2^-23

std::int64_t steps_of(std::uint16_t memory) {
  return std::int64_t{memory} * kMemoryToGrid;
}

using Items = std::array<std::int64_t, kItems>;

// The seven items of one direction of a pair or a member.
template <class Ties>
Items items_of(const Ties& t, std::size_t row, int side) {
  if (side == 0) {
    return {steps_of(t.frequent0[row]), steps_of(t.timely0[row]),  steps_of(t.accurate0[row]),
            steps_of(t.solving0[row]),  grid_steps(t.goals0[row]), grid_steps(t.knowledge0[row]),
            grid_steps(t.respect0[row])};
  }
  return {steps_of(t.frequent1[row]), steps_of(t.timely1[row]),  steps_of(t.accurate1[row]),
          steps_of(t.solving1[row]),  grid_steps(t.goals1[row]), grid_steps(t.knowledge1[row]),
          grid_steps(t.respect1[row])};
}

void add(ItemSums& sums, const Items& items) {
  for (std::size_t n = 0; n < kItems; ++n) add_shared(sums.items[n], items[n]);
  add_shared(sums.ties, std::int64_t{1});
}

void add(ItemSums& sums, const ItemSums& more) {
  if (more.ties == 0) return;
  for (std::size_t n = 0; n < kItems; ++n) add_shared(sums.items[n], more.items[n]);
  add_shared(sums.ties, more.ties);
}

// The survey asks about pairs that need each other or have met within its window.
bool is_known(const Pairs& pairs, std::uint32_t pair) {
  return pairs.silent[pair] < kSurveyWindow || pairs.need[pair] > 0;
}

bool excludes(const AskedPlaces& places, TieScope kind) {
  return places.asked.scope.ties && *places.asked.scope.ties != kind;
}

// Whether both ends may be partners in what the question is about.
bool is_asked(const AskedPlaces& places, std::uint32_t pair) {
  return places.pairs.empty() || places.pairs[pair] != 0;
}

void ask_block(const AskedPlaces& places, const World& world, const PairBlock& block,
               AskedWeek::Sums& sums) {
  const TieScope kind = world.links.own_group[block.link] ? TieScope::within : TieScope::between;
  const std::uint32_t ends[] = {world.links.first[block.link], world.links.second[block.link]};
  const auto outside = [&](std::uint32_t unit) { return places.point_of_unit[unit] == kNone; };
  if (excludes(places, kind) || (outside(ends[0]) && outside(ends[1]))) return;
  const Pairs& pairs = world.pairs;
  const auto scope = static_cast<std::size_t>(kind);
  ItemSums all;  // of the one point that a question for a whole scope has
  for (std::uint32_t k = block.begin; k < block.end; ++k) {
    if (!is_known(pairs, k) || !is_asked(places, k)) continue;
    const std::uint32_t people[] = {pairs.lower[k], pairs.upper[k]};
    const std::uint32_t roles[] = {world.people.role[people[0]], world.people.role[people[1]]};
    for (int side = 0; side < 2; ++side) {
      const std::uint32_t point = places.point_of_tie(people[side], roles[side], roles[1 - side]);
      if (point == kNone) continue;
      add(places.points == 1 ? all : sums.ties[point][scope], items_of(pairs, k, side));
    }
  }
  if (places.points == 1) add(sums.ties[0][scope], all);
}

void ask_place(const AskedPlaces& places, const World& world, std::size_t row,
               AskedWeek::Sums& sums) {
  const std::uint32_t person = world.members.person[row];
  if (person == kNone || places.point_of_person[person] == kNone) return;
  const std::uint32_t role = world.people.role[person], family = places.roles - 1;
  const auto scope = static_cast<std::size_t>(TieScope::family);
  // Side 0 starts from the family: what the provider says about it.
  const std::uint32_t points[] = {places.point_of_tie(person, family, role),
                                  places.point_of_tie(person, role, family)};
  for (int side = 0; side < 2; ++side) {
    if (points[side] == kNone) continue;
    add(sums.ties[points[side]][scope], items_of(world.members, row, side));
  }
}

}  // namespace

void ask_pairs(const AskedPlan& plan, const World& world, const PairBlock& block, AskedWeek& week) {
  for (std::size_t n = 0; n < plan.places.size(); ++n) {
    if (plan.places[n].with_ties) ask_block(plan.places[n], world, block, week.questions[n]);
  }
}

void ask_families(const AskedPlan& plan, const World& world, std::uint32_t lane, AskedWeek& week) {
  const PathwayFacts& pathway = *world.plan->pathways[world.lanes.pathway[lane]].facts;
  if (!pathway.family) return;
  const std::size_t team = world.plan->places;
  for (std::size_t n = 0; n < plan.places.size(); ++n) {
    const AskedPlaces& places = plan.places[n];
    const std::string& wanted = places.asked.scope.pathway;
    if (!places.with_family || !(wanted.empty() || wanted == pathway.name)) continue;
    for (std::size_t slot = world.lanes.begin[lane]; slot < world.lanes.end[lane]; ++slot) {
      if (world.cases.id[slot] == 0) continue;
      for (std::size_t place = 0; place < team; ++place) {
        ask_place(places, world, slot * team + place, week.questions[n]);
      }
    }
  }
}

bool asks_for_suggestions(const AskedPlan& plan) {
  for (const AskedPlaces& places : plan.places) {
    for (const Quantity& quantity : places.quantities) {
      if (quantity == Quantity(Outcome::suggestion_acceptance)) return true;
    }
  }
  return false;
}

void ask_suggestion(const AskedPlan& plan, const World& world, std::uint32_t pair,
                    std::uint32_t decides, std::uint32_t suggests, double chance, AskedWeek& week) {
  const std::uint32_t own = world.people.role[decides], other = world.people.role[suggests];
  if (own == other || !is_known(world.pairs, pair)) return;
  for (std::size_t n = 0; n < plan.places.size(); ++n) {
    const AskedPlaces& places = plan.places[n];
    const std::uint32_t point = places.point_of_tie(decides, own, other);
    if (point == kNone || !is_asked(places, pair)) continue;
    const std::size_t width = places.quantities.size();
    for (std::size_t q = 0; q < width; ++q) {
      if (places.quantities[q] != Quantity(Outcome::suggestion_acceptance)) continue;
      week.questions[n].tallies[point * width + q].add(chance);
    }
  }
}

}  // namespace relco
