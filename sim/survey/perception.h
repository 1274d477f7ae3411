// What people perceive of the groups they work with: the survey reads the other direction. What i
// says of j is how j is oriented towards i and how j communicated to i over the last 13 weeks.
#pragma once

#include <string>
#include <vector>

#include "survey/answers.h"
#include "world/world.h"

namespace relco::survey {

// The workgroups of a world: a role, or "hospital nurse" where two organisations that work together
// both have nurses.
struct Place {  // a unit
  std::string organisation, sector, unit;
  std::string site;  // as short as tells units apart: "hospital", "hospital 2, ward 1"
};
struct Workgroups {
  std::vector<std::string> names;
  std::vector<std::uint64_t> ids;      // stable
  std::vector<std::size_t> of_person;  // by row of People
  std::vector<Place> places;           // by row of Units
  std::size_t family = 0;              // the group of families, last; names.size(): none
  [[nodiscard]] bool has_family() const { return family < names.size(); }
};
[[nodiscard]] Workgroups workgroups_of(const World& world, bool families);

// One person's, or family's, view of one group.
struct Perceived {
  std::uint64_t rater = 0;  // stable id of the person (post and occupant) or the case
  std::uint32_t row = 0;    // of People, or of Cases for a family
  bool family = false;      // the rater is a family
  std::size_t group = 0, rated = 0;
  Items items{};  // 1-5, free of noise
};

// Everyone's view of every group in which they know somebody, in the order of people and then
// groups: the mean over those they know, as the weekly records count them (some need, or contact
// within 13 weeks). `pathway` limits raters and rated to those who may serve it; "" is everybody.
[[nodiscard]] std::vector<Perceived> perceptions(const World& world, const Workgroups& groups,
                                                 const std::string& pathway);

}  // namespace relco::survey
