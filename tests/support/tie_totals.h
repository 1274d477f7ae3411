// All ties of a world added up straight from its columns: what the ledger is held against.
#pragma once

#include <array>
#include <vector>

#include "base/fixed.h"
#include "world/ledger_terms.h"
#include "world/world.h"

namespace relco::test {

// By kind of tie and component; units of 2^-32, exact.
using TieTotals = std::array<std::array<Fixed, kComponents>, kTieScopes>;

// By organisation of whoever holds the tie; a family's ties, both directions, belong to the
// organisation of the provider, and exist while their case is open.
[[nodiscard]] std::vector<TieTotals> tie_totals(const World& world);

}  // namespace relco::test
