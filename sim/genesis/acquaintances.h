// Who may ever meet whom, unit by unit: each unit can be asked alone, from any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "genesis/topology.h"

namespace relco {

// The pairs whose lower person is in one unit, in the order in which they are stored: by link, then
// by lower and upper person.
struct UnitPairs {
  // The pairs with people of one other unit, or of the own one.
  struct Link {
    std::uint32_t unit = 0;  // of the upper people
    std::uint8_t own_group = 0;
    std::uint32_t pairs = 0;
  };
  std::vector<Link> links;
  std::vector<std::uint32_t> lower, upper;
  std::vector<std::uint8_t> daily;  // 1: colleagues who meet in daily work
};

class Acquaintances {
 public:
  // The draft must outlive this, and have its people and lanes.
  explicit Acquaintances(const Draft& draft);

  // Room that is used again from unit to unit.
  struct Scratch {
    std::vector<std::vector<std::uint32_t>> colleagues, mates;  // of each person of the unit
    std::vector<std::uint64_t> links;                           // of each pair
    UnitPairs met;                                              // by lower and upper person
  };
  [[nodiscard]] UnitPairs pairs_of(std::uint32_t unit, Scratch& scratch) const;

 private:
  // One role of a pathway's team.
  struct TeamRole {
    std::uint32_t place = 0;  // the first of the role
    bool several = false;     // places, so that two of the role may meet
  };
  // Candidates of one lane and role who are in one unit, as a range of Plan::candidates.
  struct Seat {
    std::uint32_t lane = 0, role = 0;
    CandidateRange here;
  };
  template <class Visit>
  void for_each_seat(Visit&& visit) const;
  void add_colleagues(std::uint32_t unit, Scratch& scratch) const;
  void add_team_mates(const Seat& seat, std::uint32_t first, Scratch& scratch) const;
  [[nodiscard]] CandidateRange candidates(std::uint32_t lane, std::uint32_t place) const;
  [[nodiscard]] std::uint64_t link_of(std::uint32_t lower, std::uint32_t upper) const;

  const Draft& draft_;
  std::vector<std::vector<TeamRole>> roles_;  // of each pathway
  std::vector<std::uint32_t> first_seat_;     // of each unit
  std::vector<Seat> seats_;
};

}  // namespace relco
