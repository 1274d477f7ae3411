#include "rules/care/care.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/numerics.h"
#include "rules/care/case_events.h"
#include "rules/caseload/caseload.h"
#include "rules/family/family.h"

namespace relco {
namespace {

constexpr std::size_t kMostTeam = 32;

// Everyone passes on slices of the picture in accurate contacts, from what they held on Monday.
void share_plan(World& world, const CareParameters& p, const PathwayFacts& pathway,
                std::uint32_t lane, std::uint32_t slot) {
  const std::uint32_t places = world.plan->places;
  Members& m = world.members;
  const std::size_t base = std::size_t{slot} * places;
  const auto slices = static_cast<std::uint32_t>(pathway.plan_slices);
  const std::uint32_t all = slices >= 32 ? ~0u : (1u << slices) - 1u;
  std::array<std::uint32_t, kMostTeam> before{};
  for (std::uint32_t k = 0; k < places; ++k) before[k] = m.plan[base + k];
  const Draw luck = world.luck.draw(Purpose::plan, world.cases.id[slot], world.week);
  const auto told = static_cast<std::uint32_t>(p.slices_told + 0.5f);
  const auto window = [&](std::uint32_t turn) {
    const std::uint32_t from = (luck.word(0) + turn) % slices;
    const std::uint32_t bits = told >= slices ? all : (1u << told) - 1u;
    return ((bits << from) | (bits >> (slices - from))) & all;
  };
  const std::uint32_t* pair = &world.case_pairs[std::size_t{slot} * pair_places(places)];
  for (std::uint32_t a = 0, k = 0; a < places; ++a) {
    for (std::uint32_t b = a + 1; b < places; ++b, ++k) {
      if (pair[k] == kNone) continue;
      const bool forward = world.pairs.lower[pair[k]] == m.person[base + a];
      const std::uint8_t from_a =
          forward ? world.pairs.events0[pair[k]] : world.pairs.events1[pair[k]];
      const std::uint8_t from_b =
          forward ? world.pairs.events1[pair[k]] : world.pairs.events0[pair[k]];
      if (from_a & event::accurate) m.plan[base + b] |= before[a] & window(a);
      if (from_b & event::accurate) m.plan[base + a] |= before[b] & window(b);
    }
    if (m.person[base + a] != kNone && (m.events0[base + a] & event::accurate)) {
      m.plan[base + a] |= window(a);  // the family knows all
    }
  }
  if (luck.uniform(1) < p.slices_change * world.lanes.uncertainty[lane]) {
    const std::uint32_t slice = luck.word(2) % slices;
    std::uint32_t owner = 0;
    for (std::uint32_t k = 0; k < places; ++k) {
      if (m.person[base + k] == kNone) continue;
      if (owner++ != slice % std::max<std::uint32_t>(world.cases.team[slot], 1)) {
        m.plan[base + k] &= ~(1u << slice);
      }
    }
  }
}

// Q7: coherent when the median member holds enough of the picture.
bool is_coherent(const World& world, const CareParameters& p, const PathwayFacts& pathway,
                 std::uint32_t slot) {
  const std::uint32_t places = world.plan->places;
  std::array<int, kMostTeam> held{};
  std::size_t n = 0;
  for (std::uint32_t k = 0; k < places; ++k) {
    const std::size_t row = std::size_t{slot} * places + k;
    if (world.members.person[row] != kNone) held[n++] = std::popcount(world.members.plan[row]);
  }
  if (n == 0) return false;
  std::nth_element(held.begin(), held.begin() + static_cast<std::ptrdiff_t>((n - 1) / 2),
                   held.begin() + static_cast<std::ptrdiff_t>(n));
  return static_cast<float>(held[(n - 1) / 2]) >=
         p.coherent_share * static_cast<float>(pathway.plan_slices);
}

void family_week(World& world, const Parameters& parameters, std::uint32_t lane, std::uint32_t slot,
                 const TeamWeek& team, float relayed, bool contradiction) {
  Cases& cases = world.cases;
  FamilyWeek w;
  w.strain = cases.strain[slot];
  w.strain_start = cases.strain_start[slot];
  w.prepared = cases.prepared[slot];
  w.work = relayed / std::max(parameters.family.relay, 0.01f) +
           cases.engagement[slot] * (1.0f - team.share) * 0.5f;
  w.contradiction = contradiction ? 1.0f : 0.0f;
  w.blame = team.family_blame;
  w.informed = team.prepared;
  w.dose = world.lanes.family_dose[lane];
  w.carers = cases.carers[slot];
  cases.strain[slot] = strain_after(parameters.family, w);
  cases.prepared[slot] = prepared_after(parameters.family, w);
}

// One week of one case.
void case_week(World& world, const Parameters& parameters, std::uint32_t lane, std::uint32_t slot,
               const PaymentForce& force, std::span<OrganisationWeek> all) {
  OrganisationWeek& sums = all[world.lanes.organisation[lane]];
  const CareParameters& p = parameters.care;
  const PathwayFacts& pathway = *world.plan->pathways[world.lanes.pathway[lane]].facts;
  Cases& cases = world.cases;
  TeamWeek team = team_week(world, parameters, lane, slot);
  float relayed = 0;
  if (pathway.family) {
    relayed = relay_of(parameters.family, cases.engagement[slot], cases.capacity[slot],
                       cases.strain[slot], team.reach) *
              (1.0f - team.share);
    team.share += relayed;
    const float harm =
        parameters.family.harm * cases.harm[slot] * std::min(cases.carers[slot], 3.0f);
    team.share *= 1.0f - harm * cases.strain[slot];
  }
  share_plan(world, p, pathway, lane, slot);
  const bool coherent = is_coherent(world, p, pathway, slot);
  if (coherent && cases.coherent[slot] == 0) {
    cases.coherent[slot] = static_cast<std::uint16_t>(world.week - cases.start[slot] + 1);
  }
  const Draw luck = world.luck.draw(Purpose::care_events, cases.id[slot], world.week);
  const bool contradiction = !coherent && luck.uniform(2) < p.contradiction * (1.0f - team.share);
  cases.coordination[slot] += team.share;
  cases.weeks[slot] += 1.0f;
  cases.delay[slot] += p.delay_days * (1.0f - team.share) * (1.0f - force.faster);
  const float doubled = p.duplication * (1.0f - team.share) * (coherent ? 0.5f : 1.0f);
  cases.duplication[slot] += doubled;
  cases.contradictory[slot] += contradiction ? 1.0f : 0.0f;
  cases.wasted[slot] +=
      doubled * p.duplication_hours + team.failed * parameters.workforce.repair_hours;
  const float heal = p.wellness_gain * team.share * team.skill * (1.0f - cases.wellness[slot]);
  cases.wellness[slot] =
      to_grid(cases.wellness[slot] + heal - p.wellness_strain * max0(cases.strain[slot] - 0.3f));
  if (pathway.family) {
    family_week(world, parameters, lane, slot, team, relayed, contradiction);
  }
  tally_week(world, slot, team, contradiction, pathway.family, sums);
  case_events(world, parameters, lane, slot, team, force, luck, all);
}

}  // namespace

float met(const CareParameters& p, std::uint8_t events) {
  if (!(events & event::contact)) return 0;
  float out = p.met_contact;
  if (events & event::timely) out += p.met_timely;
  if (events & event::accurate) out += p.met_accurate;
  const bool blamed = (events & event::problem) != 0 && (events & event::solved) == 0;
  return blamed ? out * (1.0f - p.blame_cost) : out;
}

TeamWeek team_week(const World& world, const Parameters& parameters, std::uint32_t lane,
                   std::uint32_t slot) {
  const Plan& plan = *world.plan;
  const PathwayPlan& pathway = plan.pathways[world.lanes.pathway[lane]];
  const std::uint32_t places = plan.places;
  const std::uint32_t* pair = &world.case_pairs[std::size_t{slot} * pair_places(places)];
  std::array<float, kMostTeam> got{}, wanted{};
  TeamWeek out;
  float weight = 0, sum = 0, exchanges = 0, blamed = 0;
  for (std::uint32_t a = 0, k = 0; a < places; ++a) {
    for (std::uint32_t b = a + 1; b < places; ++b, ++k) {
      if (pair[k] == kNone) continue;
      const float w = pathway.interdependence[a * pathway.places.size() + b];
      for (std::uint8_t events : {world.pairs.events0[pair[k]], world.pairs.events1[pair[k]]}) {
        const float value = w * met(parameters.care, events);
        sum += value;
        weight += w;
        got[a] += value;
        got[b] += value;
        wanted[a] += w;
        wanted[b] += w;
        exchanges += 1;
        out.contacts += (events & event::contact) ? 1.0f : 0.0f;
        out.failed += (events & event::well) == event::well ? 0.0f : 1.0f;
        out.informed += (events & event::well) == event::well ? w : 0.0f;
        out.timely += (events & event::timely) ? w : 0.0f;
        blamed += (events & event::problem) && !(events & event::solved) ? 1.0f : 0.0f;
      }
    }
  }
  float members = 0, weakest = 1;
  for (std::uint32_t a = 0; a < places; ++a) {
    const std::size_t row = std::size_t{slot} * places + a;
    if (world.members.person[row] == kNone) continue;
    members += 1;
    out.skill += world.people.skill[world.members.person[row]];
    if (wanted[a] > 0) weakest = std::min(weakest, got[a] / wanted[a]);
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
  // A team of one has nobody to coordinate with: its work is coordinated by itself.
  const float mean = weight > 0 ? sum / weight : 1.0f;
  out.share =
      (1.0f - parameters.care.weakest) * mean + parameters.care.weakest * std::min(weakest, mean);
  out.informed = weight > 0 ? out.informed / weight : 1.0f;
  out.timely = weight > 0 ? out.timely / weight : 1.0f;
  out.blame = exchanges > 0 ? blamed / exchanges : 0.0f;
  return out;
}

void care_week(World& world, const Parameters& parameters, std::uint32_t lane,
               const PaymentForce& force, std::span<OrganisationWeek> all) {
  for (std::uint32_t slot = world.lanes.begin[lane]; slot < world.lanes.end[lane]; ++slot) {
    if (world.cases.id[slot] != 0) case_week(world, parameters, lane, slot, force, all);
  }
}

}  // namespace relco
