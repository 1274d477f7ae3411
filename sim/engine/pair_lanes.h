// How standing pairs go into lanes and back: those that are awake close up, those at rest stay out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/tie_lanes.h"
#include "world/tables.h"

namespace relco {

inline constexpr std::uint8_t kSilentYear = 52;

// The pairs that are lived through together.
struct PairChunk {
  std::size_t used = 0;
  bool first_meetings = false;  // some of them were silent for a year
  alignas(64) std::uint32_t pair[kLanes];
  alignas(64) std::uint32_t lower[kLanes];  // the two people of each
  alignas(64) std::uint32_t upper[kLanes];
  // The same pairs as runs of rows of which some are taken; kept where lanes close up by mask.
  struct Run {
    std::uint32_t row;
    std::uint32_t taken;  // bits of up to 16 rows from `row` on
  };
  Run runs[kLanes];
  std::size_t run_count = 0;
};

// Puts awake pairs from `begin` on into the lanes, with what they and their people bring, and
// returns the pair to go on from; `chunk.used` may come out 0. A released pair rests until it
// shares a case: nothing moves its ties, and nothing happens on them.
std::uint32_t load_pairs(Pairs& pairs, std::uint32_t begin, std::uint32_t end,
                         const std::vector<Profile>& profiles, float daily, PairChunk& chunk,
                         TieLanes& lanes);

// Takes the lanes back.
void store_pairs(PairChunk& chunk, TieLanes& lanes, Pairs& pairs);

}  // namespace relco
