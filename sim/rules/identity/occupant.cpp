#include "rules/identity/occupant.h"

#include "base/fixed.h"

namespace relco {

void bring_habit(World& world, const Parameters& parameters, std::uint32_t i) {
  People& people = world.people;
  const auto who = static_cast<Week>(people.occupant[i]);
  const float u = world.luck.draw(Purpose::habit, people.id[i], who).uniform(0);
  people.habit[i] = parameters.communication.contact_habit * (2.0f * u - 1.0f);
}

void take_post(World& world, const Parameters& parameters, std::uint32_t i) {
  People& people = world.people;
  const IdentityParameters& p = parameters.identity;
  people.larger[i] = to_grid(p.larger_start);
  people.bias_role[i] = to_grid(p.distance_role);
  people.bias_unit[i] = to_grid(p.distance_unit);
  people.bias_organisation[i] = to_grid(p.distance_organisation);
  people.bias_label[i] = to_grid(p.distance_label);
  bring_habit(world, parameters, i);
}

}  // namespace relco
