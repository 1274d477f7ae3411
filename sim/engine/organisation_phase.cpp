// Phase organisation: leaders, structures, unions, trust between organisations, lagging programmes.
#include <algorithm>

#include "engine/week.h"
#include "parallel/parallel.h"
#include "rules/change/budget.h"
#include "rules/change/permanence.h"
#include "rules/climate/climate.h"
#include "rules/labour/labour.h"
#include "rules/leadership/leadership.h"
#include "rules/structures/structures.h"

namespace relco {
namespace {

constexpr float kLearnQualityWeeks = 8.0f;  // leaders form their first aspiration in these weeks

// U2: relations of each union with management.
void labour_week(World& world, const LabourParameters& p) {
  Unions& unions = world.unions;
  for (std::size_t k = 0; k < unions.id.size(); ++k) {
    const float target =
        labour_relations(p, unions.stance[k], unions.strength[k], unions.process[k]);
    unions.relations[k] += p.adapt * (target - unions.relations[k]);
  }
}

// U3: labour relations over the posts of an organisation.
float labour_of(const World& world, std::uint32_t o) {
  double sum = 0, posts = 0;
  for (std::uint32_t u = world.organisations.begin[o]; u < world.organisations.end[o]; ++u) {
    for (std::uint32_t i = world.units.begin[u]; i < world.units.end[u]; ++i) {
      const std::uint32_t labour = world.people.labour_union[i];
      sum += labour == kNone ? 0.0 : static_cast<double>(world.unions.relations[labour]);
      posts += 1;
    }
  }
  return posts > 0 ? static_cast<float>(sum / posts) : 0.0f;
}

// Quality of care as this organisation's leaders see it; those who account for no pathway look at
// how well problems are solved.
float quality_seen(const World& world, const OrganisationWeek& sums, std::uint32_t o) {
  const Tally& quality = sums.outcomes[static_cast<std::size_t>(Outcome::care_quality)];
  if (quality.count > 0) {
    return static_cast<float>(from_fixed(quality.sum) / static_cast<double>(quality.count));
  }
  double solved = 0, units = 0;
  for (std::uint32_t u = world.organisations.begin[o]; u < world.organisations.end[o]; ++u) {
    solved += 1.0 - static_cast<double>(world.units.blame_share[u]);
    units += 1;
  }
  return units > 0 ? static_cast<float>(0.7 * solved / units) : 0.5f;
}

// D4: what leaders see of care, and aspire to.
void quality_week(World& world, const Parameters& parameters, const OrganisationWeek& sums,
                  std::uint32_t o) {
  Organisations& to = world.organisations;
  const float seen = quality_seen(world, sums, o);
  const auto week = static_cast<float>(world.week);
  const float rate = std::max(0.1f, 1.0f / (week + 1.0f));
  to.quality[o] += rate * (seen - to.quality[o]);
  const float aspire = week < kLearnQualityWeeks ? 1.0f : parameters.leadership.aspiration_adapt;
  to.aspiration[o] += aspire * (to.quality[o] - to.aspiration[o]);
}

struct Mood {
  float threat = 0, blame = 0, resolution = 0, asked = 0, given = 0;
};

Mood mood_of(const World& world, const WeekFlows& flows, std::uint32_t o) {
  Mood mood;
  float units = 0;
  for (std::uint32_t u = world.organisations.begin[o]; u < world.organisations.end[o]; ++u) {
    const Units& from = world.units;
    const std::span<const RoleDose> doses = doses_of(flows.role_doses, u);
    mood.threat += clamp01(from.threat[u] + threat_of_roles(doses));
    mood.blame += from.blame_share[u];
    mood.asked += from.hours_asked[u];
    mood.given += from.hours_given[u];
    const float delivered =
        from.hours_asked[u] > 0 ? from.hours_given[u] / from.hours_asked[u] : 0.0f;
    mood.resolution += delivered * max0(lever(from.levers[u], Lever::solving) +
                                        lever_of_roles(doses, Lever::solving));
    units += 1;
  }
  if (units > 0) {
    mood.threat /= units;
    mood.blame /= units;
    mood.resolution /= units;
  }
  return mood;
}

// Exposure of each organisation to the results of partners, the largest.
void find_exposure(const World& world, std::vector<float>& out) {
  out.assign(world.organisations.id.size(), 0.0f);
  const OrganisationLinks& links = world.organisation_links;
  for (std::size_t k = 0; k < links.first.size(); ++k) {
    const float mutual = std::min(links.exposure0[k], links.exposure1[k]);
    for (std::uint32_t o : {links.first[k], links.second[k]}) out[o] = std::max(out[o], mutual);
  }
}

// X9, and what D1, D2, S3 and K4 read.
void organisation_week(World& world, const Parameters& parameters, const WeekFlows& flows,
                       float exposure, std::uint32_t o) {
  Organisations& to = world.organisations;
  to.labour[o] = labour_of(world, o);
  quality_week(world, parameters, flows.sums[o], o);
  const Mood mood = mood_of(world, flows, o);
  LeaderWeek w;
  w.support = to.support[o];
  w.stance = to.stance_support[o];
  w.quality = to.quality[o];
  w.aspiration = to.aspiration[o];
  w.exposure = exposure;
  w.policy = to.policy[o];
  w.labour = to.labour[o];
  w.threat = mood.threat;
  w.cost_pressure = to.cost_pressure[o] - to.cost_pressure_start[o];
  w.trade_off = to.trade_off[o];
  to.support[o] = support_after(parameters.leadership, w);
  const float invest = investing(parameters.change, to.budget_years[o], to.horizon_years[o]);
  bool building = false;
  for (std::size_t n = 0; n < kStructures; ++n) {
    building = building || to.structures_target[o][n] > to.structures_start[o][n];
    to.structures[o][n] =
        structure_after(parameters.structures, to.structures[o][n], to.structures_start[o][n],
                        to.structures_target[o][n], to.support[o], to.own_support[o], invest);
  }
  // Programmes with an up-front cost wait for money.
  if (building) to.programme_delay[o] += max0(1.0f - invest);
  const float resolution =
      level(to.structures[o], Structure::shared_conflict_resolution) + mood.resolution;
  to.conflict_debt[o] =
      conflict_debt_after(parameters.climate, to.conflict_debt[o], mood.blame, resolution);
  if (mood.asked > 0) to.programme_delay[o] += 1.0f - mood.given / mood.asked;
  to.programme_delay[o] +=
      to.merging[o] * parameters.change.merger_delay_weeks / (2.0f * kWeeksPerYear);
  for (std::uint32_t u = to.begin[o]; u < to.end[o]; ++u) {
    world.units.support[u] =
        unit_support_after(parameters.leadership, world.units.support[u],
                           world.units.own_support[u], to.support[o], to.own_support[o]);
  }
}

// X10: trust between organisations follows the ties across.
void trust_week(World& world, const ChangeParameters& p, const WeekFlows& flows) {
  OrganisationLinks& links = world.organisation_links;
  for (std::size_t k = 0; k < links.first.size(); ++k) {
    if (flows.trust_count[k] == 0) continue;
    const auto mean = static_cast<float>(static_cast<double>(flows.trust_sum[k]) /
                                         static_cast<double>(flows.trust_count[k])) /
                      kGridUnit;
    const float one_sided = std::max(links.exposure0[k], links.exposure1[k]) -
                            std::min(links.exposure0[k], links.exposure1[k]);
    const float target =
        mean + p.trust_governance * links.governance[k] - p.trust_broken * one_sided;
    links.trust[k] = to_grid(links.trust[k] + p.trust_adapt * (target - links.trust[k]));
  }
}

// Reforms that are dropped after this week cost the belief that the next one will last. Shocks, new
// people and what others decide are no reforms.
void permanence_week(World& world, const ChangeParameters& p, std::vector<float>& dropped) {
  Organisations& to = world.organisations;
  dropped.assign(to.id.size(), 0.0f);
  for (const PlannedChange& change : world.plan->arms[world.arm]) {
    const bool reform = std::holds_alternative<InterventionChange>(*change.verb) ||
                        std::holds_alternative<StructureChange>(*change.verb) ||
                        std::holds_alternative<GovernanceChange>(*change.verb);
    if (!reform || change.facts->to != world.week + 1) continue;
    for (std::uint32_t o : change.organisations) {
      dropped[o] += strength_of(p, *change.facts, world.week);
    }
  }
  for (std::size_t o = 0; o < to.id.size(); ++o) {
    to.permanence[o] = permanence_after(p, to.permanence[o], to.permanence_start[o], dropped[o]);
  }
}

void tally_organisation(const World& world, std::uint32_t o, OrganisationWeek& sums) {
  const Organisations& from = world.organisations;
  tally(sums, Outcome::leader_support).add(from.support[o]);
  tally(sums, Outcome::structures_index).add(structures_index(from.structures[o]));
  tally(sums, Outcome::programme_delay).add(from.programme_delay[o]);
  tally(sums, Outcome::conflict_debt).add(from.conflict_debt[o]);
}

void tally_links(const World& world, std::vector<OrganisationWeek>& sums) {
  const OrganisationLinks& links = world.organisation_links;
  for (std::size_t k = 0; k < links.first.size(); ++k) {
    for (std::uint32_t o : {links.first[k], links.second[k]}) {
      tally(sums[o], Outcome::trust_between_organisations).add(links.trust[k]);
      tally(sums[o], Outcome::negotiation_weeks).add(links.negotiation[k]);
    }
  }
}

}  // namespace

void phase_organisations(World& world, const Parameters& parameters, WeekFlows& flows) {
  labour_week(world, parameters.labour);
  const std::size_t count = world.organisations.id.size();
  find_exposure(world, flows.exposure);
  for_each_task(count, 16, [&](std::size_t n) {
    const auto o = static_cast<std::uint32_t>(n);
    organisation_week(world, parameters, flows, flows.exposure[o], o);
    tally_organisation(world, o, flows.sums[o]);
  });
  trust_week(world, parameters.change, flows);
  permanence_week(world, parameters.change, flows.dropped);
  tally_links(world, flows.sums);
}

}  // namespace relco
