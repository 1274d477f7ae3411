#include "verdict/loops.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "measure/summary.h"

namespace relco::verdict {
namespace {

struct Loop {
  std::string_view name;
  std::vector<Term> terms;
};

// Every term belongs to one loop.
const std::vector<Loop>& loops() {
  static const std::vector<Loop> table{
      {"communication loop", {Term::smooth_work, Term::problem_solving, Term::knowledge_gain}},
      {"blame loop", {Term::blame}},
      {"forgetting", {Term::forgetting}},
      {"anchors",
       {Term::anchor_custom, Term::anchor_structure, Term::anchor_leadership, Term::anchor_payment,
        Term::anchor_labour, Term::anchor_identity}},
      {"intervention", {Term::intervention}},
      {"turnover", {Term::reset}},
  };
  return table;
}

LedgerSum mean_ledger(const RunRecords& records, std::size_t arm, std::size_t scope,
                      std::span<const TieScope> ties) {
  LedgerSum mean{};
  for (int replicate = 0; replicate < records.axes.replicates; ++replicate) {
    const LedgerSum one = ledger_over(records.axes, records.cell(arm, replicate), scope, ties,
                                      {0, records.axes.weeks});
    for (std::size_t term = 0; term < kTerms; ++term) {
      for (std::size_t component = 0; component < kComponents; ++component) {
        mean[term][component] += one[term][component] / records.axes.replicates;
      }
    }
  }
  return mean;
}

double size_of(const LedgerSum& ledger, Term term) {
  double size = 0;
  for (const double component : ledger[static_cast<std::size_t>(term)]) size += std::abs(component);
  return size;
}

double net_of(const LedgerSum& ledger, Term term) {
  double net = 0;
  for (const double component : ledger[static_cast<std::size_t>(term)]) net += component;
  return net;
}

double size_of(const LedgerSum& ledger) {
  double size = 0;
  for (std::size_t term = 0; term < kTerms; ++term)
    size += size_of(ledger, static_cast<Term>(term));
  return size;
}

double over(double part, double whole) {
  return whole > 0 ? part / whole : 0;
}

LedgerSum minus(LedgerSum arm, const LedgerSum& control) {
  for (std::size_t term = 0; term < kTerms; ++term) {
    for (std::size_t i = 0; i < kComponents; ++i) arm[term][i] -= control[term][i];
  }
  return arm;
}

LoopShare share_of(const Loop& loop, const LedgerSum& own, const LedgerSum& moved) {
  LoopShare share;
  share.name = loop.name;
  for (const Term term : loop.terms) {
    const double part = over(size_of(moved, term), size_of(moved));
    share.share += part;
    share.own += over(size_of(own, term), size_of(own));
    share.net += net_of(moved, term);
    share.gross += size_of(moved, term);
    share.terms.push_back({term, part, net_of(moved, term)});
  }
  std::stable_sort(share.terms.begin(), share.terms.end(),
                   [](const TermShare& a, const TermShare& b) { return a.share > b.share; });
  return share;
}

}  // namespace

std::vector<LoopShare> loop_shares(const RunRecords& records, std::size_t arm, std::size_t control,
                                   std::size_t scope) {
  constexpr std::array kBetween{TieScope::between};
  constexpr std::array kAll{TieScope::within, TieScope::between, TieScope::family};
  std::span<const TieScope> ties = kBetween;
  LedgerSum own = mean_ledger(records, arm, scope, ties);
  if (size_of(own) == 0) {
    ties = kAll;
    own = mean_ledger(records, arm, scope, ties);
  }
  const LedgerSum moved =
      arm == control ? own : minus(own, mean_ledger(records, control, scope, ties));
  std::vector<LoopShare> shares;
  for (const Loop& loop : loops()) shares.push_back(share_of(loop, own, moved));
  std::stable_sort(shares.begin(), shares.end(),
                   [](const LoopShare& a, const LoopShare& b) { return a.share > b.share; });
  return shares;
}

}  // namespace relco::verdict
