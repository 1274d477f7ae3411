// The statistics of the virtual survey that a scenario can make claims about (claims of the kind
// `survey`): one world, one survey, seven numbers.
#pragma once

#include <optional>
#include <string_view>

#include "survey/virtual_survey.h"

namespace relco::survey {

// NaN where there is no value: nobody answered, one site only, nobody to rate within.
struct SurveyStatistics {
  double alpha = kNoAnswer;               // Cronbach's, 0.77 to 0.90 in the field (A11)
  double icc1 = kNoAnswer;                // share of variance between units (A13)
  double icc2 = kNoAnswer;                // reliability of a unit's mean (A13)
  double response_rate = kNoAnswer;       // share of those asked who answer (A16-A18)
  double retest = kNoAnswer;              // correlation of two waves without change (A11)
  double within_between_gap = kNoAnswer;  // points, within groups minus between (A08)
  double survey_index = kNoAnswer;        // 1 to 5, over all ratings

  // By its word in the vocabulary (statistic_words()); nothing for another word.
  [[nodiscard]] std::optional<double> named(std::string_view statistic) const;
};

// Holds the survey in the world as it stands: a claim about week w wants a world of which the weeks
// before w have been simulated, world.week == w; one about the last week, the world after the
// horizon. Everybody's answers count, however small the group. `parameters` is the field `survey`
// of the global set. A second wave is held for `retest`, whatever the plan says.
[[nodiscard]] SurveyStatistics statistics_of(const World& world, const SurveyParameters& parameters,
                                             SurveyPlan plan = {});

}  // namespace relco::survey
