// relco check: scenarios held to what they say they expect.
#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <chrono>

#include "app/blocking.h"
#include "app/commands.h"
#include "app/console.h"
#include "app/json_text.h"
#include "app/progress.h"
#include "app/scenario_files.h"
#include "app/scenario_input.h"
#include "app/stop_signal.h"
#include "app/survey_claims.h"
#include "app/text_file.h"
#include "base/build_info.h"
#include "base/errors.h"
#include "base/exit_codes.h"
#include "contracts/contracts.h"
#include "contracts/report.h"
#include "rules/mechanisms.h"
#include "rules/parameters.h"

namespace relco::app {
namespace {

constexpr int kQuickReplicates = 6;  // the fewest of which a median has an interval

class Stopped : public std::exception {};

int replicates_of(const contracts::ContractNeeds& needs, const CheckArguments& arguments) {
  return arguments.quick ? std::min(needs.replicates, kQuickReplicates) : needs.replicates;
}

// Runs some arms of a scenario as its claims need them; `surveys` may be null.
RunRecords run_arms(const ScenarioInput& input, const std::vector<std::size_t>& arms,
                    const contracts::ContractNeeds& needs, const Parameters& parameters,
                    const CheckArguments& arguments, SurveyClaims* surveys) {
  Facts facts = input.facts;
  facts.arms.clear();
  for (std::size_t arm : arms) facts.arms.push_back(input.facts.arms[arm]);
  facts.horizon = needs.horizon;
  facts.replicates = replicates_of(needs, arguments);
  const ProgressStyle style = progress_style(arguments.quiet);  // no lines for each of many runs
  ProgressMeter meter(style == ProgressStyle::plain_lines ? ProgressStyle::none : style);
  RunOptions options;
  options.threads = arguments.threads;
  options.stop = &StopSignals::flag();
  options.asked = needs.asked;
  options.progress = [&meter](const Progress& progress) { meter.show(progress); };
  if (surveys != nullptr && surveys->any()) {
    options.look = [surveys](CellKey key, const World& world) { surveys->look(key, world); };
  }
  RunResult result = run_scenario(facts, parameters, options);
  if (result.stopped) throw Stopped();
  return std::move(result.records);
}

// Runs what the expectations of one scenario need, and holds them against it.
std::vector<contracts::ContractResult> check_one(const ScenarioInput& input,
                                                 const CheckArguments& arguments) {
  const contracts::ContractNeeds needs = contracts::contract_needs(input.facts);
  RunRecords records;
  SurveyClaims surveys(input.facts, needs.arms, needs.horizon, replicates_of(needs, arguments),
                       input.parameters);
  if (!needs.arms.empty()) {
    records = run_arms(input, needs.arms, needs, input.parameters, arguments, &surveys);
  }
  std::vector<contracts::BlockedRun> without;
  for (const contracts::BlockedNeed& need : needs.blocked) {
    const Parameters parameters = blocked(input.parameters, need.mechanisms);
    without.push_back(
        {need.mechanisms, run_arms(input, need.arms, needs, parameters, arguments, nullptr)});
  }
  return contracts::evaluate(
      input.facts, records, without,
      [&surveys](const ExpectationFacts& claim) { return surveys.values(claim); });
}

// Claims of a file that this one extends are about that one's facts; they are checked there.
void keep_own_claims(Facts& facts) {
  std::erase_if(facts.expectations,
                [&facts](const ExpectationFacts& claim) { return claim.file != facts.file; });
}

// All files are read before the first is run: a mistake in the last should not cost an hour.
std::vector<ScenarioInput> read_all(const CheckArguments& arguments) {
  std::vector<ScenarioInput> inputs;
  std::string findings;
  for (const std::string& path : scenario_files(arguments.paths, Wanted::with_claims, findings)) {
    try {
      ScenarioInput input = read_scenario(path, arguments.set);
      block(input, arguments.block);
      keep_own_claims(input.facts);
      if (!input.facts.expectations.empty()) inputs.push_back(std::move(input));
    } catch (const UserError& error) {
      findings += (findings.empty() ? "" : "\n") + std::string(error.what());
    }
  }
  if (!findings.empty()) throw UserError(findings);
  return inputs;
}

// What was checked other than the files as they are, in sentences; "" when nothing was.
std::string conditions_of(const CheckArguments& arguments) {
  std::string text;
  if (!arguments.set.empty()) {
    text += "With other settings than the files': " + shell_words(arguments.set) + "\n\n";
  }
  for (const std::string& name : arguments.block) {
    text += fmt::format("Without {}: {}.\n\n", name, find_mechanism(name)->meaning);
  }
  if (arguments.quick) {
    text += fmt::format("Quick: at most {} replicates each, so claims may fail that hold.\n\n",
                        kQuickReplicates);
  }
  return text;
}

// Which program checked which model: coverage reads it before it believes what follows.
boost::json::object header_of(const Parameters& parameters, const CheckArguments& arguments) {
  const BuildInfo& build = build_info();
  return {{"relco", build.version},
          {"commit", build.commit},
          {"parameters", digest_text(digest_of(parameters))},
          {"quick", arguments.quick},
          {"settings", boost::json::value_from(arguments.set)},
          {"blocked", boost::json::value_from(arguments.block)}};
}

void report(const std::vector<contracts::ContractResult>& results, const Parameters& parameters,
            const CheckArguments& arguments) {
  if (arguments.json) {
    boost::json::object all = header_of(parameters, arguments);
    const boost::json::value found = contracts::to_json(results);
    for (const auto& member : found.as_object()) all[member.key()] = member.value();
    print(json_text(all));
    return;
  }
  print(conditions_of(arguments) + contracts::to_text(results, text_width(), shows_colour()));
}

// What was found as a page that says which program found it, with which parameters, and when.
void write_page(const std::vector<contracts::ContractResult>& results, const Parameters& parameters,
                const CheckArguments& arguments) {
  const BuildInfo& build = build_info();
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const std::chrono::year_month_day date(today);
  const std::string head = fmt::format(
      "# What the model holds\n\nWritten by `relco check {} --markdown`, not by hand: "
      "{:04}-{:02}-{:02}, "
      "relco {}, commit {}, parameters {:016x}.\n\n",
      shell_words(arguments.paths), static_cast<int>(date.year()),
      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), build.version,
      build.commit, digest_of(parameters));
  write_text(arguments.markdown, head + conditions_of(arguments) + contracts::to_markdown(results));
}

}  // namespace

int check(const CheckArguments& arguments) {
  const StopSignals signals;
  std::vector<contracts::ContractResult> results;
  const std::vector<ScenarioInput> inputs = read_all(arguments);
  if (!arguments.markdown.empty()) refuse_existing(arguments.markdown, arguments.force);
  for (const ScenarioInput& input : inputs) {
    if (!arguments.quiet) {
      tell_notes(input);
      note(fmt::format("relco: checking {}\n", input.facts.file));
    }
    try {
      for (auto& result : check_one(input, arguments)) results.push_back(std::move(result));
    } catch (const Stopped&) {
      note("relco: stopped; a check starts from the beginning next time\n");
      return exit_interrupted;
    }
  }
  if (results.empty()) note("relco: nothing to check: no scenario here expects anything\n");
  const Parameters parameters = inputs.empty() ? Parameters{} : inputs.front().parameters;
  report(results, parameters, arguments);
  if (!arguments.markdown.empty()) write_page(results, parameters, arguments);
  const bool broken = std::any_of(results.begin(), results.end(),
                                  [](const auto& result) { return result.broken(); });
  return broken ? exit_does_not_hold : exit_good;
}

}  // namespace relco::app
