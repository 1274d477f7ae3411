// RC-mini: the small model on which other tools were measured too, as work for the engine's
// columns, draws and numerics. People live in neighbourhoods of 64 with 32 cases each; every week
// every ordered pair of every case's team of eight is evaluated:
//
//   contact   with probability 0.25 + 0.5 g; without it k -= 0.002 k, and that is all
//   timely    logistic(-1 + 2 g + 1.5 k)
//   accurate  logistic(-1 + 3 k)
//   solved    logistic(-1.5 + 1.5 g + 2 r)
//   g += 0.05 (solved - g), k += 0.05 (accurate - k), r += solved ? 0.04 (1 - r) : -0.08 r
//
// where g, k and r are the shared goals, shared knowledge and respect of the one for the other. The
// quality of a case is the share of the three that went well, among all contacts of its team.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/week.h"
#include "random/draws.h"
#include "world/tables.h"

namespace relco {

namespace mini {
inline constexpr std::uint32_t kNeighbourhood = 64;  // people
inline constexpr std::uint32_t kCases = 32;          // of a neighbourhood
inline constexpr std::uint32_t kTeam = 8;
inline constexpr std::uint32_t kTeamPairs = kTeam * (kTeam - 1) / 2;
inline constexpr std::uint32_t kMostLevels = kCases;  // evaluations of one pair in one week
}  // namespace mini

struct MiniMeans {
  double goals = 0, knowledge = 0, respect = 0;  // over ties
  double quality = 0;                            // over cases
};

// Level l of a neighbourhood holds the (l + 1)-th evaluation of every pair that has one; its pairs
// are the first rows of the neighbourhood, because pairs stand in the order of how many they have.
struct RcMini {
  Pairs pairs;                            // the columns that a week touches, and no others
  std::vector<std::uint32_t> first_pair;  // per neighbourhood, and the end; whole steps of lanes
  std::vector<std::uint32_t> first_level;
  std::vector<std::uint32_t> level_pairs;  // per level: how many
  std::vector<std::uint16_t> told;         // kTeamPairs per case: the slots of its evaluations
  std::vector<float> quality;              // per case, of the last week
  std::vector<MiniMeans> weeks;            // one per week that was lived through
  std::uint64_t ties = 0;                  // directed
  PhiloxKey key;

  [[nodiscard]] std::size_t neighbourhoods() const { return first_pair.size() - 1; }
  [[nodiscard]] std::uint64_t evaluations_per_week() const {
    return std::uint64_t{2} * told.size();
  }
};

// Rounds people to whole neighbourhoods, at least one. Ties start between 0.3 and 0.7.
[[nodiscard]] RcMini make_rc_mini(std::size_t people, std::uint64_t seed);

// A week in lanes, level by level, at the vector level in use and on the threads of the surrounding
// arena; at the level scalar, that of live_week_by_tie().
void live_week(RcMini& world);
// The same bits without levels, lanes or threads: case by case, one tie at a time.
void live_week_by_tie(RcMini& world);

// Of ties, quality and all recorded means.
[[nodiscard]] std::uint64_t digest_of(const RcMini& world);
// Least that a week reads and writes of a pair; and what is stored of it, indices included.
[[nodiscard]] double bytes_moved_per_pair();
[[nodiscard]] double bytes_stored_per_pair(const RcMini& world);

}  // namespace relco
