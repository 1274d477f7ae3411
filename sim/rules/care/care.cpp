#include "rules/care/care.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/numerics.h"
#include "rules/care/case_events.h"
#include "rules/care/team_week.h"
#include "rules/caseload/caseload.h"
#include "rules/family/family.h"

namespace relco {
namespace {

// Q12: everyone passes on slices of the picture in accurate contacts, from what they held on
// Monday. A family inside the team speaks to all at one table, and who hears it accurately hears
// all that it says there; one outside says something else to each.
void share_plan(World& world, const CareParameters& p, const PathwayFacts& pathway,
                const TeamTalk& talk, std::uint32_t lane, std::uint32_t slot) {
  const std::uint32_t places = world.plan->places;
  Members& m = world.members;
  const std::size_t base = std::size_t{slot} * places;
  const auto slices = static_cast<std::uint32_t>(pathway.plan_slices);
  const std::uint32_t all = slices >= 32 ? ~0u : (1u << slices) - 1u;
  const Draw luck = world.luck.draw(Purpose::plan, world.cases.id[slot], world.week);
  const auto told = static_cast<std::uint32_t>(p.slices_told + 0.5f);
  const std::uint32_t bits = told >= slices ? all : (1u << told) - 1u;
  // What was said is as good as random, so masks take the place of branches.
  const auto said = [](std::uint8_t events) { return 0u - ((events / event::accurate) & 1u); };
  std::array<std::uint32_t, kMostTeam> holds{}, tells{}, known{};
  std::uint32_t from = luck.word(0) % slices;  // each member's window begins one slice later
  for (std::uint32_t k = 0; k < places; ++k) {
    known[k] = ((bits << from) | (bits >> (slices - from))) & all;
    from = luck.word(0) + k + 1 == 0 || from + 1 == slices ? 0 : from + 1;  // modulo 2^32
    holds[k] = m.plan[base + k];
    tells[k] = holds[k] & known[k];
  }
  const TeamTalk::Row* row = talk.rows.data();
  for (std::uint32_t a = 0; a < places; ++a) {
    std::uint32_t held = holds[a];
    for (std::uint32_t b = a + 1; b < places; ++b, ++row) {
      holds[b] |= tells[a] & said(row->from_a);
      held |= tells[b] & said(row->from_b);
    }
    holds[a] = held;
  }
  std::array<std::uint32_t, kMostTeam> heard{};  // from the family, which knows all
  std::uint32_t at_table = 0;
  for (std::uint32_t k = 0; k < places; ++k) {
    if (m.person[base + k] != kNone) heard[k] = known[k] & said(m.events0[base + k]);
    at_table |= heard[k];
  }
  const float inside =
      family_inside(world.plan->facts.families.in_team, world.lanes.family_dose[lane]);
  const bool table = luck.uniform(3) < inside;
  for (std::uint32_t k = 0; k < places; ++k) {
    m.plan[base + k] = holds[k] | (table && heard[k] != 0 ? at_table : heard[k]);
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

// Q7: coherent when the median member holds enough of the picture: as many as come before the
// median, or fewer, hold less.
bool is_coherent(const World& world, const CareParameters& p, const PathwayFacts& pathway,
                 std::uint32_t slot) {
  const std::uint32_t places = world.plan->places;
  const float enough = p.coherent_share * static_cast<float>(pathway.plan_slices);
  std::uint32_t members = 0, less = 0;
  for (std::uint32_t k = 0; k < places; ++k) {
    const std::size_t row = std::size_t{slot} * places + k;
    if (world.members.person[row] == kNone) continue;
    ++members;
    less += static_cast<float>(std::popcount(world.members.plan[row])) >= enough ? 0 : 1;
  }
  return members > 0 && less <= (members - 1) / 2;
}

// F7, then F2 and F3: the family's work of the week, and what it does to the family.
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

// F6, Q13: one week of one case.
void case_week(World& world, const Parameters& parameters, std::uint32_t lane, std::uint32_t slot,
               const Meanings& meanings, const PaymentForce& force, CareTallies& tallies,
               std::span<OrganisationWeek> all) {
  const CareParameters& p = parameters.care;
  const PathwayFacts& pathway = *world.plan->pathways[world.lanes.pathway[lane]].facts;
  Cases& cases = world.cases;
  TeamTalk talk;
  listen(world, slot, talk);
  TeamWeek team = team_week(world, parameters, meanings, talk, lane, slot);
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
  share_plan(world, p, pathway, talk, lane, slot);
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
  const float prepared = pathway.family ? cases.prepared[slot] - 0.5f : 0.0f;
  const float heal = p.wellness_gain * team.share * team.skill *
                     (1.0f + p.wellness_prepared * prepared) * (1.0f - cases.wellness[slot]);
  cases.wellness[slot] =
      to_grid(cases.wellness[slot] + heal - p.wellness_strain * max0(cases.strain[slot] - 0.3f));
  if (pathway.family) {
    family_week(world, parameters, lane, slot, team, relayed, contradiction);
  }
  tally_week(world, slot, team, contradiction, pathway.family, tallies);
  case_events(world, parameters, lane, slot, team, force, luck, tallies, all);
}

}  // namespace

void care_week(World& world, const Parameters& parameters, std::uint32_t lane,
               const PaymentForce& force, std::span<OrganisationWeek> all) {
  const Meanings meanings(parameters.care);
  CareTallies tallies;
  for (std::uint32_t slot = world.lanes.begin[lane]; slot < world.lanes.end[lane]; ++slot) {
    if (world.cases.id[slot] == 0) continue;
    case_week(world, parameters, lane, slot, meanings, force, tallies, all);
  }
  tallies.commit(all[world.lanes.organisation[lane]]);
}

}  // namespace relco
