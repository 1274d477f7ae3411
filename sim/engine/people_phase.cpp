// Phases climate and workforce, unit by unit: each person gathers what happened on its ties.
#include <algorithm>

#include "engine/person_week.h"
#include "engine/week.h"
#include "parallel/parallel.h"
#include "rules/climate/climate.h"
#include "rules/identity/identity.h"
#include "rules/identity/occupant.h"
#include "rules/leadership/leadership.h"
#include "rules/workforce/workforce.h"

namespace relco {
namespace {

// I5: what each boundary does to a person; then I1 and I2.
void identity_week(World& world, const Parameters& parameters, const WeekFlows& flows,
                   const PersonWeek& week, std::uint32_t u, std::uint32_t i) {
  const IdentityParameters& p = parameters.identity;
  People& people = world.people;
  const Units& units = world.units;
  const std::uint32_t o = units.organisation[u];
  const std::span<const RoleDose> doses = doses_of(flows.role_doses, u);
  const float delivered = flows.delivered[i];
  const Levers levers = levers_felt(units.levers[u], doses, people.role[i]);
  const float threat = threat_felt(units.threat[u], doses, people.role[i]);
  IdentityWeek w;
  const float goals =
      week.between_count > 0 ? static_cast<float>(week.between[0]) / week.between_count : 0.5f;
  w.conditions = clamp01(goals) * clamp01(world.organisations.support[o]);
  w.negativity = parameters.learning.negativity;
  w.threat = threat * people.identity_profession[i];
  w.harden = delivered * lever(levers, Lever::harden);
  const float threat_organisation = threat * world.organisations.identity[o];
  w.distance = p.distance_role;
  people.bias_role[i] = bias_after(p, people.bias_role[i], week.across[PersonWeek::role].week(), w);
  w.distance = p.distance_unit;
  people.bias_unit[i] = bias_after(p, people.bias_unit[i], week.across[PersonWeek::unit].week(), w);
  w.distance = p.distance_organisation;
  w.threat = threat_organisation;
  people.bias_organisation[i] =
      bias_after(p, people.bias_organisation[i], week.across[PersonWeek::organisation].week(), w);
  w.distance = p.distance_label + units.salience[u] * (1.0f - p.distance_label);
  w.threat = 0;
  people.bias_label[i] =
      bias_after(p, people.bias_label[i], week.across[PersonWeek::label].week(), w);
  const float dose = units.shared_identity[u] + delivered * lever(levers, Lever::larger);
  const float spanners = week.exchanges > 0 ? week.spanners / week.exchanges : 0.0f;
  people.larger[i] = larger_after(p, people.larger[i], dose, spanners);
}

// W7: filled posts may fall empty; empty ones are filled when their weeks are over.
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
    take_post(world, parameters, i);
    return false;
  }
  if (people.presence[i] <= 0.0f) return false;
  const float exchanges = std::max(week.exchanges, 1.0f);
  people.burnout[i] = burnout_after(p, people.burnout[i], people.load[i], week.blamed / exchanges,
                                    week.solved / exchanges);
  people.rework[i] = rework_of(p, week.failed, week.needless);
  const float received = week.partners > 0 ? week.ties_received / week.partners : 0.5f;
  people.satisfaction[i] = satisfaction_of(p, received, people.burnout[i]);
  people.skill[i] =
      to_grid(people.skill[i] + p.newcomer_gain * (people.full_skill[i] - people.skill[i]));
  if (people.tenure[i] < 65535) ++people.tenure[i];
  const Draw luck = world.luck.draw(Purpose::leaving, people.id[i], world.week);
  const bool leaves =
      luck.uniform(0) < leaving_chance(p, people.leaving_rate[i], people.burnout[i]);
  const bool rotates = !leaves && luck.uniform(1) < people.rotation_rate[i];
  if (leaves) {
    people.vacant[i] = static_cast<std::uint16_t>(1.0f + luck.uniform(2) * 2.0f * p.vacancy_weeks);
    people.rework[i] = 0;
  } else if (rotates) {
    ++people.occupant[i];
    people.newcomer[i] = 1;
    people.tenure[i] = 0;
    bring_habit(world, parameters, i);
  }
  return leaves;
}

