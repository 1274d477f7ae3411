// One tie followed through a run, both directions, week by week and term by term.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/exchange.h"
#include "engine/one_tie.h"
#include "engine/simulation.h"

namespace relco {

// Between whom: 0 is the one whom the story is about, 1 the other. People are rows of the world;
// whoever is kNone is the family of a case.
struct FollowedTie {
  std::array<std::uint32_t, 2> person{kNone, kNone};
  std::uint64_t case_id = 0;  // of the family; 0: two people
  std::uint32_t lane = kNone;
  [[nodiscard]] bool of_family() const { return case_id != 0; }
};

// Exact changes of one tie, in grid steps.
using TermSteps = std::array<std::array<std::int64_t, kComponents>, kTerms>;

// One of the two posts; a family's is always filled.
struct PostWeek {
  bool filled = true;          // somebody worked in it this week
  bool vacant = false;         // nobody holds it after the week
  bool newcomer = false;       // whoever holds it started this week
  std::uint32_t occupant = 0;  // number of the one who held it
};

struct TieWeek {
  Week week = 0;
  bool lived = false;                // else it did not exist or was released
  bool met = false;                  // for the first time, or after a year of silence
  std::array<Tie, 2> tie;            // after the week: of 0 towards 1, of 1 towards 0
  std::array<Events, 2> sent{};      // what 0 sent, what 1 sent
  std::array<TermSteps, 2> terms{};  // of the changes of the two ties
  float need = 0;                    // of each other, cases
  float daily = 0;                   // of that from work in one unit
  int stays = 0, follow_ups = 0;     // cases that both were in the team of, by phase
  std::array<PostWeek, 2> post;
};

struct TieHistory {
  FollowedTie tie;
  std::uint32_t pair = kNone;  // of two people; none: nothing ever brings them together
  Week began = kNever;         // first week that the tie lived through
  bool from_before = false;    // it was there when the run began
  bool case_seen = false;      // of a family: there was such a case in some week
  std::array<Tie, 2> start;    // as it was when it began
  std::vector<TieWeek> weeks;  // from week 0 on
};

// Takes a simulation, not yet begun, through its weeks, and keeps what happens on one tie. The
// world lives exactly as it does in a run. Every week of the tie is worked out a second time from
// the rules alone; that the stored tie is another is a bug.
class TieFollower {
 public:
  TieFollower(Simulation& simulation, const FollowedTie& tie);
  // Simulates one week; nothing is recorded of the rest of the world.
  void step();
  void run_until(Week week) {
    while (simulation_.world().week < week) step();
  }
  [[nodiscard]] const TieHistory& history() const { return history_; }

 private:
  [[nodiscard]] bool find_family();
  void before_ties(TieWeek& week);
  void after_ties(TieWeek& week);
  void before_family(TieWeek& week);
  void after_family(TieWeek& week);
  void expect(const OnePairWeek& expected, TieWeek& week);
  void take(const OnePairWeek& lived, TieWeek& week) const;
  void count_cases(TieWeek& week) const;
  void look_at_posts(TieWeek& week, bool after) const;

  Simulation& simulation_;
  TieHistory history_;
  std::size_t first_side_ = 0;        // of 0 in the stored pair
  std::vector<std::uint32_t> lanes_;  // whose teams both may be in
  std::uint32_t slot_ = kNone;        // of the family's case
  std::size_t row_ = 0;               // of the provider in its team
  OnePairWeek expected_;
};

// The tie as it stood after a week, counted from 0; after week -1 is the start. Not for weeks in
// which it was not there.
[[nodiscard]] const std::array<Tie, 2>& tie_after(const TieHistory& history, Week week);

}  // namespace relco
