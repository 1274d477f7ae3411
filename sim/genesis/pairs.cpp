#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/errors.h"
#include "genesis/topology.h"

namespace relco {
namespace {

constexpr std::uint32_t kOwnGroupAll = 12;  // groups up to this size know each other completely
constexpr std::uint32_t kOwnGroupRing = 6;  // larger ones: so many neighbours on either side
constexpr std::uint32_t kBlockPairs = 512;  // about 32 kB of columns: a block stays in cache

struct Acquaintance {
  std::uint32_t link_first, link_second;  // units, lower row first
  std::uint8_t own_group;
  std::uint32_t lower, upper;
  std::uint8_t colleagues;  // meet in daily work; sorted first, so that unique() keeps it
  [[nodiscard]] auto order() const {
    return std::tuple(link_first, link_second, own_group, lower, upper, 1 - colleagues);
  }
  [[nodiscard]] auto key() const {
    return std::tie(link_first, link_second, own_group, lower, upper);
  }
};

class Acquaintances {
 public:
  explicit Acquaintances(const World& world) : world_(world) {}

  void add(std::uint32_t a, std::uint32_t b, bool colleagues) {
    if (a == b) return;
    const std::uint32_t lower = std::min(a, b), upper = std::max(a, b);
    const std::uint32_t unit = world_.people.unit[lower], other = world_.people.unit[upper];
    const bool own = unit == other && world_.people.role[lower] == world_.people.role[upper];
    all_.push_back({unit, other, static_cast<std::uint8_t>(own ? 1 : 0), lower, upper,
                    static_cast<std::uint8_t>(colleagues ? 1 : 0)});
    if (all_.size() > next_compaction_) compact();
  }

  std::vector<Acquaintance> take() {
    compact();
    return std::move(all_);
  }

 private:
  // Lanes share candidates, so the same pair may be met often: keep memory bounded. What was
  // compacted before lies in order, so only what came since is sorted.
  void compact() {
    const auto before = [](const auto& a, const auto& b) { return a.order() < b.order(); };
    const auto fresh = all_.begin() + static_cast<std::ptrdiff_t>(in_order_);
    std::sort(fresh, all_.end(), before);
    std::inplace_merge(all_.begin(), fresh, all_.end(), before);
    all_.erase(std::unique(all_.begin(), all_.end(),
                           [](const auto& a, const auto& b) { return a.key() == b.key(); }),
               all_.end());
    in_order_ = all_.size();
    next_compaction_ = std::max<std::size_t>(2 * all_.size(), std::size_t{1} << 22);
  }

