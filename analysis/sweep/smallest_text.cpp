// The smallest level that is enough, as people read it.
#include <fmt/format.h>

#include <algorithm>

#include "stats/readable.h"
#include "sweep/report.h"
#include "sweep/smallest.h"

namespace relco::sweep {
namespace {

using stats::percent;

// "58 % (32-81 %)"
std::string share_text(const stats::Proportion& share) {
  if (share.n == 0) return "nothing could be run";
  return fmt::format("{} ({})", percent(share.p), stats::percent_range(share.interval));
}

// What the row says of the factor: the level, the share there, the share at the one before it.
std::vector<std::string> answer_cells(const Smallest& answer, const SmallestRow& row) {
  if (!row.enough) {
    const stats::Proportion& largest = row.shares.back();
    return {"none tried", "",
            fmt::format("{} at {}", share_text(largest), answer.levels.back().text)};
  }
  const std::size_t level = *row.enough;
  const std::string before = level == 0 ? "none smaller was tried"
                                        : fmt::format("{} at {}", percent(row.shares[level - 1].p),
                                                      answer.levels[level - 1].text);
  return {answer.levels[level].text, share_text(row.shares[level]), before};
}

std::string table_text(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths(rows.front().size());
  for (const auto& row : rows) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      widths[c] = std::max(widths[c], stats::display_width(row[c]));
    }
  }
  std::string text;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t c = 0; c < row.size(); ++c) line += "  " + stats::pad_right(row[c], widths[c]);
    text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
  }
  return text;
}

std::string one_factor(const Plan& plan, const Smallest& answer) {
  std::vector<std::vector<std::string>> rows(1);
  for (std::size_t f = 0; f < plan.factors.size(); ++f) {
    if (f != answer.factor) rows[0].push_back(plan.factors[f].name);
  }
  for (const char* head : {"smallest", "runs there", "below it"}) rows[0].emplace_back(head);
  rows[0][plan.factors.size() - 1] += " " + plan.factors[answer.factor].name;
  for (const SmallestRow& row : answer.rows) {
    auto& cells = rows.emplace_back();
    for (std::size_t f = 0; f < plan.factors.size(); ++f) {
      if (f != answer.factor) cells.push_back(plan.points[row.point][f].text);
    }
    for (std::string& cell : answer_cells(answer, row)) cells.push_back(std::move(cell));
  }
  return table_text(rows);
}

}  // namespace

std::string smallest_text(const Plan& plan, const Run& run, std::size_t arm, std::size_t width) {
  const std::vector<Smallest> answers = smallest(plan, run, arm);
  if (answers.empty()) return "";
  std::string text =
      fmt::format("\nWHAT IS ENOUGH under \"{}\"\n", stats::words_of(plan.facts().arms[arm]));
  text += stats::paragraph(
      fmt::format("The smallest level from which on at least {} of the runs end {}, at it and at "
                  "every larger one tried; in brackets the 95 % interval.",
                  percent(plan.facts().smallest.share), wanted_text(plan)),
      width, "  ", "  ");
  for (const Smallest& answer : answers) text += '\n' + one_factor(plan, answer);
  return text;
}

}  // namespace relco::sweep
