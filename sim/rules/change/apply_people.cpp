// Verbs that move posts and people.
#include <algorithm>

#include "rules/change/apply.h"

namespace relco {
namespace {

bool in_scope(const World& world, const PlannedChange& change, std::uint32_t person) {
  return change.role == kNone || world.people.role[person] == change.role;
}

template <class Visit>
void for_each_person(const World& world, const PlannedChange& change, Visit&& visit) {
  for (std::uint32_t unit : change.units) {
    for (std::uint32_t p = world.units.begin[unit]; p < world.units.end[unit]; ++p) {
      if (in_scope(world, change, p)) visit(p);
    }
  }
}

}  // namespace

void Apply::operator()(const ReassignChange& verb) const {
  const float s = delivered();
  for (const std::uint32_t i : change.people) {
    world.people.attached[i] = towards(world.people.attached[i], verb.face_to_face, s);
  }
}

void Apply::operator()(const AddRoleChange&) const {
  const auto index = static_cast<std::uint32_t>(change.facts - world.plan->facts.changes.data());
  for (std::uint32_t unit : change.units) {
    for (std::uint32_t i = world.units.begin[unit]; i < world.units.end[unit]; ++i) {
      if (world.plan->added_by[i] != index || world.people.vacant[i] != 0) continue;
      const float u = world.luck.draw(Purpose::reach, world.people.id[i], 0).uniform(0);
      world.people.presence[i] = u < strength ? 1.0f : 0.0f;
    }
  }
}

void Apply::operator()(const RemoveRoleChange& verb) const {
  for (std::uint32_t unit : change.units) {
    double left = verb.posts;
    for (std::uint32_t i = world.units.begin[unit]; i < world.units.end[unit] && left > 0; ++i) {
      if (world.plan->roles[world.people.role[i]].name != verb.role) continue;
      const float u = world.luck.draw(Purpose::reach, world.people.id[i], 0).uniform(0);
      if (u < strength) world.people.presence[i] = 0;
      left -= 1;
    }
  }
}

// X11: posts cut by luck, or more hands for the same work.
void Apply::operator()(const StaffingChange& verb) const {
  const auto cut = static_cast<float>(std::max(0.0, 1.0 - verb.factor)) * strength;
  const auto more = static_cast<float>(std::max(0.0, verb.factor - 1.0)) * strength;
  for_each_person(world, change, [&](std::uint32_t i) {
    const float u = world.luck.draw(Purpose::layoff, world.people.id[i], 0).uniform(0);
    if (u < cut) world.people.presence[i] = 0;
  });
  for (std::uint32_t unit : change.units) {
    // More hands: the same demand takes a smaller share of hours.
    world.units.shock_load[unit] -= world.units.workload[unit] * more / (1.0f + more);
    if (verb.layoff) world.units.shock_safety[unit] += p.change.layoff_safety * cut;
  }
}

}  // namespace relco
