// Phases climate and workforce, unit by unit: each person gathers what happened on its ties.
#include <algorithm>
#include <array>

#include "engine/parallel.h"
#include "engine/week.h"
#include "rules/climate/climate.h"
#include "rules/identity/identity.h"
#include "rules/leadership/leadership.h"
#include "rules/workforce/workforce.h"

namespace relco {
namespace {

// The boundaries across which bias is felt, in the order of the person's columns.
enum Boundary : std::size_t { role, unit, organisation, label, kBoundaries };

struct Exchanges {
  float count = 0, contacts = 0, good = 0, bad = 0;
  [[nodiscard]] BoundaryWeek week() const {
    if (count <= 0) return {};
    return {contacts, good / count, bad / count};
  }
};

// What one person lived through this week.
struct PersonWeek {
  std::array<Exchanges, kBoundaries> across{};
  float exchanges = 0, failed = 0, problems = 0, solved = 0, blamed = 0, spanners = 0;
  float ties_received = 0, partners = 0;
  double within[3] = {}, between[3] = {};
  float within_count = 0, between_count = 0;
};

void gather_direction(std::uint8_t heard, Exchanges& to) {
  const bool problem = (heard & event::problem) != 0, solved = (heard & event::solved) != 0;
  to.count += 1;
  to.contacts += (heard & event::contact) ? 1.0f : 0.0f;
  to.good += solved || (!problem && (heard & event::well) == event::well) ? 1.0f : 0.0f;
  to.bad += problem && !solved ? 1.0f : 0.0f;
}

void gather_pair(const World& world, std::uint32_t i, std::uint32_t k, PersonWeek& out) {
  const Pairs& p = world.pairs;
  const People& people = world.people;
  const bool lower = p.lower[k] == i;
  const std::uint32_t j = lower ? p.upper[k] : p.lower[k];
  const std::uint8_t heard = lower ? p.events1[k] : p.events0[k];
  const bool own = people.unit[i] == people.unit[j] && people.role[i] == people.role[j];
  const float mine[3] = {lower ? p.goals0[k] : p.goals1[k],
                         lower ? p.knowledge0[k] : p.knowledge1[k],
                         lower ? p.respect0[k] : p.respect1[k]};
  if (p.need[k] <= 0) return;
  for (int c = 0; c < 3; ++c) (own ? out.within : out.between)[c] += mine[c];
  (own ? out.within_count : out.between_count) += 1;
  const float theirs = lower ? p.goals1[k] + p.knowledge1[k] + p.respect1[k]
                             : p.goals0[k] + p.knowledge0[k] + p.respect0[k];
  out.ties_received += theirs * (1.0f / 3.0f);
  out.partners += 1;
  if (!(heard & event::active)) return;
  Exchanges all;
  gather_direction(heard, all);
  out.exchanges += 1;
  out.failed += (heard & event::well) == event::well ? 0.0f : 1.0f;
  out.problems += (heard & event::problem) ? 1.0f : 0.0f;
  out.solved += (heard & event::solved) ? 1.0f : 0.0f;
  out.blamed += all.bad;
  const bool spanner = (people.functions[j] & person_function::coordinator) != 0;
  out.spanners += spanner && (heard & event::contact) ? people.neutrality[j] : 0.0f;
  const Plan& plan = *world.plan;
  const bool differs[kBoundaries] = {
      people.role[i] != people.role[j], people.unit[i] != people.unit[j],
      plan.organisation_of_person[i] != plan.organisation_of_person[j],
      people.label[i] != people.label[j]};
  for (std::size_t b = 0; b < kBoundaries; ++b) {
    if (differs[b]) gather_direction(heard, out.across[b]);
  }
}

PersonWeek gather(const World& world, std::uint32_t i) {
  PersonWeek out;
  const Plan& plan = *world.plan;
  for (std::uint32_t at = plan.offsets[i]; at < plan.offsets[i + 1]; ++at) {
    gather_pair(world, i, plan.adjacency[at], out);
  }
  return out;
}

void identity_week(World& world, const Parameters& parameters, const PersonWeek& week,
                   std::uint32_t u, std::uint32_t i) {
  const IdentityParameters& p = parameters.identity;
  People& people = world.people;
  const Units& units = world.units;
  const std::uint32_t o = units.organisation[u];
  const float delivered = units.hours_asked[u] > 0 ? units.hours_given[u] / units.hours_asked[u] : 0.0f;
  const Levers& levers = units.levers[u];
  IdentityWeek w;
  const float goals = week.between_count > 0 ? static_cast<float>(week.between[0]) / week.between_count : 0.5f;
  w.conditions = clamp01(goals) * clamp01(0.5f + 0.5f * world.organisations.support[o]);
  w.negativity = parameters.learning.negativity;
  w.threat = units.threat[u] * people.identity_profession[i];
  w.harden = delivered * lever(levers, Lever::harden);
  const float threat_organisation = units.threat[u] * world.organisations.identity[o];
  w.distance = p.distance_role;
  people.bias_role[i] = bias_after(p, people.bias_role[i], week.across[role].week(), w);
  w.distance = p.distance_unit;
  people.bias_unit[i] = bias_after(p, people.bias_unit[i], week.across[unit].week(), w);
  w.distance = p.distance_organisation;
  w.threat = threat_organisation;
  people.bias_organisation[i] =
      bias_after(p, people.bias_organisation[i], week.across[organisation].week(), w);
  w.distance = p.distance_label + units.salience[u] * (1.0f - p.distance_label);
  w.threat = 0;
  people.bias_label[i] = bias_after(p, people.bias_label[i], week.across[label].week(), w);
  const float dose = units.shared_identity[u] + delivered * lever(levers, Lever::larger);
  const float spanners = week.exchanges > 0 ? week.spanners / week.exchanges : 0.0f;
  people.larger[i] = larger_after(p, people.larger[i], dose, spanners);
}

// Filled posts may fall empty; empty ones are filled when their weeks are over.
bool workforce_week(World& world, const Parameters& parameters, const PersonWeek& week,
                    std::uint32_t i) {
  const WorkforceParameters& p = parameters.workforce;
  People& people = world.people;
  people.newcomer[i] = 0;
  if (people.vacant[i] > 0) {
    if (--people.vacant[i] > 0) return false;
    ++people.occupant[i];
    people.newcomer[i] = 1;
    people.tenure[i] = 0;
    people.skill[i] = to_grid(people.full_skill[i] * p.newcomer_skill);
    people.burnout[i] = to_grid(p.burnout_rest);
    people.larger[i] = to_grid(parameters.identity.larger_start);
    people.bias_role[i] = to_grid(parameters.identity.distance_role);
    people.bias_unit[i] = to_grid(parameters.identity.distance_unit);
    people.bias_organisation[i] = to_grid(parameters.identity.distance_organisation);
    return false;
  }
  if (people.presence[i] <= 0.0f) return false;
  const float exchanges = std::max(week.exchanges, 1.0f);
  people.burnout[i] = burnout_after(p, people.burnout[i], people.load[i], week.blamed / exchanges,
                                    week.solved / exchanges);
  people.rework[i] = p.repair_hours * week.failed;
  const float received = week.partners > 0 ? week.ties_received / week.partners : 0.5f;
  people.satisfaction[i] = satisfaction_of(p, received, people.burnout[i]);
  people.skill[i] = to_grid(people.skill[i] + p.newcomer_gain * (people.full_skill[i] - people.skill[i]));
  if (people.tenure[i] < 65535) ++people.tenure[i];
  const Draw luck = world.luck.draw(Purpose::leaving, people.id[i], world.week);
  const bool leaves = luck.uniform(0) < leaving_chance(p, people.leaving_rate[i], people.burnout[i]);
  const bool rotates = !leaves && luck.uniform(1) < people.rotation_rate[i];
  if (leaves) {
    people.vacant[i] = static_cast<std::uint16_t>(1.0f + luck.uniform(2) * 2.0f * p.vacancy_weeks);
    people.rework[i] = 0;
  } else if (rotates) {
    ++people.occupant[i];
    people.newcomer[i] = 1;
    people.tenure[i] = 0;
  }
  return leaves;
}

// What a unit's people add up to, in canonical order.
struct UnitSums {
  double within[3] = {}, between[3] = {};
  float within_count = 0, between_count = 0;
  float problems = 0, solved = 0;
};

void climate_week(World& world, const Parameters& parameters, const UnitSums& sums, std::uint32_t u) {
  Units& units = world.units;
  const std::uint32_t o = units.organisation[u];
  const Organisations& organisations = world.organisations;
  const ClimateParameters& p = parameters.climate;
  const float delivered = units.hours_asked[u] > 0 ? units.hours_given[u] / units.hours_asked[u] : 0.0f;
  const float blame = sums.problems > 0 ? 1.0f - sums.solved / sums.problems : 1.0f / 3.0f;
  units.blame_share[u] += 0.1f * (blame - units.blame_share[u]);
  ClimateWeek w;
  w.solve_share = 1.0f - units.blame_share[u];
  w.inquiry = units.inquiry[u];
  w.lever = delivered * lever(units.levers[u], Lever::safety);
  w.punitive = organisations.punitive[o];
  w.blame_risk = organisations.blame_risk[o];
  w.shock = units.shock_safety[u];
  units.safety[u] = safety_after(p, units.safety[u], units.safety_start[u], w);
  units.reporting[u] = reporting_of(p, units.safety[u], w.punitive, w.blame_risk);
  for (std::size_t c = 0; c < 3; ++c) {
    if (sums.within_count > 0) {
      const auto practice = static_cast<float>(sums.within[c] / static_cast<double>(sums.within_count));
      units.norm_within[u][c] = norm_after(p, units.norm_within[u][c], practice);
    }
    if (sums.between_count > 0) {
      const auto practice = static_cast<float>(sums.between[c] / static_cast<double>(sums.between_count));
      units.norm_between[u][c] = norm_after(p, units.norm_between[u][c], practice);
    }
  }
  const float inquiry = clamp01(organisations.stance_inquiry[o] +
                                delivered * lever(units.levers[u], Lever::inquiry));
  units.inquiry[u] = to_grid(units.inquiry[u] + parameters.leadership.inquiry_fade * (inquiry - units.inquiry[u]));
}

void tally_person(const World& world, std::uint32_t i, bool left, OrganisationWeek& sums) {
  const People& people = world.people;
  if (people.presence[i] <= 0.0f) return;
  tally(sums, Outcome::burnout).add(people.burnout[i]);
  tally(sums, Outcome::job_satisfaction).add(people.satisfaction[i]);
  tally(sums, Outcome::leaving).add(left ? 52.0 : 0.0);
  tally(sums, Outcome::group_bias)
      .add((people.bias_role[i] + people.bias_unit[i] + people.bias_organisation[i]) / 3.0);
}

void unit_week(World& world, const Parameters& parameters, WeekFlows& flows, std::uint32_t u) {
  UnitSums sums;
  OrganisationWeek& to = flows.sums[world.units.organisation[u]];
  for (std::uint32_t i = world.units.begin[u]; i < world.units.end[u]; ++i) {
    const PersonWeek week = gather(world, i);
    for (std::size_t c = 0; c < 3; ++c) {
      sums.within[c] += week.within[c];
      sums.between[c] += week.between[c];
    }
    sums.within_count += week.within_count;
    sums.between_count += week.between_count;
    sums.problems += week.problems;
    sums.solved += week.solved;
    identity_week(world, parameters, week, u, i);
    const bool left = workforce_week(world, parameters, week, i);
    tally_person(world, i, left, to);
  }
  climate_week(world, parameters, sums, u);
  tally(to, Outcome::psychological_safety).add(world.units.safety[u]);
  tally(to, Outcome::error_reporting).add(world.units.reporting[u]);
}

}  // namespace

void phase_people(World& world, const Parameters& parameters, WeekFlows& flows) {
  for_each_task(world.units.id.size(), 8, [&](std::size_t u) {
    unit_week(world, parameters, flows, static_cast<std::uint32_t>(u));
  });
}

}  // namespace relco
