// Phase workload: what each person brings to the week: load, doses received, and the profile that
// partners meet.
#include <algorithm>

#include "engine/week.h"
#include "parallel/parallel.h"
#include "rules/communication/communication.h"
#include "rules/identity/identity.h"
#include "rules/leadership/leadership.h"
#include "rules/structures/structures.h"

namespace relco {
namespace {

// Keeps the load of a unit that nobody works in finite where colleagues cover nearly all of an
// empty post; the cover of the model stays above it.
constexpr float kLeastShared = 0.2f;

// X4: share of the hours asked for improvement that people really get (D03, S3-11).
float delivered_share(const World& world, const ChangeParameters& p, std::uint32_t unit,
                      float support, float hours, float asked) {
  if (asked <= 0.0f) return 0.0f;
  const std::uint32_t o = world.units.organisation[unit];
  const float gate = logistic(p.leader_gate * (support - p.leader_gate_at));
  const float idle = p.free_hours * hours * max0(1.0f - world.units.load[unit]);
  const float free = gate * (idle + p.slack_hours * world.organisations.slack[o]);
  const float granted = free < asked ? free / asked : 1.0f;
  return granted + (1.0f - p.attention) * (1.0f - granted);
}

// W5: load of a unit, 1 when work fills the hours of those who are there.
float unit_load(const World& world, const Parameters& parameters, std::uint32_t unit) {
  const Units& units = world.units;
  std::int64_t need = 0;
  float present = 0, posts = 0;
  for (std::uint32_t i = units.begin[unit]; i < units.end[unit]; ++i) {
    need += world.people.need[i];
    const bool dormant = (world.people.functions[i] & person_function::dormant) != 0;
    present += world.people.presence[i];
    posts += dormant ? 0.0f : 1.0f;
  }
  const float reference = units.need_reference[unit];
  const float demand = reference > 0 ? static_cast<float>(need) / kNeedUnit / reference : 1.0f;
  const float filled = posts > 0 ? std::min(present / posts, 1.5f) : 1.0f;
  const float shared = 1.0f - parameters.workforce.cover * (1.0f - filled);
  return units.workload[unit] * demand / std::max(shared, kLeastShared) + units.shock_load[unit];
}

struct UnitWeek {
  float support = 0, inquiry = 0, safety = 0, belief = 1;
  std::uint32_t organisation = 0;
  std::span<const RoleDose> doses;  // of single roles
};

// X6: doses of direct learning.
void learn_doses(Profile& profile, const Levers& levers, float delivered, float belief) {
  const float dose = delivered * belief;
  profile.learn_goals += dose * lever(levers, Lever::goals);
  profile.learn_knowledge += dose * lever(levers, Lever::knowledge);
  profile.learn_respect += dose * lever(levers, Lever::respect);
}

// Q17: what a person checks of the work that others hand over.
float checking_of(float delivered, const UnitWeek& unit, const Levers& levers, std::uint16_t role) {
  return clamp01(delivered * lever(levers_felt(levers, unit.doses, role), Lever::checking));
}

// C9, L9: what a person brings to the exchanges of the week.
void fill_profile(const World& world, const Parameters& parameters, const WeekFlows& flows,
                  const UnitWeek& unit, std::uint32_t u, std::uint32_t i, Profile& out) {
  const People& people = world.people;
  const std::uint32_t o = unit.organisation;
  const Organisations& organisations = world.organisations;
  const Levers levers = levers_felt(world.units.levers[u], unit.doses, people.role[i]);
  const float delivered = flows.delivered[i];
  const float labour =
      people.labour_union[i] == kNone ? 0.0f : world.unions.relations[people.labour_union[i]];
  const CommunicationParameters& c = parameters.communication;
  out = Profile{};
  out.strain = strain_of(c, people.load[i], people.burnout[i], world.units.pressure[u]);
  out.weekday_strain = c.strain_weekday * clamp01(people.load[i]);
  out.presence = people.presence[i];
  const bool coordinator = (people.functions[i] & person_function::coordinator) != 0;
  out.contact = people.habit[i] + (coordinator ? c.contact_spanner * people.neutrality[i] : 0.0f) +
                delivered * lever(levers, Lever::contact);
  out.own_effort = flows.payment.forces[o].own_effort;
  const float joint = level(organisations.structures[o], Structure::shared_accountability);
  out.leader = unit.support - parameters.leadership.usual;
  out.solving = c.solve_labour * labour + c.solve_safety * (unit.safety - 0.5f) +
                c.solve_coaching * delivered * lever(levers, Lever::solving) -
                parameters.climate.debt_solving *
                    (organisations.conflict_debt[o] - parameters.climate.debt_level) -
                parameters.structures.control_blame * organisations.control[o] * (1.0f - joint);
  out.status = people.status[i];
  out.inquiry = unit.inquiry;
  out.structures =
      structures_felt(parameters.structures, organisations.structures[o], people.status[i]);
  const float larger = people.larger[i];
  const IdentityParameters& id = parameters.identity;
  out.bias_role = acting_bias(id, people.bias_role[i], larger, unit.support);
  out.bias_unit = acting_bias(id, people.bias_unit[i], larger, unit.support);
  out.bias_organisation = acting_bias(id, people.bias_organisation[i], larger, unit.support);
  out.bias_label = acting_bias(id, people.bias_label[i], larger, unit.support);
  out.anchor_labour = parameters.learning.anchor_labour * labour;
  learn_doses(out, levers, delivered, unit.belief);
  out.learn_goals -= flows.payment.forces[o].crowding;
  out.attached = people.attached[i];
  out.luck = static_cast<std::uint32_t>(people.id[i]);
  out.role = people.role[i];
  out.label = people.label[i];
}

// X5, W6: what people get of the hours asked, and their load; what doses of single roles ask counts
// for the unit as its mean.
void unit_week(World& world, const Parameters& parameters, WeekFlows& flows, std::uint32_t u) {
  Units& units = world.units;
  UnitWeek unit;
  unit.organisation = units.organisation[u];
  const Organisations& organisations = world.organisations;
  unit.support = support_felt(parameters.leadership, units.support[u],
                              organisations.support[unit.organisation]);
  unit.inquiry = clamp01(units.inquiry[u]);
  unit.safety = units.safety[u];
  const float permanence = organisations.permanence[unit.organisation];
  unit.belief = 1.0f - parameters.change.permanence * (1.0f - permanence);
  const float load = unit_load(world, parameters, u);
  const float kept = parameters.workforce.load_memory;
  units.load[u] = kept * units.load[u] + (1.0f - kept) * load;
  auto hours = static_cast<float>(kFullTimeHours);
  if (units.end[u] > units.begin[u]) hours = world.people.hours[units.begin[u]];
  unit.doses = doses_of(flows.role_doses, u);
  const float asked = units.hours_asked[u];
  const float delivered = delivered_share(world, parameters.change, u, unit.support, hours, asked);
  units.hours_given[u] = asked * delivered;
  double all_asked = 0, all_given = 0;
  for (std::uint32_t i = units.begin[u]; i < units.end[u]; ++i) {
    const float own = hours_asked(asked, unit.doses, world.people.role[i]);
    flows.delivered[i] =
        own == asked ? delivered
                     : delivered_share(world, parameters.change, u, unit.support, hours, own);
    all_asked += static_cast<double>(own);
    all_given += static_cast<double>(own * flows.delivered[i]);
    const float extra = world.people.rework[i] + own * flows.delivered[i];
    world.people.load[i] = units.load[u] + extra / world.people.hours[i];
    fill_profile(world, parameters, flows, unit, u, i, flows.profiles[i]);
    world.people.checking[i] =
        checking_of(flows.delivered[i], unit, units.levers[u], world.people.role[i]);
  }
  if (unit.doses.empty()) return;
  const double posts = units.end[u] - units.begin[u];
  units.hours_asked[u] = static_cast<float>(all_asked / posts);
  units.hours_given[u] = static_cast<float>(all_given / posts);
}

}  // namespace

// S6: what a link brings to its pairs.
LinkView view_of(const World& world, const Parameters& parameters, std::uint32_t link, int side) {
  const Links& links = world.links;
  const std::uint32_t a = links.first[link], b = links.second[link], across = links.across[link];
  const Organisations& organisations = world.organisations;
  const std::uint32_t oa = world.units.organisation[a], ob = world.units.organisation[b];
  const StructuresParameters& p = parameters.structures;
  LinkView view;
  view.own_group = links.own_group[link];
  view.other_unit = a != b ? 1.0f : 0.0f;
  float reach = a == b ? 1.0f : p.across_unit;
  float space = std::min(level(organisations.structures[oa], Structure::shared_space),
                         level(organisations.structures[ob], Structure::shared_space));
  float clarity =
      0.5f * (clarity_of(organisations.structures[oa]) + clarity_of(organisations.structures[ob]));
  clarity += 0.5f * (lever(world.units.levers[a], Lever::systems) * world.units.hours_given[a] +
                     lever(world.units.levers[b], Lever::systems) * world.units.hours_given[b]);
  if (across != kNone) {
    const OrganisationLinks& between = world.organisation_links;
    const float joined = std::max(between.governance[across], between.merged[across]);
    view.other_organisation = 1.0f - between.merged[across] * between.merged_identity[across];
    reach = p.across + (p.across_unit - p.across) * joined;
    const float alone = parameters.leadership.across;
    view.leader_reach = alone + (1.0f - alone) * joined;
    clarity = std::min(clarity_of(organisations.structures[oa]),
                       clarity_of(organisations.structures[ob])) *
                  (p.across + (1.0f - p.across) * joined) +
              0.5f * (clarity - 0.5f * (clarity_of(organisations.structures[oa]) +
                                        clarity_of(organisations.structures[ob])));
    space = between.near[across];
    view.distrust = 1.0f - between.trust[across];
    const float mine = side == 0 ? between.exposure0[across] : between.exposure1[across];
    const float theirs = side == 0 ? between.exposure1[across] : between.exposure0[across];
    view.exposure = std::min(mine, theirs);
    view.one_sided = std::max(mine, theirs) - view.exposure;
  }
  view.structures_reach = reach_under(p, reach, links.uncertainty[link]);
  view.shared_systems = clamp01(clarity);
  const float culture = 1.0f - p.space_culture + p.space_culture * view.shared_systems;
  view.near = clamp01(p.space_near * space * culture);
  return view;
}

void WeekFlows::resize_for(const World& world) {
  std::size_t doses = 0;  // at most one of each change in each of its units
  for (const PlannedChange& change : world.plan->arms[world.arm]) doses += change.units.size();
  role_doses.reserve(doses);
  payment.forces.resize(world.organisations.id.size());
  profiles.resize(world.people.id.size());
  delivered.resize(world.people.id.size());
  sums.resize(world.organisations.id.size());
  trust_sum.resize(world.organisation_links.first.size());
  trust_count.resize(world.organisation_links.first.size());
}

void WeekFlows::clear_sums() {
  std::fill(sums.begin(), sums.end(), OrganisationWeek{});
  std::fill(trust_sum.begin(), trust_sum.end(), 0);
  std::fill(trust_count.begin(), trust_count.end(), 0);
}

void phase_workload(World& world, const Parameters& parameters, WeekFlows& flows) {
  for_each_task(world.units.id.size(), 16, [&](std::size_t u) {
    unit_week(world, parameters, flows, static_cast<std::uint32_t>(u));
  });
}

}  // namespace relco
