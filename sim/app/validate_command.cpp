// relco validate: scenario and experiment files checked strictly, none of them run.
#include <fmt/format.h>

#include "app/commands.h"
#include "app/console.h"
#include "app/scenario_files.h"
#include "app/scenario_input.h"
#include "base/errors.h"
#include "base/exit_codes.h"
#include "rules/parameters.h"
#include "scenario/experiment.h"
#include "sweep/plan.h"

namespace relco::app {

namespace {

std::string experiment_line(const std::string& file) {
  const sweep::Plan plan = sweep::make_plan(load_experiment(file, {}, {}, parameter_rows()));
  sweep::check_points(plan, 0);
  return fmt::format("{}: good ({} points, {} runs)\n", file, plan.points.size(), plan.cells());
}

}  // namespace

int validate(const ValidateArguments& arguments) {
  std::string findings;
  for (const std::string& file : scenario_files(arguments.files, Wanted::all, findings)) {
    try {
      if (is_experiment(file)) {
        print(experiment_line(file));
        continue;
      }
      const ScenarioInput input = read_scenario(file, {});
      tell_notes(input);
      print(fmt::format("{}: good ({} arms, {} expectations)\n", file, input.facts.arms.size(),
                        input.facts.expectations.size()));
    } catch (const UserError& error) {
      if (!findings.empty()) findings += '\n';
      findings += error.what();
    }
  }
  if (!findings.empty()) throw UserError(findings);
  return exit_good;
}

}  // namespace relco::app
