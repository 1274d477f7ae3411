// Text that others wrote, made fit for a terminal.
#pragma once

#include <string>
#include <string_view>

namespace relco {

// `text` as it is, but with escapes such as \x1b, \n and \u202e in place of what would steer a
// terminal or turn the reading order round: control characters, bidirectional overrides and
// isolates, line separators, and bytes that are no UTF-8.
[[nodiscard]] std::string printable(std::string_view text);

// The same, with line ends kept: for texts of several lines.
[[nodiscard]] std::string printable_lines(std::string_view text);

}  // namespace relco
