#include "engine/person_week.h"

#include <algorithm>

#include "world/ties.h"

namespace relco {
namespace {

// What every way an exchange can go adds to the counts: events -> four counts of 16 bits.
struct EventCounts {
  std::uint64_t exchange[64] = {};  // as Exchanges has them
  std::uint64_t person[64] = {};    // exchanges, failed, problems, solved
  constexpr EventCounts() {
    for (std::uint32_t heard = event::active; heard < 64; ++heard) {
      const bool problem = (heard & event::problem) != 0, solved = (heard & event::solved) != 0;
      const bool contact = (heard & event::contact) != 0;
      const bool well = (heard & event::well) == event::well;
      exchange[heard] = pack(contact, solved || (!problem && well), problem && !solved);
      person[heard] = pack(!well, problem, solved);
    }
  }
  static constexpr std::uint64_t pack(bool first, bool second, bool third) {
    return 1u | (std::uint64_t{first} << 16) | (std::uint64_t{second} << 32) |
           (std::uint64_t{third} << 48);
  }
};
constexpr EventCounts kEventCounts;

// Sums over a person's partners as plain numbers, so that they stay in registers. Ties lie on the
// grid: sums of them in double are exact.
struct Gathered {
  double goals = 0, knowledge = 0, respect = 0;              // towards all partners
  double own_goals = 0, own_knowledge = 0, own_respect = 0;  // towards the own group
  float received = 0, spanners = 0;
  std::uint32_t partners = 0, own = 0, needless = 0;
  Exchanges all, lived, role, unit, organisation,
      label;  // lived: exchanges, failed, problems, solved
};

// What does not change from partner to partner.
struct Self {
  std::uint32_t i, unit, organisation;
  std::uint16_t role, label;
};

// The columns of pairs as one of the two sides sees them.
struct Seen {
  const std::uint32_t* partner;
  const float *goals, *knowledge, *respect;                    // towards the partner
  const float *their_goals, *their_knowledge, *their_respect;  // of the partner
  const std::uint8_t* heard;
};
Seen seen_from(const Pairs& p, bool lower) {
  if (lower) {
    return {p.upper.data(),  p.goals0.data(),     p.knowledge0.data(), p.respect0.data(),
            p.goals1.data(), p.knowledge1.data(), p.respect1.data(),   p.events1.data()};
  }
  return {p.lower.data(),  p.goals1.data(),     p.knowledge1.data(), p.respect1.data(),
          p.goals0.data(), p.knowledge0.data(), p.respect0.data(),   p.events0.data()};
}

[[gnu::always_inline]] inline void gather_pair(const World& world, const Self& self,
                                               const Seen& seen, std::uint32_t k, Gathered& out) {
  const People& people = world.people;
  const std::uint32_t j = seen.partner[k];
  const bool other_unit = self.unit != people.unit[j], other_role = self.role != people.role[j];
  const auto goals = static_cast<double>(seen.goals[k]);
  const auto knowledge = static_cast<double>(seen.knowledge[k]);
  const auto respect = static_cast<double>(seen.respect[k]);
  out.goals += goals;
  out.knowledge += knowledge;
  out.respect += respect;
  if (!(other_unit | other_role)) {
    out.own_goals += goals;
    out.own_knowledge += knowledge;
    out.own_respect += respect;
    ++out.own;
  }
  out.received +=
      (seen.their_goals[k] + seen.their_knowledge[k] + seen.their_respect[k]) * (1.0f / 3.0f);
  ++out.partners;
  const std::uint8_t heard = seen.heard[k];
  const std::uint64_t counts = kEventCounts.exchange[heard & 63u];  // nothing if not active
  out.all.counts += counts;
  out.lived.counts += kEventCounts.person[heard & 63u];
  out.needless += (heard & event::excess) != 0 ? 1u : 0u;
  if ((people.functions[j] & person_function::coordinator) && (heard & event::contact)) {
    out.spanners += people.neutrality[j];
  }
  out.role.counts += other_role ? counts : 0;
  out.label.counts += self.label != people.label[j] ? counts : 0;
  if (!other_unit) return;
  out.unit.counts += counts;
  out.organisation.counts +=
      self.organisation != world.plan->organisation_of_person[j] ? counts : 0;
}

}  // namespace

PersonWeek gather(const World& world, std::uint32_t i) {
  const Plan& plan = *world.plan;
  const People& people = world.people;
  const Pairs& pairs = world.pairs;
  const Self self{i, people.unit[i], plan.organisation_of_person[i], people.role[i],
                  people.label[i]};
  const Seen from_lower = seen_from(pairs, true), from_upper = seen_from(pairs, false);
  Gathered g;
  // Which pairs have need is as good as random, so they are sorted out first, without a branch.
  constexpr std::uint32_t kPiece = 64;
  std::array<std::uint32_t, kPiece> met;
  for (std::uint32_t at = plan.offsets[i]; at < plan.offsets[i + 1]; at += kPiece) {
    const std::uint32_t end = std::min(at + kPiece, plan.offsets[i + 1]);
    std::uint32_t count = 0, upper = 0;
    for (std::uint32_t n = at; n < end; ++n) {
      const std::uint32_t k = plan.adjacency[n];
      const std::uint32_t needed = pairs.need[k] > 0 ? 1 : 0;
      met[count] = k;
      count += needed;
      upper += pairs.upper[k] == i ? needed : 0;
    }
    // Sorted by partner, so the pairs of which this is the upper person come first.
    for (std::uint32_t n = 0; n < upper; ++n) gather_pair(world, self, from_upper, met[n], g);
    for (std::uint32_t n = upper; n < count; ++n) gather_pair(world, self, from_lower, met[n], g);
  }
  PersonWeek out;
  out.across = {g.role, g.unit, g.organisation, g.label};
  out.exchanges = g.lived.count(0);
  out.failed = g.lived.count(1);
  out.problems = g.lived.count(2);
  out.solved = g.lived.count(3);
  out.blamed = g.all.count(3);
  out.spanners = g.spanners;
  out.needless = static_cast<float>(g.needless);
  out.ties_received = g.received;
  out.partners = static_cast<float>(g.partners);
  out.within = {g.own_goals, g.own_knowledge, g.own_respect};
  out.between = {g.goals - g.own_goals, g.knowledge - g.own_knowledge, g.respect - g.own_respect};
  out.within_count = static_cast<float>(g.own);
  out.between_count = static_cast<float>(g.partners - g.own);
  return out;
}

}  // namespace relco
