// Whether a colleague's suggestion is taken (model equation Q10; D13: membership of the team and
// face-to-face exchange turn two thirds into nearly all).
#pragma once

#include "base/numerics.h"
#include "base/week.h"
#include "rules/care/care_parameters.h"
#include "world/ties.h"

namespace relco {

// Weeks in which the model looks at how suggestions are taken.
[[nodiscard]] constexpr bool looks_at_suggestions(Week week) noexcept {
  constexpr Week kEvery = 4;
  return week % kEvery == kEvery - 1;
}

// Q10: `tie` is the orientation of the one who decides towards the one who suggests; `team` says
// how far the two are of one team, `near` how far they talk face to face, 0-1 each.
[[nodiscard]] inline float suggestion_chance(const CareParameters& p, const Tie& tie, float team,
                                             float near) noexcept {
  return logistic(p.suggestion_base + p.suggestion_respect * tie.respect +
                  p.suggestion_knowledge * tie.knowledge + p.suggestion_team * team +
                  p.suggestion_near * near);
}

}  // namespace relco
