// This program started once more, to time it from outside.
#pragma once

#include <string>
#include <vector>

namespace relco::app {

// Wall-clock seconds from start to end, the median of `repeats` times; what it prints is thrown
// away. Throws UserError when it does not end with exit code 0.
[[nodiscard]] double seconds_of_program(const std::vector<std::string>& words, int repeats);

}  // namespace relco::app
