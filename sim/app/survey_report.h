// Scores of a survey as people read them, and as programs do.
#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "survey/scores.h"

namespace relco::app {

// `about` is the first line: what was scored.
[[nodiscard]] std::string survey_text(const survey::SurveyScores& scores, const std::string& about,
                                      std::size_t width, bool colour);

// Groups that are not shown have no numbers here either.
[[nodiscard]] boost::json::value survey_json(const survey::SurveyScores& scores);

}  // namespace relco::app
