// relco survey twin: a scenario that starts where a survey found the ties.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/commands.h"
#include "app/console.h"
#include "app/scenario_input.h"
#include "app/survey_files.h"
#include "app/text_file.h"
#include "base/errors.h"
#include "base/exit_codes.h"
#include "survey/twin.h"

namespace relco::app {

int survey_twin(const SurveyTwinArguments& arguments) {
  namespace fs = std::filesystem;
  check_free(arguments.out, arguments.force);
  const auto roster = read_roster_file(arguments.roster, arguments.layout);
  const survey::Answers answers =
      read_answers_file(arguments.scores, &roster, arguments.roster, arguments.layout);
  const auto scores = survey::score(
      answers, {static_cast<std::size_t>(arguments.smallest), wave_of(answers, arguments.wave)});
  const survey::Twin twin = survey::make_twin(scores, Parameters{}.survey);
  if (twin.ties.empty()) {
    throw UserError(
        fmt::format("{}: no group has {} respondents, so nothing can be told of its "
                    "ties; --smallest N allows fewer",
                    arguments.scores, arguments.smallest));
  }
  const auto name = [](const std::string& path) { return fs::path(path).filename().string(); };
  const std::string text =
      survey::scenario_text(twin, roster,
                            {"Twin of " + fs::path(arguments.scores).stem().string(),
                             name(arguments.scores), name(arguments.roster)});
  if (!arguments.out) {
    print(text);
    return exit_good;
  }
  write_text(*arguments.out, text);
  const ScenarioInput input = read_scenario(*arguments.out, {});  // says what a name breaks
  print(
      fmt::format("wrote {}: {} organisations, ties of {} pairs of groups\n"
                  "Next: relco run {}\n",
                  *arguments.out, input.facts.organisations.size(), twin.ties.size(),
                  shell_words({*arguments.out})));
  return exit_good;
}

}  // namespace relco::app
