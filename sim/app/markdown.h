// Pieces of the generated documents.
#pragma once

#include <string>
#include <string_view>

namespace relco::app {

// Text as a cell of a table.
[[nodiscard]] inline std::string cell(std::string_view text) {
  std::string safe;
  for (char c : text) safe += c == '|' ? std::string("\\|") : std::string(1, c);
  return safe.empty() ? " " : safe;
}

}  // namespace relco::app
