// A week of up to 64 pairs of partners at once, both directions: communication, learning, memory
// and ledger in lanes. Whoever stores ties fills the lanes, has them lived through, and takes them
// back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "engine/exchange.h"
#include "engine/lane_parameters.h"
#include "random/philox.h"
#include "rules/parameters.h"
#include "world/tally.h"

namespace relco {

inline constexpr std::size_t kLanes = 64;

// One side of each pair: its person, the tie it holds towards the other, what the other side
// remembers of it, and what it did this week.
struct SideLanes {
#define RELCO_LANE(type, name, rest, meaning) alignas(64) type name[kLanes];
  RELCO_PROFILE(RELCO_LANE)
#undef RELCO_LANE
  alignas(64) float goals[kLanes];
  alignas(64) float knowledge[kLanes];
  alignas(64) float respect[kLanes];
  struct {
    alignas(64) std::int32_t frequent[kLanes];
    alignas(64) std::int32_t timely[kLanes];
    alignas(64) std::int32_t accurate[kLanes];
    alignas(64) std::int32_t solving[kLanes];
  } memory;  // 2^-16
  alignas(64) Events events[kLanes];
};

struct TieLanes {
  SideLanes side[2];
  alignas(64) std::uint32_t words[4][kLanes];  // the week's luck: two words for each side
  alignas(64) float need[kLanes];              // cases; 0: only forgetting and anchors
  alignas(64) float daily[kLanes];             // of that without any shared case
  alignas(64) std::int32_t silent[kLanes];     // weeks without contact, up to 255
  alignas(64) std::int32_t counts[kLanes];     // all bits set; none in lanes that are not in use
  alignas(64) float suggestion[2][kLanes];     // chance that a suggestion is taken, if asked for
  alignas(64) std::int32_t known[kLanes];      // 1: the survey asks about the pair
  std::size_t used = 0;

  // Sets who stands on one side of a lane.
  void seat(int which, std::size_t lane, const Profile& profile) noexcept {
#define RELCO_LANE(type, name, rest, meaning) side[which].name[lane] = profile.name;
    RELCO_PROFILE(RELCO_LANE)
#undef RELCO_LANE
  }
  // The same for four lanes at once, four fields at a time.
  RELCO_LANE_STEP void seat_four(int which, std::size_t lane,
                                 const Profile* const (&who)[4]) noexcept;
  // Makes `count` lanes the used ones. Those that fill the last step up repeat the last used one
  // (a caller's duty, see whole_steps) and count for nothing.
  void use(std::size_t count) noexcept {
    used = count;
    for (std::size_t lane = 0; lane < kLanes; ++lane) counts[lane] = lane < count ? -1 : 0;
  }
};

[[nodiscard]] constexpr std::size_t whole_steps(std::size_t used) noexcept {
  return (used + kLaneStep - 1) / kLaneStep * kLaneStep;
}

// What all pairs of a chunk share.
struct ExchangeSetting {
  const Parameters* parameters = nullptr;
  const LaneParameters* lanes = nullptr;  // of those
  float sigma_custom = 0;
  PhiloxKey key;
  Week week = 0;
  LinkView view[2];          // seen from side 0, from side 1
  bool suggestions = false;  // look at how suggestions are taken
};

RELCO_LANE_STEP void TieLanes::seat_four(int which, std::size_t lane,
                                         const Profile* const (&who)[4]) noexcept {
  using Four [[gnu::vector_size(16)]] = std::uint32_t;  // bits of four fields, or of four lanes
  constexpr std::size_t kFields = sizeof(Profile) / 4, kColumn = sizeof(std::uint32_t) * kLanes;
  static_assert(offsetof(SideLanes, goals) == kFields * kColumn);
  auto* const to = reinterpret_cast<unsigned char*>(&side[which]) + 4 * lane;
  const auto from = [&](int n, std::size_t field) {
    return reinterpret_cast<const unsigned char*>(who[n]) + 4 * field;
  };
  std::size_t field = 0;
  for (; field + 4 <= kFields; field += 4) {
    Four row[4];
    for (int n = 0; n < 4; ++n) std::memcpy(&row[n], from(n, field), sizeof(Four));
    const Four low01 = __builtin_shufflevector(row[0], row[1], 0, 4, 1, 5);
    const Four low23 = __builtin_shufflevector(row[2], row[3], 0, 4, 1, 5);
    const Four high01 = __builtin_shufflevector(row[0], row[1], 2, 6, 3, 7);
    const Four high23 = __builtin_shufflevector(row[2], row[3], 2, 6, 3, 7);
    const Four column[4] = {__builtin_shufflevector(low01, low23, 0, 1, 4, 5),
                            __builtin_shufflevector(low01, low23, 2, 3, 6, 7),
                            __builtin_shufflevector(high01, high23, 0, 1, 4, 5),
                            __builtin_shufflevector(high01, high23, 2, 3, 6, 7)};
    for (std::size_t n = 0; n < 4; ++n) {
      std::memcpy(to + (field + n) * kColumn, &column[n], sizeof(Four));
    }
  }
  for (; field < kFields; ++field) {
    for (int n = 0; n < 4; ++n) std::memcpy(to + field * kColumn + 4 * n, from(n, field), 4);
  }
}

// Sums over the used lanes, one direction each. What a whole step of lanes adds is kept lane by
// lane at first, which costs one addition, and summed up when it is asked for.
struct ExchangeSums {
  Books books[2];
  std::int64_t items[2][kItems] = {};  // of known ties
  std::int64_t ties = 0;               // known, per direction
  std::int64_t evaluations = 0;        // ties with a shared case, per direction
  bool begun = false;                  // there was anything to add

  struct ByLane {
    std::int32_t terms[2][kTerms][kComponents][kLaneStep] = {};
    std::int32_t items[2][kItems][kLaneStep] = {};  // memories in 2^-16
    std::int32_t ties[kLaneStep] = {}, evaluations[kLaneStep] = {};
    // A step adds less than four grids of 2^23 to each number, so that so many fit 32 bits.
    static constexpr std::size_t kMostSteps = 64;
    std::size_t steps = 0;
  };
  alignas(64) ByLane by_lane;
  void settle() noexcept;  // moves what is kept by lane into the sums
};

// Lives through the week, and adds to `sums`, which must be settled before they are read.
void exchange(TieLanes& lanes, const ExchangeSetting& setting, ExchangeSums& sums) noexcept;

// The instructions for which the lanes were compiled. Every level gives the same bits, and so does
// scalar: one tie at a time, straight from the rules (exchange_by_tie.h), the reference for all.
enum class VectorLevel : std::uint8_t { scalar, baseline, avx2, avx512 };

// What this machine can run, lowest first, without scalar.
[[nodiscard]] std::span<const VectorLevel> vector_levels();
// scalar, baseline, avx2 or avx512.
[[nodiscard]] std::string_view name_of(VectorLevel level);
// The level in use: the highest, unless the environment's RELCO_VECTORS (one of the names) or
// set_vector_level says less. The first call throws UserError when RELCO_VECTORS is no such name.
[[nodiscard]] VectorLevel vector_level();
// For tests and measurements; not while a simulation runs.
void set_vector_level(VectorLevel level);

// Whether the ledger is kept of ties. Without it sums and digests are others, and ties the same: to
// measure what it costs, and for nothing else.
void set_ledger_kept(bool kept);

}  // namespace relco
