// What each verb of a change does to the week's flows at a given strength; an overload per verb.
// Used by environment alone.
#pragma once

#include <vector>

#include "rules/change/role_doses.h"
#include "rules/parameters.h"
#include "world/world.h"

namespace relco {

// `from`, moved by `strength` (0-1) of the way to `to`.
[[nodiscard]] inline float towards(float from, double to, float strength) {
  return from + strength * (static_cast<float>(to) - from);
}

struct Apply {
  World& world;
  const Parameters& p;
  const PlannedChange& change;
  float strength;  // dose and ramp
  std::vector<RoleDose>& role_doses;

  // X2: what is delivered as designed, to those whom it reaches.
  [[nodiscard]] float delivered() const {
    const ChangeFacts& f = *change.facts;
    const double as_designed = f.fidelity * f.coverage;
    const double missing = 1.0 - as_designed, heeded = static_cast<double>(p.change.fidelity);
    return strength * static_cast<float>(as_designed + (1.0 - heeded) * missing);
  }

  void operator()(const PaymentChange& verb) const;
  void operator()(const LeaderChange& verb) const;
  void operator()(const StructureChange& verb) const;
  void operator()(const InterventionChange& verb) const;
  void operator()(const GovernanceChange& verb) const;
  void operator()(const MergeChange& verb) const;
  void operator()(const SplitChange& verb) const;
  void operator()(const ReassignChange& verb) const;
  void operator()(const AddRoleChange& verb) const;
  void operator()(const RemoveRoleChange& verb) const;
  void operator()(const ColocateChange& verb) const;
  void operator()(const StaffingChange& verb) const;
  void operator()(const DemandChange& verb) const;
  void operator()(const ShockChange& verb) const;
  void operator()(const IdentityChange& verb) const;
  void operator()(const UnionChange& verb) const;
  void operator()(const SurveyChange& verb) const;
  void operator()(const ChannelChange&) const {}  // read where channels are chosen (payment)
  void operator()(const PolicyChange& verb) const;
  void operator()(const BudgetCycleChange& verb) const;
  void operator()(const NullChange&) const {}

 private:
  [[nodiscard]] Levers levers_of(const InterventionChange& verb, std::uint32_t unit) const;
  void dose_unit(std::uint32_t unit, const Levers& levers, float hours, float mandate) const;
};

}  // namespace relco
