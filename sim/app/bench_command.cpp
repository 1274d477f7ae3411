// relco bench: how fast the complete model runs, and how near that is to the machine's limit.
#include <fmt/format.h>

#include <filesystem>

#include "app/bench_show.h"
#include "app/commands.h"
#include "base/errors.h"
#include "base/exit_codes.h"

namespace relco::app {
namespace {

constexpr const char* kWorld = "scenarios/bench/neighbourhoods.yaml";
constexpr int kNeighbourhood = 64;  // people
constexpr Week kWeeks = 26, kMiniWeeks = 100;

// From the top of a checkout, or from the build that the program lies in.
std::string world_file() {
  namespace fs = std::filesystem;
  if (fs::exists(kWorld)) return kWorld;
  std::error_code failed;
  for (fs::path at = fs::read_symlink("/proc/self/exe", failed); at.has_relative_path();
       at = at.parent_path()) {
    if (fs::exists(at / kWorld, failed)) return (at / kWorld).string();
  }
  throw UserError(fmt::format(
      "relco bench: cannot find {} here or above the program; name the file: relco bench FILE",
      kWorld));
}

ScenarioInput bench_world(const BenchArguments& arguments) {
  const int copies = std::max(1, arguments.people / kNeighbourhood);
  RunSize size;
  size.weeks = arguments.weeks.value_or(kWeeks);
  size.replicates = 1;
  const std::string file = arguments.scenario.empty() ? world_file() : arguments.scenario;
  return read_scenario(file, {fmt::format("organisations.neighbourhood.copies={}", copies)}, size);
}

}  // namespace

int bench(const BenchArguments& arguments) {
  if (arguments.kernel == "rc-mini") {
    if (!arguments.scenario.empty()) {
      throw UserError("relco bench: rc-mini is a world of its own; leave the scenario out");
    }
    show(measure_rc_mini(arguments.people, arguments.weeks.value_or(kMiniWeeks), arguments.threads),
         arguments);
  } else {
    show(measure(bench_world(arguments), arguments.threads), arguments);
  }
  return exit_good;
}

}  // namespace relco::app
