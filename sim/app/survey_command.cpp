// relco survey simulate and score: the survey held in a simulated world, and the scores of any.
#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>

#include "app/commands.h"
#include "app/console.h"
#include "app/json_text.h"
#include "app/scenario_input.h"
#include "app/survey_files.h"
#include "app/survey_report.h"
#include "app/text_file.h"
#include "base/diagnostics.h"
#include "base/errors.h"
#include "base/exit_codes.h"
#include "engine/simulation.h"
#include "survey/virtual_survey.h"

namespace relco::app {
namespace {

// Index of the thing of that name; UserError with the nearest other.
template <class Things>
std::size_t index_of(const Things& things, const std::string& name, const char* option) {
  std::vector<std::string_view> known;
  for (const auto& thing : things) known.push_back(thing.name);
  const auto at = std::find(known.begin(), known.end(), name);
  if (at != known.end()) return static_cast<std::size_t>(at - known.begin());
  const std::string_view near = nearest_name(name, known);
  throw UserError(fmt::format("{} {}: the scenario has none of that name{}", option, name,
                              near.empty() ? "" : fmt::format("; did you mean '{}'?", near)));
}

struct Held {
  survey::Answers answers;
  std::vector<survey::RosterRow> roster;
};

Held hold(const ScenarioInput& input, const SurveySimulateArguments& arguments, std::size_t arm,
          Week week) {
  survey::SurveyPlan plan;
  plan.pathway = arguments.pathway;
  plan.families = arguments.families;
  plan.waves = arguments.waves;
  const Blueprint blueprint = make_blueprint(input.facts, input.parameters);
  Simulation simulation(blueprint, input.parameters, arm, arguments.replicate);
  simulation.set_digests(false);
  simulation.run_until(week);
  plan.mode = survey::mode_named(arguments.mode);
  return {survey::hold_survey(simulation.world(), input.parameters.survey, plan),
          survey::roster_of(simulation.world(), plan)};
}

survey::ScoreOptions options_of(int smallest, std::size_t wave) {
  return {static_cast<std::size_t>(smallest), wave};
}

void report(const survey::SurveyScores& scores, const std::string& about, bool json) {
  if (json) {
    print(json_text(survey_json(scores)));
  } else {
    print(survey_text(scores, about, text_width(), shows_colour()));
  }
}

}  // namespace

int survey_simulate(const SurveySimulateArguments& arguments) {
  check_free(arguments.out, arguments.force);
  check_free(arguments.roster, arguments.force);
  RunSize size;
  size.seed = arguments.seed;
  const ScenarioInput input = read_scenario(arguments.scenario, arguments.set, size);
  const std::size_t arm =
      arguments.arm.empty() ? 0 : index_of(input.facts.arms, arguments.arm, "--arm");
  if (!arguments.pathway.empty()) {
    (void)index_of(input.facts.pathways, arguments.pathway, "--pathway");
  }
  const Week week = arguments.week.value_or(input.facts.horizon);
  if (week > input.facts.horizon) {
    throw UserError(
        fmt::format("--week {}: the scenario ends after {} weeks", week, input.facts.horizon));
  }
  const Held held = hold(input, arguments, arm, week);
  if (held.answers.ratings.empty()) {
    throw UserError(fmt::format("{}: nobody answered", arguments.scenario));
  }
  if (arguments.out) write_text(*arguments.out, survey::to_csv(held.answers));
  if (arguments.roster) write_text(*arguments.roster, survey::to_csv(held.roster));
  const auto scores =
      survey::score(held.answers, options_of(arguments.smallest, held.answers.waves.size() - 1));
  report(scores,
         fmt::format("Simulated survey of {}: arm {}, week {}, replicate {}, seed {}",
                     input.facts.title, input.facts.arms[arm].name, week, arguments.replicate,
                     input.facts.seed),
         arguments.json);
  for (const auto& file : {arguments.out, arguments.roster}) {
    if (file) note(fmt::format("wrote {}\n", *file));
  }
  return exit_good;
}

int survey_score(const SurveyScoreArguments& arguments) {
  std::vector<survey::RosterRow> roster;
  if (arguments.roster) roster = read_roster_file(*arguments.roster, arguments.layout);
  const survey::Answers answers =
      read_answers_file(arguments.file, arguments.roster ? &roster : nullptr,
                        arguments.roster.value_or(""), arguments.layout);
  const std::size_t wave = wave_of(answers, arguments.wave);
  const auto scores = survey::score(answers, options_of(arguments.smallest, wave));
  report(scores,
         fmt::format("Survey {}{}: {} people rated {} groups", arguments.file,
                     scores.wave.empty() ? "" : ", wave " + scores.wave, scores.respondents,
                     scores.groups.size()),
         arguments.json);
  return exit_good;
}

}  // namespace relco::app
