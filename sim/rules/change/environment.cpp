#include "rules/change/environment.h"

#include <algorithm>
#include <utility>

#include "base/numerics.h"
#include "rules/change/all_changes.h"
#include "rules/change/apply.h"
#include "rules/change/feedback.h"
#include "rules/change/policy.h"
#include "rules/change/reset_flows.h"
#include "rules/leadership/leadership.h"

namespace relco {
namespace {

// Does the change name both organisations of a link?
bool names(const World& world, std::uint32_t link, const std::vector<std::string>& partners) {
  return is_named(*world.plan, world.organisation_links.first[link], partners) &&
         is_named(*world.plan, world.organisation_links.second[link], partners);
}

// is_named() for one name, which needs no list.
bool is_called(const Plan& plan, std::uint32_t organisation, const std::string& name) {
  return plan.organisation_names[organisation] == name || plan.declared_names[organisation] == name;
}

bool contains(const std::vector<std::uint32_t>& rows, std::uint32_t row) {
  return std::find(rows.begin(), rows.end(), row) != rows.end();
}

}  // namespace

// A dose of an intervention, for the whole unit or for the role that the change names.
void Apply::dose_unit(std::uint32_t unit, const Levers& levers, float hours, float mandate) const {
  Units& units = world.units;
  if (change.role == kNone) {
    for (std::size_t n = 0; n < kLevers; ++n) units.levers[unit][n] += levers[n];
    units.hours_asked[unit] += hours;
    units.mandate[unit] += mandate * (1.0f - units.mandate[unit]);
    return;
  }
  float posts = 0, reached = 0;
  for (std::uint32_t i = units.begin[unit]; i < units.end[unit]; ++i) {
    posts += 1;
    reached += world.people.role[i] == change.role ? 1.0f : 0.0f;
  }
  if (reached == 0) return;
  RoleDose dose{unit,
                change.role,
                reached / posts,
                levers,
                hours,
                mandate,
                0,
                static_cast<std::uint32_t>(role_doses.size())};
  for (Lever which : {Lever::safety, Lever::inquiry, Lever::systems}) {
    lever(units.levers[unit], which) += dose.share * lever(levers, which);
    lever(dose.levers, which) = 0;
  }
  role_doses.push_back(dose);
}

void Apply::operator()(const PaymentChange& verb) const {
  // The payer's model is settled in rules/payment; here the organisations feel the cost pressure.
  if (verb.to.model != PaymentModel::per_day_charge &&
      verb.to.model != PaymentModel::co_financing) {
    return;
  }
  for (std::uint32_t o : change.organisations) {
    if (!is_named(*world.plan, o, verb.to.partners)) continue;
    world.organisations.cost_pressure[o] += strength * static_cast<float>(verb.to.share) *
                                            (1.0f - world.organisations.cost_pressure[o]);
  }
}

void Apply::operator()(const LeaderChange& verb) const {
  Organisations& o = world.organisations;
  for (std::uint32_t k : change.organisations) {
    const float kept = verb.replace ? o.imprint[k] : 0.0f;
    const float s = strength * (1.0f - kept);
    if (verb.support) o.stance_support[k] = towards(o.stance_support[k], *verb.support, s);
    if (verb.inquiry) o.stance_inquiry[k] = towards(o.stance_inquiry[k], *verb.inquiry, s);
  }
}

void Apply::operator()(const StructureChange& verb) const {
  const float s = delivered();
  for (std::uint32_t k : change.organisations) {
    StructureLevels& target = world.organisations.structures_target[k];
    for (std::size_t n = 0; n < kStructures; ++n) {
      if (verb.to[n]) target[n] = towards(target[n], *verb.to[n], s);
    }
  }
}

// X3: what a full dose of the kinds does here. Survey feedback (X18) works on what people
// of the unit feel safe to hear: below the threshold it hurts.
Levers Apply::levers_of(const InterventionChange& verb, std::uint32_t unit) const {
  Levers sum{};
  for (Intervention kind : verb.kinds) {
    const InterventionRow& row = row_of(kind);
    const bool vision = kind == Intervention::shared_vision;
    const float framed =
        vision && change.facts->framing == Framing::cost ? p.change.cost_framing : 1.0f;
    for (std::size_t n = 0; n < kLevers; ++n) sum[n] += delivered() * framed * row.levers[n];
    if (unit == kNone) continue;
    if (kind == Intervention::sanctions) {
      const float support =
          support_felt(p.leadership, world.units.support[unit],
                       world.organisations.support[world.units.organisation[unit]]);
      lever(sum, Lever::solving) += delivered() * lever(row.levers, Lever::solving) *
                                    (sanctions_effect(p.change, support) - 1.0f);
    }
    if (kind != Intervention::survey_feedback) continue;
    const float extra =
        delivered() *
        (feedback_effect(p.change, world.units.safety[unit], verb.facilitated) - 1.0f);
    for (Lever which : {Lever::goals, Lever::knowledge, Lever::respect}) {
      lever(sum, which) += extra * lever(row.levers, which);
    }
  }
  return sum;
}

void Apply::operator()(const InterventionChange& verb) const {
  float hours = 0;
  for (Intervention kind : verb.kinds) hours += row_of(kind).hours;
  const float asked_each = static_cast<float>(change.facts->hours_per_person.value_or(hours));
  const float asked = strength * static_cast<float>(change.facts->coverage) * asked_each;
  const float mandate = change.facts->mandated ? strength : 0.0f;
  for (std::uint32_t u : change.units) dose_unit(u, levers_of(verb, u), asked, mandate);
  const float family = lever(levers_of(verb, kNone), Lever::family);
  for (std::uint32_t l : change.lanes) world.lanes.family_dose[l] += family;
}

void Apply::operator()(const GovernanceChange& verb) const {
  OrganisationLinks& links = world.organisation_links;
  for (std::uint32_t k = 0; k < links.first.size(); ++k) {
    if (names(world, k, verb.partners)) {
      links.governance[k] = towards(links.governance[k], verb.authority, delivered());
    }
  }
}

// X8: two organisations become one by law; how they feel about it is another matter.
void Apply::operator()(const MergeChange& verb) const {
  OrganisationLinks& links = world.organisation_links;
  const Week since = world.week - change.facts->from;
  const auto merges = [&](std::uint32_t o) {
    return is_called(*world.plan, o, verb.first) || is_called(*world.plan, o, verb.second);
  };
  for (std::uint32_t k = 0; k < links.first.size(); ++k) {
    if (!merges(links.first[k]) || !merges(links.second[k])) continue;
    links.merged[k] = towards(links.merged[k], 1.0, strength);
    links.merged_identity[k] = towards(links.merged_identity[k], verb.shared_identity, strength);
    const float fresh = since < static_cast<Week>(2 * kWeeksPerYear) ? strength : 0.0f;
    for (std::uint32_t o : {links.first[k], links.second[k]}) {
      world.organisations.merging[o] = towards(world.organisations.merging[o], 1.0, fresh);
      for (std::uint32_t u = world.organisations.begin[o]; u < world.organisations.end[o]; ++u) {
        const float imposed = 1.0f - static_cast<float>(verb.shared_identity);
        world.units.threat[u] += p.change.merger_threat * fresh * imposed;
        world.units.hours_asked[u] += p.change.merger_hours * fresh;
        world.units.shared_identity[u] += strength * static_cast<float>(verb.shared_identity);
      }
    }
  }
}

void Apply::operator()(const SplitChange& verb) const {
  OrganisationLinks& links = world.organisation_links;
  for (std::uint32_t k = 0; k < links.first.size(); ++k) {
    const bool either = is_called(*world.plan, links.first[k], verb.organisation) ||
                        is_called(*world.plan, links.second[k], verb.organisation);
    if (either) links.merged[k] = towards(links.merged[k], 0.0, strength);
  }
}

void Apply::operator()(const ColocateChange& verb) const {
  OrganisationLinks& links = world.organisation_links;
  for (std::uint32_t k = 0; k < links.first.size(); ++k) {
    if (names(world, k, verb.organisations) && contains(change.organisations, links.first[k]) &&
        contains(change.organisations, links.second[k])) {
      links.near[k] = towards(links.near[k], verb.degree, delivered());
    }
  }
  const auto space = static_cast<std::size_t>(Structure::shared_space);
  for (std::uint32_t o : change.organisations) {
    if (!is_named(*world.plan, o, verb.organisations)) continue;
    float& target = world.organisations.structures_target[o][space];
    target = std::max(target, towards(target, verb.degree, delivered()));
  }
}

void Apply::operator()(const DemandChange& verb) const {
  for (std::uint32_t l : change.lanes) {
    world.lanes.demand[l] = towards(world.lanes.demand[l], verb.factor, strength);
  }
}

void Apply::operator()(const ShockChange& verb) const {
  for (std::uint32_t u : change.units) {
    world.units.shock_load[u] += strength * static_cast<float>(verb.load);
    world.units.shock_safety[u] -= strength * static_cast<float>(verb.safety);
  }
}

void Apply::operator()(const IdentityChange& verb) const {
  for (std::uint32_t u : change.units) {
    world.units.shared_identity[u] += delivered() * static_cast<float>(verb.shared);
    world.units.salience[u] += strength * static_cast<float>(verb.salience);
  }
}

void Apply::operator()(const UnionChange& verb) const {
  Unions& unions = world.unions;
  for (std::uint32_t k : change.unions) {
    if (verb.strength) unions.strength[k] = towards(unions.strength[k], *verb.strength, strength);
    if (verb.stance) unions.stance[k] = towards(unions.stance[k], *verb.stance, strength);
    if (verb.process) unions.process[k] = towards(unions.process[k], *verb.process, strength);
  }
}

// X12: the survey takes time; its feedback is an intervention.
void Apply::operator()(const SurveyChange& verb) const {
  if (world.week == change.facts->from) {
    const float hours = at_once(*change.facts, world.week) * p.change.survey_hours;
    for (std::uint32_t u : change.units) dose_unit(u, {}, hours, 0);
  }
  if (verb.feedback) {
    InterventionChange feedback;
    feedback.kinds = {Intervention::survey_feedback};
    feedback.facilitated = verb.facilitated;
    (*this)(feedback);
  }
}

void Apply::operator()(const PolicyChange& verb) const {
  Organisations& o = world.organisations;
  for (std::uint32_t k : change.organisations) {
    if (verb.blame_risk) o.blame_risk[k] = towards(o.blame_risk[k], *verb.blame_risk, strength);
    if (verb.punitive) o.punitive[k] = towards(o.punitive[k], *verb.punitive ? 1.0 : 0.0, strength);
    if (!verb.pressure) continue;
    const auto more = static_cast<float>(*verb.pressure - world.plan->facts.policy_pressure);
    o.policy[k] += strength * more * share_of_lanes(world, k, change.facts->where.pathway);
  }
}

void Apply::operator()(const BudgetCycleChange& verb) const {
  Organisations& o = world.organisations;
  for (std::uint32_t k : change.organisations) {
    o.budget_years[k] = towards(o.budget_years[k], verb.years, strength);
  }
}

float at_once(const ChangeFacts& change, Week week) {
  return week < change.from || week >= change.to ? 0.0f : static_cast<float>(change.dose);
}

float strength_of(const ChangeParameters& p, const ChangeFacts& change, Week week) {
  const float ramp = (static_cast<float>(week - change.from) + 1.0f) / (p.ramp_weeks + 1.0f);
  return at_once(change, week) * (ramp < 1.0f ? ramp : 1.0f);
}

// What befalls people is there from its first week on; what they have to take up grows on them.
static bool befalls(const VerbChange& verb) {
  return std::holds_alternative<ShockChange>(verb) ||
         std::holds_alternative<StaffingChange>(verb) || std::holds_alternative<DemandChange>(verb);
}

void environment(World& world, const Parameters& parameters, std::vector<RoleDose>& role_doses) {
  role_doses.clear();
  reset_flows(world);
  for (const PlannedChange& change : world.plan->arms[world.arm]) {
    const float strength = befalls(*change.verb)
                               ? at_once(*change.facts, world.week)
                               : strength_of(parameters.change, *change.facts, world.week);
    if (strength == 0.0f) continue;
    std::visit(Apply{world, parameters, change, strength, role_doses}, *change.verb);
  }
  add_budget_pressure(world, parameters.change);
  std::sort(role_doses.begin(), role_doses.end(), [](const RoleDose& a, const RoleDose& b) {
    return std::pair(a.unit, a.order) < std::pair(b.unit, b.order);
  });
  add_threats(world, parameters.change, role_doses);
}

}  // namespace relco
