// A week of up to 64 pairs of partners at once, both directions: communication, learning, memory
// and ledger in lanes. Whoever stores ties fills the lanes, has them lived through, and takes them
// back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/exchange.h"
#include "random/philox.h"
#include "rules/parameters.h"
#include "world/tally.h"

namespace relco {

inline constexpr std::size_t kLanes = 64;
inline constexpr std::size_t kLaneStep = 16;  // lanes are lived through in whole steps

// One side of each pair: its person, the tie it holds towards the other, what the other side
// remembers of it, and what it did this week.
struct SideLanes {
#define RELCO_LANE(type, name, rest, meaning) alignas(64) type name[kLanes];
  RELCO_PROFILE(RELCO_LANE)
#undef RELCO_LANE
  alignas(64) float goals[kLanes];
  alignas(64) float knowledge[kLanes];
  alignas(64) float respect[kLanes];
  alignas(64) float respect_before[kLanes];  // at the start of the week
  struct {
    alignas(64) std::int32_t frequent[kLanes];
    alignas(64) std::int32_t timely[kLanes];
    alignas(64) std::int32_t accurate[kLanes];
    alignas(64) std::int32_t solving[kLanes];
  } memory;  // 2^-16
  alignas(64) Events events[kLanes];
  alignas(64) std::uint32_t words[4][kLanes];  // the week's luck
};

struct TieLanes {
  SideLanes side[2];
  alignas(64) float need[kLanes];           // cases; 0: only forgetting and anchors
  alignas(64) float daily[kLanes];          // of that without any shared case
  alignas(64) std::int32_t silent[kLanes];  // weeks without contact, up to 255
  alignas(64) float grid[kLanes];           // grid steps of 1 in the ledger; 0 in lanes not in use
  alignas(64) float suggestion[2][kLanes];  // chance that a suggestion is taken, if asked for
  alignas(64) std::int32_t known[kLanes];   // 1: the survey asks about the pair
  std::size_t used = 0;

  // Sets who stands on one side of a lane.
  void seat(int which, std::size_t lane, const Profile& profile) noexcept {
#define RELCO_LANE(type, name, rest, meaning) side[which].name[lane] = profile.name;
    RELCO_PROFILE(RELCO_LANE)
#undef RELCO_LANE
  }
  // The same for four lanes at once, four fields at a time.
  void seat_four(int which, std::size_t lane, const Profile* const (&who)[4]) noexcept;
  // Makes `count` lanes the used ones. Those that fill the last step up repeat the last used one
  // (a caller's duty, see whole_steps) and count for nothing.
  void use(std::size_t count) noexcept {
    used = count;
    for (std::size_t lane = 0; lane < kLanes; ++lane) grid[lane] = lane < count ? kGridUnit : 0.0f;
  }
};

[[nodiscard]] constexpr std::size_t whole_steps(std::size_t used) noexcept {
  return (used + kLaneStep - 1) / kLaneStep * kLaneStep;
}

// What all pairs of a chunk share.
struct ExchangeSetting {
  const Parameters* parameters = nullptr;
  float sigma_custom = 0;
  PhiloxKey key;
  Week week = 0;
  LinkView view[2];          // seen from side 0, from side 1
  bool suggestions = false;  // look at how suggestions are taken
};

// Sums over the used lanes, one direction each.
struct ExchangeSums {
  Books books[2];
  std::int64_t items[2][kItems] = {};  // of known ties
  std::int64_t ties = 0;               // known, per direction
  std::int64_t evaluations = 0;        // ties with a shared case, per direction
};

// Lives through the week, and adds to `sums`.
void exchange(TieLanes& lanes, const ExchangeSetting& setting, ExchangeSums& sums) noexcept;

// The instructions for which the lanes were compiled. Every level gives the same bits.
enum class VectorLevel : std::uint8_t { baseline, avx2, avx512 };

// What this machine can run, lowest first.
[[nodiscard]] std::span<const VectorLevel> vector_levels();
// The level in use: the highest, unless the environment's RELCO_VECTORS (baseline, avx2, avx512) or
// set_vector_level says less.
[[nodiscard]] VectorLevel vector_level();
// For tests and measurements; not while a simulation runs.
void set_vector_level(VectorLevel level);

}  // namespace relco
