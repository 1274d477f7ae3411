#include <algorithm>

#include "base/hash.h"
#include "genesis/start.h"
#include "parallel/parallel.h"
#include "rules/caseload/caseload.h"

namespace relco {
namespace {

// Z4: expected need of everyone from the cases of one lane, if teams were filled evenly.
void add_reference_need(World& world, const Parameters& parameters, std::uint32_t lane) {
  const Plan& plan = *world.plan;
  const PathwayPlan& pathway = plan.pathways[world.lanes.pathway[lane]];
  const PathwayFacts& facts = *pathway.facts;
  double stays = facts.standing.value_or(0), follow_ups = 0;
  if (!facts.standing) {
    stays = facts.starts_per_week.value_or(0) * (0.6 + facts.length_days / 7.0);
    follow_ups = facts.starts_per_week.value_or(0) * facts.follow_up_weeks;
  }
  const double open = stays + follow_ups * parameters.caseload.follow_up_need;
  const auto places = static_cast<std::uint32_t>(pathway.places.size());
  for (std::uint32_t a = 0; a < places; ++a) {
    const CandidateRange range = plan.lane_candidates[lane * plan.places + a];
    if (range.begin == range.end) continue;
    double need = 0;
    for (std::uint32_t b = 0; b < places; ++b) {
      if (b == a) continue;
      const std::int32_t units = need_units(pathway, a, b, world.lanes.uncertainty[lane], 1.0f);
      need += static_cast<double>(pathway.places[b].expected) * units;
    }
    need *= open * pathway.places[a].expected / (range.end - range.begin);
    for (std::uint32_t k = range.begin; k < range.end; ++k) {
      world.people.need_reference[plan.candidates[k]] += static_cast<float>(need / kNeedUnit);
    }
  }
}

void pressure_of_units(World& world) {
  // A unit is in the hurry of the pathways it serves, weighted by candidates.
  std::vector<double> sum(world.units.id.size(), 0), count(world.units.id.size(), 0);
  const Plan& plan = *world.plan;
  for (std::uint32_t lane = 0; lane < world.lanes.id.size(); ++lane) {
    for (std::uint32_t place = 0; place < plan.places; ++place) {
      const CandidateRange range = plan.lane_candidates[lane * plan.places + place];
      for (std::uint32_t k = range.begin; k < range.end; ++k) {
        sum[world.people.unit[plan.candidates[k]]] += world.lanes.pressure[lane];
        count[world.people.unit[plan.candidates[k]]] += 1;
      }
    }
  }
  for (std::size_t u = 0; u < sum.size(); ++u) {
    if (count[u] > 0) world.units.pressure[u] = static_cast<float>(sum[u] / count[u]);
  }
}

// Z5: episodes that began before week 0 and are in follow-up now; standing cases that are open.
void fill_lane(World& world, const Parameters& parameters, std::uint32_t lane) {
  const PathwayFacts& facts = *world.plan->pathways[world.lanes.pathway[lane]].facts;
  std::uint32_t slot = world.lanes.begin[lane];
  if (facts.standing) {
    for (int n = 0; slot < world.lanes.end[lane]; ++n, ++slot) {
      start_case(world, parameters, lane, slot, case_id(world.lanes.id[lane], 0, n), 0, {});
    }
    return;
  }
  const auto weeks = static_cast<Week>(facts.follow_up_weeks);
  for (Week age = weeks; age >= 1; --age) {
    const int started =
        arrivals(world.luck, world.lanes.id[lane], facts.starts_per_week.value_or(0), -age);
    for (int n = 0; n < started && slot < world.lanes.end[lane]; ++n, ++slot) {
      start_case(world, parameters, lane, slot, case_id(world.lanes.id[lane], -age, n), -age, {});
      begin_follow_up(world, parameters, lane, slot);
      world.cases.progress[slot] = 1.0f;
      world.cases.days[slot] = static_cast<float>(facts.length_days);
      world.cases.follow_up[slot] = static_cast<std::uint16_t>(age - 1);
      world.cases.weeks[slot] = static_cast<float>(age);
      world.cases.coordination[slot] = parameters.care.ordinary * static_cast<float>(age);
      world.cases.cost[slot] =
          static_cast<float>(facts.base_price + facts.length_days * facts.day_price);
    }
  }
}

}  // namespace

void start_lanes(World& world, const Parameters& parameters) {
  Lanes& lanes = world.lanes;
  for (std::uint32_t i = 0; i < world.people.id.size(); ++i) {
    world.people.need_reference[i] = static_cast<float>(world.people.need[i]) / kNeedUnit;
  }
  for (std::uint32_t lane = 0; lane < lanes.id.size(); ++lane) {
    const PathwayFacts& facts = *world.plan->pathways[lanes.pathway[lane]].facts;
    lanes.uncertainty[lane] =
        static_cast<float>(value_of(facts.uncertainty, world.luck, lanes.id[lane], "uncertainty"));
    lanes.pressure[lane] = static_cast<float>(
        value_of(facts.time_pressure, world.luck, lanes.id[lane], "time_pressure"));
    lanes.demand[lane] = 1;
    add_reference_need(world, parameters, lane);
  }
  for (std::size_t u = 0; u < world.units.id.size(); ++u) {
    double sum = 0;
    for (std::uint32_t i = world.units.begin[u]; i < world.units.end[u]; ++i) {
      sum += world.people.need_reference[i];
    }
    world.units.need_reference[u] = static_cast<float>(sum);
  }
  pressure_of_units(world);
  for_each_task(lanes.id.size(), 4, [&](std::size_t lane) {
    fill_lane(world, parameters, static_cast<std::uint32_t>(lane));
  });
}

}  // namespace relco
