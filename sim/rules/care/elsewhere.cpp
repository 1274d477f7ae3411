#include "rules/care/elsewhere.h"

#include <algorithm>

#include "base/numerics.h"

namespace relco {
namespace {

// Room for further work: all of a week's while it is not more than planned, none at twice that.
float room_of(const People& people, std::uint32_t person) {
  return clamp01(2.0f - people.load[person]) * people.presence[person];
}

struct Mean {
  float sum = 0;
  int count = 0;
  void add(float x) {
    sum += x;
    ++count;
  }
  [[nodiscard]] float value() const { return sum / static_cast<float>(count); }
};

}  // namespace

float care_elsewhere(const World& world, std::uint32_t slot) {
  const std::uint32_t places = world.plan->places;
  const std::uint32_t* const person = &world.members.person[std::size_t{slot} * places];
  const std::uint32_t* pair = &world.case_pairs[std::size_t{slot} * pair_places(places)];
  const std::vector<std::uint32_t>& organisation = world.plan->organisation_of_person;
  Mean across, all;
  for (std::uint32_t a = 0; a < places; ++a) {
    for (std::uint32_t b = a + 1; b < places; ++b, ++pair) {
      if (*pair == kNone) continue;
      const float room =
          std::min(room_of(world.people, person[a]), room_of(world.people, person[b]));
      const float known = 0.5f * (world.pairs.knowledge0[*pair] + world.pairs.knowledge1[*pair]);
      all.add(room * known);
      if (organisation[person[a]] != organisation[person[b]]) across.add(room * known);
    }
  }
  if (across.count > 0) return across.value();
  return all.count > 0 ? all.value() : 1.0f;
}

}  // namespace relco
