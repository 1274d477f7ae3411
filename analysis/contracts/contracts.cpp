#include "contracts/contracts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "contracts/measure_claim.h"
#include "contracts/questions.h"
#include "contracts/sample.h"
#include "stats/readable.h"

namespace relco::contracts {
namespace {

// Sign and band as claimed. Infinite values satisfy open ends.
bool satisfies(const ExpectationFacts& claim, double value) {
  if (std::isnan(value)) return false;
  if (claim.kind == ExpectationKind::order && !(value > 0)) return false;
  const bool rises_to_claim = claim.band.low < -1e299 || value >= claim.band.low;
  const bool stays_in_claim = claim.band.high > 1e299 || value <= claim.band.high;
  return rises_to_claim && stays_in_claim && (claim.sign == 0 || value * claim.sign > 0);
}

void add_note(ContractResult& result, const std::string& note) {
  if (note.empty()) return;
  result.note += result.note.empty() ? note : "; " + note;
}

void judge(const Facts& facts, ContractResult& result, const Measured& measured) {
  const ExpectationFacts& claim = result.claim;
  result.evaluated = true;
  result.value = measured.value;
  result.interval = measured.interval;
  result.measure = measured.measure;
  result.about = measured.about;
  if (const std::string scope = text_of(scope_of(facts, claim)); !scope.empty()) {
    result.about += fmt::format(" ({})", stats::words_of(scope));
  }
  result.minus = minus_text(facts, claim);
  if (!result.minus.empty()) result.about += " minus " + result.minus;
  add_note(result, measured.note);
  const bool by_seed = !measured.per_seed.empty();
  if (by_seed) {
    // A seed without a value has not said yes.
    const auto yes = std::count_if(measured.per_seed.begin(), measured.per_seed.end(),
                                   [&](double value) { return satisfies(claim, value); });
    result.agreed = static_cast<double>(yes) / static_cast<double>(measured.per_seed.size());
  }
  const bool by_agreement = by_seed && claim.agree > 0;
  result.held =
      by_agreement ? result.agreed >= claim.agree - 1e-12 : satisfies(claim, result.value);
  if (result.held && result.open) add_note(result, "marked open, but it holds now");
}

Measured measure_one(const Sample& sample, std::span<const BlockedRun> blocked) {
  const ExpectationFacts& claim = sample.claim();
  if (claim.kind != ExpectationKind::mediated_share) return measure_claim(sample);
  const std::vector<std::string> path = path_of(claim);
  for (const BlockedRun& run : blocked) {
    if (run.mechanisms != path) continue;
    return measure_mediated(sample, Sample(sample.facts(), run.records, claim));
  }
  throw CannotTell("a mediated share needs runs with the path blocked");
}

ContractResult evaluate_one(const Facts& facts, const RunRecords& records,
                            const ExpectationFacts& claim, std::span<const BlockedRun> blocked,
                            const MeasuredElsewhere& elsewhere) {
  ContractResult result;
  result.claim = claim;
  result.open = !claim.open.empty();
  result.seeds = std::min(claim.seeds, records.axes.replicates);
  try {
    judge(facts, result, measure_one(Sample(facts, records, claim), blocked));
  } catch (const CannotTell& reason) {
    auto values = elsewhere ? elsewhere(claim) : std::nullopt;
    if (values && !values->empty()) {
      result.seeds = static_cast<int>(values->size());
      judge(facts, result, over_seeds(std::move(*values), Measure::plain, claim.says));
    } else {
      result.note = fmt::format("not evaluated: {}", reason.what());
    }
  }
  return result;
}

// Arms whose records a claim reads.
std::vector<std::string> arms_of(const Facts& facts, const ExpectationFacts& claim) {
  const std::string first = facts.arms.empty() ? std::string() : facts.arms.front().name;
  const auto or_first = [&](const std::string& name) { return name.empty() ? first : name; };
  switch (claim.kind) {
    case ExpectationKind::effect:
    case ExpectationKind::persists:
    case ExpectationKind::mediated_share: return {or_first(claim.arm), or_first(claim.versus)};
    case ExpectationKind::order: return claim.arms;
    case ExpectationKind::ratio:
      return {claim.of, claim.to, or_first(claim.versus),
              claim.to_versus.empty() ? or_first(claim.versus) : claim.to_versus};
    case ExpectationKind::time_to:
      if (!claim.versus.empty()) return {or_first(claim.arm), claim.versus};
      return {or_first(claim.arm)};
    case ExpectationKind::interaction: return corners(facts, claim.factors);
    default: return {or_first(claim.arm)};
  }
}

std::vector<std::size_t> rows_of(const Facts& facts, const std::set<std::string>& names) {
  std::vector<std::size_t> rows;
  for (std::size_t arm = 0; arm < facts.arms.size(); ++arm) {
    if (names.contains(facts.arms[arm].name)) rows.push_back(arm);
  }
  return rows;
}

// The last week that a claim reads, plus one; the whole run where it says nothing.
Week weeks_of(const Facts& facts, const ExpectationFacts& claim) {
  if (claim.kind == ExpectationKind::persists) {
    return claim.at < 0 ? facts.horizon : std::max(claim.ends, claim.at);
  }
  if (claim.kind == ExpectationKind::survey && claim.week >= 0) return claim.week + 1;
  if (claim.weeks_from < 0 || claim.weeks_to < 0) return facts.horizon;
  return claim.weeks_to + 1;
}

}  // namespace

std::vector<ContractResult> evaluate(const Facts& facts, const RunRecords& records,
                                     std::span<const BlockedRun> blocked,
                                     const MeasuredElsewhere& elsewhere) {
  std::vector<ContractResult> results;
  results.reserve(facts.expectations.size());
  for (const ExpectationFacts& claim : facts.expectations) {
    results.push_back(evaluate_one(facts, records, claim, blocked, elsewhere));
  }
  return results;
}

ContractNeeds contract_needs(const Facts& facts) {
  ContractNeeds needs;
  std::set<std::string> names;
  std::map<std::vector<std::string>, std::set<std::string>> paths;
  for (const ExpectationFacts& claim : facts.expectations) {
    const std::vector<std::string> arms = arms_of(facts, claim);
    names.insert(arms.begin(), arms.end());
    if (claim.kind == ExpectationKind::mediated_share) {
      paths[path_of(claim)].insert(arms.begin(), arms.end());
    }
    needs.horizon = std::max(needs.horizon, std::min(weeks_of(facts, claim), facts.horizon));
    needs.replicates = std::max(needs.replicates, claim.seeds);
  }
  needs.arms = rows_of(facts, names);
  for (const auto& [path, arms] : paths) needs.blocked.push_back({path, rows_of(facts, arms)});
  for (const ExpectationFacts& claim : facts.expectations) {
    if (auto asked = asked_by(facts, claim, needs.horizon)) add_question(needs.asked, *asked);
    const auto other = subtracted_by(claim);
    auto also = other ? asked_by(facts, *other, needs.horizon) : std::nullopt;
    if (also) add_question(needs.asked, *also);
  }
  return needs;
}

}  // namespace relco::contracts
