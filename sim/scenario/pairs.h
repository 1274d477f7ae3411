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
[[nodiscard]] std::optional<std::pair<std::string, std::string>> split_pair(std::string_view text,
                                                                            const NameBook& names);

// Why `text` is no pair of roles, with the nearest role.
[[nodiscard]] std::string no_pair_text(std::string_view text, const NameBook& names);

}  // namespace relco::scenario
