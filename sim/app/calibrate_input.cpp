#include "app/calibrate_input.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/console.h"
#include "app/scenario_files.h"
#include "app/scenario_input.h"
#include "base/build_info.h"
#include "base/errors.h"
#include "base/hash.h"

namespace relco::app {
namespace {

const std::vector<std::string> kFit{"fit"};
const std::vector<std::string> kAll{"fit", "test", ""};

// Claims of a file that this one extends are about that one's facts; they are measured there.
void keep_own_claims(Facts& facts) {
  std::erase_if(facts.expectations,
                [&facts](const ExpectationFacts& claim) { return claim.file != facts.file; });
}

void read_scenarios(const CalibrateArguments& arguments, CalibrateInput& input) {
  std::string findings, texts;
  for (const std::string& path : scenario_files(arguments.paths, Wanted::with_claims, findings)) {
    try {
      ScenarioInput one = read_scenario(path, {});
      keep_own_claims(one.facts);
      texts += one.text;
      input.scenarios.push_back(std::move(one.facts));
    } catch (const UserError& error) {
      findings += (findings.empty() ? "" : "\n") + std::string(error.what());
    }
  }
  if (!findings.empty()) throw UserError(findings);
  input.digest = fmt::format("{:016x}", hash_bytes(texts));
}

}  // namespace

std::vector<calibrate::Target> CalibrateInput::fit_claims() const {
  return calibrate::keep_claims(scenarios, kFit);
}

std::vector<calibrate::Target> CalibrateInput::all_claims() const {
  return calibrate::keep_claims(scenarios, kAll);
}

CalibrateInput read_calibration(const CalibrateArguments& arguments) {
  CalibrateInput input;
  const std::vector<std::string> paths =
      arguments.parameters.empty() ? calibrate::free_parameters() : arguments.parameters;
  input.space = calibrate::make_space(paths, arguments.reach);
  read_scenarios(arguments, input);
  if (!arguments.planted && input.fit_claims().empty()) {
    throw UserError("there is nothing to fit to: no claim here says use: fit");
  }
  if (input.all_claims().empty()) throw UserError("no scenario here expects anything");
  return input;
}

record::Identity identity_of(const CalibrateInput& input, const CalibrateArguments& arguments) {
  std::string paths;
  for (const calibrate::Dimension& one : input.space) paths += one.path() + ' ';
  record::Identity identity{
      {"format", "calibrate 1"},
      {"software", fmt::format("relco {} ({})", build_info().version, build_info().commit)},
      {"scenarios", input.digest},
      {"parameters", fmt::format("{:016x}", hash_bytes(paths))},
      {"reach", fmt::format("{}", arguments.reach)},
      {"replicates", fmt::format("{}", arguments.replicates)},
      {"seed", fmt::format("{}", arguments.seed)}};
  identity.emplace_back("evaluations", arguments.evaluations
                                           ? fmt::format("{}", *arguments.evaluations)
                                           : fmt::format("{} minutes", arguments.minutes));
  return identity;
}

void EvaluationMeter::show(std::size_t done) {
  if (quiet_ || expected_ == 0) return;
  if (can_rewrite_lines()) {
    note(fmt::format("\r{} of about {} evaluations, {} ", done, expected_,
                     duration_text(seconds())));
    line_open_ = true;
    return;
  }
  const std::size_t tenth = 10 * done / expected_;
  if (tenth <= last_tenth_) return;
  last_tenth_ = tenth;
  note(fmt::format("relco: {} of about {} evaluations, {}\n", done, expected_,
                   duration_text(seconds())));
}

void EvaluationMeter::close() {
  if (line_open_) note("\r\x1b[K");
  line_open_ = false;
}

double EvaluationMeter::seconds() const {
  const std::chrono::duration<double> passed = Clock::now() - start_;
  return passed.count();
}

}  // namespace relco::app
