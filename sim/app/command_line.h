// From the words typed to a command that is ready to go. The only door to CLI11.
#pragma once

#include <functional>
#include <string>

namespace relco::app {

// Reads the words; returns what to do, which gives the exit code. Throws UserError when they make
// no sense.
[[nodiscard]] std::function<int()> parse_command_line(int argc, const char* const* argv);

// All commands and options as a page of the reference, from the same declarations.
[[nodiscard]] std::string command_line_markdown();

}  // namespace relco::app
