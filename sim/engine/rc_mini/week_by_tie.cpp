// A week of RC-mini as one would tell it: case by case, one tie after the other, without lanes. The
// number of an evaluation is how often its pair was met before in this week.
#include <array>
#include <vector>

#include "base/fixed.h"
#include "engine/rc_mini/rc_mini.h"
#include "engine/rc_mini/sums.h"
#include "engine/rc_mini/tie.h"
#include "engine/tie_lanes.h"

namespace relco {
namespace {

using mini::Told;

// The row, within the neighbourhood, of whatever pair is evaluated in a slot.
std::uint32_t row_of_slot(const RcMini& world, std::size_t neighbourhood, std::uint32_t slot) {
  for (std::uint32_t level = world.first_level[neighbourhood];; ++level) {
    const auto slots = static_cast<std::uint32_t>(whole_steps(world.level_pairs[level]));
    if (slot < slots) return slot;
    slot -= slots;
  }
}

Told evaluate_pair(RcMini& world, std::size_t pair, Week number) {
  Pairs& p = world.pairs;
  const Draw luck = Luck::directed(world.key, p.lower[pair], p.upper[pair], number);
  return mini::evaluate(p.goals0[pair], p.knowledge0[pair], p.respect0[pair], luck, 0, 1) +
         mini::evaluate(p.goals1[pair], p.knowledge1[pair], p.respect1[pair], luck, 1, 1);
}

void live_case(RcMini& world, std::size_t which, std::vector<std::uint32_t>& met) {
  const auto week = static_cast<Week>(world.weeks.size());
  const std::size_t neighbourhood = which / mini::kCases;
  Told all = 0;
  for (std::size_t m = which * mini::kTeamPairs; m < (which + 1) * mini::kTeamPairs; ++m) {
    const std::size_t pair =
        world.first_pair[neighbourhood] + row_of_slot(world, neighbourhood, world.told[m]);
    all += evaluate_pair(world, pair, mini::number_of(week, met[pair]++));
  }
  world.quality[which] = mini::quality(all);
}

}  // namespace

void live_week_by_tie(RcMini& world) {
  std::vector<std::uint32_t> met(world.pairs.lower.size(), 0);
  for (std::size_t c = 0; c < world.quality.size(); ++c) live_case(world, c, met);
  const Pairs& p = world.pairs;
  mini::Sums sums;
  for (std::size_t pair = 0; pair < met.size(); ++pair) {
    sums.goals += GridShare(p.goals0[pair]).steps() + GridShare(p.goals1[pair]).steps();
    sums.knowledge += GridShare(p.knowledge0[pair]).steps() + GridShare(p.knowledge1[pair]).steps();
    sums.respect += GridShare(p.respect0[pair]).steps() + GridShare(p.respect1[pair]).steps();
  }
  for (const float quality : world.quality) sums.quality += to_fixed(static_cast<double>(quality));
  mini::record(world, sums);
}

}  // namespace relco
