// Numbers and names as people read them: sensible digits, units, lines that fit the terminal.
// Plain ASCII unless the caller's own text is not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stats/intervals.h"
#include "world/outcomes.h"

namespace relco::stats {

// How an outcome is shown: stored value * factor, then the unit. Shares are shown in per cent, and
// their differences in percentage points.
struct Reading {
  double factor = 1;
  std::string_view unit;         // of a level: "%", "days"; "" for scores
  std::string_view change_unit;  // of a difference: "%-points", "days", "points"
};
[[nodiscard]] Reading reading_of(const OutcomeRow& row);

// "rc_between" becomes "RC between", "episode_length" "episode length".
[[nodiscard]] std::string words_of(std::string_view name);

// Decimals that show `scale` (half an interval, a step) with two significant digits: 0.012 asks for
// three, 340 for none. At most 4; 2 when the scale is zero or unknown.
[[nodiscard]] int decimals_for(double scale);

// Decimals of a level with its interval: two significant digits of half the interval, at most four
// of the level.
[[nodiscard]] int decimals_of_level(double level, const Interval& interval);

// Decimals of a change with its interval: two significant digits of the larger of the change and
// half the interval, at most four of the level it is a change of (NaN: unknown).
[[nodiscard]] int decimals_of_change(double change, const Interval& interval, double level);

// 12345.6 with one decimal is "12,345.6". Never "-0". NaN is "-", infinity "never" (a time that
// was not reached).
[[nodiscard]] std::string number(double value, int decimals);
[[nodiscard]] std::string signed_number(double value, int decimals);  // "+0.30", "-0.02", "0.00"

// As few digits as tell the number apart: bands as people wrote them.
[[nodiscard]] std::string short_number(double value);

// "4 %" and "1-13 %" of a share and its interval; decimals only where the share needs them.
[[nodiscard]] std::string percent(double share);
[[nodiscard]] std::string percent_range(const Interval& interval);

// "-0.15 to -0.05"; "needs more replicates" when unknown.
[[nodiscard]] std::string range_text(const Interval& interval, int decimals, bool with_sign);

// Characters on the screen of UTF-8 text without escape sequences.
[[nodiscard]] std::size_t display_width(std::string_view text);

[[nodiscard]] std::string pad_right(std::string_view text, std::size_t width);
[[nodiscard]] std::string pad_left(std::string_view text, std::size_t width);

// Breaks at spaces into lines of at most `width`; a longer word stands alone. Never empty.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

// The wrapped text, `first` before its first line, `rest` before the others, each line ended.
[[nodiscard]] std::string paragraph(std::string_view text, std::size_t width,
                                    std::string_view first = "", std::string_view rest = "");

}  // namespace relco::stats