  const World& world_;
  std::vector<Acquaintance> all_;
  std::size_t in_order_ = 0;  // so many of all_ are
  std::size_t next_compaction_ = std::size_t{1} << 22;
};

// People of one unit meet in daily work: all of a small workgroup, neighbours in a large one, and
// a few of each other role.
void add_colleagues(const World& world, std::uint32_t unit, Acquaintances& met) {
  std::map<std::uint16_t, std::vector<std::uint32_t>> groups;
  for (std::uint32_t p = world.units.begin[unit]; p < world.units.end[unit]; ++p) {
    groups[world.people.role[p]].push_back(p);
  }
  for (const auto& [role, group] : groups) {
    const auto n = static_cast<std::uint32_t>(group.size());
    const std::uint32_t reach = n <= kOwnGroupAll ? n - 1 : kOwnGroupRing;
    for (std::uint32_t i = 0; i < n; ++i) {
      for (std::uint32_t d = 1; d <= reach; ++d) met.add(group[i], group[(i + d) % n], true);
    }
    for (const auto& [other_role, others] : groups) {
      if (other_role <= role) continue;
      const auto m = static_cast<std::uint32_t>(others.size());
      for (std::uint32_t i = 0; i < std::max(n, m); ++i) {
        met.add(group[i % n], others[i % m], true);
      }
    }
  }
}

// Everyone who may sit in one team: candidates of every two places of a lane.
void add_team_mates(const Draft& draft, std::uint32_t lane, Acquaintances& met) {
  const Plan& plan = draft.plan;
  const PathwayPlan& pathway = plan.pathways[draft.world.lanes.pathway[lane]];
  const auto places = static_cast<std::uint32_t>(pathway.places.size());
  for (std::uint32_t a = 0; a < places; ++a) {
    for (std::uint32_t b = a + 1; b < places; ++b) {
      const bool again = (a > 0 && pathway.places[a].role == pathway.places[a - 1].role) ||
                         (b > a + 1 && pathway.places[b].role == pathway.places[b - 1].role);
      if (again) continue;  // the same candidates as the place before
      const CandidateRange from = plan.lane_candidates[lane * plan.places + a];
      const CandidateRange to = plan.lane_candidates[lane * plan.places + b];
      for (std::uint32_t i = from.begin; i < from.end; ++i) {
        for (std::uint32_t j = to.begin; j < to.end; ++j) {
          met.add(plan.candidates[i], plan.candidates[j], false);
        }
      }
    }
  }
}

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

void make_links(Draft& draft, const std::vector<Acquaintance>& all) {
  World& world = draft.world;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> known;
  world.pairs.resize(all.size());
  for (std::uint32_t k = 0; k < all.size(); ++k) {
    const Acquaintance& pair = all[k];
    world.pairs.lower[k] = pair.lower;
    world.pairs.upper[k] = pair.upper;
    world.pairs.daily[k] = pair.colleagues;
    const std::size_t links = world.links.first.size();
    const bool same = links > 0 && world.links.first[links - 1] == pair.link_first &&
                      world.links.second[links - 1] == pair.link_second &&
                      world.links.own_group[links - 1] == pair.own_group;
    if (!same) {
      world.links.resize(links + 1);
      world.links.first[links] = pair.link_first;
      world.links.second[links] = pair.link_second;
      world.links.own_group[links] = pair.own_group;
      world.links.across[links] =
          organisation_link(world, known, pair.link_first, pair.link_second);
      world.links.begin[links] = k;
    }
    world.links.end[world.links.first.size() - 1] = k + 1;
  }
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

void make_index(Draft& draft) {
  Plan& plan = draft.plan;
  const Pairs& pairs = draft.world.pairs;
  const std::size_t people = draft.world.people.id.size();
  plan.offsets.assign(people + 1, 0);
  for (std::size_t k = 0; k < pairs.lower.size(); ++k) {
    ++plan.offsets[pairs.lower[k] + 1];
    ++plan.offsets[pairs.upper[k] + 1];
  }
  for (std::uint32_t p = 0; p < people; ++p) refuse_crowd(draft, p, plan.offsets[p + 1]);
  for (std::size_t p = 0; p < people; ++p) plan.offsets[p + 1] += plan.offsets[p];
  plan.adjacency.resize(2 * pairs.lower.size());
  std::vector<std::uint32_t> next(plan.offsets.begin(), plan.offsets.end() - 1);
  for (std::uint32_t k = 0; k < pairs.lower.size(); ++k) {
    plan.adjacency[next[pairs.lower[k]]++] = k;
    plan.adjacency[next[pairs.upper[k]]++] = k;
  }
  for (std::uint32_t p = 0; p < people; ++p) {
    const auto partner = [&](std::uint32_t k) {
      return pairs.lower[k] == p ? pairs.upper[k] : pairs.lower[k];
    };
    std::sort(plan.adjacency.begin() + plan.offsets[p],
              plan.adjacency.begin() + plan.offsets[p + 1],
              [&](std::uint32_t a, std::uint32_t b) { return partner(a) < partner(b); });
  }
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
  Acquaintances met(draft.world);
  for (std::uint32_t unit = 0; unit < draft.world.units.id.size(); ++unit) {
    add_colleagues(draft.world, unit, met);
  }
  for (std::uint32_t lane = 0; lane < draft.world.lanes.id.size(); ++lane) {
    add_team_mates(draft, lane, met);
  }
  make_links(draft, met.take());
  make_index(draft);
  make_blocks(draft);
}

}  // namespace relco
