#include "rules/care/team_week.h"

#include <algorithm>

namespace relco {
namespace {

constexpr std::uint32_t kCountBits = 10, kCountMask = (1u << kCountBits) - 1;
static_assert(2 * kMostTeamPairs <= kCountMask);

// What every place of a team got and wanted, and the sums over all of them.
struct TeamSums {
  FourShares of[kMostTeam] = {};
  FourShares all{};
  std::uint32_t exchanges = 0, counts = 0;
  [[nodiscard]] float count(std::uint32_t n) const {
    return static_cast<float>((counts >> (n * kCountBits)) & kCountMask);
  }
};

// Sums of floating-point numbers depend on their order: pair by pair, the lower person first.
TeamSums add_up(const PathwayPlan& pathway, std::uint32_t places, const Meanings& meanings,
                const TeamTalk& talk) {
  TeamSums out;
  const TeamTalk::Row* row = talk.rows.data();
  for (std::uint32_t a = 0; a < places; ++a) {
    FourShares own = out.of[a];
    for (std::uint32_t b = a + 1; b < places; ++b, ++row) {
      if (row->known == 0) continue;
      const float w = pathway.interdependence[a * pathway.places.size() + b];
      FourShares other = out.of[b];
      for (const std::uint8_t events : {row->lower, row->upper}) {
        const FourShares met = meanings.shares(events) * w;
        out.all += met;
        own += met;
        other += met;
        out.counts += meanings.counts(events);
      }
      out.of[b] = other;
      out.exchanges += 2;
    }
    out.of[a] = own;
  }
  return out;
}

// What the members bring, and how they and the family reached each other.
void add_members(const World& world, std::uint32_t slot, const TeamSums& sums, TeamWeek& out,
                 float& weakest) {
  const std::uint32_t places = world.plan->places;
  float members = 0;
  for (std::uint32_t a = 0; a < places; ++a) {
    const std::size_t row = std::size_t{slot} * places + a;
    if (world.members.person[row] == kNone) continue;
    members += 1;
    out.skill += world.people.skill[world.members.person[row]];
    const FourShares& of = sums.of[a];
    if (of[kWanted] > 0) weakest = std::min(weakest, of[kMet] / of[kWanted]);
    const std::uint8_t told = world.members.events0[row], heard = world.members.events1[row];
    out.reach += (told & event::accurate) ? 1.0f : 0.0f;
    out.prepared += (heard & event::accurate) ? 1.0f : 0.0f;
    out.family_blame +=
        ((told | heard) & event::problem) && !((told | heard) & event::solved) ? 1.0f : 0.0f;
  }
  if (members > 0) {
    out.skill /= members;
    out.reach /= members;
    out.prepared /= members;
    out.family_blame /= members;
  }
}

}  // namespace

void listen(const World& world, std::uint32_t slot, TeamTalk& talk) {
  const std::uint32_t places = world.plan->places;
  const std::uint32_t* const person = &world.members.person[std::size_t{slot} * places];
  const std::uint32_t* pair = &world.case_pairs[std::size_t{slot} * pair_places(places)];
  const std::uint8_t* const events0 = world.pairs.events0.data();
  const std::uint8_t* const events1 = world.pairs.events1.data();
  TeamTalk::Row* row = talk.rows.data();
  for (std::uint32_t a = 0; a < places; ++a) {
    for (std::uint32_t b = a + 1; b < places; ++b, ++pair, ++row) {
      if (*pair == kNone) {
        *row = {};
        continue;
      }
      const std::uint8_t lower = events0[*pair], upper = events1[*pair];
      const bool forward = person[a] < person[b];
      *row = {1, lower, upper, forward ? lower : upper, forward ? upper : lower};
    }
  }
}

float met(const CareParameters& p, std::uint8_t events) {
  if (!(events & event::contact)) return 0;
  float out = p.met_contact;
  if (events & event::timely) out += p.met_timely;
  if (events & event::accurate) out += p.met_accurate;
  const bool blamed = (events & event::problem) != 0 && (events & event::solved) == 0;
  return blamed ? out * (1.0f - p.blame_cost) : out;
}

Meanings::Meanings(const CareParameters& p) {
  for (std::uint32_t n = 0; n <= kEvents; ++n) {
    const auto events = static_cast<std::uint8_t>(n);
    const bool well = (events & event::well) == event::well;
    const bool blamed = (events & event::problem) != 0 && (events & event::solved) == 0;
    const std::uint32_t contact = (events & event::contact) != 0 ? 1 : 0;
    shares_[n] = FourShares{met(p, events), 1.0f, well ? 1.0f : 0.0f,
                            (events & event::timely) != 0 ? 1.0f : 0.0f};
    counts_[n] = contact | (well ? 0u : 1u) << kCountBits | (blamed ? 1u : 0u) << (2 * kCountBits);
  }
}

TeamWeek team_week(const World& world, const Parameters& parameters, const Meanings& meanings,
                   const TeamTalk& talk, std::uint32_t lane, std::uint32_t slot) {
  const Plan& plan = *world.plan;
  const TeamSums sums =
      add_up(plan.pathways[world.lanes.pathway[lane]], plan.places, meanings, talk);
  TeamWeek out;
  float weakest = 1;
  add_members(world, slot, sums, out, weakest);
  const float weight = sums.all[kWanted];
  // A team of one has nobody to coordinate with: its work is coordinated by itself.
  const float mean = weight > 0 ? sums.all[kMet] / weight : 1.0f;
  out.share =
      (1.0f - parameters.care.weakest) * mean + parameters.care.weakest * std::min(weakest, mean);
  out.informed = weight > 0 ? sums.all[kWell] / weight : 1.0f;
  out.timely = weight > 0 ? sums.all[kTimely] / weight : 1.0f;
  out.contacts = sums.count(0);
  out.failed = sums.count(1);
  out.blame = sums.exchanges > 0 ? sums.count(2) / static_cast<float>(sums.exchanges) : 0.0f;
  return out;
}

TeamWeek team_week(const World& world, const Parameters& parameters, std::uint32_t lane,
                   std::uint32_t slot) {
  TeamTalk talk;
  listen(world, slot, talk);
  return team_week(world, parameters, Meanings(parameters.care), talk, lane, slot);
}

}  // namespace relco
