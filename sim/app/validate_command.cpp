// relco validate: scenario files checked strictly, none of them run.
#include <fmt/format.h>

#include "app/commands.h"
#include "app/console.h"
#include "app/scenario_files.h"
#include "app/scenario_input.h"
#include "base/errors.h"
#include "base/exit_codes.h"

namespace relco::app {

int validate(const ValidateArguments& arguments) {
  std::string findings;
  for (const std::string& file : scenario_files(arguments.files, Wanted::all)) {
    try {
      const ScenarioInput input = read_scenario(file, {});
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
