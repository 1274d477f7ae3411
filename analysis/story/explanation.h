// The story of one tie as it is told: who the two are, the numbers, and the same tie in the control
// arm. Sentences for people, and JSON for programs.
#pragma once

#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <vector>

#include "story/names.h"
#include "story/story.h"

namespace relco::story {

// One of the two.
struct End {
  std::string name;                      // fewest words that tell: "nurse 3 of ward"
  std::string brief;                     // in sentences: "nurse 3"
  std::string compact;                   // "hospital/ward/nurse/3"
  std::string role, unit, organisation;  // of a family: "family", its pathway, ""
  std::string about;                     // "nurse in ward, hospital", "the family of a case ..."
  int number = 0;
  bool family = false;
};

// How the tie came to be chosen, where names left it open.
struct Choice {
  int contacts = 0, weeks = 0;
};

struct Explanation {
  std::string title, file;             // of the scenario
  std::vector<std::string> overrides;  // behaviour that was set, mechanisms taken out
  std::vector<std::string> settings;   // facts that were set by hand
  std::string arm, control;            // the first arm; equal to `arm` where that is told of
  std::vector<std::string> arms;
  int replicate = 0;
  std::uint64_t seed = 0;
  std::array<End, 2> who;
  std::optional<Choice> chosen;
  TieStory story;
  std::optional<TieStory> in_control;  // none: `arm` is the control
  std::vector<std::string> changes;    // of the arm: "bundle from week 26"
};

// Who two followed people, or a person and a family, are. `number` is that of the family's case.
[[nodiscard]] std::array<End, 2> ends_of(const Directory& directory, const FollowedTie& tie,
                                         CaseNumber number);

// "bundle from week 26", "redesign in weeks 26 to 77": what an arm picks and the control does not.
[[nodiscard]] std::vector<std::string> changes_of(const Facts& facts, std::size_t arm);

// Sentences and tables for a terminal of so many columns.
[[nodiscard]] std::string to_text(const Explanation& told, std::size_t width, bool colour);

// The layout is in docs/file-formats.md; fields may be added, never renamed.
[[nodiscard]] boost::json::value to_json(const Explanation& told);

}  // namespace relco::story
