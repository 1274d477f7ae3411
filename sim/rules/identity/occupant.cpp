#include "rules/identity/occupant.h"

#include "base/fixed.h"

namespace relco {

void take_post(People& people, const IdentityParameters& p, std::uint32_t i) {
  people.larger[i] = to_grid(p.larger_start);
  people.bias_role[i] = to_grid(p.distance_role);
  people.bias_unit[i] = to_grid(p.distance_unit);
  people.bias_organisation[i] = to_grid(p.distance_organisation);
  people.bias_label[i] = to_grid(p.distance_label);
}

}  // namespace relco
