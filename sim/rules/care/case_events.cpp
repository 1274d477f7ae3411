#include "rules/care/case_events.h"

#include <algorithm>

#include "base/hash.h"
#include "base/numerics.h"
#include "rules/care/elsewhere.h"
#include "rules/care/hand_over.h"
#include "rules/caseload/caseload.h"
#include "rules/change/environment.h"
#include "world/canonical.h"

namespace relco {
namespace {

constexpr float kDaysPerWeek = 7.0f;
constexpr float kStandingBalanceWeeks = 52.0f;  // a standing case is balanced once a year

// What one case comes to.
void tally_case(OrganisationWeek& sums, Outcome outcome, double value) {
  tally(sums, outcome).add_case(value, case_unit(outcome));
}

float power(float base, float exponent) {
  return static_cast<float>(exp_d(exponent * log_d(std::max(base, 0.02f))));
}

float hazard(float rate, float weeks, float per_missing, float missing) {
  return clamp01(rate / std::max(weeks, 1.0f) * static_cast<float>(exp_d(per_missing * missing)));
}

// Q15: cost of the contacts among a team in a week, time at its wage.
float contact_cost(const CareParameters& p, float contacts, float wage) {
  return contacts * p.contact_hours * wage;
}

// Q2: share of the stay's work that a week does.
float speed_of(const CareParameters& p, const PathwayFacts& pathway, const Cases& cases,
               std::uint32_t slot, const TeamWeek& team, const PaymentForce& force) {
  const float skill = team.skill / p.skill_level;
  return kDaysPerWeek / static_cast<float>(pathway.length_days) * skill *
         power(team.share / p.ordinary, p.stay_elasticity) / cases.length_factor[slot] /
         (1.0f - force.direct);
}

struct ChannelNow {
  float share = 0, price = 0;
  bool exempt = false;
};

// A channel as changes have left it this week.
ChannelNow channel_now(const World& world, const Parameters& parameters, std::uint32_t lane,
                       const ChannelFacts& channel) {
  ChannelNow now{static_cast<float>(channel.share), static_cast<float>(channel.price),
                 channel.exempt};
  for (const PlannedChange& change : world.plan->arms[world.arm]) {
    const auto* verb = std::get_if<ChannelChange>(change.verb);
    if (verb == nullptr || verb->channel != channel.name) continue;
    if (std::find(change.lanes.begin(), change.lanes.end(), lane) == change.lanes.end()) continue;
    const float s = strength_of(parameters.change, *change.facts, world.week);
    if (verb->share) now.share += s * (static_cast<float>(*verb->share) - now.share);
    if (verb->price) now.price += s * (static_cast<float>(*verb->price) - now.price);
    if (verb->exempt && s > 0.0f) now.exempt = *verb->exempt;
  }
  return now;
}

// Q5: at the end of the stay the case takes its channels of after-care.
void take_channels(World& world, const Parameters& parameters, std::uint32_t lane,
                   std::uint32_t slot, const PaymentForce& force, OrganisationWeek& sums) {
  const PathwayFacts& pathway = *world.plan->pathways[world.lanes.pathway[lane]].facts;
  Cases& cases = world.cases;
  ChannelCase of;
  of.coordination = cases.coordination[slot] / std::max(cases.weeks[slot], 1.0f);
  of.elsewhere = pathway.channels.empty() ? 1.0f : care_elsewhere(world, slot);
  for (const ChannelFacts& channel : pathway.channels) {
    const ChannelNow now = channel_now(world, parameters, lane, channel);
    ChannelFacts effective = channel;
    effective.exempt = now.exempt;
    const float chance = channel_chance(parameters.care, effective, now.share, force, of);
    const std::uint64_t choice = combine64(cases.id[slot], hash_text(identity(channel)));
    const float u = world.luck.draw(Purpose::care_events, choice, world.week).uniform(0);
    if (u >= chance) continue;
    cases.cost[slot] += now.price;
    if (channel.admission) tally(sums, Outcome::admissions).add(1);
    if (now.exempt) {
      tally(sums, Outcome::substitute_use).add(1);
      tally(sums, Outcome::substitute_cost).add(now.price);
    }
  }
}

// Q6: the stay is over: its price, its hand-over, its after-care.
void finish_stay(World& world, const Parameters& parameters, std::uint32_t lane, std::uint32_t slot,
                 const TeamWeek& team, const PaymentForce& force, OrganisationWeek& sums) {
  const PathwayFacts& pathway = *world.plan->pathways[world.lanes.pathway[lane]].facts;
  Cases& cases = world.cases;
  tally_case(sums, Outcome::episode_length, cases.days[slot]);
  tally(sums, Outcome::discharge_errors)
      .add(parameters.care.discharge_error * (1.0f - team.informed) * 2.0f *
           (1.0f - caught_share(world, parameters, slot)));
  cases.cost[slot] += static_cast<float>(pathway.base_price) * (1.0f - force.thrift) +
                      cases.days[slot] * static_cast<float>(pathway.day_price);
  take_channels(world, parameters, lane, slot, force, sums);
  begin_follow_up(world, parameters, lane, slot);
}

// Q8, Q9: what the case was like for the person cared for, and what it cost.
void balance(World& world, const Parameters& parameters, std::uint32_t slot,
             OrganisationWeek& sums) {
  const CareParameters& p = parameters.care;
  Cases& cases = world.cases;
  const float coordination = cases.coordination[slot] / std::max(cases.weeks[slot], 1.0f);
  const float above = coordination - p.ordinary;
  const float burden = p.severity_weight * (cases.severity[slot] - 0.5f);
  const auto noise = [&](std::uint32_t n) {
    return static_cast<float>(
        normal(world.luck.draw(Purpose::case_facts, cases.id[slot], 0, 50 + n).uniform52(0)));
  };
  const float hurt = p.adverse_harm * static_cast<float>(cases.adverse[slot] > 0 ? 1 : 0) +
                     p.readmission_harm * static_cast<float>(cases.readmitted[slot]);
  const float prepared = cases.prepared[slot] - 0.5f;
  tally_case(
      sums, Outcome::experience,
      clamp01(0.75f + p.experience_coordination * above - hurt + p.experience_noise * noise(0)));
  tally_case(sums, Outcome::pain_freedom,
             clamp01(0.70f + 0.5f * p.pain_coordination * (above + prepared) - burden - hurt +
                     p.pain_noise * noise(1)));
  tally_case(sums, Outcome::function,
             clamp01(0.70f + 0.5f * p.function_coordination * (above + prepared) - burden - hurt +
                     p.function_noise * noise(2)));
  tally_case(sums, Outcome::delay, cases.delay[slot]);
  tally_case(sums, Outcome::duplication, cases.duplication[slot]);
  tally_case(sums, Outcome::adverse_events, cases.adverse[slot]);
  tally_case(sums, Outcome::readmissions, cases.readmitted[slot]);
  tally_case(sums, Outcome::frequent_attendance, cases.readmitted[slot]);
  tally_case(sums, Outcome::episode_cost, cases.cost[slot]);
  tally(sums, Outcome::cost_by_payer).add(cases.cost[slot]);
  tally_case(sums, Outcome::wasted_effort, cases.wasted[slot]);
  tally_case(
      sums, Outcome::return_to_work,
      cases.wellness[slot] > p.return_wellness && cases.weeks[slot] <= p.return_weeks ? 1 : 0);
}

// Q3: adverse events, each a draw of its week's hazard.
void adverse_event(World& world, const Parameters& parameters, std::uint32_t lane,
                   std::uint32_t slot, const TeamWeek& team, float expected_weeks, const Draw& luck,
                   CareTallies& tallies) {
  const CareParameters& p = parameters.care;
  const PathwayFacts& pathway = *world.plan->pathways[world.lanes.pathway[lane]].facts;
  const float missing = p.ordinary - team.share;
  const float h = hazard(static_cast<float>(pathway.adverse_rate), expected_weeks,
                         p.adverse_coordination * 2.0f, missing);
  const bool adverse = luck.uniform(0) < h;
  if (adverse && world.cases.adverse[slot] < 255) ++world.cases.adverse[slot];
  tallies.detentions.add(adverse ? 1 : 0);
  const bool lasting = adverse && luck.uniform16(3, 0) < p.catastrophic;
  tallies.catastrophic_events.add(lasting ? 1000.0 * expected_weeks : 0);
}

// Q14: a year of a standing case is balanced like an episode; then its counters start again.
void standing_week(World& world, const Parameters& parameters, std::uint32_t lane,
                   std::uint32_t slot, OrganisationWeek& sums) {
  Cases& cases = world.cases;
  const PathwayFacts& pathway = *world.plan->pathways[world.lanes.pathway[lane]].facts;
  cases.cost[slot] += static_cast<float>(pathway.day_price) * kDaysPerWeek / 52.0f;
  const auto year = static_cast<Week>(kStandingBalanceWeeks);
  if ((world.week - cases.start[slot] + 1) % year != 0) return;
  balance(world, parameters, slot, sums);
  cases.coordination[slot] = cases.delay[slot] = cases.duplication[slot] = 0;
  cases.wasted[slot] = cases.cost[slot] = cases.contradictory[slot] = 0;
  cases.weeks[slot] = 0;
  cases.adverse[slot] = cases.readmitted[slot] = 0;
}

}  // namespace

void tally_week(const World& world, std::uint32_t slot, const TeamWeek& team, bool contradiction,
                bool family, CareTallies& tallies) {
  const Cases& cases = world.cases;
  tallies.care_quality.add(team.skill * team.share);
  tallies.information_sharing.add(team.informed);
  tallies.contradictory_plans.add(contradiction ? 1 : 0);
  tallies.wellness.add(cases.wellness[slot]);
  tallies.coherent_plan_weeks.add(cases.coherent[slot] > 0 ? cases.coherent[slot]
                                                           : world.week - cases.start[slot] + 1);
  if (cases.phase[slot] == 2) tallies.timely_followup.add(team.timely);
  if (family) {
    tallies.family_strain.add(cases.strain[slot]);
    tallies.family_preparedness.add(cases.prepared[slot]);
  }
}

void CareTallies::commit(OrganisationWeek& sums) const {
  care_quality.commit(tally(sums, Outcome::care_quality));
  information_sharing.commit(tally(sums, Outcome::information_sharing));
  timely_followup.commit(tally(sums, Outcome::timely_followup));
  contradictory_plans.commit(tally(sums, Outcome::contradictory_plans));
  wellness.commit(tally(sums, Outcome::wellness));
  coherent_plan_weeks.commit(tally(sums, Outcome::coherent_plan_weeks));
  family_strain.commit(tally(sums, Outcome::family_strain));
  family_preparedness.commit(tally(sums, Outcome::family_preparedness));
  detentions.commit(tally(sums, Outcome::detentions));
  catastrophic_events.commit(tally(sums, Outcome::catastrophic_events));
}

void case_events(World& world, const Parameters& parameters, std::uint32_t lane, std::uint32_t slot,
                 const TeamWeek& team, const PaymentForce& force, const Draw& luck,
                 CareTallies& tallies, std::span<OrganisationWeek> all) {
  OrganisationWeek& sums = all[world.lanes.organisation[lane]];
  const CareParameters& p = parameters.care;
  const PathwayPlan& plan = world.plan->pathways[world.lanes.pathway[lane]];
  const PathwayFacts& pathway = *plan.facts;
  Cases& cases = world.cases;
  const auto follow_up = static_cast<float>(pathway.follow_up_weeks);
  const float expected_weeks = pathway.standing ? kStandingBalanceWeeks : follow_up + 1.0f;
  cases.cost[slot] += contact_cost(p, team.contacts, plan.wage);
  adverse_event(world, parameters, lane, slot, team, expected_weeks, luck, tallies);
  if (pathway.standing) {
    standing_week(world, parameters, lane, slot, sums);
    return;
  }
  if (cases.phase[slot] == 1) {
    const float speed = speed_of(p, pathway, cases, slot, team, force);
    const float left = 1.0f - cases.progress[slot];
    const bool done = speed >= left || cases.weeks[slot] >= parameters.caseload.longest_stay_weeks;
    cases.days[slot] += done ? std::min(kDaysPerWeek, kDaysPerWeek * left / speed) : kDaysPerWeek;
    cases.progress[slot] += done ? left : speed;
    if (done) finish_stay(world, parameters, lane, slot, team, force, sums);
    return;
  }
  ++cases.follow_up[slot];
  const float back = hazard(static_cast<float>(pathway.readmission_rate), follow_up,
                            p.readmission_coordination * 2.0f, p.ordinary - team.share);
  if (cases.readmitted[slot] == 0 && luck.uniform(1) < back) {
    cases.readmitted[slot] = 1;
    cases.cost[slot] += static_cast<float>(pathway.readmission_price);
    tally(sums, Outcome::admissions).add(1);
  }
  if (static_cast<float>(cases.follow_up[slot]) >= follow_up) {
    balance(world, parameters, slot, sums);
    end_case(world, parameters, lane, slot, all);
  }
}

}  // namespace relco
