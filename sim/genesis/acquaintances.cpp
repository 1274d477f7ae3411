#include "genesis/acquaintances.h"

#include <algorithm>
#include <map>

namespace relco {
namespace {

constexpr std::uint32_t kOwnGroupAll = 12;  // groups up to this size know each other completely
constexpr std::uint32_t kOwnGroupRing = 6;  // larger ones: so many neighbours on either side

// Lanes share candidates, so the same two may be met often.
void sort_once_each(std::vector<std::uint32_t>& people) {
  if (!std::is_sorted(people.begin(), people.end())) std::sort(people.begin(), people.end());
  people.erase(std::unique(people.begin(), people.end()), people.end());
}

// Lays out pairs that lie by lower and upper person link by link.
UnitPairs by_link(const UnitPairs& met, const std::vector<std::uint64_t>& links) {
  std::vector<std::uint64_t> distinct;
  for (const std::uint64_t link : links) {
    if (distinct.empty() || distinct.back() != link) distinct.push_back(link);
  }
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  const auto row_of = [&](std::uint64_t link) {
    return static_cast<std::size_t>(std::lower_bound(distinct.begin(), distinct.end(), link) -
                                    distinct.begin());
  };
  UnitPairs out;
  for (const std::uint64_t link : distinct) {
    out.links.push_back({static_cast<std::uint32_t>(link >> 1), std::uint8_t(link & 1), 0});
  }
  for (const std::uint64_t link : links) ++out.links[row_of(link)].pairs;
  std::vector<std::size_t> next(distinct.size(), 0);
  for (std::size_t n = 1; n < next.size(); ++n) next[n] = next[n - 1] + out.links[n - 1].pairs;
  out.lower.resize(links.size());
  out.upper.resize(links.size());
  out.daily.resize(links.size());
  for (std::size_t k = 0; k < links.size(); ++k) {
    const std::size_t to = next[row_of(links[k])]++;
    out.lower[to] = met.lower[k];
    out.upper[to] = met.upper[k];
    out.daily[to] = met.daily[k];
  }
  return out;
}

}  // namespace

Acquaintances::Acquaintances(const Draft& draft) : draft_(draft) {
  for (const PathwayPlan& pathway : draft.plan.pathways) {
    std::vector<TeamRole>& roles = roles_.emplace_back();
    for (std::uint32_t place = 0; place < pathway.places.size(); ++place) {
      if (place > 0 && pathway.places[place].role == pathway.places[place - 1].role) {
        roles.back().several = true;
      } else {
        roles.push_back({place, false});
      }
    }
  }
  first_seat_.assign(draft.world.units.id.size() + 1, 0);
  for_each_seat([&](std::uint32_t unit, const Seat&) { ++first_seat_[unit + 1]; });
  for (std::size_t u = 1; u < first_seat_.size(); ++u) first_seat_[u] += first_seat_[u - 1];
  seats_.resize(first_seat_.back());
  std::vector<std::uint32_t> next(first_seat_.begin(), first_seat_.end() - 1);
  for_each_seat([&](std::uint32_t unit, const Seat& seat) { seats_[next[unit]++] = seat; });
}

// visit(unit, seat); candidates lie in order, so those of one unit lie together.
template <class Visit>
void Acquaintances::for_each_seat(Visit&& visit) const {
  const World& world = draft_.world;
  for (std::uint32_t lane = 0; lane < world.lanes.id.size(); ++lane) {
    const std::vector<TeamRole>& roles = roles_[world.lanes.pathway[lane]];
    for (std::uint32_t role = 0; role < roles.size(); ++role) {
      const CandidateRange range = candidates(lane, roles[role].place);
      for (std::uint32_t begin = range.begin; begin < range.end;) {
        const std::uint32_t unit = world.people.unit[draft_.plan.candidates[begin]];
        std::uint32_t end = begin + 1;
        while (end < range.end && world.people.unit[draft_.plan.candidates[end]] == unit) ++end;
        visit(unit, Seat{lane, role, {begin, end}});
        begin = end;
      }
    }
  }
}

CandidateRange Acquaintances::candidates(std::uint32_t lane, std::uint32_t place) const {
  return draft_.plan.lane_candidates[lane * draft_.plan.places + place];
}

// People of one unit meet in daily work: all of a small workgroup, neighbours in a large one, and
// a few of each other role.
void Acquaintances::add_colleagues(std::uint32_t unit, Scratch& scratch) const {
  const World& world = draft_.world;
  const std::uint32_t first = world.units.begin[unit];
  const auto meet = [&](std::uint32_t a, std::uint32_t b) {
    if (a != b) scratch.colleagues[std::min(a, b) - first].push_back(std::max(a, b));
  };
  std::map<std::uint16_t, std::vector<std::uint32_t>> groups;
  for (std::uint32_t p = first; p < world.units.end[unit]; ++p) {
    groups[world.people.role[p]].push_back(p);
  }
  for (const auto& [role, group] : groups) {
    const auto n = static_cast<std::uint32_t>(group.size());
    const std::uint32_t reach = n <= kOwnGroupAll ? n - 1 : kOwnGroupRing;
    for (std::uint32_t i = 0; i < n; ++i) {
      for (std::uint32_t d = 1; d <= reach; ++d) meet(group[i], group[(i + d) % n]);
    }
    for (const auto& [other_role, others] : groups) {
      if (other_role <= role) continue;
      const auto m = static_cast<std::uint32_t>(others.size());
      for (std::uint32_t i = 0; i < std::max(n, m); ++i) meet(group[i % n], others[i % m]);
    }
  }
}

// Everyone who may sit in one team with somebody of the unit, for each who is the lower of the two.
void Acquaintances::add_team_mates(const Seat& seat, std::uint32_t first, Scratch& scratch) const {
  const std::vector<std::uint32_t>& people = draft_.plan.candidates;
  const std::vector<TeamRole>& roles = roles_[draft_.world.lanes.pathway[seat.lane]];
  for (std::uint32_t role = 0; role < roles.size(); ++role) {
    if (role == seat.role && !roles[role].several) continue;
    const CandidateRange range = candidates(seat.lane, roles[role].place);
    const auto begin = people.begin() + range.begin, end = people.begin() + range.end;
    for (std::uint32_t i = seat.here.begin; i < seat.here.end; ++i) {
      std::vector<std::uint32_t>& mates = scratch.mates[people[i] - first];
      mates.insert(mates.end(), std::upper_bound(begin, end, people[i]), end);
    }
  }
}

std::uint64_t Acquaintances::link_of(std::uint32_t lower, std::uint32_t upper) const {
  const People& people = draft_.world.people;
  const std::uint32_t unit = people.unit[upper];
  const bool own = people.unit[lower] == unit && people.role[lower] == people.role[upper];
  return std::uint64_t{unit} << 1 | (own ? 1 : 0);
}

UnitPairs Acquaintances::pairs_of(std::uint32_t unit, Scratch& scratch) const {
  const std::uint32_t first = draft_.world.units.begin[unit], end = draft_.world.units.end[unit];
  const std::size_t people = std::max<std::size_t>(scratch.mates.size(), end - first);
  scratch.colleagues.resize(people);
  scratch.mates.resize(people);
  add_colleagues(unit, scratch);
  for (std::uint32_t s = first_seat_[unit]; s < first_seat_[unit + 1]; ++s) {
    add_team_mates(seats_[s], first, scratch);
  }
  UnitPairs& met = scratch.met;
  for (auto* column : {&met.lower, &met.upper}) column->clear();
  met.daily.clear();
  scratch.links.clear();
  for (std::uint32_t lower = first; lower < end; ++lower) {
    std::vector<std::uint32_t>& colleagues = scratch.colleagues[lower - first];
    std::vector<std::uint32_t>& mates = scratch.mates[lower - first];
    sort_once_each(colleagues);
    sort_once_each(mates);
    auto mate = mates.begin();
    auto colleague = colleagues.begin();
    while (mate != mates.end() || colleague != colleagues.end()) {
      const bool daily =
          colleague != colleagues.end() && (mate == mates.end() || *colleague <= *mate);
      const std::uint32_t upper = daily ? *colleague++ : *mate;
      if (mate != mates.end() && *mate == upper) ++mate;
      met.lower.push_back(lower);
      met.upper.push_back(upper);
      met.daily.push_back(daily ? 1 : 0);
      scratch.links.push_back(link_of(lower, upper));
    }
    colleagues.clear();
    mates.clear();
  }
  return by_link(met, scratch.links);
}

}  // namespace relco
