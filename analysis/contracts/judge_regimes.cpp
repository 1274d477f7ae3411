// Which cycle won in the scope of a claim.
#include <array>

#include "contracts/measure_claim.h"
#include "contracts/questions.h"

namespace relco::contracts {
namespace {

// Moves of all ties of a kind in the organisations around the scope.
LedgerSum ledger_around(const Sample& sample, const CellRecords& cell, bool all_ties, TieScope kind,
                        WeekWindow window) {
  constexpr std::array kAll{TieScope::within, TieScope::between, TieScope::family};
  const std::array one{kind};
  const std::span<const TieScope> ties = all_ties ? std::span<const TieScope>(kAll) : one;
  LedgerSum sum{};
  for (const std::size_t scope : sample.scopes()) {
    const LedgerSum part = ledger_over(sample.records().axes, cell, scope, ties, window);
    for (std::size_t t = 0; t < kTerms; ++t) {
      for (std::size_t c = 0; c < kComponents; ++c) sum[t][c] += part[t][c];
    }
  }
  return sum;
}

RegimeOfCell judge_asked(const Sample& sample, const std::string& arm, int seed,
                         WeekWindow window) {
  const auto asked = asked_by(sample.facts(), sample.claim(), sample.records().axes.weeks);
  RegimeOfCell judged;
  std::vector<double> weekly;
  for (const std::string& index : asked->quantities) {
    weekly = sample.weekly(arm, seed, index, window);
    judged.index = sample.outcome(index);
    judged.level = mean_of_present(weekly);
    if (judged.known()) break;
  }
  const TieScope kind = judged.index == Outcome::rc_within   ? TieScope::within
                        : judged.index == Outcome::rc_family ? TieScope::family
                                                             : TieScope::between;
  judged.slope_per_year = slope_per_year(weekly);
  judged.gain = gain_of(ledger_around(sample, sample.cell(arm, seed),
                                      judged.index == Outcome::rc_index, kind, window));
  judged.regime = classify(judged.level, judged.slope_per_year, judged.gain, kind);
  return judged;
}

}  // namespace

std::vector<RegimeOfCell> judged_in(const Sample& sample, const std::string& arm, int seed,
                                    WeekWindow window) {
  if (sample.is_asked()) return {judge_asked(sample, arm, seed, window)};
  const RunAxes& axes = sample.records().axes;
  const CellRecords& cell = sample.cell(arm, seed);
  const auto ties = sample.ties();
  std::vector<RegimeOfCell> copies;
  for (const std::size_t scope : sample.scopes()) {
    copies.push_back(ties ? judge_ties(axes, cell, scope, *ties, window)
                          : judge_scope(axes, cell, scope, window));
  }
  return copies;
}

}  // namespace relco::contracts
