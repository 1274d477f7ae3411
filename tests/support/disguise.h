// The same facts told otherwise: their lists in another order, their things under other names.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "world/facts.h"

namespace relco::test {

// Every list whose order says nothing, in an order that the seed chooses. The order of arms says
// which is the control, and stays.
void shuffle_all(Facts& facts, std::uint64_t seed);

// Roles that the facts do not describe get a row of their own, so that they can be renamed.
void describe_all_roles(Facts& facts);

enum class Ids : std::uint8_t {
  kept,  // things are who they were
  new_ones
};

// Gives everything but arms another name, everywhere it is named. New names sort in another order
// than the old ones, and each begins like the next. Returns the old name of each organisation.
std::map<std::string, std::string> rename_all(Facts& facts, Ids ids = Ids::kept);

}  // namespace relco::test
