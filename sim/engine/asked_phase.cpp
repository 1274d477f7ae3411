#include "engine/asked_phase.h"

#include "parallel/parallel.h"
#include "rules/care/care.h"
#include "rules/care/suggestion.h"
#include "rules/communication/communication.h"

namespace relco {
namespace {

void ask_suggestions(const AskedPlan& plan, const World& world, const Parameters& parameters,
                     const WeekFlows& flows, const PairBlock& block, AskedWeek& week) {
  const LinkView view = view_of(world, parameters, block.link, 0);
  const Pairs& p = world.pairs;
  for (std::uint32_t k = block.begin; k < block.end; ++k) {
    const std::uint32_t a = p.lower[k], b = p.upper[k];
    const float team = teammates(flows.profiles[a], flows.profiles[b], view);
    const float near = closeness(flows.profiles[a], flows.profiles[b], view);
    const auto chance = [&](const Tie& tie) {
      return static_cast<double>(suggestion_chance(parameters.care, tie, team, near));
    };
    const Tie lower{p.goals0[k], p.knowledge0[k], p.respect0[k]};
    const Tie upper{p.goals1[k], p.knowledge1[k], p.respect1[k]};
    ask_suggestion(plan, world, k, a, b, chance(lower), week);
    ask_suggestion(plan, world, k, b, a, chance(upper), week);
  }
}

void subtract(Tallies& to, const Tallies& from) {
  for (std::size_t n = 0; n < kOutcomes; ++n) {
    to[n].sum -= from[n].sum;
    to[n].count -= from[n].count;
    to[n].squares -= from[n].squares;
  }
}

}  // namespace

void ask_ties(const AskedPlan& plan, const World& world, const Parameters& parameters,
              const WeekFlows& flows, AskedWeek& week) {
  const std::vector<PairBlock>& blocks = world.plan->blocks;
  const bool suggestions = looks_at_suggestions(world.week) && asks_for_suggestions(plan);
  for_each_task(blocks.size(), 8, [&](std::size_t n) {
    ask_pairs(plan, world, blocks[n], week);
    if (suggestions) ask_suggestions(plan, world, parameters, flows, blocks[n], week);
  });
}

void ask_family_ties(const AskedPlan& plan, const World& world, AskedWeek& week) {
  for_each_task(world.lanes.id.size(), 4, [&](std::size_t lane) {
    ask_families(plan, world, static_cast<std::uint32_t>(lane), week);
  });
}

void care_by_lane(World& world, const Parameters& parameters, WeekFlows& flows, AskedWeek& week) {
  std::vector<std::vector<std::uint32_t>> lanes(world.organisations.id.size());
  for (std::uint32_t lane = 0; lane < world.lanes.id.size(); ++lane) {
    lanes[world.lanes.organisation[lane]].push_back(lane);
  }
  for_each_task(lanes.size(), 4, [&](std::size_t o) {
    for (const std::uint32_t lane : lanes[o]) {
      const Tallies before = flows.sums[o].outcomes;
      care_week(world, parameters, lane, force_on_lane(*world.plan, lane, flows.payment.forces),
                flows.sums);
      week.lanes[lane] = flows.sums[o].outcomes;
      subtract(week.lanes[lane], before);
    }
  });
}

}  // namespace relco
