#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <numeric>

#include "base/errors.h"
#include "genesis/acquaintances.h"
#include "genesis/topology.h"
#include "parallel/parallel.h"

namespace relco {
namespace {

constexpr std::uint32_t kBlockPairs = 512;  // about 32 kB of columns: a block stays in cache
constexpr std::size_t kUnits = 16;          // that one task takes
constexpr std::size_t kPeople = 1024;       // that one task takes

std::uint32_t organisation_link(
    World& world, std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t>& known,
    std::uint32_t unit, std::uint32_t other) {
  std::uint32_t a = world.units.organisation[unit], b = world.units.organisation[other];
  if (a == b) return kNone;
  if (a > b) std::swap(a, b);
  const auto next = static_cast<std::uint32_t>(world.organisation_links.first.size());
  const auto [found, added] = known.try_emplace({a, b}, next);
  if (added) {
    world.organisation_links.resize(next + 1);
    world.organisation_links.first[next] = a;
    world.organisation_links.second[next] = b;
  }
  return found->second;
}

std::vector<UnitPairs> meet(const Draft& draft) {
  const Acquaintances acquaintances(draft);
  std::vector<UnitPairs> met(draft.world.units.id.size());
  for_each_range(met.size(), kUnits, [&](std::size_t begin, std::size_t end) {
    Acquaintances::Scratch scratch;
    for (std::size_t u = begin; u < end; ++u) {
      met[u] = acquaintances.pairs_of(static_cast<std::uint32_t>(u), scratch);
    }
  });
  return met;
}

// The links of all units, in turn.
void make_links(World& world, const std::vector<UnitPairs>& met) {
  std::size_t rows = 0;
  for (const UnitPairs& unit : met) rows += unit.links.size();
  Links& links = world.links;
  links.resize(rows);
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> known;
  std::uint32_t row = 0, pair = 0;
  for (std::uint32_t u = 0; u < met.size(); ++u) {
    for (const UnitPairs::Link& link : met[u].links) {
      links.first[row] = u;
      links.second[row] = link.unit;
      links.own_group[row] = link.own_group;
      links.across[row] = organisation_link(world, known, u, link.unit);
      links.begin[row] = pair;
      links.end[row++] = pair += link.pairs;
    }
  }
}

// First pair of each unit, and one past the last.
std::vector<std::uint32_t> first_pairs(const std::vector<UnitPairs>& met) {
  std::vector<std::uint32_t> first(met.size() + 1, 0);
  for (std::size_t u = 0; u < met.size(); ++u) {
    first[u + 1] = first[u] + static_cast<std::uint32_t>(met[u].lower.size());
  }
  return first;
}

// Moves the pairs of all units to where they are kept.
void make_pairs(Pairs& pairs, const std::vector<std::uint32_t>& first,
                std::vector<UnitPairs>& met) {
  for (auto* column : {&pairs.lower, &pairs.upper}) column->resize(first.back());
  pairs.daily.resize(first.back());
  for_each_range(met.size(), kUnits, [&](std::size_t begin, std::size_t end) {
    for (std::size_t u = begin; u < end; ++u) {
      std::copy(met[u].lower.begin(), met[u].lower.end(), pairs.lower.begin() + first[u]);
      std::copy(met[u].upper.begin(), met[u].upper.end(), pairs.upper.begin() + first[u]);
      std::copy(met[u].daily.begin(), met[u].daily.end(), pairs.daily.begin() + first[u]);
      met[u] = {};
    }
  });
}

// A person of too many partners is refused: the week's sums over them would wrap.
void refuse_crowd(const Draft& draft, std::uint32_t person, std::size_t partners) {
  if (partners <= kMostPartners) return;
  const World& world = draft.world;
  const std::uint32_t o = world.units.organisation[world.people.unit[person]];
  throw UserError(fmt::format(
      "{}: a {} of {} would have {} partners; relco follows at most {} of one person. More "
      "posts, units or organisations share them out",
      draft.plan.facts.file, draft.plan.roles[world.people.role[person]].name,
      draft.plan.declared_names[o], partners, kMostPartners));
}

// Each unit keeps the pairs whose lower person it has, so nobody else is at these; an upper person
// may be reached from several units at once.
void refuse_crowds(const Draft& draft, const std::vector<std::uint32_t>& first) {
  const Pairs& pairs = draft.world.pairs;
  std::vector<std::uint32_t> partners(draft.world.people.id.size(), 0);
  for_each_range(first.size() - 1, kUnits, [&](std::size_t begin, std::size_t end) {
    for (std::uint32_t k = first[begin]; k < first[end]; ++k) {
      for (const std::uint32_t person : {pairs.lower[k], pairs.upper[k]}) {
        std::atomic_ref(partners[person]).fetch_add(1, std::memory_order_relaxed);
      }
    }
  });
  for (std::uint32_t p = 0; p < partners.size(); ++p) refuse_crowd(draft, p, partners[p]);
}

// The pairs of each lower person in the order of the upper ones; units keep theirs link by link.
void make_index(Draft& draft, const std::vector<std::uint32_t>& first) {
  Plan& plan = draft.plan;
  const Pairs& pairs = draft.world.pairs;
  plan.offsets.assign(draft.world.people.id.size() + 1, 0);
  for (const std::uint32_t lower : pairs.lower) ++plan.offsets[lower + 1];
  std::partial_sum(plan.offsets.begin(), plan.offsets.end(), plan.offsets.begin());
  plan.pairs_of.resize(pairs.lower.size());
  for_each_range(first.size() - 1, kUnits, [&](std::size_t begin, std::size_t end) {
    for (std::size_t u = begin; u < end; ++u) {
      const auto from = plan.pairs_of.begin() + first[u], to = plan.pairs_of.begin() + first[u + 1];
      std::iota(from, to, first[u]);
      std::sort(from, to, [&](std::uint32_t a, std::uint32_t b) {
        return pairs.lower[a] != pairs.lower[b] ? pairs.lower[a] < pairs.lower[b]
                                                : pairs.upper[a] < pairs.upper[b];
      });
    }
  });
}

void make_blocks(Draft& draft) {
  const Links& links = draft.world.links;
  for (std::uint32_t link = 0; link < links.first.size(); ++link) {
    for (std::uint32_t at = links.begin[link]; at < links.end[link]; at += kBlockPairs) {
      draft.plan.blocks.push_back({link, at, std::min(at + kBlockPairs, links.end[link])});
    }
  }
}

}  // namespace

void lay_out_pairs(Draft& draft) {
  std::vector<UnitPairs> met = meet(draft);
  const std::vector<std::uint32_t> first = first_pairs(met);
  make_links(draft.world, met);
  make_pairs(draft.world.pairs, first, met);
  refuse_crowds(draft, first);
  make_index(draft, first);
  make_blocks(draft);
}

}  // namespace relco
