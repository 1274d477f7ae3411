#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>

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

// visit(person, pair, shared) for both people of every pair, unit by unit. `shared`: the unit of
// the lower person is not that of this one, so that others may be at it too.
template <class Visit>
void for_each_end(const World& world, const std::vector<std::uint32_t>& first, Visit&& visit) {
  for_each_range(first.size() - 1, kUnits, [&](std::size_t begin, std::size_t end) {
    for (std::size_t u = begin; u < end; ++u) {
      for (std::uint32_t k = first[u]; k < first[u + 1]; ++k) {
        visit(world.pairs.lower[k], k, false);
        visit(world.pairs.upper[k], k, world.people.unit[world.pairs.upper[k]] != u);
      }
    }
  });
}

std::uint32_t take_one(std::uint32_t& number, bool shared) {
  return shared ? std::atomic_ref(number).fetch_add(1, std::memory_order_relaxed) : number++;
}

// Each person's pairs in the order of partners. They are found in the order of threads, those that
// other units found first, and sorted after.
void make_index(Draft& draft, const std::vector<std::uint32_t>& first) {
  Plan& plan = draft.plan;
  const Pairs& pairs = draft.world.pairs;
  const std::size_t people = draft.world.people.id.size();
  std::vector<std::uint32_t> own(people, 0), shared(people, 0);  // numbers; then where the next is
  for_each_end(draft.world, first, [&](std::uint32_t person, std::uint32_t, bool others) {
    take_one(others ? shared[person] : own[person], others);
  });
  plan.offsets.assign(people + 1, 0);
  for (std::uint32_t p = 0; p < people; ++p) {
    refuse_crowd(draft, p, std::size_t{own[p]} + shared[p]);
    plan.offsets[p + 1] = plan.offsets[p] + own[p] + shared[p];
    own[p] = plan.offsets[p] + shared[p];
    shared[p] = plan.offsets[p];
  }
  plan.adjacency.resize(plan.offsets.back());
  for_each_end(draft.world, first, [&](std::uint32_t person, std::uint32_t pair, bool others) {
    plan.adjacency[take_one(others ? shared[person] : own[person], others)] = pair;
  });
  for_each_range(people, kPeople, [&](std::size_t begin, std::size_t end) {
    std::vector<std::uint64_t> found;  // partner, pair
    for (std::size_t p = begin; p < end; ++p) {
      const auto from = plan.adjacency.begin() + plan.offsets[p];
      found.resize(plan.offsets[p + 1] - plan.offsets[p]);
      for (std::size_t n = 0; n < found.size(); ++n) {
        const std::uint32_t k = from[static_cast<std::ptrdiff_t>(n)];
        const std::uint32_t partner = pairs.lower[k] == p ? pairs.upper[k] : pairs.lower[k];
        found[n] = std::uint64_t{partner} << 32 | k;
      }
      std::sort(found.begin(), found.end());
      std::transform(found.begin(), found.end(), from,
                     [](std::uint64_t one) { return static_cast<std::uint32_t>(one); });
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
  make_index(draft, first);
  make_blocks(draft);
}

}  // namespace relco
