#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "stats/readable.h"
#include "sweep/report.h"

namespace relco::sweep {
namespace {

using stats::pad_left;
using stats::pad_right;

constexpr char kLetters[kRegimes] = {'V', 'x', 'c'};  // virtuous, vicious, contested
constexpr std::size_t kWidestLabel = 24;

std::string short_label(const std::string& label, std::size_t widest) {
  return label.size() <= widest ? label : label.substr(0, widest - 1) + "~";
}

std::string regime_cell(const Pool& pool) {
  if (pool.runs == 0) return "-";
  const Regime regime = pool.likeliest();
  const double p = pool.regimes[static_cast<std::size_t>(regime)].p;
  if (std::isnan(p)) return "no ties";
  return fmt::format("{}{:>4.0f}", kLetters[static_cast<std::size_t>(regime)], 100 * p);
}

// Means of one outcome in one arm, with as many decimals as tell neighbours apart.
class OutcomeCells {
 public:
  OutcomeCells(const Plan& plan, std::size_t outcome, const std::vector<Pool>& pools)
      : outcome_(outcome), reading_(stats::reading_of(row_of(plan.outcomes[outcome]))) {
    double low = 1e300, high = -1e300;
    for (const Pool& pool : pools) {
      const double mean = pool.outcomes[outcome].mean * reading_.factor;
      if (std::isnan(mean)) continue;
      low = std::min(low, mean);
      high = std::max(high, mean);
    }
    decimals_ = stats::decimals_for((high - low) / 10);
  }
  [[nodiscard]] std::string operator()(const Pool& pool) const {
    return stats::number(pool.outcomes[outcome_].mean * reading_.factor, decimals_);
  }
  [[nodiscard]] std::string title(const Plan& plan) const {
    const std::string words = stats::words_of(row_of(plan.outcomes[outcome_]).name);
    return reading_.unit.empty() ? words : fmt::format("{}, {}", words, reading_.unit);
  }

