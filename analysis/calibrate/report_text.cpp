#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "calibrate/report.h"
#include "contracts/units.h"
#include "stats/readable.h"

namespace relco::calibrate {
namespace {

// The objective along the box in nine shades, darkest where it is lowest.
std::string strip(const Profile& profile) {
  if (profile.objective.empty()) return "";
  const double best = *std::min_element(profile.objective.begin(), profile.objective.end());
  std::string text;
  for (const double objective : profile.objective) {
    const double away = objective - best;
    text += away < 0.68 ? '#' : (away < 2.7 ? '+' : (away < 10 ? '-' : '.'));
  }
  return text;
}

std::string held(const contracts::ContractResult& result) {
  return !result.evaluated ? "not measured" : (result.held ? "held" : "missed");
}

struct Count {
  std::size_t claims = 0, before = 0, after = 0;
};
Count count(const Calibration& calibration, std::string_view use) {
  Count count;
  for (const JudgedClaim& claim : calibration.claims) {
    if (claim.after.claim.use != use) continue;
    ++count.claims;
    count.before += claim.before.held ? 1 : 0;
    count.after += claim.after.held ? 1 : 0;
  }
  return count;
}

std::string claims_table(const Calibration& calibration, std::string_view use) {
  std::string text;
  std::size_t width = 16;
  for (const JudgedClaim& claim : calibration.claims) {
    if (claim.after.claim.use == use) width = std::max(width, claim.after.claim.id.size());
  }
  for (const JudgedClaim& claim : calibration.claims) {
    if (claim.after.claim.use != use) continue;
    text += fmt::format("  {:<{}} {:>12} {:>12}  {:<16} {} -> {}\n", claim.after.claim.id, width,
                        claim.before.evaluated ? contracts::value_text(claim.before) : "-",
                        claim.after.evaluated ? contracts::value_text(claim.after) : "-",
                        contracts::band_text(claim.after), held(claim.before), held(claim.after));
  }
  return text;
}

std::string verdict_on(const FittedParameter& one) {
  std::string words = one.identifiable ? "pinned down" : "the evidence does not pin it down";
  if (one.at_edge) words += "; at the edge of the box";
  return words;
}

std::string parameter_lines(const Calibration& calibration) {
  std::string text;
  for (const FittedParameter& one : calibration.parameters) {
    text +=
        fmt::format("  {:<34} {:>8.4g} -> {:<8.4g} {:>8.3g} to {:<8.3g} {:<6}\n    {}\n", one.path,
                    one.before, one.after, one.low, one.high, strip(one.profile), verdict_on(one));
  }
  return text;
}

std::string fresh_words(const Calibration& calibration) {
  return fmt::format(
      "With fresh luck the squared errors of the fitted claims go from {:.3g} to {:.3g}{}.",
      calibration.fresh_before, calibration.fresh_after,
      calibration.better_afresh()
          ? ""
          : ": the fitted values are no better than those before, keep these");
}

std::string share_words(const Count& count) {
  return fmt::format("{} of {} hold, {} before", count.after, count.claims, count.before);
}

}  // namespace

std::string to_text(const Calibration& calibration, std::size_t width) {
  std::string text = stats::paragraph(
      fmt::format(
          "{} parameters fitted to {} claims with {} evaluations of {} replicates; seed {}. "
          "The sum of squared errors (1 is half a band) and of the pull to the defaults went "
          "from {:.3g} to {:.3g}.",
          calibration.parameters.size(), calibration.fitted_claims, calibration.evaluations,
          calibration.search_replicates, calibration.seed, calibration.objective_before,
          calibration.objective_after),
      width);
  text += "\nPARAMETERS  before -> after, 90 % interval, the objective along the box (# lowest)\n";
  text += parameter_lines(calibration);
  text += stats::paragraph(
      "Profiles hold the other parameters at the best; intervals let all of them go, and rest on "
      "the "
      "evenly spread points alone.",
      width, "  ", "  ");
  for (const char* use : {"fit", "test"}) {
    text += fmt::format(
        "\nCLAIMS {}  {} fresh replicates: before, after, band\n",
        std::string_view(use) == "fit" ? "THAT WERE FITTED TO" : "THAT NOTHING WAS FITTED TO",
        calibration.report_replicates);
    text += claims_table(calibration, use);
    text += fmt::format("  {}\n", share_words(count(calibration, use)));
  }
  text += '\n' + stats::paragraph(fresh_words(calibration), width);
  if (!calibration.not_measured.empty()) {
    text += '\n' + stats::paragraph(fmt::format("Not measured, and so not fitted to: {}.",
                                                fmt::join(calibration.not_measured, ", ")),
                                    width);
  }
  return text;
}

std::string parameter_file(const Calibration& calibration) {
  std::string text = fmt::format(
      "# Written by relco calibrate ({}); {} evaluations, seed {}.\n# relco run SCENARIO "
      "--parameters THIS-FILE, and the same for check and sweep.\n",
      calibration.software, calibration.evaluations, calibration.seed);
  for (const FittedParameter& one : calibration.parameters) {
    text += fmt::format("{}={:.9g}\n", one.path, static_cast<float>(one.after));
  }
  return text;
}

std::string history_entry(const Calibration& calibration) {
  const Count fit = count(calibration, "fit"), test = count(calibration, "test");
  std::string text = fmt::format(
      "## Calibration with {}\n\nFitted to {} claims of use *fit*, {} evaluations of {} "
      "replicates, "
      "seed {}; objective {:.3g} before, {:.3g} after. With {} fresh replicates: fit claims {}; "
      "test "
      "claims {}.\n\n| parameter | before | after | 90 % interval | box | "
      "|\n|---|---|---|---|---|---|\n",
      calibration.software, calibration.fitted_claims, calibration.evaluations,
      calibration.search_replicates, calibration.seed, calibration.objective_before,
      calibration.objective_after, calibration.report_replicates, share_words(fit),
      share_words(test));
  text.insert(text.find("\n\n| parameter"), ' ' + fresh_words(calibration));
  for (const FittedParameter& one : calibration.parameters) {
    text += fmt::format("| `{}` | {:.4g} | {:.4g} | {:.3g} to {:.3g} | {:.3g} to {:.3g} | {} |\n",
                        one.path, one.before, one.after, one.low, one.high, one.box_low,
                        one.box_high, verdict_on(one));
  }
  text += "\n| claim | use | before | after | band | |\n|---|---|---|---|---|---|\n";
  for (const JudgedClaim& claim : calibration.claims) {
    if (claim.after.claim.use.empty()) continue;
    text += fmt::format("| {} | {} | {} | {} | {} | {} -> {} |\n", claim.after.claim.id,
                        claim.after.claim.use,
                        claim.before.evaluated ? contracts::value_text(claim.before) : "-",
                        claim.after.evaluated ? contracts::value_text(claim.after) : "-",
                        contracts::band_text(claim.after), held(claim.before), held(claim.after));
  }
  if (!calibration.not_measured.empty()) {
    text += fmt::format("\nNot measured, and so not fitted to: {}.\n",
                        fmt::join(calibration.not_measured, ", "));
  }
  return text;
}

std::string to_text(const Planted& planted) {
  std::string text = fmt::format(
      "{} truths planted, {} draws; 90 % intervals hold {:.0f} % of the truths (80 to 98 is "
      "right)\n\n  parameter                            covered  width  variance left\n",
      planted.truths, planted.draws, 100 * planted.coverage());
  for (const PlantedParameter& one : planted.parameters) {
    text += fmt::format("  {:<34} {:>5} of {:<2}  {:>4.0f} %  {:>4.0f} %  {}\n", one.path,
                        one.covered, planted.truths, 100 * one.width, 100 * one.variance_left,
                        one.identifiable() ? "identifiable" : "not pinned down");
  }
  return text + (planted.good() ? "\nThe truths are found again.\n"
                                : "\nThe truths are NOT found again as they should be.\n");
}

}  // namespace relco::calibrate
