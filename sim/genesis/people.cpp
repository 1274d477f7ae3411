#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/errors.h"
#include "base/hash.h"
#include "genesis/topology.h"

namespace relco {
namespace {

void collect_roles(Plan& plan) {
  std::set<std::string> used;
  for (const OrganisationFacts& organisation : plan.facts.organisations) {
    for (const UnitFacts& unit : organisation.units) {
      for (const auto& [role, posts] : unit.staff) used.insert(role);
    }
  }
  for (const PathwayFacts& pathway : plan.facts.pathways) {
    for (const auto& [role, members] : pathway.team) used.insert(role);
  }
  for (const ChangeFacts& change : plan.facts.changes) {
    for (const VerbChange& verb : change.verbs) {
      if (const auto* added = std::get_if<AddRoleChange>(&verb)) used.insert(added->role);
    }
  }
  for (const std::string& name : used) {
    const auto found = std::find_if(plan.facts.roles.begin(), plan.facts.roles.end(),
                                    [&](const RoleFacts& role) { return role.name == name; });
    RoleFacts role = found != plan.facts.roles.end() ? *found : RoleFacts{};
    role.name = name;
    if (role.id.empty()) role.id = name;
    plan.roles.push_back(role);
  }
  std::sort(plan.roles.begin(), plan.roles.end(),
            [](const RoleFacts& a, const RoleFacts& b) { return a.id < b.id; });
  for (const RoleFacts& role : plan.roles) plan.role_ids.push_back(hash_text(role.id));
}

struct PostGroup {
  std::uint32_t role = 0;
  int posts = 0;
  std::uint32_t added_by = kNone;  // index into facts.changes
  bool coordinator = false;
  float neutrality = 0.5f;
  std::uint64_t key = 0;
};

bool change_reaches(const ChangeFacts& change, const OrganisationFacts& organisation,
                    const UnitFacts& unit, int copy, const std::string& wanted_unit) {
  const ChangeScope& where = change.where;
  const std::string& unit_name = wanted_unit.empty() ? where.unit : wanted_unit;
  return (where.organisation.empty() || where.organisation == organisation.name) &&
         (where.sector.empty() || where.sector == organisation.sector) &&
         (unit_name.empty() || unit_name == unit.name) && (where.copy < 0 || where.copy == copy);
}

// Posts of one unit: the ordinary staff, then posts that some change may add, dormant until then.
std::vector<PostGroup> posts_of(const Plan& plan, const OrganisationFacts& organisation,
                                const UnitFacts& unit, int copy) {
  std::vector<PostGroup> groups;
  for (std::uint32_t r = 0; r < plan.roles.size(); ++r) {
    const auto staff = unit.staff.find(plan.roles[r].name);
    if (staff != unit.staff.end() && staff->second > 0) {
      PostGroup group;
      group.role = r;
      group.posts = std::max(1, static_cast<int>(staff->second + 0.5));
      group.coordinator = plan.roles[r].coordinator;
      group.key = hash_text(plan.roles[r].id);
      groups.push_back(group);
    }
  }
  for (const ChangeFacts* change : by_id(plan.facts.changes)) {
    for (const VerbChange& verb : change->verbs) {
      const auto* added = std::get_if<AddRoleChange>(&verb);
      if (added == nullptr || !change_reaches(*change, organisation, unit, copy, added->unit)) {
        continue;
      }
      PostGroup group;
      group.role = find_role(plan, added->role);
      group.posts = std::max(1, static_cast<int>(added->posts + 0.5));
      group.added_by = static_cast<std::uint32_t>(change - plan.facts.changes.data());
      group.coordinator = added->coordinator || plan.roles[group.role].coordinator;
      group.neutrality = static_cast<float>(added->neutrality);
      group.key = combine64(hash_text("added"), combine64(hash_text(identity(*change)),
                                                          hash_text(plan.roles[group.role].id)));
      groups.push_back(group);
    }
  }
  return groups;
}

bool covers(const UnionFacts& facts, const RoleFacts& role, const OrganisationFacts& organisation) {
  return (facts.covers_role.empty() || facts.covers_role == role.name) &&
         (facts.covers_organisation.empty() || facts.covers_organisation == organisation.name) &&
         (facts.covers_sector.empty() || facts.covers_sector == organisation.sector);
}

std::uint32_t union_of(const std::vector<const UnionFacts*>& unions, const RoleFacts& role,
                       const OrganisationFacts& organisation) {
  for (std::uint32_t u = 0; u < unions.size(); ++u) {
    if (covers(*unions[u], role, organisation)) return u;
  }
  return kNone;
}

void add_post(Draft& draft, const PostGroup& group, std::uint32_t unit, int n,
              std::uint32_t labour_union) {
  People& people = draft.world.people;
  const RoleFacts& role = draft.plan.roles[group.role];
  const std::size_t row = people.id.size();
  people.resize(row + 1);
  people.id[row] =
      combine64(combine64(draft.world.units.id[unit], group.key), static_cast<std::uint64_t>(n));
  people.unit[row] = unit;
  people.role[row] = static_cast<std::uint16_t>(group.role);
  people.label[row] =
      role.group.empty() ? 0 : static_cast<std::uint16_t>(hash_text(role.group) | 1u);
  people.functions[row] =
      static_cast<std::uint8_t>((group.coordinator ? person_function::coordinator : 0) |
                                (group.added_by != kNone ? person_function::dormant : 0));
  people.labour_union[row] = labour_union;
  people.hours[row] = static_cast<float>(role.hours);
  people.wage[row] = static_cast<float>(role.wage);
  people.neutrality[row] = group.neutrality;
  people.leaving_rate[row] = static_cast<float>(-log_d(1.0 - role.leaving) / kWeeksPerYear);
  people.rotation_rate[row] = static_cast<float>(role.rotation);
  draft.plan.added_by.push_back(group.added_by);
  draft.plan.organisation_of_person.push_back(draft.world.units.organisation[unit]);
}

void add_unit(Draft& draft, const OrganisationFacts& organisation, std::uint32_t organisation_row,
              const UnitFacts& facts, int organisation_copy, int copy,
              const std::vector<const UnionFacts*>& unions) {
  Units& units = draft.world.units;
  const auto row = static_cast<std::uint32_t>(units.id.size());
  units.resize(row + 1);
  units.id[row] = combine64(
      combine64(draft.world.organisations.id[organisation_row], hash_text(identity(facts))),
      static_cast<std::uint64_t>(copy));
  units.organisation[row] = organisation_row;
  units.embedded[row] = facts.embedded ? 1 : 0;
  units.begin[row] = static_cast<std::uint32_t>(draft.world.people.id.size());
  for (const PostGroup& group : posts_of(draft.plan, organisation, facts, organisation_copy)) {
    const std::uint32_t labour_union = union_of(unions, draft.plan.roles[group.role], organisation);
    for (int n = 0; n < group.posts; ++n) add_post(draft, group, row, n, labour_union);
  }
  units.end[row] = static_cast<std::uint32_t>(draft.world.people.id.size());
}

std::uint32_t payer_row(const Plan& plan, const std::string& name) {
  for (std::uint32_t p = 0; p < plan.payers.size(); ++p) {
    if (plan.payers[p]->name == name) return p + 1;  // row 0 is the system's payer
  }
  return 0;
}

}  // namespace

std::uint32_t find_role(const Plan& plan, std::string_view name) {
  for (std::uint32_t r = 0; r < plan.roles.size(); ++r) {
    if (plan.roles[r].name == name) return r;
  }
  return kNone;
}

void lay_out_people(Draft& draft) {
  Plan& plan = draft.plan;
  World& world = draft.world;
  collect_roles(plan);
  const std::vector<const UnionFacts*> unions = by_id(plan.facts.unions);
  world.unions.resize(unions.size());
  for (std::size_t u = 0; u < unions.size(); ++u) {
    world.unions.id[u] = hash_text(identity(*unions[u]));
  }
  plan.payers = by_id(plan.facts.payers);
  world.payers.resize(plan.payers.size() + 1);
  world.payers.id[0] = hash_text("system");
  for (std::size_t p = 0; p < plan.payers.size(); ++p) {
    world.payers.id[p + 1] = hash_text(identity(*plan.payers[p]));
  }
  for (const OrganisationFacts* facts : by_id(plan.facts.organisations)) {
    for (int copy = 0; copy < facts->copies; ++copy) {
      Organisations& organisations = world.organisations;
      const auto row = static_cast<std::uint32_t>(organisations.id.size());
      organisations.resize(row + 1);
      organisations.id[row] =
          combine64(hash_text(identity(*facts)), static_cast<std::uint64_t>(copy));
      organisations.payer[row] = payer_row(plan, facts->payer);
      organisations.begin[row] = static_cast<std::uint32_t>(world.units.id.size());
      plan.declared_names.push_back(facts->name);
      plan.organisation_names.push_back(
          facts->copies > 1 ? fmt::format("{} {}", facts->name, copy + 1) : facts->name);
      for (const UnitFacts* unit : by_id(facts->units)) {
        for (int n = 0; n < unit->copies; ++n) {
          add_unit(draft, *facts, row, *unit, copy, n, unions);
        }
      }
      organisations.end[row] = static_cast<std::uint32_t>(world.units.id.size());
    }
  }
}

}  // namespace relco
