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

// What each way an exchange can go means for its case: events -> shares and counts.
class Meanings {
 public:
  explicit Meanings(const CareParameters& p);

  struct Row {
    float met = 0;             // share of the need that is met
    float well = 0;            // 1: contact in time and accurate
    float timely = 0;          // 1: in time
    std::uint32_t counts = 0;  // contacts, failed, blamed: ten bits each
  };
  [[nodiscard]] const Row& of(std::uint8_t events) const { return rows_[events & kEvents]; }

 private:
  static constexpr std::uint8_t kEvents = event::well | event::problem | event::solved;
  std::array<Row, kEvents + 1> rows_;
};

[[nodiscard]] TeamWeek team_week(const World& world, const Parameters& parameters,
                                 const Meanings& meanings, const TeamTalk& talk, std::uint32_t lane,
                                 std::uint32_t slot);

}  // namespace relco
