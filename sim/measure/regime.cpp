#include "measure/regime.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace relco {
namespace {

constexpr std::array kAllTies{TieScope::within, TieScope::between, TieScope::family};

Outcome index_of(TieScope ties) {
  switch (ties) {
    case TieScope::within: return Outcome::rc_within;
    case TieScope::between: return Outcome::rc_between;
    case TieScope::family: return Outcome::rc_family;
  }
  return Outcome::rc_index;
}

double size_of(const LedgerSum& ledger, std::initializer_list<Term> terms) {
  double sum = 0;
  for (const Term term : terms) {
    for (const double component : ledger[static_cast<std::size_t>(term)]) sum += component;
  }
  return std::abs(sum);
}

RegimeOfCell judge(const RunAxes& axes, const CellRecords& cell, std::size_t scope, Outcome index,
                   std::span<const TieScope> ties, TieScope yardstick, WeekWindow window,
                   const RegimeCutoffs& cutoffs) {
  const std::vector<double> values = weekly_values(axes, cell, scope, index, window);
  RegimeOfCell judged;
  judged.index = index;
  judged.level = mean_of_present(values);
  judged.slope_per_year = slope_per_year(values);
  judged.gain = gain_of(ledger_over(axes, cell, scope, ties, window));
  judged.regime = classify(judged.level, judged.slope_per_year, judged.gain, yardstick, cutoffs);
  return judged;
}

}  // namespace

RegimeCutoffs RegimeCutoffs::moved(double points) const {
  RegimeCutoffs other = *this;
  for (double* level : {&other.strong_between, &other.strong_within, &other.rising_from,
                        &other.falling_below, &other.weak}) {
    *level += points;
  }
  return other;
}

Regime classify(double level, double slope_per_year, double gain, TieScope ties,
                const RegimeCutoffs& cutoffs) {
  const double strong = ties == TieScope::within ? cutoffs.strong_within : cutoffs.strong_between;
  const bool rising = slope_per_year > cutoffs.slope && gain > cutoffs.gain;
  const bool falling = slope_per_year < -cutoffs.slope && gain < cutoffs.gain;
  if (level >= strong || (level >= cutoffs.rising_from && rising)) return Regime::virtuous;
  if (level < cutoffs.weak || (level < cutoffs.falling_below && falling)) return Regime::vicious;
  return Regime::contested;
}

double gain_of(const LedgerSum& ledger) {
  const double gained =
      size_of(ledger, {Term::smooth_work, Term::problem_solving, Term::knowledge_gain});
  const double lost = size_of(ledger, {Term::blame, Term::forgetting});
  if (lost > 0) return gained / lost;
  return gained > 0 ? std::numeric_limits<double>::infinity()
                    : std::numeric_limits<double>::quiet_NaN();
}

RegimeOfCell judge_ties(const RunAxes& axes, const CellRecords& cell, std::size_t scope,
                        TieScope ties, WeekWindow window, const RegimeCutoffs& cutoffs) {
  const std::array one{ties};
  return judge(axes, cell, scope, index_of(ties), one, ties, window, cutoffs);
}

RegimeOfCell judge_scope(const RunAxes& axes, const CellRecords& cell, std::size_t scope,
                         WeekWindow window, const RegimeCutoffs& cutoffs) {
  const RegimeOfCell between = judge_ties(axes, cell, scope, TieScope::between, window, cutoffs);
  if (between.known()) return between;
  return judge(axes, cell, scope, Outcome::rc_index, kAllTies, TieScope::between, window, cutoffs);
}

RegimeOfCell regime_of_cell(const RunAxes& axes, const CellRecords& cell, std::size_t scope,
                            const RegimeCutoffs& cutoffs) {
  return judge_scope(axes, cell, scope, last_weeks(axes), cutoffs);
}

RegimePath regime_path(const RunAxes& axes, const CellRecords& cell, std::size_t scope,
                       const RegimeCutoffs& cutoffs) {
  RegimePath path;
  if (axes.weeks < 1) return path;
  path.first = std::min<Week>(kRegimeWindow, axes.weeks) - 1;
  for (Week week = path.first; week < axes.weeks; ++week) {
    path.regimes.push_back(judge_scope(axes, cell, scope, trailing_weeks(week), cutoffs).regime);
  }
  const auto last_other = std::find_if(path.regimes.rbegin(), path.regimes.rend(),
                                       [&](Regime r) { return r != path.regimes.back(); });
  if (last_other != path.regimes.rend()) {
    path.tipped = path.first + static_cast<Week>(path.regimes.rend() - last_other);
  }
  return path;
}

}  // namespace relco
