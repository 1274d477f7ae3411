// The tie loop alone: the expected week of one pair with everything around it held. It calls the
// very rules of the simulation, weighted over all that can happen, so no equation stands twice.
#pragma once

#include <optional>
#include <vector>

#include "rules/parameters.h"
#include "world/ties.h"

namespace relco {

// What is held. Defaults: two professions of one unit in an ordinary hospital.
struct MeanFieldCase {
  float need = 3;           // cases a week
  float structures = 0.3f;  // level of all twelve
  float support = 0.45f;    // leaders' support
  float load = 0.9f;        // work over hours
  float burnout = 0.15f;
  float labour = 0;    // relations of unions and management, -1 to 1
  float exposure = 0;  // to the partner's result
  float safety = 0.5f;
  bool own_group = false;  // two people of one role and unit
};

// The two people and their link, all that bears on them held; either may be the sender.
struct HeldPair {
  Profile person, partner;
  LinkView link;
};
[[nodiscard]] HeldPair held_pair(const Parameters& parameters, const MeanFieldCase& held);

struct FixedPoint {
  Tie tie;
  float index = 0;  // RC index, 1-5
  int weeks = 0;    // until it was reached
};

struct MeanField {
  FixedPoint low, high;             // reached from ties at 0.05 and at 0.95
  std::optional<float> separatrix;  // start index between the basins; none: one basin only
};

// Index of a pair with these ties in this week: the seven items as the survey reads them.
[[nodiscard]] float expected_index(const Parameters& parameters, const MeanFieldCase& held,
                                   const Tie& tie);

// The tie expected after one week, both directions alike.
[[nodiscard]] Tie expected_week(const Parameters& parameters, const MeanFieldCase& held, Tie tie);

// Fixed points of the expected week and the separatrix between them (by bisection on equal
// components, to 0.001 points).
[[nodiscard]] MeanField mean_field(const Parameters& parameters, const MeanFieldCase& held);

}  // namespace relco
