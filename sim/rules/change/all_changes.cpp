#include "rules/change/all_changes.h"

#include "base/numerics.h"
#include "rules/change/budget.h"

namespace relco {
namespace {

// X7: each uncoordinated programme threatens those it is done to (S1-25), and so does a mandate
// that is not believed to last.
float threat_of(const ChangeParameters& p, float programmes, float mandate, float permanence) {
  return max0(programmes) * p.programme_threat + mandate * p.mandate_threat * (1.0f - permanence);
}

}  // namespace

void add_budget_pressure(World& world, const ChangeParameters& p) {
  Organisations& o = world.organisations;
  for (std::size_t k = 0; k < o.id.size(); ++k) {
    const float squeeze = budget_pressure(p, world.week, o.budget_years[k]);
    if (squeeze != 0.0f) o.cost_pressure[k] = clamp01(o.cost_pressure[k] + squeeze);
  }
}

void add_threats(World& world, const ChangeParameters& p, std::vector<RoleDose>& role_doses) {
  const Units& units = world.units;
  const auto permanence = [&](std::uint32_t unit) {
    return world.organisations.permanence[units.organisation[unit]];
  };
  for (std::uint32_t u = 0; u < units.id.size(); ++u) {
    const float programmes = lever(units.levers[u], Lever::threat);
    world.units.threat[u] =
        clamp01(units.threat[u] + threat_of(p, programmes, units.mandate[u], permanence(u)));
  }
  for (RoleDose& dose : role_doses) {
    dose.threat =
        threat_of(p, lever(dose.levers, Lever::threat), dose.mandate, permanence(dose.unit));
  }
}

}  // namespace relco
