#include "rules/change/reset_flows.h"

namespace relco {

void reset_flows(World& world) {
  const Facts& facts = world.plan->facts;
  Units& units = world.units;
  for (std::size_t u = 0; u < units.id.size(); ++u) {
    units.levers[u] = Levers{};
    units.hours_asked[u] = units.threat[u] = units.shared_identity[u] = units.salience[u] = 0;
    units.shock_load[u] = units.shock_safety[u] = units.mandate[u] = 0;
  }
  Organisations& o = world.organisations;
  for (std::size_t k = 0; k < o.id.size(); ++k) {
    o.structures_target[k] = o.structures_start[k];
    o.stance_support[k] = o.own_support[k];
    o.stance_inquiry[k] = o.own_inquiry[k];
    o.cost_pressure[k] = o.cost_pressure_start[k];
    o.budget_years[k] = static_cast<float>(facts.budget_years);
    o.punitive[k] = o.punitive_start[k];
    o.blame_risk[k] = static_cast<float>(facts.blame_risk);
    o.policy[k] = 0;
    o.merging[k] = 0;
  }
  OrganisationLinks& links = world.organisation_links;
  for (std::size_t k = 0; k < links.first.size(); ++k) {
    links.governance[k] = links.near[k] = links.merged[k] = links.merged_identity[k] = 0;
  }
  for (std::size_t k = 0; k < world.unions.id.size(); ++k) {
    world.unions.strength[k] = world.unions.strength_start[k];
    world.unions.stance[k] = world.unions.stance_start[k];
    world.unions.process[k] = world.unions.process_start[k];
  }
  for (std::size_t k = 0; k < world.lanes.id.size(); ++k) {
    world.lanes.demand[k] = 1;
    world.lanes.family_dose[k] = 0;
  }
  People& people = world.people;
  for (std::size_t i = 0; i < people.id.size(); ++i) {
    people.attached[i] = 0;
    const bool dormant = (people.functions[i] & person_function::dormant) != 0;
    people.presence[i] = people.vacant[i] == 0 && !dormant ? 1.0f : 0.0f;
  }
}

}  // namespace relco
