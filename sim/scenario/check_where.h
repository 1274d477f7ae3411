// What must hold between the place of a change and what is there.
#pragma once

#include <set>
#include <string>

#include "scenario/reading.h"
#include "world/facts.h"

namespace relco::scenario {

// A note for every key of `where` that a verb does not heed, and a finding for a place that selects
// nobody. `added` are roles that changes bring: they may be anywhere.
void check_where(const Facts& facts, const ChangeFacts& change,
                 const std::set<std::string, std::less<>>& added, Reading& reading);

}  // namespace relco::scenario