 private:
  std::size_t outcome_;
  stats::Reading reading_;
  int decimals_ = 2;
};

// Rows and columns of pools, and what stands beside and above them.
struct Map {
  std::string row_name, column_name;
  std::vector<std::string> rows, columns;
  std::vector<Pool> pools;  // [row][column]
};

std::string map_text(const Map& map, std::size_t width,
                     const std::function<std::string(const Pool&)>& cell) {
  std::size_t label = map.row_name.size(), widest = 0;
  for (const std::string& row : map.rows) label = std::max(label, row.size());
  label = std::min(label, kWidestLabel);
  std::vector<std::string> cells;
  for (const Pool& pool : map.pools) {
    cells.push_back(cell(pool));
    widest = std::max(widest, cells.back().size());
  }
  for (const std::string& column : map.columns) {
    widest = std::max(widest, std::min(column.size(), std::size_t{11}));
  }
  const std::size_t per_line =
      std::max<std::size_t>(1, (width - std::min(width, label + 2)) / (widest + 2));
  std::string text;
  for (std::size_t first = 0; first < map.columns.size(); first += per_line) {
    const std::size_t end = std::min(first + per_line, map.columns.size());
    text += fmt::format("  {}  {}\n  {}", std::string(label, ' '), map.column_name,
                        pad_right(short_label(map.row_name, label), label));
    for (std::size_t c = first; c < end; ++c) {
      text += "  " + pad_left(short_label(map.columns[c], widest), widest);
    }
    text += '\n';
    for (std::size_t r = 0; r < map.rows.size(); ++r) {
      text += "  " + pad_right(short_label(map.rows[r], label), label);
      for (std::size_t c = first; c < end; ++c) {
        text += "  " + pad_left(cells[r * map.columns.size() + c], widest);
      }
      text += '\n';
    }
  }
  return text;
}

std::vector<std::string> labels_of(const std::vector<Slice>& slices) {
  std::vector<std::string> labels;
  for (const Slice& slice : slices) labels.push_back(slice.label);
  return labels;
}

// The first two factors; words stand better beside rows than above columns.
Map two_factors(const Plan& plan, const Run& run, std::size_t arm) {
  const bool swap = plan.factors[0].numeric && !plan.factors[1].numeric;
  const std::size_t row = swap ? 1 : 0, column = swap ? 0 : 1;
  const auto rows = slices(plan, row), columns = slices(plan, column);
  Map map{
      plan.factors[row].name, plan.factors[column].name, labels_of(rows), labels_of(columns), {}};
  for (const Slice& one : rows) {
    for (const Slice& other : columns) {
      std::vector<std::size_t> both;
      std::set_intersection(one.points.begin(), one.points.end(), other.points.begin(),
                            other.points.end(), std::back_inserter(both));
      map.pools.push_back(pool(plan, run, both, arm));
    }
  }
  return map;
}

std::string maps(const Plan& plan, const Run& run, std::size_t arm, std::size_t width) {
  const Map map = two_factors(plan, run, arm);
  std::string text = map_text(map, width, regime_cell);
  for (std::size_t o = 0; o < plan.outcomes.size(); ++o) {
    const OutcomeCells cells(plan, o, map.pools);
    text += fmt::format("\n  mean {}\n{}", cells.title(plan), map_text(map, width, cells));
  }
  return text;
}

// One row per level or part of a factor: shares of the regimes, means of the outcomes.
std::string by_factor(const Plan& plan, const Run& run, std::size_t factor, std::size_t arm,
                      std::size_t width) {
  const auto rows = slices(plan, factor);
  std::vector<Pool> pools;
  for (const Slice& slice : rows) pools.push_back(pool(plan, run, slice.points, arm));
  std::vector<std::string> heads{"runs", "virtuous %", "contested %", "vicious %"};
  std::vector<std::function<std::string(const Pool&)>> columns{
      [](const Pool& one) { return fmt::format("{}", one.runs); }};
  for (const Regime regime : {Regime::virtuous, Regime::contested, Regime::vicious}) {
    columns.emplace_back([regime](const Pool& one) {
      return stats::number(100 * one.regimes[static_cast<std::size_t>(regime)].p, 0);
    });
  }
  for (std::size_t o = 0; o < plan.outcomes.size(); ++o) {
    const OutcomeCells cells(plan, o, pools);
    heads.push_back(cells.title(plan));
    columns.emplace_back(cells);
  }
  std::size_t label = plan.factors[factor].name.size();
  for (const Slice& slice : rows) label = std::max(label, slice.label.size());
  label = std::min(label, kWidestLabel);
  std::string text;
  for (std::size_t first = 0; first < columns.size();) {
    std::string head = "  " + pad_right(short_label(plan.factors[factor].name, label), label);
    std::size_t end = first;
    for (; end < columns.size(); ++end) {
      if (end > first && head.size() + 2 + heads[end].size() > width) break;
      head += "  " + heads[end];
    }
    text += head + '\n';
    for (std::size_t r = 0; r < rows.size(); ++r) {
      text += "  " + pad_right(short_label(rows[r].label, label), label);
      for (std::size_t c = first; c < end; ++c) {
        text += "  " + pad_left(columns[c](pools[r]), heads[c].size());
      }
      text += '\n';
    }
    first = end;
  }
  return text;
}

std::string design_words(const Plan& plan) {
  std::string factors;
  for (const Factor& factor : plan.factors) {
    if (!factors.empty()) factors += plan.is_grid() ? " x " : ", ";
    factors +=
        plan.is_grid() ? fmt::format("{} {}", factor.levels.size(), factor.name) : factor.name;
  }
  const char* const words[] = {"grid of", "Latin hypercube over", "Sobol sequence over"};
  return fmt::format("{} {}", words[static_cast<std::size_t>(plan.facts().design)], factors);
}

std::string cutoff_line(const Plan& plan, const Run& run, std::size_t arm, std::size_t width) {
  std::vector<std::size_t> all(plan.points.size());
  for (std::size_t p = 0; p < all.size(); ++p) all[p] = p;
  const Pool whole = pool(plan, run, all, arm);
  const auto v = static_cast<std::size_t>(Regime::virtuous);
  return stats::paragraph(
      fmt::format("Over all points {} of the runs are virtuous; with all cut-offs 0.1 lower {}, "
                  "0.1 higher {}.",
                  stats::percent(whole.regimes[v].p), stats::percent(whole.at_lower_cutoffs[v]),
                  stats::percent(whole.at_higher_cutoffs[v])),
      width, "  ", "  ");
}

}  // namespace

std::string to_text(const Plan& plan, const Run& run, std::size_t width) {
  const ExperimentFacts& facts = plan.facts();
  std::string text = facts.title.empty() ? "" : stats::paragraph(facts.title, width);
  if (!facts.question.empty()) text += stats::paragraph(facts.question, width);
  text += stats::paragraph(
      fmt::format(
          "{} points ({}), {} arm{} with {} runs each, {} weeks, seed {}. Regimes and means "
          "over the last {} weeks; the same luck at every point.",
          plan.points.size(), design_words(plan), plan.arms(), plan.arms() == 1 ? "" : "s",
          plan.replicates(), facts.horizon, facts.seed, facts.window),
      width);
  if (!plan.experiment.scenario.parameter_overrides.empty()) {
    text += stats::paragraph("Model parameters differ from the calibrated ones: this is research.",
                             width);
  }
  const bool map = plan.factors.size() >= 2;
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) {
    text += fmt::format("\nWHICH CYCLE WINS under \"{}\"\n", stats::words_of(facts.arms[arm]));
    if (map) {
      text += stats::paragraph(
          fmt::format("V virtuous, c contested, x vicious: the likeliest, and its share of runs in "
                      "%{}",
                      plan.factors.size() > 2 ? "; pooled over the other factors" : ""),
          width, "  ", "  ");
      text += maps(plan, run, arm, width);
    }
    for (std::size_t f = 0; f < plan.factors.size(); ++f) {
      if (map && plan.factors.size() == 2) break;
      text += (f == 0 && !map ? "" : "\n") + by_factor(plan, run, f, arm, width);
    }
    text += cutoff_line(plan, run, arm, width);
    text += smallest_text(plan, run, arm, width);
  }
  for (std::size_t point = 0; point < run.problems.size(); ++point) {
    if (run.problems[point].empty()) continue;
    text += fmt::format("\npoint {} could not be run: {}\n", point, run.problems[point]);
  }
  return text;
}

}  // namespace relco::sweep
