// Looks at bytes before any parser sees them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace relco::scenario {

inline constexpr std::size_t kMaxBytes = 4u << 20;
// Brackets, commas, colons and the like: the parser may hold a token for each at once.
inline constexpr std::size_t kMaxMarks = 1'000'000;
inline constexpr int kMaxOpen = 200;  // brackets open at once

// The text of a regular file, or nothing and one finding. The size is asked for before reading.
[[nodiscard]] std::optional<std::string> read_text_file(const std::string& path,
                                                        Diagnostics& diagnostics);

struct TextComplaint {
  int line = 0;
  int column = 0;
  std::string message;
};

// What makes `text` no plain UTF-8 text of sensible size, if anything.
[[nodiscard]] std::optional<TextComplaint> complain_about_text(std::string_view text);

// The text with a lone minus after "sign:" at the end of a line, which YAML takes for the start of
// a list, replaced by "n". Same length, so places stay right.
[[nodiscard]] std::string readable_signs(std::string_view text);

}  // namespace relco::scenario
