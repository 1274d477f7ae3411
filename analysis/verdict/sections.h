// The parts of the verdict's text, in the order in which they are read.
#pragma once

#include <string>

#include "verdict/text_table.h"
#include "verdict/verdict.h"

namespace relco::verdict {

// Where a text goes.
struct Page {
  std::size_t width = 80;
  bool colour = false;
  [[nodiscard]] bool wide() const { return width >= 100; }
};

// A heading with what it is about in quieter letters: "WHICH CYCLE WINS: share of runs ...".
[[nodiscard]] std::string heading(const std::string& title, const std::string& about, Page page);

// "better", with its symbol when there is colour.
[[nodiscard]] Cell reading_cell(Leaning leaning, Page page);

// "episode length"; "episode length, days"
[[nodiscard]] std::string name_of(Outcome outcome);
[[nodiscard]] std::string label_of(Outcome outcome);

// A change in the units that people read, with the decimals that suit it.
struct ShownChange {
  double control = 0, difference = 0;
  stats::Interval interval;
  int decimals = 2;
};
[[nodiscard]] ShownChange shown_change(const OutcomeChange& change);

[[nodiscard]] std::string opening(const Verdict& verdict, Page page);
[[nodiscard]] std::string sentences(const Verdict& verdict, Page page);
[[nodiscard]] std::string regime_section(const Verdict& verdict, Page page);
[[nodiscard]] std::string change_section(const Verdict& verdict, Page page);
[[nodiscard]] std::string level_section(const Verdict& verdict, Page page);  // of a single arm
[[nodiscard]] std::string gainer_section(const Verdict& verdict, Page page);
[[nodiscard]] std::string loop_section(const Verdict& verdict, Page page);
[[nodiscard]] std::string luck_section(const Verdict& verdict, Page page);

// What the arm changes, in one sentence: 'Against "as is": RC between groups +0.05, ...'; "" for
// the control.
[[nodiscard]] std::string glance_of(const Verdict& verdict, const ArmVerdict& arm);

// The sentence of one arm: 'Under "bundle alone" the vicious cycle wins in 3 of 64 runs (1-13 %).'
[[nodiscard]] std::string sentence_of(const ArmVerdict& arm);

}  // namespace relco::verdict
