// What a week of standing pairs is made of beside the lanes they live it in. The phase of ties uses
// it for all of them, whoever follows a single pair (one_tie.h) for that one.
#pragma once

#include <cstdint>

#include "engine/tie_lanes.h"
#include "engine/week.h"

namespace relco {

// What the pairs of a link share this week.
[[nodiscard]] ExchangeSetting setting_of_link(const World& world, const Parameters& parameters,
                                              float sigma_custom, std::uint32_t link);

// Does anybody of the two units start this week?
[[nodiscard]] bool newcomers_on(const World& world, std::uint32_t link);

// L11: two people who meet for the first time, or after a year of silence, start from how their
// units work with others. `ties` and `books` are those of the lower and the upper person.
void meet_first(const Units& units, const Links& links, std::uint32_t link, Tie* ties,
                Books* books);

// L10: both sides of a tie with a newcomer start again.
void meet_newcomer(const World& world, const Parameters& parameters, std::uint32_t link, Tie* ties,
                   Books* books);

}  // namespace relco
