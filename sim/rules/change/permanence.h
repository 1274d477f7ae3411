// Belief that change is here to stay (model equation X16; S4-07): what is dropped is remembered.
#pragma once

#include "base/fixed.h"
#include "rules/change/change_parameters.h"

namespace relco {

// X16: belief after the week. `dropped` is the dose of reforms that end this week, 0 when none
// does.
[[nodiscard]] inline float permanence_after(const ChangeParameters& p, float belief, float start,
                                            float dropped) noexcept {
  const float kept =
      dropped < 1.0f ? 1.0f - p.permanence_dropped * dropped : 1.0f - p.permanence_dropped;
  return to_grid(belief * kept + p.permanence_regain * (start - belief));
}

}  // namespace relco
