// How the team of one case worked together: what its members told each other, and how much of the
// need that met (model equation Q1).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "rules/care/care.h"

namespace relco {

inline constexpr std::size_t kMostTeam = 32;  // places
inline constexpr std::size_t kMostTeamPairs = kMostTeam * (kMostTeam - 1) / 2;

// The events between the places of one team, one row per pair of places in the order of
// World::case_pairs. Gathered once a week and case, for several rules read them.
struct TeamTalk {
  struct Row {
    std::uint8_t known;           // 0: one of the two places is empty, or the two never share work
    std::uint8_t lower, upper;    // what the lower, the upper person of the pair sent
    std::uint8_t from_a, from_b;  // the same by place, a < b
  };
  std::array<Row, kMostTeamPairs> rows;
};

void listen(const World& world, std::uint32_t slot, TeamTalk& talk);

// Shares that are weighted and summed together, one instruction for the four: of the need that is
// met, 1, in contact in time and accurate, in time.
using FourShares [[gnu::vector_size(16)]] = float;
enum : std::uint8_t { kMet, kWanted, kWell, kTimely };

// What each way an exchange can go means for its case: events -> shares and counts.
class Meanings {
 public:
  explicit Meanings(const CareParameters& p);

  [[nodiscard]] const FourShares& shares(std::uint8_t events) const {
    return shares_[events & kEvents];
  }
  // Contacts, failed, blamed: ten bits each.
  [[nodiscard]] std::uint32_t counts(std::uint8_t events) const {
    return counts_[events & kEvents];
  }

 private:
  static constexpr std::uint8_t kEvents = event::well | event::problem | event::solved;
  FourShares shares_[kEvents + 1];
  std::uint32_t counts_[kEvents + 1];
};

[[nodiscard]] TeamWeek team_week(const World& world, const Parameters& parameters,
                                 const Meanings& meanings, const TeamTalk& talk, std::uint32_t lane,
                                 std::uint32_t slot);

}  // namespace relco
