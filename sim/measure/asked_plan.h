// Who and what each question of a run is about, found once in the plan and shared by all worlds.
#pragma once

#include <cstdint>
#include <vector>

#include "measure/asked.h"
#include "world/world.h"

namespace relco {

// One question with its scope resolved to rows. A point is a row of its answer.
struct AskedPlaces {
  Asked asked;
  std::vector<Quantity> quantities;
  std::uint32_t points = 0;
  // Point of whatever belongs to it; kNone: outside. A tie belongs to the person it starts from.
  std::vector<std::uint32_t> point_of_person, point_of_unit, point_of_organisation, point_of_lane;
  std::vector<std::uint8_t> pairs;             // 1: of the pathway asked for; empty: all are
  std::uint32_t rater = kNone, rated = kNone;  // rows of roles; none: any
  bool of_people = false;    // roles, members of unions or of pathways: not whole units
  bool with_ties = false;    // some quantity is of ties between providers
  bool with_family = false;  // or of ties with families

  // Point of a tie that `who`, of role `own`, holds towards someone of role `other`, or kNone.
  // Roles are rows; that of the family comes after the last.
  [[nodiscard]] std::uint32_t point_of_tie(std::uint32_t who, std::uint32_t own,
                                           std::uint32_t other) const;
  std::uint32_t roles = 0;  // rows of roles, the family's included
};

struct AskedPlan {
  std::vector<AskedPlaces> places;
  bool with_cases = false;  // some question needs the cases of single pathways
  [[nodiscard]] bool empty() const { return places.empty(); }
  [[nodiscard]] std::vector<Asked> asked() const;
};

// `prototype` is any world of the run: who works where is the same in all. Quantities must be known
// and have a meaning.
[[nodiscard]] AskedPlan plan_asked(const World& prototype, const std::vector<Asked>& asked);

}  // namespace relco
