// What a partial folder belongs to, and the sentence that says why it cannot be resumed.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace relco::record {

// Everything that must be equal for stored cells and snapshots to be of use: build, scenario and
// parameter digests, seed, replicates ... in the order in which people should read it. Keys hold no
// colon and no line feed; values may hold anything.
using Identity = std::vector<std::pair<std::string, std::string>>;

// "key: value" lines; line feeds and backslashes of values are escaped.
[[nodiscard]] std::string identity_text(const Identity& identity);

// Empty when the text was not made by identity_text().
[[nodiscard]] std::optional<Identity> parse_identity(const std::string& text);

// One indented line for each field that differs, with both values; empty when none does.
[[nodiscard]] std::string identity_differences(const Identity& stored, const Identity& wanted);

}  // namespace relco::record
