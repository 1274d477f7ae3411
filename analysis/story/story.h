// The story of one tie in numbers: what it was, what it is, what moved it. Made from its history
// alone; sentences and JSON are made from this.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "engine/tie_history.h"

namespace relco::story {

inline constexpr Week kRecentWeeks = kRegimeWindow;

// A tie as it stood after a week, in exact grid steps.
struct Strength {
  Week week = -1;  // -1: as the run began, or as the tie did
  std::array<std::int64_t, kComponents> steps{};
  [[nodiscard]] double score(std::size_t component) const;  // survey scale, 1 to 5
  [[nodiscard]] double index() const;                       // mean of the three
};

// What one holds towards the other.
struct Direction {
  Strength start, recent_start, now;
  std::optional<Strength> year_before;  // none: it was not there then
  TermSteps recent{}, all{};            // what moved it since recent_start, since start
};

// Weeks in which one of the two did something towards the other, of the recent ones.
struct Contacts {
  int contact = 0, timely = 0, accurate = 0, well = 0, problem = 0, solved = 0, excess = 0;
  [[nodiscard]] int blamed() const { return problem - solved; }
};

// Whether there is a tie in the week that the story ends with, and why not.
enum class Standing : std::uint8_t {
  alive,
  apart,     // nothing ever brings them together
  unmet,     // nothing has brought them together yet
  released,  // after a year of silence
  vacant,    // a post of the two is empty
  away,      // a post of the two is not there: a change adds or cuts it
  over,      // the case has ended, or the provider has left its team
};

struct PostStory {
  bool vacant = false, filled = true;
  Week since = -1;          // vacant: the week of leaving; else that of taking the post; -1: before
  int occupants = 0;        // who worked in it in the weeks of the run
  std::vector<Week> taken;  // weeks in which somebody new started
};

struct TieStory {
  Standing standing = Standing::alive;
  Week week = 0;   // that was asked for
  Week began = 0;  // first week of the tie
  Week told = 0;   // last week of it up to `week`; the numbers are of its end
  bool from_before = false;
  bool of_family = false, case_seen = false;  // whether there was such a case by `week`
  std::array<Direction, 2> direction;
  TieWeek last;                      // what happened in `told`
  int recent_weeks = 0;              // up to 26
  int together = 0;                  // recent weeks with a shared case
  std::array<Contacts, 2> contacts;  // of 0, of 1
  std::vector<Week> met_again;       // after a year of silence
  Week last_contact = -1;            // -1: none in this run
  std::array<PostStory, 2> post;
};

// Of a history that reaches `week`.
[[nodiscard]] TieStory story_of(const TieHistory& history, Week week);

// Survey points of so many grid steps of one component, or of the mean of the three.
[[nodiscard]] double points(std::int64_t steps);
[[nodiscard]] double index_points(const std::array<std::int64_t, kComponents>& steps);

// All terms together: what start and end differ by, exactly.
[[nodiscard]] std::array<std::int64_t, kComponents> sum_of(const TermSteps& terms);

}  // namespace relco::story
