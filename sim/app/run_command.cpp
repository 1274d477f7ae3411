// relco run: all arms and replicates of a scenario, the results file, and what won.
#include <fmt/format.h>

#include <chrono>

#include "app/blocking.h"
#include "app/commands.h"
#include "app/console.h"
#include "app/json_text.h"
#include "app/progress.h"
#include "app/results_dataset.h"
#include "app/results_place.h"
#include "app/run_store.h"
#include "app/scenario_input.h"
#include "app/stop_signal.h"
#include "base/build_info.h"
#include "base/exit_codes.h"
#include "verdict/verdict.h"

namespace relco::app {
namespace {

constexpr Week kCheckpointEvery = 52;
constexpr const char* kPartialFormat = "2";
constexpr std::chrono::seconds kSnapshotGap{5};

// What must be equal for the cells of an unfinished run to be of use.
record::Identity identity_of(const ScenarioInput& input) {
  return {{"format", kPartialFormat},
          {"software", fmt::format("relco {} ({})", build_info().version, build_info().commit)},
          {"scenario", input.scenario_digest},
          {"parameters", digest_text(digest_of(input.parameters))},
          {"seed", fmt::format("{}", input.facts.seed)},
          {"weeks", fmt::format("{}", input.facts.horizon)},
          {"replicates", fmt::format("{}", input.facts.replicates)}};
}

// What the answer repeats and the digest of the scenario does not cover.
std::string words_of(const ScenarioInput& input) {
  return fmt::format("{}\n{}\n{}", input.facts.file, input.facts.title, input.facts.question);
}

std::unique_ptr<RunStore> open_store(ResultsPlace& place, const ScenarioInput& input,
                                     const RunArguments& arguments) {
  const std::size_t cells =
      input.facts.arms.size() * static_cast<std::size_t>(input.facts.replicates);
  return std::make_unique<RunStore>(
      place.open(identity_of(input), cells), StopSignals::flag(),
      arguments.checkpoint_every ? std::chrono::seconds(0) : kSnapshotGap);
}

// The command as far as it shapes the results: what is stored in them.
std::string shaping_command(const RunArguments& arguments) {
  std::vector<std::string> words{"relco", "run", arguments.scenario};
  const auto add = [&words](const char* option, const auto& value) {
    if (value) words.insert(words.end(), {option, fmt::format("{}", *value)});
  };
  for (const std::string& setting : arguments.set) words.insert(words.end(), {"--set", setting});
  for (const std::string& name : arguments.block) words.insert(words.end(), {"--block", name});
  add("--replicates", arguments.size.replicates);
  add("--weeks", arguments.size.weeks);
  add("--seed", arguments.size.seed);
  return shell_words(words);
}

// What to type to go on.
std::string resume_command(const RunArguments& arguments) {
  std::vector<std::string> words = arguments.words;
  if (!arguments.resume) words.push_back("--resume");
  return shell_words(words);
}

RunResult run_cells(const ScenarioInput& input, const RunArguments& arguments, CellStore* store) {
  ProgressMeter meter(progress_style(arguments.quiet));
  RunOptions options;
  options.threads = arguments.threads;
  options.checkpoint_every =
      store == nullptr ? 0 : arguments.checkpoint_every.value_or(kCheckpointEvery);
  options.store = store;
  options.stop = &StopSignals::flag();
  options.progress = [&meter](const Progress& progress) { meter.show(progress); };
  return run_scenario(input.facts, input.parameters, options);
}

verdict::Verdict verdict_of(const ScenarioInput& input, const RunResult& result) {
  verdict::Verdict verdict = verdict::compute(result.records, input.facts,
                                              digest_text(result.digest), input.changed_parameters);
  verdict.settings = input.changed_facts;
  return verdict;
}

// As it is kept in the results: as wide as a page, and without colours.
Answer answer_of(const verdict::Verdict& verdict) {
  return {verdict::to_text(verdict, kAnswerWidth, false), json_text(verdict::to_json(verdict))};
}

int tell_stopped(const RunArguments& arguments, const RunStore* store) {
  if (store == nullptr) {
    note("relco: stopped; with --no-out nothing is kept\n");
    return exit_interrupted;
  }
  note(fmt::format("relco: stopped early; {} runs are done, {} are under way. To go on:\n  {}\n",
                   store->finished_cells(), store->snapshots(), resume_command(arguments)));
  return exit_resumable;
}

void tell_end(const RunArguments& arguments, const std::string& text, const std::string& json,
              const std::string& closing) {
  print(arguments.json ? json : text);
  if (!arguments.json) {
    print('\n' + closing);
  } else if (!arguments.quiet) {
    note(closing);
  }
}

// What tells runs apart: kept with the answer, so that it can be told again.
std::string digest_lines(const ScenarioInput& input, const RunResult& result) {
  return fmt::format("seed     {}\ndigest   {}\n", input.facts.seed, digest_text(result.digest));
}

std::string place_line(const ResultsPlace* place) {
  return place == nullptr ? "results  not kept (--no-out)\n"
                          : fmt::format("results  {}\n", place->results().string());
}

}  // namespace

int run(const RunArguments& arguments) {
  const auto start = std::chrono::steady_clock::now();
  ScenarioInput input = read_scenario(arguments.scenario, arguments.set, arguments.size);
  if (!arguments.quiet) tell_notes(input);
  block(input, arguments.block);
  const StopSignals signals;
  std::optional<ResultsPlace> place;
  std::unique_ptr<RunStore> store;
  if (!arguments.no_out) {
    place.emplace(wish_of(arguments, arguments.scenario));
    if (const auto answer = place->finished(identity_of(input), words_of(input))) {
      tell_end(arguments, answer->text, answer->json, answer->closing + place_line(&*place));
      return exit_good;
    }
    store = open_store(*place, input, arguments);
  }

  RunResult result;
  try {
    result = run_cells(input, arguments, store.get());
  } catch (...) {
    if (store && store->finished_cells() + store->snapshots() == 0) store->store().destroy();
    throw;
  }
  if (result.stopped) return tell_stopped(arguments, store.get());
  const verdict::Verdict verdict = verdict_of(input, result);
  Answer answer = answer_of(verdict);
  answer.closing = digest_lines(input, result);
  if (store) {
    place->publish(results_dataset(input, result, shaping_command(arguments)), answer,
                   identity_of(input), words_of(input), store->store());
  }

  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  tell_end(arguments, verdict::to_text(verdict, text_width(), shows_colour()), answer.json,
           fmt::format("{}{}time     {}\n", answer.closing, place_line(place ? &*place : nullptr),
                       duration_text(seconds.count())));
  return exit_good;
}

}  // namespace relco::app
