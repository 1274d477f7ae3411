// Which cycle won: virtuous, vicious or contested, per run and scope, and since when.
#pragma once

#include <optional>
#include <vector>

#include "measure/results.h"
#include "measure/summary.h"

namespace relco {

// Where one regime ends and the next begins. Levels are RC indices on the survey scale 1-5; slopes
// are points a year; gain has no unit.
//
// The levels follow the bands in which survey results are usually read (evidence A08: between
// groups strong above 4.0, within groups strong above 4.6, weak below 3.5). A08 is recalled, not
// verified: so they are data, and every probability is shown with the levels moved by
// kCutoffShift both ways.
struct RegimeCutoffs {
  double strong_between = 4.0;  // virtuous from here on; family ties are read like these
  double strong_within = 4.6;   // virtuous from here on, inside one's own group
  double rising_from = 3.5;     // virtuous from here on while rising
  double falling_below = 3.5;   // vicious below this while falling
  double weak = 3.0;            // vicious below this
  double slope = 0.1;           // more than this a year is rising, less than minus this falling
  double gain = 1.0;            // above it good news outweighs bad

  // The same with all five levels moved by `points`.
  [[nodiscard]] RegimeCutoffs moved(double points) const;
};
inline constexpr RegimeCutoffs kRegimeCutoffs{};
inline constexpr double kCutoffShift = 0.1;

// M5: a level that is NaN is contested; a slope or gain that is NaN claims neither way.
[[nodiscard]] Regime classify(double level, double slope_per_year, double gain, TieScope ties,
                              const RegimeCutoffs& cutoffs = kRegimeCutoffs);

// M4: good news over bad: (smooth work + problem solving + knowledge gain) / (blame + forgetting),
// each side the size of its sum over components. Infinite when nothing was lost, NaN when nothing
// moved.
[[nodiscard]] double gain_of(const LedgerSum& ledger);

// What a run's regime was judged on.
struct RegimeOfCell {
  double level = 0;           // mean RC index over the window, 1-5; NaN: no such ties
  double slope_per_year = 0;  // points a year over the window
  double gain = 0;
  Outcome index = Outcome::rc_between;
  Regime regime = Regime::contested;
  [[nodiscard]] bool known() const { return level == level; }
};

// Judges ties of one kind in one scope over a window.
[[nodiscard]] RegimeOfCell judge_ties(const RunAxes& axes, const CellRecords& cell,
                                      std::size_t scope, TieScope ties, WeekWindow window,
                                      const RegimeCutoffs& cutoffs = kRegimeCutoffs);

// Judges a scope as a whole: its ties between groups; where there are none in the window (a lone
// family, say), all its ties by rc_index, with the cut-offs for ties between groups.
[[nodiscard]] RegimeOfCell judge_scope(const RunAxes& axes, const CellRecords& cell,
                                       std::size_t scope, WeekWindow window,
                                       const RegimeCutoffs& cutoffs = kRegimeCutoffs);

// The regime of a run: over its last half year.
[[nodiscard]] RegimeOfCell regime_of_cell(const RunAxes& axes, const CellRecords& cell,
                                          std::size_t scope = 0,
                                          const RegimeCutoffs& cutoffs = kRegimeCutoffs);

// The regime week by week, each judged on the half year that ends with the week.
struct RegimePath {
  Week first = 0;               // the first week judged: the first with a whole window behind it
  std::vector<Regime> regimes;  // of weeks first, first + 1, ... to the last
  // First week from which the last regime holds to the end; nothing when it held from `first` on,
  // so that nothing tipped.
  std::optional<Week> tipped;
};

// Empty for a run shorter than a week. A run shorter than the window is judged once, at its end.
[[nodiscard]] RegimePath regime_path(const RunAxes& axes, const CellRecords& cell,
                                     std::size_t scope = 0,
                                     const RegimeCutoffs& cutoffs = kRegimeCutoffs);

}  // namespace relco
