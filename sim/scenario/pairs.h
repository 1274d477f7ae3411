// Pairs of roles as people write them: "surgeon-nurse". Role names may hold hyphens themselves.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "scenario/names.h"

namespace relco::scenario {

// The word for the family of the person cared for wherever a role may stand.
inline constexpr std::string_view kFamily = "family";

// The two roles of a pair, at whichever hyphen both sides are known.
[[nodiscard]] inline std::optional<std::pair<std::string, std::string>> split_pair(
    std::string_view text, const NameBook& names) {
  const auto known = [&](std::string_view role) {
    return role == kFamily || names.knows(Thing::role, role);
  };
  for (std::size_t at = text.find('-'); at != std::string_view::npos; at = text.find('-', at + 1)) {
    std::string_view first = text.substr(0, at), second = text.substr(at + 1);
    while (first.ends_with(' ')) first.remove_suffix(1);
    while (second.starts_with(' ')) second.remove_prefix(1);
    if (known(first) && known(second)) return std::pair{std::string(first), std::string(second)};
  }
  return std::nullopt;
}

}  // namespace relco::scenario
