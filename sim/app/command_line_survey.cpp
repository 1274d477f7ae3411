#include "app/command_line_survey.h"

#include "app/command_options.h"
#include "app/commands.h"

namespace relco::app {
namespace {

// May come again, one word each time.
void add_words(CLI::App& command, const char* name, std::vector<std::string>& words,
               const char* type, const char* meaning) {
  command.add_option(name, words, meaning)
      ->type_name(type)
      ->type_size(1)
      ->allow_extra_args(false)
      ->take_all();
}

void add_layout(CLI::App& command, ExportLayout& layout) {
  add_words(command, "--column", layout.columns, "OURS=THEIRS",
            "what the file calls one of our columns (respondent, group, rated, site, wave, people, "
            "organisation, unit) or items (frequent, timely, accurate, problem_solving, goals, "
            "knowledge, respect); may come again");
  command
      .add_option("--wide", layout.wide,
                  "columns of one row per respondent, such as \"{item} of {group}\"; found out by "
                  "itself for nurse.frequent and the like")
      ->type_name("PATTERN");
  add_words(command, "--missing", layout.missing, "TEXT",
            "what stands for no answer, beside nothing, -, NA and the like; may come again");
  command.add_flag("--frequency-is-amount", layout.frequency_is_amount,
                   "the frequency item tells how much (3 is right, 5 far too much), not how good");
}

void add_smallest(CLI::App& command, int& smallest) {
  command
      .add_option("--smallest", smallest,
                  "groups with fewer respondents are not shown, so that nobody is found out")
      ->capture_default_str()
      ->type_name("N")
      ->check(CLI::Range(1, 1000));
}

void add_simulate(CLI::App& survey, SurveySimulateArguments& a, std::function<int()>& chosen) {
  CLI::App& command = *survey.add_subcommand(
      "simulate", "Hold the survey in a simulated world: who answers, and what they tick");
  command.add_option("scenario", a.scenario, "scenario file")->required()->type_name("FILE");
  command
      .add_option("--set", a.set,
                  "another value for a parameter or a fact, as in relco run; may come again")
      ->type_name("PATH=VALUE")
      ->type_size(1)
      ->allow_extra_args(false)
      ->take_all();
  command.add_option("--arm", a.arm, "arm to survey; default: the first")->type_name("NAME");
  command
      .add_option("--week", a.week,
                  "week at whose start people are asked; default: when the scenario has ended")
      ->type_name("N")
      ->check(CLI::Range(0, 5200));
  command.add_option("--replicate", a.replicate, "which of the scenario's runs, from 0")
      ->capture_default_str()
      ->type_name("N")
      ->check(CLI::Range(0, 999'999));
  command.add_option("--seed", a.seed, "whole number that all luck hangs on")
      ->type_name("N")
      ->check(seed_check());
  command.add_option("--pathway", a.pathway, "only those who may serve this pathway")
      ->type_name("NAME");
  command
      .add_option("--mode", a.mode,
                  "how people are asked; default: as the scenario's last survey does, else web")
      ->type_name("NAME")
      ->check(CLI::IsMember({"web", "post", "paper", "in_person"}));
  command.add_flag("--families", a.families, "families rate, and are rated, as one more group");
  command
      .add_option("--waves", a.waves,
                  "times that those who answer are asked; nothing changes in between")
      ->capture_default_str()
      ->type_name("N")
      ->check(CLI::Range(1, 20));
  command.add_option("--out", a.out, "CSV file for the answers")->type_name("FILE");
  command.add_option("--roster", a.roster, "CSV file for who was asked")->type_name("FILE");
  add_smallest(command, a.smallest);
  command.add_flag("--force", a.force, "replace existing files");
  command.add_flag("--json", a.json, "machine-readable output on standard output");
  command.callback([&a, &chosen] { chosen = [&a] { return survey_simulate(a); }; });
}

void add_score(CLI::App& survey, SurveyScoreArguments& a, std::function<int()>& chosen) {
  CLI::App& command =
      *survey.add_subcommand("score", "Score the export of a survey, real or simulated");
  command.add_option("file", a.file, "CSV file of answers, long or wide")
      ->required()
      ->type_name("FILE");
  command.add_option("--roster", a.roster, "CSV file of who was asked: group, people")
      ->type_name("FILE");
  add_layout(command, a.layout);
  command.add_option("--wave", a.wave, "wave to score; default: the last")->type_name("NAME");
  add_smallest(command, a.smallest);
  command.add_flag("--json", a.json, "machine-readable output on standard output");
  command.callback([&a, &chosen] { chosen = [&a] { return survey_score(a); }; });
}

void add_twin(CLI::App& survey, SurveyTwinArguments& a, std::function<int()>& chosen) {
  CLI::App& command = *survey.add_subcommand(
      "twin", "Write a scenario that starts where a survey found the ties, as surely as it did");
  command.add_option("--scores", a.scores, "CSV file of answers, long or wide")
      ->required()
      ->type_name("FILE");
  command
      .add_option("--roster", a.roster,
                  "CSV file of who works there: group, people; organisation, sector, unit if told")
      ->required()
      ->type_name("FILE");
  add_layout(command, a.layout);
  command.add_option("--wave", a.wave, "wave to start from; default: the last")->type_name("NAME");
  add_smallest(command, a.smallest);
  command.add_option("--out", a.out, "scenario file; default: standard output")->type_name("FILE");
  command.add_flag("--force", a.force, "replace an existing file");
  command.callback([&a, &chosen] { chosen = [&a] { return survey_twin(a); }; });
}

}  // namespace

void add_survey(CLI::App& app, SurveyArguments& arguments, std::function<int()>& chosen) {
  CLI::App& survey = *app.add_subcommand(
      "survey", "The survey of relational coordination: simulate it, score it, start from it");
  survey.require_subcommand(1);
  add_simulate(survey, arguments.simulate, chosen);
  add_score(survey, arguments.score, chosen);
  add_twin(survey, arguments.twin, chosen);
}

}  // namespace relco::app
