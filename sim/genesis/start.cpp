#include "genesis/start.h"

#include <algorithm>

#include "base/fixed.h"
#include "base/hash.h"
#include "genesis/topology.h"
#include "parallel/parallel.h"
#include "rules/identity/occupant.h"
#include "rules/labour/labour.h"
#include "rules/leadership/leadership.h"

namespace relco {
namespace {

constexpr std::size_t kPeople = 256;  // that one task takes

float share_of(const Fact& fact, const Luck& luck, std::uint64_t owner, std::string_view path) {
  return to_grid(static_cast<float>(value_of(fact, luck, owner, path)));
}

void start_organisation(World& world, const OrganisationFacts& facts, std::uint32_t o) {
  Organisations& to = world.organisations;
  const auto share = [&](const Fact& fact, std::string_view path) {
    return share_of(fact, world.luck, to.id[o], path);
  };
  to.own_support[o] = to.support[o] = share(facts.leadership.support, "leadership.support");
  to.own_inquiry[o] = share(facts.leadership.inquiry, "leadership.inquiry");
  to.imprint[o] = share(facts.leadership.imprint, "leadership.imprint");
  to.trade_off[o] = share(facts.leadership.trade_off_belief, "leadership.trade_off_belief");
  for (std::size_t n = 0; n < kStructures; ++n) {
    const Fact usual{0.3, 0, 0, 1};
    const Fact& fact = facts.structures[n] ? *facts.structures[n] : usual;
    to.structures_start[o][n] = share(fact, structure_words()[n].name);
  }
  to.structures[o] = to.structures_target[o] = to.structures_start[o];
  to.control[o] = share(facts.control, "control");
  to.slack[o] = share(facts.slack, "slack");
  to.identity[o] = share(facts.identity, "identity");
  to.permanence_start[o] = to.permanence[o] = share(facts.permanence, "permanence");
  to.horizon_years[o] = static_cast<float>(facts.horizon_years);
  to.cost_pressure_start[o] = share(facts.cost_pressure, "cost_pressure");
  to.punitive_start[o] = facts.punitive ? 1.0f : 0.0f;
  to.conflict_debt[o] = share(facts.conflict_debt, "conflict_debt");
  to.quality[o] = to.aspiration[o] = 0;  // learned in the first weeks
  to.labour[o] = to.programme_delay[o] = 0;
}

void start_unit(World& world, const OrganisationFacts& organisation, const UnitFacts& facts,
                std::uint32_t u) {
  Units& to = world.units;
  const std::uint32_t o = to.organisation[u];
  const auto share = [&](const Fact& fact, std::string_view path) {
    return share_of(fact, world.luck, to.id[u], path);
  };
  to.workload[u] = static_cast<float>(
      value_of(facts.workload.value_or(organisation.workload), world.luck, to.id[u], "workload"));
  to.safety_start[u] = to.safety[u] = share(facts.safety.value_or(organisation.safety), "safety");
  to.own_support[u] = to.support[u] = facts.leader_support
                                          ? share(*facts.leader_support, "leader_support")
                                          : world.organisations.own_support[o];
  to.inquiry[u] = world.organisations.own_inquiry[o];
  const Fact usual{kUsualFamily, 0, 1, 5};
  const Fact& family = facts.ties.family          ? *facts.ties.family
                       : organisation.ties.family ? *organisation.ties.family
                                                  : usual;
  to.family_start[u] = to_grid(
      static_cast<float>((value_of(family, world.luck, to.id[u], "ties.family") - 1.0) * 0.25));
  to.reporting[u] = 0.5f;
  to.blame_share[u] = 1.0f / 3.0f;
  to.load[u] = to.workload[u];
  to.pressure[u] = 0.5f;
}

}  // namespace

void start_organisations(World& world, const Parameters& parameters) {
  const Facts& facts = world.plan->facts;
  std::uint32_t o = 0, u = 0;
  for (const OrganisationFacts* organisation : by_id(facts.organisations)) {
    for (int copy = 0; copy < organisation->copies; ++copy, ++o) {
      start_organisation(world, *organisation, o);
      for (const UnitFacts* unit : by_id(organisation->units)) {
        for (int n = 0; n < unit->copies; ++n, ++u) start_unit(world, *organisation, *unit, u);
      }
    }
  }
  std::uint32_t k = 0;
  for (const UnionFacts* labour : by_id(facts.unions)) {
    Unions& to = world.unions;
    to.strength_start[k] = share_of(labour->strength, world.luck, to.id[k], "strength");
    to.stance_start[k] =
        static_cast<float>(value_of(labour->stance, world.luck, to.id[k], "stance"));
    to.process_start[k] = share_of(labour->process, world.luck, to.id[k], "process");
    to.relations[k] = labour_relations(parameters.labour, to.stance_start[k], to.strength_start[k],
                                       to.process_start[k]);
    ++k;
  }
}

void start_people(World& world, const Parameters& parameters) {
  const Plan& plan = *world.plan;
  People& to = world.people;
  std::vector<const OrganisationFacts*> owner(world.organisations.id.size());
  std::size_t row = 0;
  for (const OrganisationFacts* facts : by_id(plan.facts.organisations)) {
    for (int copy = 0; copy < facts->copies; ++copy) owner[row++] = facts;
  }
  for_each_task(to.id.size(), kPeople, [&](std::size_t person) {
    const auto i = static_cast<std::uint32_t>(person);
    const RoleFacts& role = plan.roles[to.role[i]];
    const std::uint32_t unit = to.unit[i], o = plan.organisation_of_person[i];
    to.status[i] = share_of(role.status, world.luck, to.id[i], "status");
    to.full_skill[i] = to.skill[i] = share_of(role.skill, world.luck, to.id[i], "skill");
    to.identity_profession[i] = share_of(role.identity, world.luck, to.id[i], "identity");
    to.burnout[i] = to_grid(parameters.workforce.burnout_rest);
    take_post(world, parameters, i);
    to.tenure[i] = 104;
    const Draw luck = world.luck.draw(Purpose::hiring, to.id[i], 0);
    const double empty =
        value_of(owner[o]->vacancies, world.luck, world.organisations.id[o], "vacancies");
    to.vacant[i] = luck.uniform(0) < empty
                       ? static_cast<std::uint16_t>(1.0f + luck.uniform(1) *
                                                               parameters.workforce.vacancy_weeks)
                       : std::uint16_t{0};
    const bool dormant = (to.functions[i] & person_function::dormant) != 0;
    to.presence[i] = to.vacant[i] == 0 && !dormant ? 1.0f : 0.0f;
    to.load[i] = world.units.workload[unit];
    to.satisfaction[i] = to_grid(0.65f);
  });
}

}  // namespace relco
