// Trees as text: canonical YAML, and JSON.
#pragma once

#include <string>

#include "scenario/tree.h"

namespace relco::scenario {

// Block style, two spaces; lists of single values in brackets. Reads back as the same tree.
[[nodiscard]] std::string yaml_text(const Value& value);

// Two spaces, keys in the order of the tree.
[[nodiscard]] std::string json_text(const Value& value);

}  // namespace relco::scenario
