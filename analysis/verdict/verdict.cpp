#include "verdict/verdict.h"

#include <fmt/format.h>

#include <cmath>

#include "base/build_info.h"
#include "measure/summary.h"
#include "stats/regimes.h"

namespace relco::verdict {
namespace {

using Means = std::vector<double>;  // one per replicate

constexpr std::size_t kControl = 0;

OutcomeChange change_of(Outcome outcome, const Means& arm, const Means& control) {
  OutcomeChange change;
  change.outcome = outcome;
  change.paired = stats::paired_difference(arm, control);
  change.leaning = leaning_of(change.paired, row_of(outcome).good);
  return change;
}

// The first of two outcomes that has a value in both arms; the second where neither has.
OutcomeChange change_of_either(const RunRecords& records, std::size_t arm, std::size_t scope,
                               Outcome first, Outcome second) {
  for (const Outcome outcome : {first, second}) {
    OutcomeChange change = change_of(outcome, replicate_means(records, arm, scope, outcome),
                                     replicate_means(records, kControl, scope, outcome));
    if (change.paired.n > 0 || outcome == second) return change;
  }
  return {};
}

ArmVerdict arm_verdict(const RunRecords& records, std::size_t arm) {
  ArmVerdict verdict;
  verdict.name = records.axes.arms[arm];
  verdict.regimes = stats::regime_table(records, arm);
  verdict.tipping = stats::tipping_table(records, arm);
  for (std::size_t i = 0; i < kOutcomes; ++i) {
    const auto outcome = static_cast<Outcome>(i);
    const Means means = replicate_means(records, arm, 0, outcome);
    const stats::Estimate estimate = stats::estimate(means);
    if (estimate.n == 0) continue;
    verdict.outcomes.push_back({outcome, estimate});
    if (arm == kControl) continue;
    OutcomeChange change =
        change_of(outcome, means, replicate_means(records, kControl, 0, outcome));
    if (change.paired.n > 0) verdict.changes.push_back(std::move(change));
  }
  verdict.loops = loop_shares(records, arm, kControl);
  return verdict;
}

ScopeVerdict scope_verdict(const RunRecords& records, std::size_t scope) {
  ScopeVerdict verdict;
  verdict.name = records.axes.scopes[scope];
  for (std::size_t arm = 0; arm < records.axes.arms.size(); ++arm) {
    OrganisationChange change;
    change.regimes = stats::regime_table(records, arm, scope);
    if (arm != kControl) {
      change.ties = change_of_either(records, arm, scope, Outcome::rc_between, Outcome::rc_index);
      change.cost =
          change_of_either(records, arm, scope, Outcome::cost_by_payer, Outcome::episode_cost);
    }
    verdict.arms.push_back(std::move(change));
  }
  return verdict;
}

std::string software_text() {
  const BuildInfo& build = build_info();
  return fmt::format("relco {} ({})", build.version, build.commit);
}

}  // namespace

Leaning leaning_of(const stats::Paired& change, int good_direction) {
  if (change.n == 0) return Leaning::unknown;
  if (change.difference == 0 && (change.n < 2 || change.sd == 0)) return Leaning::same;
  if (!change.interval.known()) return Leaning::unknown;
  if (!change.interval.excludes_zero()) return Leaning::unclear;
  const bool up = change.difference > 0;
  if (good_direction == 0) return up ? Leaning::higher : Leaning::lower;
  return up == (good_direction > 0) ? Leaning::better : Leaning::worse;
}

Verdict compute(const RunRecords& records, const Facts& facts, std::string digest,
                std::vector<std::string> overrides) {
  Verdict verdict;
  verdict.title = facts.title;
  verdict.question = facts.question;
  verdict.file = facts.file;
  verdict.seed = facts.seed;
  verdict.replicates = records.axes.replicates;
  verdict.weeks = records.axes.weeks;
  verdict.digest = std::move(digest);
  verdict.software = software_text();
  verdict.overrides = std::move(overrides);
  for (std::size_t arm = 0; arm < records.axes.arms.size(); ++arm) {
    verdict.arms.push_back(arm_verdict(records, arm));
  }
  if (!records.cells.empty()) {
    verdict.judged_on = regime_of_cell(records.axes, records.cells.front()).index;
  }
  for (std::size_t scope = 1; scope < records.axes.scopes.size(); ++scope) {
    verdict.scopes.push_back(scope_verdict(records, scope));
  }
  return verdict;
}

}  // namespace relco::verdict
