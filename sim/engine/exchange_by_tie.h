// What exchange() does, one tie at a time: the reference that all lanes are held to.
#pragma once

#include "engine/tie_lanes.h"

namespace relco {

// The same bits as exchange() at any vector level, straight from the rules: no vectors, no lanes
// that fill up a step, no terms left out.
void exchange_by_tie(TieLanes& lanes, const ExchangeSetting& setting, ExchangeSums& sums) noexcept;

}  // namespace relco
