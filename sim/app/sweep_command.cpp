// relco sweep: one scenario at many points, every run exactly once, one cube of results.
#include <fmt/format.h>

#include <boost/json.hpp>
#include <chrono>
#include <cmath>
#include <utility>

#include "app/commands.h"
#include "app/console.h"
#include "app/json_text.h"
#include "app/progress.h"
#include "app/results_place.h"
#include "app/scenario_input.h"
#include "app/stop_signal.h"
#include "app/sweep_dataset.h"
#include "app/sweep_shards.h"
#include "base/build_info.h"
#include "base/errors.h"
#include "base/exit_codes.h"
#include "sweep/report.h"

namespace relco::app {
namespace {

constexpr const char* kPartialFormat = "2";

sweep::Plan read_plan(const SweepArguments& arguments) {
  std::vector<Override> settings;
  for (const std::string& setting : arguments.set) settings.push_back(parse_override(setting));
  const ExperimentSize size{arguments.points, arguments.size.replicates, arguments.size.weeks,
                            arguments.size.seed};
  sweep::Plan plan =
      sweep::make_plan(load_experiment(arguments.experiment, size, settings, parameter_rows()));
  sweep::check_points(plan, arguments.threads);
  return plan;
}

// What must be equal for the cells of an unfinished sweep to be of use.
record::Identity identity_of(const sweep::Plan& plan) {
  return {{"format", std::string("sweep ") + kPartialFormat},
          {"software", fmt::format("relco {} ({})", build_info().version, build_info().commit)},
          {"experiment", plan.experiment.digest_text},
          {"parameters",
           digest_text(digest_of(parameters_with(plan.experiment.scenario.parameter_overrides)))}};
}

// The command as far as it shapes the results.
std::string shaping_command(const SweepArguments& arguments) {
  std::vector<std::string> words{"relco", "sweep", arguments.experiment};
  const auto add = [&words](const char* option, const auto& value) {
    if (value) words.insert(words.end(), {option, fmt::format("{}", *value)});
  };
  for (const std::string& setting : arguments.set) words.insert(words.end(), {"--set", setting});
  add("--points", arguments.points);
  add("--replicates", arguments.size.replicates);
  add("--weeks", arguments.size.weeks);
  add("--seed", arguments.size.seed);
  return shell_words(words);
}

sweep::Run run_cells(const sweep::Plan& plan, const SweepArguments& arguments, sweep::Shard shard,
                     record::PartialStore* store, const std::vector<record::PartialStore*>& also) {
  ProgressMeter meter(progress_style(arguments.quiet));
  sweep::Options options;
  options.threads = arguments.threads;
  options.store = store;
  options.also = also;
  options.stop = &StopSignals::flag();
  options.progress = [&meter](const Progress& progress) { meter.show(progress); };
  options.shard = shard;
  return sweep::run_sweep(plan, options);
}

int tell_stopped(const SweepArguments& arguments, const sweep::Run& run, bool kept) {
  if (!kept) {
    note("relco: stopped; with --no-out nothing is kept\n");
    return exit_interrupted;
  }
  std::vector<std::string> words = arguments.words;
  if (!arguments.resume) words.push_back("--resume");
  note(fmt::format("relco: stopped early; {} runs are done. To go on:\n  {}\n", run.found + run.ran,
                   shell_words(words)));
  return exit_resumable;
}

int exit_code_of(const sweep::Run& run) {
  return run.failed_points() > 0 ? exit_some_failed : exit_good;
}

// As it is kept in the results: the same whoever ran which part, and how often it was stopped.
Answer answer_of(const sweep::Plan& plan, sweep::Run run) {
  run.found += std::exchange(run.ran, 0);
  run.simulating = run.loading = run.keeping = 0;
  return {sweep::to_text(plan, run, kAnswerWidth), json_text(sweep::to_json(plan, run)),
          exit_code_of(run)};
}

std::string closing_lines(const sweep::Plan& plan, const sweep::Run& run, const std::string& place,
                          double seconds) {
  std::string text = fmt::format("seed     {}\ndigest   {}\nresults  {}\n", plan.facts().seed,
                                 digest_text(run.digest), place);
  text += fmt::format("runs     {} now", run.ran);
  if (run.found > 0) text += fmt::format(", {} found done", run.found);
  text += fmt::format("\ntime     {}", duration_text(seconds));
  if (run.ran > 0) {
    text += fmt::format("; bookkeeping {:.1f} %", 100 * run.bookkeeping());
  }
  return text + '\n';
}

}  // namespace

int sweep(const SweepArguments& arguments) {
  const auto start = std::chrono::steady_clock::now();
  const sweep::Shard shard = read_shard(arguments.shard);
  const sweep::Plan plan = read_plan(arguments);
  const StopSignals signals;

  PlaceWish wish = wish_of(arguments, arguments.experiment);
  const std::filesystem::path whole = wish.results;
  if (shard.of > 1) wish.results = shard_place(whole, shard);
  std::optional<ResultsPlace> place;
  std::optional<record::PartialStore> store;
  ShardStores shards;
  if (!arguments.no_out) {
    place.emplace(wish);
    if (const auto answer = place->finished(identity_of(plan), arguments.experiment)) {
      if (shard.of == 1) {
        shards.open(whole, identity_of(plan));
        shards.destroy();
      }
      print(arguments.json ? answer->json : answer->text);
      return static_cast<int>(answer->exit_code);
    }
    store = place->open(identity_of(plan), plan.cells());
    if (shard.of == 1) shards.open(whole, identity_of(plan));
  }
  const sweep::Run run =
      run_cells(plan, arguments, shard, store ? &*store : nullptr, shards.stores());
  if (run.stopped) return tell_stopped(arguments, run, store.has_value());
  if (shard.of > 1) {
    store->sync();
    note(fmt::format("relco: shard {} is done: {} runs now, {} found done, kept in {}\n",
                     arguments.shard, run.ran, run.found, place->partial().string()));
    return exit_code_of(run);
  }
  if (store) {
    place->publish(sweep_dataset(plan, run, shaping_command(arguments)), answer_of(plan, run),
                   identity_of(plan), arguments.experiment, *store);
    shards.destroy();
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  const std::string closing = closing_lines(
      plan, run, place ? place->results().string() : "not kept (--no-out)", seconds.count());
  if (arguments.json) {
    print(json_text(sweep::to_json(plan, run)));
    if (!arguments.quiet) note(closing);
  } else {
    print(sweep::to_text(plan, run, text_width()) + '\n' + closing);
  }
  return exit_code_of(run);
}

}  // namespace relco::app
