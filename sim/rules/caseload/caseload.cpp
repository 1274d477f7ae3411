#include "rules/caseload/caseload.h"

#include <algorithm>
#include <array>

#include "base/fixed.h"
#include "base/numerics.h"
#include "rules/care/team_week.h"
#include "rules/caseload/teams.h"
#include "world/tally.h"
#include "world/ties.h"

namespace relco {
namespace {

// A fact drawn for one case.
float draw_fact(const Fact& fact, const Luck& luck, std::uint64_t id, std::uint32_t n) {
  if (fact.sd <= 0) return static_cast<float>(fact.mean);
  const double u = luck.draw(Purpose::case_facts, id, 0, n).uniform52(0);
  return static_cast<float>(std::clamp(fact.mean + fact.sd * normal(u), fact.min, fact.max));
}

// N7: who the case is; nothing of an earlier case in the slot is left.
void draw_case(World& world, const Parameters& parameters, const PathwayFacts& pathway,
               std::uint32_t slot, std::uint64_t id) {
  Cases& cases = world.cases;
  const HouseholdFacts& household = world.plan->facts.families;
  const Draw luck = world.luck.draw(Purpose::case_facts, id, 0, 0);
  cases.severity[slot] = clamp01(draw_fact(pathway.severity, world.luck, id, 1));
  const float spread = parameters.care.stay_spread;
  cases.length_factor[slot] =
      static_cast<float>(exp_d(spread * normal(luck.uniform52(0)) - 0.5 * spread * spread));
  double expected = 0;
  for (const auto& [kind, carers] : household.carers) expected += carers.mean;
  if (household.carers.empty()) expected = 1;
  cases.carers[slot] = static_cast<float>(poisson(expected, luck.uniform52(1)));
  cases.harm[slot] = static_cast<float>(household.harm);
  cases.engagement[slot] = clamp01(draw_fact(household.engagement, world.luck, id, 2));
  cases.capacity[slot] = clamp01(draw_fact(household.capacity, world.luck, id, 3));
  cases.strain_start[slot] = to_grid(draw_fact(household.strain, world.luck, id, 4));
  cases.strain[slot] = cases.strain_start[slot];
  cases.prepared[slot] = to_grid(draw_fact(household.preparedness, world.luck, id, 5));
  cases.wellness[slot] = to_grid(1.0f - cases.severity[slot]);
  cases.progress[slot] = cases.days[slot] = cases.coordination[slot] = cases.weeks[slot] = 0;
  cases.delay[slot] = cases.duplication[slot] = cases.contradictory[slot] = 0;
  cases.wasted[slot] = cases.cost[slot] = 0;
  cases.adverse[slot] = cases.readmitted[slot] = 0;
  cases.coherent[slot] = cases.follow_up[slot] = 0;
}

// N6: need in this phase of the case, relative to the stay.
float phase_factor(const Cases& cases, std::uint32_t slot, const CaseloadParameters& p) {
  return cases.phase[slot] == 1 ? 1.0f : p.follow_up_need;
}

}  // namespace

int arrivals(const Luck& luck, std::uint64_t lane, double mean, Week week) {
  return poisson(mean, luck.draw(Purpose::arrivals, lane, week).uniform52(0));
}

std::uint64_t case_id(std::uint64_t lane, Week week, int n) {
  return combine64(combine64(lane, static_cast<std::uint64_t>(static_cast<std::int64_t>(week))),
                   static_cast<std::uint64_t>(n)) |
         1u;
}

std::int32_t need_units(const PathwayPlan& pathway, std::uint32_t a, std::uint32_t b,
                        float uncertainty, float factor) {
  const std::size_t places = pathway.places.size();
  if (a >= places || b >= places) return 0;
  const float need = pathway.interdependence[a * places + b] * (1.0f + uncertainty) * factor;
  return static_cast<std::int32_t>(need * kNeedUnit + 0.5f);
}

std::int32_t daily_need(const CaseloadParameters& p, bool own_group) {
  const float need = own_group ? p.colleague_need : p.unit_need;
  return static_cast<std::int32_t>(need * kNeedUnit + 0.5f);
}

void start_case(World& world, const Parameters& parameters, std::uint32_t lane, std::uint32_t slot,
                std::uint64_t id, Week week, std::span<OrganisationWeek> sums) {
  const PathwayPlan& pathway = world.plan->pathways[world.lanes.pathway[lane]];
  world.cases.id[slot] = id;
  world.cases.start[slot] = week;
  world.cases.phase[slot] = 1;
  draw_case(world, parameters, *pathway.facts, slot, id);
  const std::uint32_t places = world.plan->places;
  std::fill_n(&world.members.person[std::size_t{slot} * places], places, kNone);
  choose_team(world, parameters, lane, slot, id);
  index_pairs_of(world, slot);
  introduce_family(world, pathway, slot);
  lay_need(world, lane, slot, 1.0f, +1);
  count_open_cases(world, slot, 1);
  if (pathway.facts->family) book_family(world, slot, +1, sums);
}

void begin_follow_up(World& world, const Parameters& parameters, std::uint32_t lane,
                     std::uint32_t slot) {
  lay_need(world, lane, slot, 1.0f, -1);
  lay_need(world, lane, slot, parameters.caseload.follow_up_need, +1);
  world.cases.phase[slot] = 2;
  world.cases.follow_up[slot] = 0;
}

void end_case(World& world, const Parameters& parameters, std::uint32_t lane, std::uint32_t slot,
              std::span<OrganisationWeek> sums) {
  const PathwayPlan& pathway = world.plan->pathways[world.lanes.pathway[lane]];
  if (pathway.facts->family) book_family(world, slot, -1, sums);
  lay_need(world, lane, slot, phase_factor(world.cases, slot, parameters.caseload), -1);
  count_open_cases(world, slot, ~std::uint32_t{0});  // adds -1 modulo 2^32
  const std::uint32_t places = world.plan->places;
  std::fill_n(&world.members.person[std::size_t{slot} * places], places, kNone);
  std::fill_n(&world.case_pairs[std::size_t{slot} * pair_places(places)], pair_places(places),
              kNone);
  world.cases.id[slot] = 0;
  world.cases.phase[slot] = 0;
}

namespace {

// Has anybody who could sit in the lane's teams come to a post this week, or to one that exists
// only while a change adds it?
bool has_newcomers(const World& world, std::uint32_t lane) {
  const Plan& plan = *world.plan;
  for (std::uint32_t place = 0; place < plan.places; ++place) {
    const CandidateRange range = plan.lane_candidates[lane * plan.places + place];
    for (std::uint32_t k = range.begin; k < range.end; ++k) {
      const std::uint32_t person = plan.candidates[k];
      const bool added = (world.people.functions[person] & person_function::dormant) != 0;
      if ((added && world.people.presence[person] > 0.0f) || world.people.newcomer[person] != 0) {
        return true;
      }
    }
  }
  return false;
}

// N9: whoever comes to a post that a standing team lacks joins it. Newcomers hold nothing of the
// whole picture yet.
void complete_team(World& world, const Parameters& parameters, std::uint32_t lane,
                   std::uint32_t slot, std::span<OrganisationWeek> sums) {
  const PathwayPlan& pathway = world.plan->pathways[world.lanes.pathway[lane]];
  const std::uint32_t places = world.plan->places;
  const auto* const person = &world.members.person[std::size_t{slot} * places];
  std::array<std::uint32_t, kMostTeam> before{};
  std::copy_n(person, places, before.begin());
  lay_need(world, lane, slot, phase_factor(world.cases, slot, parameters.caseload), -1);
  choose_team(world, parameters, lane, slot, world.cases.id[slot]);
  index_pairs_of(world, slot);
  lay_need(world, lane, slot, phase_factor(world.cases, slot, parameters.caseload), +1);
  for (std::uint32_t k = 0; k < places; ++k) {
    if (person[k] == before[k]) continue;
    const std::size_t row = std::size_t{slot} * places + k;
    introduce_member(world, row);
    add_shared(world.people.open_cases[person[k]], std::uint32_t{1});
    if (pathway.facts->family) book_member(world, row, +1, sums);
  }
}

void complete_standing_teams(World& world, const Parameters& parameters, std::uint32_t lane,
                             std::span<OrganisationWeek> sums) {
  if (!has_newcomers(world, lane)) return;
  const std::size_t full = world.plan->pathways[world.lanes.pathway[lane]].places.size();
  for (std::uint32_t slot = world.lanes.begin[lane]; slot < world.lanes.end[lane]; ++slot) {
    const bool lacks = world.cases.id[slot] != 0 && world.cases.team[slot] < full;
    if (lacks) complete_team(world, parameters, lane, slot, sums);
  }
}

}  // namespace

void caseload_week(World& world, const Parameters& parameters, std::uint32_t lane,
                   std::span<OrganisationWeek> sums) {
  const PathwayFacts& pathway = *world.plan->pathways[world.lanes.pathway[lane]].facts;
  if (pathway.standing) return complete_standing_teams(world, parameters, lane, sums);
  const double mean = pathway.starts_per_week.value_or(0) * world.lanes.demand[lane];
  const int fresh = arrivals(world.luck, world.lanes.id[lane], mean, world.week);
  std::uint32_t slot = world.lanes.begin[lane];
  std::uint32_t placed = 0;
  for (int n = 0; n < fresh; ++n) {
    while (slot < world.lanes.end[lane] && world.cases.id[slot] != 0) ++slot;
    if (slot == world.lanes.end[lane]) break;
    start_case(world, parameters, lane, slot, case_id(world.lanes.id[lane], world.week, n),
               world.week, sums);
    ++placed;
  }
  world.lanes.waiting[lane] += static_cast<std::uint32_t>(fresh) - placed;
}

void index_case_pairs(World& world) {
  for (std::uint32_t slot = 0; slot < world.cases.id.size(); ++slot) index_pairs_of(world, slot);
}

}  // namespace relco
