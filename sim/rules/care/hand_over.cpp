#include "rules/care/hand_over.h"

#include <algorithm>

#include "rules/care/suggestion.h"

namespace relco {
namespace {

// Place of the member of highest standing who is there; the first of equals, kNone if nobody is.
std::uint32_t deciding_place(const World& world, const std::uint32_t* person) {
  std::uint32_t best = kNone;
  for (std::uint32_t a = 0; a < world.plan->places; ++a) {
    if (person[a] == kNone || world.people.presence[person[a]] <= 0.0f) continue;
    const bool higher =
        best == kNone || world.people.status[person[a]] > world.people.status[person[best]];
    if (higher) best = a;
  }
  return best;
}

}  // namespace

float caught_share(const World& world, const Parameters& parameters, std::uint32_t slot) {
  const std::uint32_t places = world.plan->places;
  const std::uint32_t* const person = &world.members.person[std::size_t{slot} * places];
  const std::uint32_t decides = deciding_place(world, person);
  if (decides == kNone) return 0;
  const Pairs& pairs = world.pairs;
  const People& people = world.people;
  float caught = 0;
  const std::uint32_t* pair = &world.case_pairs[std::size_t{slot} * pair_places(places)];
  for (std::uint32_t a = 0; a < places; ++a) {
    for (std::uint32_t b = a + 1; b < places; ++b, ++pair) {
      if (*pair == kNone || (a != decides && b != decides)) continue;
      const std::uint32_t decider = person[decides], other = person[a == decides ? b : a];
      const float checked = people.checking[other] * people.presence[other];
      if (checked <= 0.0f) continue;
      const std::uint32_t k = *pair;
      const Tie tie = decider < other
                          ? Tie{pairs.goals0[k], pairs.knowledge0[k], pairs.respect0[k]}
                          : Tie{pairs.goals1[k], pairs.knowledge1[k], pairs.respect1[k]};
      const float near = std::max(people.attached[decider], people.attached[other]);
      const float team = people.unit[decider] == people.unit[other] ? 1.0f : near;
      caught = std::max(caught, checked * suggestion_chance(parameters.care, tie, team, near));
    }
  }
  return caught;
}

}  // namespace relco
