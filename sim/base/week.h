// The only time there is: whole weeks from the start of the scenario.
#pragma once

#include <cstdint>

namespace relco {

using Week = std::int32_t;                 // week 0 is the first simulated week
inline constexpr Week kNever = 1'000'000;  // later than any horizon
inline constexpr float kWeeksPerYear = 52.0f;
inline constexpr int kRegimeWindow = 26;  // weeks over which a regime is judged
inline constexpr int kSurveyWindow = 13;  // weeks of experience that a rater has in mind

}  // namespace relco
