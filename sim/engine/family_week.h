// What a week of the ties between families and their teams is made of beside the lanes they live it
// in. The phase of families uses it for all of them, whoever follows a single one (one_tie.h) for
// that one.
#pragma once

#include <cstdint>

#include "engine/tie_lanes.h"
#include "engine/week.h"

namespace relco {

// What the family of a case brings to its ties.
[[nodiscard]] Profile profile_of_family(const World& world, const FamilyParameters& p,
                                        std::uint32_t lane, std::uint32_t slot);

// F5: contact with the family matters in the stay and in follow-up, less in the latter.
[[nodiscard]] float need_of(const World& world, const Parameters& p, std::uint32_t lane,
                            std::uint32_t slot);

// What all ties of families share this week.
[[nodiscard]] ExchangeSetting setting_of_families(const World& world, const Parameters& parameters,
                                                  float sigma_custom);

}  // namespace relco
