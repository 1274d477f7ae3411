// The words of relco survey; a part of the door to CLI11.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "app/arguments.h"

namespace relco::app {

struct SurveyArguments {
  SurveySimulateArguments simulate;
  SurveyScoreArguments score;
  SurveyTwinArguments twin;
};

// Adds the command with its three verbs; the one that is named sets `chosen`.
void add_survey(CLI::App& app, SurveyArguments& arguments, std::function<int()>& chosen);

}  // namespace relco::app
