#include "app/bench_targets.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "app/bench_clock.h"
#include "app/bench_growth.h"
#include "app/bench_measure.h"
#include "app/bench_rc_mini.h"
#include "app/bench_spawn.h"
#include "app/bench_world.h"
#include "app/results_place.h"
#include "engine/tie_lanes.h"
#include "scenario/experiment.h"
#include "sweep/run_sweep.h"

namespace relco::app {
namespace {

namespace fs = std::filesystem;

constexpr int kPeople = 100'000, kMany = 1'000'000;
constexpr int kCores = 2;  // the targets are for two
constexpr Week kWeeks = 11, kManyWeeks = 6, kMiniWeeks = 100, kYear = 52;
constexpr const char* kExperiment = "scenarios/experiments/small-runs.yaml";

Target at_most(std::string id, std::string what, std::string unit, double must, double top,
               std::optional<double> value) {
  Target target{std::move(id), std::move(what), std::move(unit), must, top};
  target.less_is_better = true;
  target.measured = value;
  return target;
}

Target at_least(std::string id, std::string what, std::string unit, double must, double top,
                double value) {
  Target target{std::move(id), std::move(what), std::move(unit), must, top};
  target.measured = value;
  return target;
}

Target rate(Target target, double processors, int wanted) {
  target.is_rate = true;
  target.processors = processors;
  target.wanted = wanted;
  return target;
}

// What several targets are read from.
struct Measured {
  RcMiniResult mini;
  BenchResult one, two, many;  // threads and people
  BenchResult no_ledger;       // one thread
  MachineLimits limit_of_one, limit_of_two;
};

Measured measure_worlds() {
  Measured m;
  m.mini = measure_rc_mini(kPeople, kMiniWeeks, 1);
  const ScenarioInput world = bench_world("", kPeople, kWeeks);
  m.one = measure_run(world, 1);
  set_ledger_kept(false);
  m.no_ledger = measure_run(world, 1);
  set_ledger_kept(true);
  m.two = measure_run(world, kCores);
  const auto store =
      static_cast<std::size_t>(static_cast<double>(m.one.pairs) * m.one.bytes_per_pair);
  m.limit_of_one = probe_limits(store, 1);
  m.limit_of_two = probe_limits(store, kCores);
  m.many = measure_run(bench_world("", kMany, kManyWeeks), kCores);
  return m;
}

double per_processor_second(const BenchResult& run) {
  return run.tie_evaluations_per_second / run.processors;
}

Target second_thread(const Measured& m) {
  Target target = at_least("T3", "2 threads over 1, same bits", "x", 1.75, 1.9,
                           m.two.tie_evaluations_per_second / m.one.tie_evaluations_per_second);
  target.processors = m.two.processors, target.wanted = kCores;
  target.note = fmt::format(
      "{}; by processor time {:.2f} x; the probes gain {:.2f} x (draws and functions) and {:.2f} x "
      "(memory)",
      m.one.digest == m.two.digest ? "same digest" : "DIGESTS DIFFER",
      kCores * per_processor_second(m.two) / per_processor_second(m.one),
      m.limit_of_two.evaluations_per_second / m.limit_of_one.evaluations_per_second,
      m.limit_of_two.bytes_per_second / m.limit_of_one.bytes_per_second);
  if (m.one.digest != m.two.digest) target.measured = 0;
  return target;
}

// Share of a sweep's time that goes to anything but simulating.
double bookkeeping() {
  const fs::path folder = fs::temp_directory_path() / fmt::format("relco-bench-{}", getpid());
  const sweep::Plan plan =
      sweep::make_plan(load_experiment(checkout_file(kExperiment), {}, {}, parameter_rows()));
  double share = 0;
  {
    record::PartialStore store =
        record::PartialStore::open_or_create(folder, {}, {.cell_sync_interval = kCellSync});
    sweep::Options options;
    options.threads = kCores;
    options.store = &store;
    share = sweep::run_sweep(plan, options).bookkeeping();
    store.destroy();
  }
  return share;
}

std::vector<Target> starts() {
  const std::string world = checkout_file("scenarios/bench/neighbourhoods.yaml");
  const double smallest =
      seconds_of_program({"run", world, "--set", "organisations.neighbourhood.copies=1", "--weeks",
                          "1", "--no-out", "--quiet", "--json"},
                         9);
  return {
      at_most("T5", "relco --version", "ms", 20, 10, 1e3 * seconds_of_program({"--version"}, 9)),
      at_most("T5", "smallest run end to end", "ms", 50, 20, 1e3 * smallest)};
}

std::vector<Target> nation(bool asked) {
  std::optional<double> seconds, memory;
  std::string note = "takes minutes: ask for it by --nation";
  if (asked) {
    const ProcessorShare share;
    seconds = seconds_of([&] { memory = measure_nation(kYear, kCores).memory_bytes; });
    *memory /= std::size_t{1} << 30;
    note = fmt::format("{:.0f} s of processor time", share.seconds());
  }
  std::vector<Target> targets{at_most("T6", "Denmark 1:1, one year", "s", 120, 45, seconds),
                              at_most("T6", "the same, memory", "GiB", 16, 8, memory)};
  targets.front().note = note;
  return targets;
}

}  // namespace

std::optional<double> Target::judged() const {
  return is_rate && disturbed() ? *measured * wanted / processors : measured;
}

Verdict Target::verdict() const {
  const std::optional<double> value = judged();
  if (!value) return Verdict::not_measured;
  const auto reaches = [&](double aim) { return less_is_better ? *value <= aim : *value >= aim; };
  return reaches(top) ? Verdict::top : reaches(must) ? Verdict::met : Verdict::short_of_it;
}

std::vector<Target> measure_targets(const BenchArguments& arguments) {
  const Measured m = measure_worlds();
  std::vector<Target> targets{rate(at_least("T0", "RC-mini, 100 k people, one core", "M/s", 180,
                                            440, m.mini.tie_evaluations_per_second / 1e6),
                                   m.mini.processors, 1),
                              rate(at_least("T1", "complete model, 100 k people", "M/s", 100, 250,
                                            m.two.tie_evaluations_per_second / 1e6),
                                   m.two.processors, kCores),
                              at_least("T2", "1 M people over 100 k, rate", "x", 0.8, 0.9,
                                       per_processor_second(m.many) / per_processor_second(m.two)),
                              second_thread(m)};
  targets[2].note =
      fmt::format("by processor time; by the clock {:.2f} x",
                  m.many.tie_evaluations_per_second / m.two.tie_evaluations_per_second);
  const ProcessorShare share;
  Target small = at_least("T4", "small runs (100 people, 60 weeks)", "/s", 500, 1500,
                          small_runs(bench_world("", kPeople, kWeeks), kCores));
  targets.push_back(rate(std::move(small), share.processors(), kCores));
  for (Target& target : starts()) targets.push_back(std::move(target));
  for (Target& target : nation(arguments.nation)) targets.push_back(std::move(target));
  targets.push_back(at_most("T7", "memory per pair of people", "B", 64, 40, m.many.bytes_per_pair));
  targets.push_back(at_most("T8", "genesis of 1 M people", "s", 5, 1.5, m.many.genesis_seconds));
  targets.back().note = fmt::format("{:.2f} s of processor time", m.many.genesis_processor_seconds);
  targets.push_back(at_most("T9", "sweep bookkeeping", "%", 3, 1, 100 * bookkeeping()));
  targets.push_back(at_most("T10", "ledger on over ledger off", "x", 1.3, 1.1,
                            per_processor_second(m.no_ledger) / per_processor_second(m.one)));
  targets.back().note = "the whole week, by processor time";
  return targets;
}

}  // namespace relco::app
