#include "engine/person_week.h"

#include <algorithm>

#include "world/ties.h"

namespace relco {
namespace {

// Two numbers that are added at once. Sums of ties, which lie on the grid, are exact in double, and
// so are those of neutrality: the order of pairs does not matter.
using Doubles [[gnu::vector_size(16)]] = double;
using Counts [[gnu::vector_size(16)]] = std::uint64_t;

// What every way an exchange can go adds to the counts, four of 16 bits in each word.
struct EventCounts {
  Counts heard[128] = {};  // as Exchanges has them; exchanges, failed, problems, solved

  EventCounts() {
    for (std::uint32_t bits = 0; bits < 128; ++bits) {
      const bool problem = (bits & event::problem) != 0, solved = (bits & event::solved) != 0;
      const bool contact = (bits & event::contact) != 0;
      const bool well = (bits & event::well) == event::well;
      if ((bits & event::active) == 0) continue;
      heard[bits][0] = pack(contact, solved || (!problem && well), problem && !solved);
      heard[bits][1] = pack(!well, problem, solved);
    }
  }
  static std::uint64_t pack(bool first, bool second, bool third) {
    return 1u | (std::uint64_t{first} << 16) | (std::uint64_t{second} << 32) |
           (std::uint64_t{third} << 48);
  }
};
const EventCounts kEventCounts;

// Sums over a person's partners.
struct Sums {
  Doubles goals_knowledge = {}, respect = {};                  // of my ties
  Doubles their_goals_knowledge = {}, their_respect = {};      // of the partners' ties to me
  Counts heard = {}, role_unit = {}, organisation_label = {};  // by boundary, as PersonWeek has it
  std::uint32_t partners = 0, needless = 0;
  double spanners = 0;
};
struct Gathered {
  Sums of[2];  // others; the own group
};

// What all pairs of a link share, as one end of it sees them.
struct Seen {
  // All bits set where a boundary lies between, of two roles (bit 0) or two labels (bit 1).
  Counts role_unit[4] = {}, organisation_label[4] = {};
  bool own = false;

