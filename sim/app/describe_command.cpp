// relco describe: a scenario, or the model itself, in words.
#include "app/commands.h"
#include "app/console.h"
#include "app/describe.h"
#include "base/errors.h"
#include "base/exit_codes.h"

namespace relco::app {

int describe(const DescribeArguments& arguments) {
  if (arguments.scenario.empty()) {
    if (!arguments.set.empty() && !arguments.mean_field) {
      throw UserError("relco describe: --set needs a scenario to set something in");
    }
    print(arguments.mean_field ? describe_mean_field(read_parameters(arguments.set))
                               : describe_model());
    return exit_good;
  }
  const ScenarioInput input = read_scenario(arguments.scenario, arguments.set);
  print(arguments.mean_field ? describe_mean_field(input.parameters) : describe_scenario(input));
  return exit_good;
}

}  // namespace relco::app
