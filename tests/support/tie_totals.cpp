#include "support/tie_totals.h"

namespace relco::test {
namespace {

void add(TieTotals& sums, TieScope scope, std::array<float, kComponents> tie) {
  for (std::size_t c = 0; c < kComponents; ++c) {
    sums[static_cast<std::size_t>(scope)][c] += to_fixed(tie[c]);
  }
}

void add_pairs(const World& world, std::vector<TieTotals>& out) {
  const auto& organisation = world.plan->organisation_of_person;
  const Pairs& p = world.pairs;
  for (std::size_t link = 0; link < world.links.first.size(); ++link) {
    const TieScope scope = world.links.own_group[link] ? TieScope::within : TieScope::between;
    for (std::uint32_t k = world.links.begin[link]; k < world.links.end[link]; ++k) {
      add(out[organisation[p.lower[k]]], scope, {p.goals0[k], p.knowledge0[k], p.respect0[k]});
      add(out[organisation[p.upper[k]]], scope, {p.goals1[k], p.knowledge1[k], p.respect1[k]});
    }
  }
}

void add_families(const World& world, std::vector<TieTotals>& out) {
  const auto& organisation = world.plan->organisation_of_person;
  const Members& m = world.members;
  const std::size_t places = world.plan->places;
  for (std::size_t lane = 0; lane < world.lanes.id.size(); ++lane) {
    if (!world.plan->pathways[world.lanes.pathway[lane]].facts->family) continue;
    const std::size_t end = world.lanes.end[lane] * places;
    for (std::size_t row = world.lanes.begin[lane] * places; row < end; ++row) {
      if (m.person[row] == kNone || world.cases.id[row / places] == 0) continue;
      TieTotals& sums = out[organisation[m.person[row]]];
      add(sums, TieScope::family, {m.goals0[row], m.knowledge0[row], m.respect0[row]});
      add(sums, TieScope::family, {m.goals1[row], m.knowledge1[row], m.respect1[row]});
    }
  }
}

}  // namespace

std::vector<TieTotals> tie_totals(const World& world) {
  std::vector<TieTotals> out(world.organisations.id.size());
  add_pairs(world, out);
  add_families(world, out);
  return out;
}

}  // namespace relco::test