// What a unit's people add up to, in canonical order.
struct UnitSums {
  double within[3] = {}, between[3] = {};
  float within_count = 0, between_count = 0;
  float problems = 0, solved = 0;
};

// K5, D5, and what K1 to K3 read.
void climate_week(World& world, const Parameters& parameters, const UnitSums& sums,
                  std::uint32_t u) {
  Units& units = world.units;
  const std::uint32_t o = units.organisation[u];
  const Organisations& organisations = world.organisations;
  const ClimateParameters& p = parameters.climate;
  const float delivered =
      units.hours_asked[u] > 0 ? units.hours_given[u] / units.hours_asked[u] : 0.0f;
  const float blame = sums.problems > 0 ? 1.0f - sums.solved / sums.problems : 1.0f / 3.0f;
  units.blame_share[u] += p.blame_memory * (blame - units.blame_share[u]);
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
      const auto practice =
          static_cast<float>(sums.within[c] / static_cast<double>(sums.within_count));
      units.norm_within[u][c] = norm_after(p, units.norm_within[u][c], practice);
    }
    if (sums.between_count > 0) {
      const auto practice =
          static_cast<float>(sums.between[c] / static_cast<double>(sums.between_count));
      units.norm_between[u][c] = norm_after(p, units.norm_between[u][c], practice);
    }
  }
  const float inquiry =
      clamp01(organisations.stance_inquiry[o] + delivered * lever(units.levers[u], Lever::inquiry));
  units.inquiry[u] =
      to_grid(units.inquiry[u] + parameters.leadership.inquiry_fade * (inquiry - units.inquiry[u]));
}

// What is reported of the people of one unit, added up before it is shared with other threads.
class PeopleTallies {
 public:
  void add(const World& world, std::uint32_t i, bool left) {
    const People& people = world.people;
    if (people.presence[i] <= 0.0f) return;
    burnout_ += to_fixed(people.burnout[i]);
    satisfaction_ += to_fixed(people.satisfaction[i]);
    leaving_ += to_fixed(left ? 52.0 : 0.0);
    bias_ +=
        to_fixed((people.bias_role[i] + people.bias_unit[i] + people.bias_organisation[i]) / 3.0);
    ++count_;
  }
  void share(OrganisationWeek& sums) const {
    const auto add = [&](Outcome outcome, Fixed sum) {
      add_shared(tally(sums, outcome).sum, sum);
      add_shared(tally(sums, outcome).count, count_);
    };
    add(Outcome::burnout, burnout_);
    add(Outcome::job_satisfaction, satisfaction_);
    add(Outcome::leaving, leaving_);
    add(Outcome::group_bias, bias_);
  }

 private:
  Fixed burnout_ = 0, satisfaction_ = 0, leaving_ = 0, bias_ = 0;
  std::int64_t count_ = 0;
};

void unit_week(World& world, const Parameters& parameters, WeekFlows& flows, std::uint32_t u) {
  UnitSums sums;
  PeopleTallies tallies;
  OrganisationWeek& to = flows.sums[world.units.organisation[u]];
  const std::uint32_t begin = world.units.begin[u];
  const std::span<const PersonWeek> weeks = gather(world, *flows.unit_links, u);
  for (std::uint32_t i = begin; i < world.units.end[u]; ++i) {
    const PersonWeek& week = weeks[i - begin];
    for (std::size_t c = 0; c < 3; ++c) {
      sums.within[c] += week.within[c];
      sums.between[c] += week.between[c];
    }
    sums.within_count += week.within_count;
    sums.between_count += week.between_count;
    sums.problems += week.problems;
    sums.solved += week.solved;
    identity_week(world, parameters, flows, week, u, i);
    const bool left = workforce_week(world, parameters, week, i);
    tallies.add(world, i, left);
  }
  climate_week(world, parameters, sums, u);
  tallies.share(to);
  tally(to, Outcome::psychological_safety).add(world.units.safety[u]);
  tally(to, Outcome::error_reporting).add(world.units.reporting[u]);
}

}  // namespace

void phase_people(World& world, const Parameters& parameters, WeekFlows& flows) {
  if (!flows.unit_links) flows.unit_links.emplace(world);
  for_each_task(world.units.id.size(), 8, [&](std::size_t u) {
    unit_week(world, parameters, flows, static_cast<std::uint32_t>(u));
  });
}

}  // namespace relco
