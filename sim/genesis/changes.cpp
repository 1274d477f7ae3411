#include <algorithm>

#include "base/hash.h"
#include "genesis/topology.h"

namespace relco {
namespace {

// Rows paired with the facts they were made from, in canonical order.
struct Origins {
  struct Row {
    const OrganisationFacts* organisation;
    const UnitFacts* unit;
    int copy;
  };
  std::vector<Row> organisations, units;
};

Origins origins_of(const Facts& facts) {
  Origins out;
  for (const OrganisationFacts* organisation : by_id(facts.organisations)) {
    for (int copy = 0; copy < organisation->copies; ++copy) {
      out.organisations.push_back({organisation, nullptr, copy});
      for (const UnitFacts* unit : by_id(organisation->units)) {
        for (int n = 0; n < unit->copies; ++n) out.units.push_back({organisation, unit, copy});
      }
    }
  }
  return out;
}

bool matches(const ChangeScope& where, const Origins::Row& row) {
  return (where.organisation.empty() || where.organisation == row.organisation->name) &&
         (where.sector.empty() || where.sector == row.organisation->sector) &&
         (where.copy < 0 || where.copy == row.copy) &&
         (where.unit.empty() || row.unit == nullptr || where.unit == row.unit->name);
}

bool unit_in(const std::vector<const UnitFacts*>& units, const std::string& name) {
  return std::any_of(units.begin(), units.end(), [&](const auto* u) { return u->name == name; });
}

// Whom a reassignment moves to a unit or to the teams of a pathway: those of the role in the place
// who share its work, for nobody is face to face with a team that they never meet.
std::vector<std::uint32_t> who_moves(const Draft& draft, const Origins& origins,
                                     const std::vector<std::uint32_t>& from,
                                     const ReassignChange& verb) {
  const Plan& plan = draft.plan;
  const World& world = draft.world;
  std::vector<char> there(world.people.id.size(), 0), serves(world.people.id.size(), 0);
  for (std::uint32_t u = 0; u < origins.units.size(); ++u) {
    if (origins.units[u].unit->name != verb.to_unit) continue;
    std::fill(there.begin() + world.units.begin[u], there.begin() + world.units.end[u], char{1});
  }
  for (std::uint32_t l = 0; l < world.lanes.id.size(); ++l) {
    if (plan.pathways[world.lanes.pathway[l]].facts->name != verb.to_unit) continue;
    for (std::uint32_t place = 0; place < plan.places; ++place) {
      const CandidateRange range = plan.lane_candidates[l * plan.places + place];
      for (std::uint32_t k = range.begin; k < range.end; ++k) serves[plan.candidates[k]] = 1;
    }
  }
  std::vector<char> meets(there);
  const Pairs& pairs = world.pairs;
  for (std::size_t k = 0; k < pairs.lower.size(); ++k) {
    if (there[pairs.upper[k]] != 0) meets[pairs.lower[k]] = 1;
    if (there[pairs.lower[k]] != 0) meets[pairs.upper[k]] = 1;
  }
  std::vector<std::uint32_t> people;
  for (const std::uint32_t u : from) {
    for (std::uint32_t i = world.units.begin[u]; i < world.units.end[u]; ++i) {
      if (plan.roles[world.people.role[i]].name == verb.role && (meets[i] != 0 || serves[i] != 0)) {
        people.push_back(i);
      }
    }
  }
  return people;
}

PlannedChange resolve(const Draft& draft, const Origins& origins, const ChangeFacts& change,
                      const VerbChange& verb) {
  PlannedChange out;
  out.facts = &change;
  out.verb = &verb;
  out.id = hash_text(identity(change));
  for (std::uint32_t u = 0; u < origins.units.size(); ++u) {
    if (matches(change.where, origins.units[u])) out.units.push_back(u);
  }
  for (std::uint32_t o = 0; o < origins.organisations.size(); ++o) {
    const Origins::Row& row = origins.organisations[o];
    const bool has_unit =
        change.where.unit.empty() || unit_in(by_id(row.organisation->units), change.where.unit);
    if (matches(change.where, row) && has_unit) out.organisations.push_back(o);
  }
  const Lanes& lanes = draft.world.lanes;
  for (std::uint32_t l = 0; l < lanes.id.size(); ++l) {
    const PathwayFacts& pathway = *draft.plan.pathways[lanes.pathway[l]].facts;
    const bool named = change.where.pathway.empty() || change.where.pathway == pathway.name;
    const bool anywhere = change.where.organisation.empty() && change.where.sector.empty() &&
                          change.where.unit.empty() && change.where.copy < 0;
    const bool served =
        anywhere || std::binary_search(out.organisations.begin(), out.organisations.end(),
                                       lanes.organisation[l]);  // they lie in order
    if (named && served) out.lanes.push_back(l);
  }
  const auto unions = by_id(draft.plan.facts.unions);
  for (std::uint32_t u = 0; u < unions.size(); ++u) {
    if (change.where.union_name.empty() || change.where.union_name == unions[u]->name) {
      out.unions.push_back(u);
    }
  }
  if (!change.where.role.empty()) out.role = find_role(draft.plan, change.where.role);
  if (const auto* removed = std::get_if<RemoveRoleChange>(&verb)) {
    std::erase_if(out.units, [&](std::uint32_t u) {
      return !removed->unit.empty() && origins.units[u].unit->name != removed->unit;
    });
  }
  if (const auto* moved = std::get_if<ReassignChange>(&verb)) {
    out.people = who_moves(draft, origins, out.units, *moved);
  }
  return out;
}

}  // namespace

void resolve_changes(Draft& draft) {
  Plan& plan = draft.plan;
  const Origins origins = origins_of(plan.facts);
  for (const ArmFacts& arm : plan.facts.arms) {
    std::vector<PlannedChange> planned;
    for (const ChangeFacts* change : by_id(plan.facts.changes)) {
      const bool picked =
          std::find(arm.changes.begin(), arm.changes.end(), change->name) != arm.changes.end();
      if (!picked) continue;
      for (const VerbChange& verb : change->verbs) {
        planned.push_back(resolve(draft, origins, *change, verb));
      }
    }
    plan.arms.push_back(std::move(planned));
  }
  if (plan.arms.empty()) plan.arms.emplace_back();
}

}  // namespace relco