  Seen(const World& world, std::uint32_t link) : own(world.links.own_group[link] != 0) {
    const std::uint32_t first = world.links.first[link], second = world.links.second[link];
    const std::vector<std::uint32_t>& organisation = world.units.organisation;
    for (std::size_t n = 0; n < 4; ++n) {
      const auto mask = [](bool between) { return between ? ~std::uint64_t{0} : 0; };
      role_unit[n] = Counts{mask((n & 1) != 0), mask(first != second)};
      organisation_label[n] =
          Counts{mask(organisation[first] != organisation[second]), mask((n & 2) != 0)};
    }
  }
};

struct TieSum {
  Doubles goals_knowledge, respect;
};

// One partner: `mine` is my tie, `theirs` the partner's towards me; `n` says what lies between.
[[gnu::always_inline]] inline void add(const People& people, const Seen& seen, std::size_t n,
                                       const TieSum& mine, const TieSum& theirs,
                                       std::uint32_t partner, std::uint8_t events, Sums& to) {
  const Counts heard = kEventCounts.heard[events & 127u];
  const Counts twice = __builtin_shufflevector(heard, heard, 0, 0);
  to.goals_knowledge += mine.goals_knowledge;
  to.respect += mine.respect;
  to.their_goals_knowledge += theirs.goals_knowledge;
  to.their_respect += theirs.respect;
  to.heard += heard;
  to.role_unit += twice & seen.role_unit[n];
  to.organisation_label += twice & seen.organisation_label[n];
  ++to.partners;
  to.needless += (events & event::excess) != 0 ? 1u : 0u;
  if ((people.functions[partner] & person_function::coordinator) && (events & event::contact)) {
    to.spanners += static_cast<double>(people.neutrality[partner]);
  }
}

// Adds the pairs [begin, end) to the people of the ends that are looked at.
template <bool kLower, bool kUpper>
void add_rows(const World& world, const Seen& seen, std::uint32_t begin, std::uint32_t end,
              std::uint32_t first_person, std::vector<Gathered>& people_of_unit) {
  const People& people = world.people;
  const Pairs& p = world.pairs;
  // Which pairs have need is as good as random, so they are sorted out first, without a branch.
  constexpr std::uint32_t kPiece = 64;
  std::array<std::uint32_t, kPiece + 1> met;
  for (std::uint32_t at = begin; at < end; at += kPiece) {
    const std::uint32_t last = std::min(at + kPiece, end);
    std::uint32_t count = 0;
    for (std::uint32_t k = at; k < last; ++k) {
      met[count] = k;
      count += p.need[k] > 0 ? 1 : 0;
    }
    // Neighbours mostly share the lower person, whose sums then stay in registers.
    for (std::uint32_t n = 0; n < count;) {
      const std::uint32_t lower = p.lower[met[n]];
      const std::uint16_t role = people.role[lower], label = people.label[lower];
      Sums of_lower;
      if constexpr (kLower) of_lower = people_of_unit[lower - first_person].of[seen.own];
      for (; n < count && p.lower[met[n]] == lower; ++n) {
        const std::uint32_t k = met[n], upper = p.upper[k];
        const std::size_t between =
            (role != people.role[upper] ? 1 : 0) | (label != people.label[upper] ? 2 : 0);
        const TieSum tie0{{p.goals0[k], p.knowledge0[k]}, {p.respect0[k], 0.0}};
        const TieSum tie1{{p.goals1[k], p.knowledge1[k]}, {p.respect1[k], 0.0}};
        if constexpr (kLower) {
          add(people, seen, between, tie0, tie1, upper, p.events1[k], of_lower);
        }
        if constexpr (kUpper) {
          add(people, seen, between, tie1, tie0, lower, p.events0[k],
              people_of_unit[upper - first_person].of[seen.own]);
        }
      }
      if constexpr (kLower) people_of_unit[lower - first_person].of[seen.own] = of_lower;
    }
  }
}

PersonWeek week_of(const Gathered& g) {
  PersonWeek out;
  const Sums &others = g.of[0], &own = g.of[1];
  const Counts role_unit = others.role_unit + own.role_unit;
  const Counts organisation_label = others.organisation_label + own.organisation_label;
  const Counts heard = others.heard + own.heard;
  const Doubles goals_knowledge = others.their_goals_knowledge + own.their_goals_knowledge;
  out.across = {Exchanges{role_unit[0]}, Exchanges{role_unit[1]}, Exchanges{organisation_label[0]},
                Exchanges{organisation_label[1]}};
  const Exchanges lived{heard[1]};
  out.exchanges = lived.count(0);
  out.failed = lived.count(1);
  out.problems = lived.count(2);
  out.solved = lived.count(3);
  out.blamed = Exchanges{heard[0]}.count(3);
  out.spanners = static_cast<float>(others.spanners + own.spanners);
  out.needless = static_cast<float>(others.needless + own.needless);
  out.ties_received = static_cast<float>(
      (goals_knowledge[0] + goals_knowledge[1] + (others.their_respect + own.their_respect)[0]) *
      (1.0 / 3.0));
  out.partners = static_cast<float>(others.partners + own.partners);
  out.between = {others.goals_knowledge[0], others.goals_knowledge[1], others.respect[0]};
  out.within = {own.goals_knowledge[0], own.goals_knowledge[1], own.respect[0]};
  out.between_count = static_cast<float>(others.partners);
  out.within_count = static_cast<float>(own.partners);
  return out;
}

}  // namespace

UnitLinks::UnitLinks(const World& world) : begin(world.units.id.size() + 1, 0) {
  const Links& all = world.links;
  const auto each = [&](auto&& take) {
    for (std::uint32_t link = 0; link < all.first.size(); ++link) {
      take(all.first[link], link);
      if (all.second[link] != all.first[link]) take(all.second[link], link);
    }
  };
  each([&](std::uint32_t unit, std::uint32_t) { ++begin[unit + 1]; });
  for (std::size_t unit = 1; unit < begin.size(); ++unit) begin[unit] += begin[unit - 1];
  links.resize(begin.back());
  std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
  each([&](std::uint32_t unit, std::uint32_t link) { links[next[unit]++] = link; });
}

std::span<const PersonWeek> gather(const World& world, const UnitLinks& links, std::uint32_t unit) {
  static thread_local std::vector<Gathered> gathered;
  static thread_local std::vector<PersonWeek> weeks;
  const std::uint32_t begin = world.units.begin[unit], end = world.units.end[unit];
  gathered.assign(end - begin, Gathered{});
  for (const std::uint32_t link : links.of(unit)) {
    const Seen seen(world, link);
    const std::uint32_t from = world.links.begin[link], to = world.links.end[link];
    const bool lower = world.links.first[link] == unit, upper = world.links.second[link] == unit;
    if (lower && upper) {
      add_rows<true, true>(world, seen, from, to, begin, gathered);
    } else if (lower) {
      add_rows<true, false>(world, seen, from, to, begin, gathered);
    } else {
      add_rows<false, true>(world, seen, from, to, begin, gathered);
    }
  }
  weeks.resize(end - begin);
  for (std::size_t n = 0; n < weeks.size(); ++n) weeks[n] = week_of(gathered[n]);
  return weeks;
}

}  // namespace relco
