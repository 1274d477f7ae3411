// What a change sets, in words for people.
#pragma once

#include <string>
#include <vector>

#include "world/facts.h"

namespace relco {

// A line for each verb with every key that it sets: "staffing: factor 0.8; layoff yes". The keys
// are those of the format, so that what is read here can be written there.
[[nodiscard]] std::vector<std::string> change_words(const ChangeFacts& change);

}  // namespace relco
