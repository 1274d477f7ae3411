// From a survey and a roster to a scenario: its ties start where the survey found them, and are as
// unsure as the survey is.
#pragma once

#include <string>
#include <vector>

#include "survey/import.h"
#include "survey/scores.h"
#include "survey/survey_parameters.h"

namespace relco::survey {

// A level that a survey has found, and its standard error, 1-5.
struct Estimate {
  double mean = kNoAnswer, sd = 0;
  [[nodiscard]] bool known() const { return answered(mean); }
};

// The ties that `holder` has towards `towards`: what `towards` says of `holder`, read backwards.
struct TwinTies {
  std::size_t holder = 0, towards = 0;  // groups
  Estimate index;
  double goals = 0, knowledge = 0, respect = 0, communication = 0;  // move with the index
};

struct Twin {
  std::vector<std::string> groups;
  std::vector<TwinTies> ties;        // of cells that may be shown, by holder and then towards
  Estimate within, between, family;  // where single cells say nothing; sd: of cells around it
};

// The score that leads to this mean tick, by what the instrument does near the ends of the scale
// (expected_tick turned round), and what one point of ticks is worth there.
struct Unticked {
  double score = 0, slope = 1;  // slope: points of ticks per point of the score
};
[[nodiscard]] Unticked untick(double mean_tick, double spread) noexcept;

[[nodiscard]] Twin make_twin(const SurveyScores& scores, const SurveyParameters& parameters);

// What the scenario says about itself.
struct TwinTexts {
  std::string title, scores_file, roster_file;
};
// A scenario file. Who exists is the roster's; what neither says (pathways, an example of a reform)
// is assumed, and marked so.
[[nodiscard]] std::string scenario_text(const Twin& twin, const std::vector<RosterRow>& roster,
                                        const TwinTexts& texts);

}  // namespace relco::survey
