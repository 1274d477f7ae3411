// The verdict in words, and the table of probabilities behind the words.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "stats/readable.h"
#include "verdict/sections.h"

namespace relco::verdict {
namespace {

constexpr std::size_t kVirtuous = static_cast<std::size_t>(Regime::virtuous);
constexpr std::size_t kVicious = static_cast<std::size_t>(Regime::vicious);
constexpr std::size_t kContested = static_cast<std::size_t>(Regime::contested);

std::string quoted(const std::string& arm) {
  return '"' + stats::words_of(arm) + '"';
}

int runs_in(const stats::RegimeTable& table, std::size_t regime) {
  return static_cast<int>(std::lround(table[regime].share.successes));
}

// Regimes by number of runs, most first; ties in the order virtuous, vicious, contested.
std::array<std::size_t, kRegimes> by_runs(const stats::RegimeTable& table) {
  std::array<std::size_t, kRegimes> order{kVirtuous, kVicious, kContested};
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return table[a].share.successes > table[b].share.successes;
  });
  return order;
}

std::string clause(const stats::RegimeTable& table, std::size_t regime, bool first) {
  const stats::Proportion& share = table[regime].share;
  const int runs = runs_in(table, regime);
  const std::string range = stats::percent_range(share.interval);
  if (regime == kContested) {
    if (first)
      return fmt::format("neither cycle wins in {} of {:.0f} runs ({})", runs, share.n, range);
    return fmt::format("{} {} contested ({})", runs, runs == 1 ? "stays" : "stay", range);
  }
  const std::string_view name = kRegimeNames[regime];
  if (first) {
    return fmt::format("the {} cycle wins in {} of {:.0f} runs ({})", name, runs, share.n, range);
  }
  return fmt::format("the {} cycle in {} ({})", name, runs, range);
}

std::string clauses(const stats::RegimeTable& table) {
  const auto order = by_runs(table);
  const double n = table[order[0]].share.n;
  const std::string range = stats::percent_range(table[order[0]].share.interval);
  if (table[order[0]].share.successes == n) {
    if (order[0] == kContested) {
      return fmt::format("neither cycle wins: all {:.0f} runs stay contested ({})", n, range);
    }
    return fmt::format("the {} cycle wins in all {:.0f} runs ({})", kRegimeNames[order[0]], n,
                       range);
  }
  std::string text = clause(table, order[0], true);
  for (std::size_t i = 1; i < kRegimes; ++i) {
    if (runs_in(table, order[i]) > 0) text += ", " + clause(table, order[i], false);
  }
  return text;
}

// "week 58 (weeks 52 to 65)"
std::string weeks_text(const stats::Tipping& tip) {
  const std::string week = fmt::format("week {:.0f}", tip.median_week);
  if (tip.first_week == tip.last_week) return week;
  return fmt::format("{} (weeks {:.0f} to {:.0f})", week, tip.first_week, tip.last_week);
}

// Until when runs that no cycle has won would have been read otherwise.
std::string contested_text(const stats::Tipping& tip) {
  const int lost = tip.runs - tip.from_start;
  if (lost == 0) return "";
  return fmt::format(" Until around {} {} of the contested runs {} read as one cycle or the other.",
                     weeks_text(tip), lost, lost == 1 ? "was" : "were");
}

// When the runs of a cycle that won went over to it.
std::string tipping_text(const ArmVerdict& arm) {
  std::string text;
  for (const std::size_t regime : {kVirtuous, kVicious}) {
    const stats::Tipping& tip = arm.tipping[regime];
    const int tipped = tip.runs - tip.from_start;
    if (tipped == 0) continue;
    const std::string others = tip.from_start == 0
                                   ? ""
                                   : fmt::format(
                                         "; the other {} {} so from the first weeks judged, before "
                                         "anything had changed",
                                         tip.from_start, tip.from_start == 1 ? "was" : "were");
    const std::string_view name = kRegimeNames[regime];
    if (tipped == 1) {
      const std::string who = tip.from_start > 0
                                  ? fmt::format("One of the {} {} runs", tip.runs, name)
                                  : fmt::format("The {} run", name);
      text += fmt::format(" {} became so in {}{}.", who, weeks_text(tip), others);
      continue;
    }
    const std::string who = tip.from_start > 0
                                ? fmt::format("{} of the {} {} runs", tipped, tip.runs, name)
                                : fmt::format("The {} runs", name);
    text += fmt::format(" {} became so for good around {}{}.", who, weeks_text(tip), others);
  }
  return text + contested_text(arm.tipping[kContested]);
}

