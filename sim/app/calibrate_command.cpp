// relco calibrate: the global parameters fitted to the claims that allow it, and what they then say
// of the others.
#include <fmt/format.h>

#include <boost/json.hpp>

#include "app/calibrate_input.h"
#include "app/commands.h"
#include "app/console.h"
#include "app/json_text.h"
#include "app/progress.h"
#include "app/results_place.h"
#include "app/stop_signal.h"
#include "app/text_file.h"
#include "base/build_info.h"
#include "base/errors.h"
#include "base/exit_codes.h"
#include "calibrate/report.h"
#include "record/results_file.h"

namespace relco::app {
namespace {

using calibrate::Dimension;
using calibrate::Pass;
using calibrate::Target;

constexpr std::size_t kMostFitted = 16;  // of more parameters the most telling are chosen first
constexpr std::size_t kDraws = 1000;     // of a planted check
constexpr int kReportReplicates = 30;
constexpr int kReportLuck = 50'000;  // replicates that no search uses
constexpr std::size_t kFewestEvaluations = 20, kMostEvaluations = 20'000;

int tell_stopped(const CalibrateArguments& arguments) {
  std::vector<std::string> words = arguments.words;
  std::erase(words, "--force");  // it would throw away what there is to go on with
  if (!arguments.resume) words.push_back("--resume");
  note(fmt::format("relco: stopped early; every evaluation is kept. To go on:\n  {}\n",
                   shell_words(words)));
  return exit_resumable;
}

// How many evaluations of the search fit into the minutes asked for, beside those that choose among
// the parameters. Measured once and kept, so that a search that goes on is the same search.
std::size_t evaluations_for(const CalibrateArguments& arguments, record::PartialStore& store,
                            double seconds_each, std::size_t screened) {
  if (arguments.evaluations) return *arguments.evaluations;
  constexpr const char* kKey = "plan";
  if (const auto kept = store.get_cell(kKey)) {
    record::ByteReader reader(*kept, "plan of a calibration");
    return static_cast<std::size_t>(reader.get<std::uint64_t>());
  }
  const double wanted =
      60 * arguments.minutes / std::max(seconds_each, 1e-4) - static_cast<double>(screened);
  const auto evaluations = static_cast<std::size_t>(
      std::clamp(wanted, double{kFewestEvaluations}, double{kMostEvaluations}));
  record::ByteWriter writer;
  writer.put(static_cast<std::uint64_t>(evaluations));
  store.append_cell(kKey, writer.bytes());
  return evaluations;
}

// Both claims and parameters, before and after, with luck that the search never saw. One scenario
// after the other: all their records at once would not fit into memory.
bool judge_afresh(calibrate::Calibration& calibration, const std::vector<Target>& targets,
                  const Parameters& before, const Parameters& after, Pass pass) {
  pass.replicates = calibration.report_replicates = kReportReplicates;
  pass.first_replicate = kReportLuck;
  for (const Target& target : targets) {
    const std::span<const Target> one(&target, 1);
    const auto old_results = calibrate::measure(one, before, pass);
    const auto new_results = calibrate::measure(one, after, pass);
    if (old_results.empty() || new_results.empty()) return false;
    for (std::size_t k = 0; k < old_results.size(); ++k) {
      calibration.claims.push_back({old_results[k], new_results[k]});
    }
  }
  return true;
}

std::filesystem::path history_place(const CalibrateArguments& arguments) {
  return std::filesystem::path(arguments.out).replace_extension(".md");
}

void publish(const CalibrateArguments& arguments, const calibrate::Calibration& calibration,
             record::PartialStore& store) {
  write_text(arguments.out, calibrate::parameter_file(calibration));
  write_text(history_place(arguments), calibrate::history_entry(calibration));
  store.destroy();
}

int plant(const CalibrateArguments& arguments, const CalibrateInput& input, const Pass& pass) {
  EvaluationMeter meter(arguments.quiet);
  const std::size_t draws = arguments.evaluations.value_or(kDraws);
  meter.expect(draws);
  const auto planted = calibrate::plant(input.all_claims(), pass, nullptr, input.base, input.space,
                                        *arguments.planted, draws, arguments.seed,
                                        [&meter](std::size_t done) { meter.show(done); });
  meter.close();
  if (!planted) {
    note("relco: stopped; a planted check keeps nothing\n");
    return exit_interrupted;
  }
  print(arguments.json ? json_text(calibrate::to_json(*planted)) : calibrate::to_text(*planted));
  return planted->good() ? exit_good : exit_does_not_hold;
}

int fit(const CalibrateArguments& arguments, const CalibrateInput& input, const Pass& pass) {
  constexpr auto kAny = record::Replaces::any_file;
  ResultsPlace place({arguments.out, arguments.force, arguments.resume, arguments.quiet, kAny});
  record::check_results_place(history_place(arguments), arguments.force || arguments.resume, kAny);
  record::PartialStore store = place.open(identity_of(input, arguments), 0);
  EvaluationMeter meter(arguments.quiet);
  calibrate::Objective objective(input.fit_claims(), pass, &store,
                                 [&meter](std::size_t done) { meter.show(done); });
  if (!objective.aim(input.base)) return tell_stopped(arguments);
  const double seconds_each = meter.seconds();
  const std::size_t screened = input.space.size() > kMostFitted ? input.space.size() + 1 : 0;
  const std::size_t evaluations = evaluations_for(arguments, store, seconds_each, screened);
  meter.expect(evaluations + screened);
  if (screened > 0 && !arguments.quiet) {
    note(fmt::format(
        "relco: {} evaluations choose the {} most telling of {} parameters; {} search\n", screened,
        kMostFitted, input.space.size(), evaluations));
    const double minutes = static_cast<double>(screened) * seconds_each / 60;
    if (!arguments.evaluations && minutes > arguments.minutes / 2) {
      note(fmt::format(
          "relco: choosing alone takes about {:.3g} minutes; --parameters goes without it\n",
          minutes));
    }
  }
  const std::vector<Dimension> space =
      calibrate::screen(objective, input.base, input.space, kMostFitted);
  if (space.empty()) return tell_stopped(arguments);
  const calibrate::Search found =
      calibrate::search(objective, input.base, space,
                        calibrate::budget_of(evaluations, space.size()), arguments.seed);
  meter.close();
  if (found.stopped) return tell_stopped(arguments);

  calibrate::Calibration calibration =
      calibrate::conclude(found, objective, input.base, space, arguments.seed);
  calibration.software = fmt::format("relco {} ({})", build_info().version, build_info().commit);
  if (!arguments.quiet) note("relco: 30 fresh replicates of every claim\n");
  if (!judge_afresh(calibration, input.all_claims(), input.base,
                    calibrate::at(input.base, space, found.best.unit), pass)) {
    return tell_stopped(arguments);
  }
  calibrate::compare_afresh(calibration);
  publish(arguments, calibration, store);
  if (!calibration.better_afresh() && !arguments.quiet) {
    note("relco: with fresh luck the fitted values are no better than those before\n");
  }
  if (arguments.json) {
    print(json_text(calibrate::to_json(calibration)));
  } else {
    print(calibrate::to_text(calibration, text_width()));
    print(fmt::format("\nparameters  {}\n", place.results().string()));
  }
  return exit_good;
}

}  // namespace

int calibrate(const CalibrateArguments& arguments) {
  const CalibrateInput input = read_calibration(arguments);
  const StopSignals signals;
  Pass pass;
  pass.replicates = arguments.replicates;
  pass.threads = arguments.threads;
  pass.stop = &StopSignals::flag();
  return arguments.planted ? plant(arguments, input, pass) : fit(arguments, input, pass);
}

}  // namespace relco::app
