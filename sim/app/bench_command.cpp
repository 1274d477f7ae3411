// relco bench: how fast the complete model runs, how near that is to the machine's limit, whether
// the targets are met, and what becomes of it as worlds grow.
#include "app/bench_growth.h"
#include "app/bench_show.h"
#include "app/bench_targets.h"
#include "app/bench_world.h"
#include "app/commands.h"
#include "base/errors.h"
#include "base/exit_codes.h"

namespace relco::app {
namespace {

constexpr Week kWeeks = 26, kMiniWeeks = 100;

void must_stand_alone(const BenchArguments& arguments, const char* what) {
  if (arguments.scenario.empty()) return;
  throw UserError(
      fmt::format("relco bench: {} has worlds of its own; leave the scenario out", what));
}

void bench_one(const BenchArguments& arguments) {
  if (arguments.kernel == "rc-mini") {
    must_stand_alone(arguments, "rc-mini");
    show(measure_rc_mini(arguments.people, arguments.weeks.value_or(kMiniWeeks), arguments.threads),
         arguments);
  } else {
    show(
        measure(bench_world(arguments.scenario, arguments.people, arguments.weeks.value_or(kWeeks)),
                arguments.threads),
        arguments);
  }
}

}  // namespace

int bench(const BenchArguments& arguments) {
  if (arguments.targets) {
    must_stand_alone(arguments, "--targets");
    show_targets(measure_targets(arguments), arguments);
  } else if (arguments.growth) {
    must_stand_alone(arguments, "--growth");
    show_growth(measure_growth(arguments), arguments);
  } else {
    bench_one(arguments);
  }
  return exit_good;
}

}  // namespace relco::app