// Whether the cut-offs, which are conventions, decide which regime leads.
std::string cutoff_text(const stats::RegimeTable& table) {
  const auto leader = [&](double stats::RegimeShare::*at) {
    std::size_t best = by_runs(table)[0];
    for (std::size_t regime = 0; regime < kRegimes; ++regime) {
      if (table[regime].*at > table[best].*at) best = regime;
    }
    return best;
  };
  const std::size_t now = by_runs(table)[0];
  std::string text;
  for (const auto& [at, side] : {std::pair(&stats::RegimeShare::at_lower_cutoffs, "lower"),
                                 std::pair(&stats::RegimeShare::at_higher_cutoffs, "higher")}) {
    const std::size_t other = leader(at);
    if (other == now) continue;
    text += fmt::format(" With cut-offs 0.1 {} most runs would be called {}.", side,
                        kRegimeNames[other]);
  }
  return text;
}

Cell share_cell(const stats::RegimeShare& share) {
  return {stats::percent(share.share.p) + " (" + stats::percent_range(share.share.interval) + ")"};
}

Cell cutoff_cell(const stats::RegimeShare& share) {
  return {stats::percent(share.at_lower_cutoffs) + " / " + stats::percent(share.at_higher_cutoffs),
          Style::quiet};
}

}  // namespace

std::string sentence_of(const ArmVerdict& arm) {
  const auto order = by_runs(arm.regimes);
  const stats::Proportion& most = arm.regimes[order[0]].share;
  const std::string name = quoted(arm.name);
  if (!(most.n > 0)) return fmt::format("Under {} there are no ties to judge.", name);
  if (most.n == 1) {
    const std::string end =
        order[0] == kContested ? "stays contested" : fmt::format("ends {}", kRegimeNames[order[0]]);
    return fmt::format("Under {} the one run {}. More replicates would say how surely.{}", name,
                       end, tipping_text(arm));
  }
  return fmt::format("Under {} {}.{}{}", name, clauses(arm.regimes), tipping_text(arm),
                     cutoff_text(arm.regimes));
}

std::string sentences(const Verdict& verdict, Page page) {
  std::string text = heading("VERDICT", "", page);
  for (const ArmVerdict& arm : verdict.arms) {
    text += stats::paragraph(sentence_of(arm) + glance_of(verdict, arm), page.width, "  ", "    ");
  }
  return text;
}

std::string regime_section(const Verdict& verdict, Page page) {
  std::string text = heading("WHICH CYCLE WINS",
                             "share of runs with 95 % interval; below it the share with all "
                             "cut-offs 0.1 lower / 0.1 higher (they are conventions, recalled and "
                             "not verified)",
                             page);
  TextTable table("llll");
  table.add({{"arm", Style::quiet},
             {"virtuous", Style::good},
             {"contested", Style::plain},
             {"vicious", Style::bad}});
  for (const ArmVerdict& arm : verdict.arms) {
    const stats::RegimeTable& regimes = arm.regimes;
    table.add({{stats::words_of(arm.name)},
               share_cell(regimes[kVirtuous]),
               share_cell(regimes[kContested]),
               share_cell(regimes[kVicious])});
    table.add({{"  cut-offs", Style::quiet},
               cutoff_cell(regimes[kVirtuous]),
               cutoff_cell(regimes[kContested]),
               cutoff_cell(regimes[kVicious])});
  }
  return text + table.render(2, page.width, page.colour);
}

}  // namespace relco::verdict
