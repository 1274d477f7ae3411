// relco bench: how fast the complete model runs, and how near that is to the machine's limit.
#include <fmt/format.h>

#include <boost/json.hpp>
#include <filesystem>

#include "app/bench_measure.h"
#include "app/commands.h"
#include "app/console.h"
#include "app/json_text.h"
#include "base/build_info.h"
#include "base/errors.h"
#include "base/exit_codes.h"
#include "engine/tie_lanes.h"

namespace relco::app {
namespace {

constexpr const char* kWorld = "scenarios/bench/neighbourhoods.yaml";
constexpr int kNeighbourhood = 64;  // people

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
  size.weeks = arguments.weeks;
  size.replicates = 1;
  const std::string file = arguments.scenario.empty() ? world_file() : arguments.scenario;
  return read_scenario(file, {fmt::format("organisations.neighbourhood.copies={}", copies)}, size);
}

boost::json::value to_json(const BenchResult& r, const BenchArguments& arguments) {
  boost::json::array phases;
  for (const PhaseTime& phase : r.phases) {
    phases.push_back({{"name", phase.name},
                      {"seconds_per_week", phase.seconds_per_week},
                      {"share", phase.share}});
  }
  const bool memory = r.memory_fraction >= r.arithmetic_fraction;
  const double memory_limit = r.limits.bytes_per_second / r.bytes_moved_per_pair;
  return {{"kernel", arguments.kernel},
          {"people", r.people},
          {"pairs", r.pairs},
          {"cases", r.cases},
          {"weeks", r.weeks},
          {"threads", arguments.threads},
          {"vectors", name_of(vector_level())},
          {"digest", digest_text(r.digest)},
          {"software", fmt::format("relco {} ({})", build_info().version, build_info().commit)},
          {"compiler", build_info().compiler},
          {"build_type", build_info().build_type},
          {"tie_evaluations_per_second", r.tie_evaluations_per_second},
          {"pairs_streamed_per_second", r.pairs_streamed_per_second},
          {"bytes_per_pair", r.bytes_per_pair},
          {"small_runs_per_second", r.small_runs_per_second},
          {"genesis_seconds", r.genesis_seconds},
          {"peak_memory_bytes", r.peak_memory_bytes},
          {"limit",
           {{"kind", memory ? "memory" : "arithmetic"},
            {"value", memory ? memory_limit : r.limits.evaluations_per_second},
            {"fraction", memory ? r.memory_fraction : r.arithmetic_fraction},
            {"memory",
             {{"bytes_per_second", r.limits.bytes_per_second},
              {"bytes_moved_per_pair", r.bytes_moved_per_pair},
              {"pairs_per_second", memory_limit},
              {"fraction", r.memory_fraction}}},
            {"arithmetic",
             {{"evaluations_per_second", r.limits.evaluations_per_second},
              {"fraction", r.arithmetic_fraction}}}}},
          {"phases", std::move(phases)}};
}

void print_text(const BenchResult& r, const BenchArguments& arguments) {
  print(fmt::format(
      "{} people, {} pairs, {} cases, {} weeks, {} build, {}, vectors {}\n\n", r.people, r.pairs,
      r.cases, r.weeks, build_info().build_type,
      arguments.threads == 0 ? "all cores" : fmt::format("{} threads", arguments.threads),
      name_of(vector_level())));
  const auto line = [](const char* what, double value, const char* unit) {
    print(fmt::format("{:<22}{:>12.2f} {}\n", what, value, unit));
  };
  line("tie evaluations", r.tie_evaluations_per_second / 1e6, "million a second");
  line("pairs streamed", r.pairs_streamed_per_second / 1e6, "million a second");
  line("stored per pair", r.bytes_per_pair, "bytes");
  line("small runs", r.small_runs_per_second, "a second (100 people, 60 weeks)");
  line("genesis", r.genesis_seconds, "s");
  line("peak memory", r.peak_memory_bytes / (1 << 20), "MiB");
  print(fmt::format("\n{:<14}{:>12} {:>7}\n", "phase", "ms a week", "share"));
  for (const PhaseTime& phase : r.phases) {
    print(fmt::format("{:<14}{:>12.3f} {:>6.1f}%\n", phase.name, 1000 * phase.seconds_per_week,
                      100 * phase.share));
  }
  print("\nlimits of this machine, measured in this process\n");
  print(fmt::format(
      "  memory      {:8.2f} GB/s updated in place, {} bytes a pair and week: reached "
      "{:.1f} %\n",
      r.limits.bytes_per_second / 1e9, r.bytes_moved_per_pair, 100 * r.memory_fraction));
  print(
      fmt::format("  arithmetic  {:8.2f} million evaluations a second (draws and five logistic "
                  "functions): reached {:.1f} %\n",
                  r.limits.evaluations_per_second / 1e6, 100 * r.arithmetic_fraction));
  print(fmt::format("  the nearer one: {}\n",
                    r.memory_fraction >= r.arithmetic_fraction ? "memory" : "arithmetic"));
  print(fmt::format("\ndigest {}\n", digest_text(r.digest)));
}

}  // namespace

int bench(const BenchArguments& arguments) {
  const BenchResult result = measure(bench_world(arguments), arguments.threads);
  if (arguments.json) {
    print(json_text(to_json(result, arguments)));
  } else {
    print_text(result, arguments);
  }
  return exit_good;
}

}  // namespace relco::app
