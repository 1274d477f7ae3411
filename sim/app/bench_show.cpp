#include "app/bench_show.h"

#include <fmt/format.h>

#include <boost/json.hpp>

#include "app/console.h"
#include "app/json_text.h"
#include "base/build_info.h"
#include "engine/tie_lanes.h"

namespace relco::app {
namespace {

namespace json = boost::json;

json::value to_json(const ReachedLimits& r) {
  const bool memory = r.memory_is_nearer();
  return {
      {"kind", memory ? "memory" : "arithmetic"},
      {"value", memory ? r.pairs_per_second() : r.machine.evaluations_per_second},
      {"fraction", memory ? r.memory : r.arithmetic},
      {"memory",
       {{"bytes_per_second", r.machine.bytes_per_second},
        {"bytes_moved_per_pair", r.bytes_moved_per_pair},
        {"pairs_per_second", r.pairs_per_second()},
        {"fraction", r.memory}}},
      {"arithmetic",
       {{"evaluations_per_second", r.machine.evaluations_per_second}, {"fraction", r.arithmetic}}}};
}

// What every kernel has in common.
template <class Result>
json::object common_json(const Result& r, const BenchArguments& arguments) {
  return {{"kernel", arguments.kernel},
          {"people", r.people},
          {"cases", r.cases},
          {"weeks", r.weeks},
          {"threads", arguments.threads},
          {"vectors", name_of(vector_level())},
          {"digest", digest_text(r.digest)},
          {"software", fmt::format("relco {} ({})", build_info().version, build_info().commit)},
          {"compiler", build_info().compiler},
          {"build_type", build_info().build_type},
          {"processors", r.processors},
          {"tie_evaluations", r.tie_evaluations},
          {"tie_evaluations_per_second", r.tie_evaluations_per_second},
          {"tie_evaluations_per_processor_second", r.tie_evaluations_per_second / r.processors},
          {"pairs_streamed_per_second", r.pairs_streamed_per_second},
          {"bytes_per_pair", r.bytes_per_pair},
          {"peak_memory_bytes", r.peak_memory_bytes},
          {"limit", to_json(r.reached)}};
}

json::value to_json(const BenchResult& r, const BenchArguments& arguments) {
  json::array phases;
  for (const PhaseTime& phase : r.phases) {
    phases.push_back({{"name", phase.name},
                      {"seconds_per_week", phase.seconds_per_week},
                      {"share", phase.share}});
  }
  json::object object = common_json(r, arguments);
  object["pairs"] = r.pairs;
  object["family_ties"] = r.family_ties;
  object["small_runs_per_second"] = r.small_runs_per_second;
  object["genesis_seconds"] = r.genesis_seconds;
  object["phases"] = std::move(phases);
  return object;
}

json::value to_json(const RcMiniResult& r, const BenchArguments& arguments) {
  json::object object = common_json(r, arguments);
  object["pairs"] = r.ties / 2;
  object["small_runs_per_second"] = nullptr;  // of the complete model only
  object["genesis_seconds"] = r.set_up_seconds;
  object["phases"] =
      json::array{{{"name", "week"}, {"seconds_per_week", r.seconds_per_week}, {"share", 1.0}}};
  object["means"] = {{"goals", r.means.goals},
                     {"knowledge", r.means.knowledge},
                     {"respect", r.means.respect},
                     {"quality", r.means.quality}};
  return object;
}

void line(const char* what, double value, const char* unit) {
  print(fmt::format("{:<22}{:>12.2f} {}\n", what, value, unit));
}

std::string threads_text(const BenchArguments& arguments) {
  if (arguments.threads == 0) return "all cores";
  return fmt::format("{} thread{}", arguments.threads, arguments.threads == 1 ? "" : "s");
}

void print_limits(const ReachedLimits& r, const char* of_an_evaluation) {
  print("\nlimits of this machine, measured in this process\n");
  print(
      fmt::format("  memory      {:8.2f} GB/s updated in place, {} bytes a pair and week: reached "
                  "{:.1f} %\n",
                  r.machine.bytes_per_second / 1e9, r.bytes_moved_per_pair, 100 * r.memory));
  print(fmt::format("  arithmetic  {:8.2f} million evaluations a second ({}): reached {:.1f} %\n",
                    r.machine.evaluations_per_second / 1e6, of_an_evaluation, 100 * r.arithmetic));
  print(fmt::format("  the nearer one: {}\n", r.memory_is_nearer() ? "memory" : "arithmetic"));
}

template <class Result>
void print_common(const Result& r) {
  line("tie evaluations", r.tie_evaluations_per_second / 1e6, "million a second");
  line("per processor second", r.tie_evaluations_per_second / r.processors / 1e6,
       "million: what others leave of the processors is counted out");
  line("pairs streamed", r.pairs_streamed_per_second / 1e6, "million a second");
  line("processors", r.processors, "had on average");
  line("stored per pair", r.bytes_per_pair, "bytes");
}

}  // namespace

void show(const BenchResult& r, const BenchArguments& arguments) {
  if (arguments.json) return print(json_text(to_json(r, arguments)));
  print(fmt::format("{} people, {} pairs, {} cases, {} weeks, {} build, {}, vectors {}\n\n",
                    r.people, r.pairs, r.cases, r.weeks, build_info().build_type,
                    threads_text(arguments), name_of(vector_level())));
  print_common(r);
  line("small runs", r.small_runs_per_second, "a second (100 people, 60 weeks)");
  line("genesis", r.genesis_seconds, "s");
  line("peak memory", r.peak_memory_bytes / (1 << 20), "MiB");
  print(fmt::format("\n{:<14}{:>12} {:>7}\n", "phase", "ms a week", "share"));
  for (const PhaseTime& phase : r.phases) {
    print(fmt::format("{:<14}{:>12.3f} {:>6.1f}%\n", phase.name, 1000 * phase.seconds_per_week,
                      100 * phase.share));
  }
  print_limits(r.reached, "draws and five logistic functions");
  print(fmt::format("\ndigest {}\n", digest_text(r.digest)));
}

void show(const RcMiniResult& r, const BenchArguments& arguments) {
  if (arguments.json) return print(json_text(to_json(r, arguments)));
  print(fmt::format("RC-mini: {} people, {} ties, {} cases, {} weeks, {} build, {}, vectors {}\n\n",
                    r.people, r.ties, r.cases, r.weeks, build_info().build_type,
                    threads_text(arguments), name_of(vector_level())));
  print_common(r);
  line("set-up", r.set_up_seconds, "s");
  line("peak memory", r.peak_memory_bytes / (1 << 20), "MiB");
  print(
      fmt::format("\nafter {} weeks: goals {:.3f}, knowledge {:.3f}, respect {:.3f}, quality of "
                  "cases {:.3f}\n",
                  r.weeks, r.means.goals, r.means.knowledge, r.means.respect, r.means.quality));
  print_limits(r.reached, "half a draw and three bounded logistic functions");
  print(fmt::format("\ndigest {}\n", digest_text(r.digest)));
}

}  // namespace relco::app
