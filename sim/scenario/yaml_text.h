// YAML text into a tree, guarded against files that were not written by friends: size, depth and
// number of nodes are bounded with aliases expanded, and every refusal is one finding.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "scenario/tree.h"

namespace relco::scenario {

inline constexpr std::size_t kMaxNodes = 200'000;  // with aliases expanded
inline constexpr int kMaxDepth = 40;

// The one document in `text`, or nothing and findings. `file` goes into the places of values,
// `name` into findings. Duplicate keys are findings, but the tree is still made.
[[nodiscard]] std::optional<Value> parse_yaml(std::string_view text, int file,
                                              const std::string& name, Diagnostics& diagnostics);

}  // namespace relco::scenario
