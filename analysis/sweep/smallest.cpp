#include "sweep/smallest.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "stats/readable.h"

namespace relco::sweep {
namespace {

// Nothing for a run that has no value to judge.
std::optional<bool> ended_as_wanted(const Plan& plan, const Cell& cell) {
  const SmallestFacts& wanted = plan.facts().smallest;
  if (!cell.done) return std::nullopt;
  if (wanted.outcome.empty()) {
    if (cell.regime == kNoRegime) return std::nullopt;
    return kRegimeNames[cell.regime] == wanted.regime;
  }
  const auto outcome =
      std::find(plan.outcomes.begin(), plan.outcomes.end(), *find_outcome(wanted.outcome));
  const float value = cell.outcomes[static_cast<std::size_t>(outcome - plan.outcomes.begin())];
  if (std::isnan(value)) return std::nullopt;
  return static_cast<double>(value) >= wanted.band.low &&
         static_cast<double>(value) <= wanted.band.high;
}

stats::Proportion share_at(const Plan& plan, const Run& run, std::size_t point, std::size_t arm) {
  double wanted = 0, judged = 0;
  for (std::size_t r = 0; r < plan.replicates(); ++r) {
    const auto ended = ended_as_wanted(plan, run.cells[plan.cell(point, arm, r)]);
    if (!ended) continue;
    judged += 1;
    wanted += *ended ? 1 : 0;
  }
  return stats::wilson(wanted, judged);
}

// The level at which, and at every larger one, the share is reached. Levels at which nothing could
// be run reach nothing.
std::optional<std::size_t> enough_from(const std::vector<stats::Proportion>& shares, double share) {
  std::optional<std::size_t> enough;
  for (std::size_t level = shares.size(); level-- > 0;) {
    if (!(shares[level].p >= share)) break;
    enough = level;
  }
  return enough;
}

Smallest answer(const Plan& plan, const Run& run, std::size_t arm, std::size_t factor) {
  Smallest found{factor, plan.factors[factor].levels, {}};
  std::sort(found.levels.begin(), found.levels.end(),
            [](const Level& a, const Level& b) { return a.value < b.value; });
  std::map<std::vector<std::string>, std::size_t> row_of_others;
  for (std::size_t point = 0; point < plan.points.size(); ++point) {
    std::vector<std::string> others;
    for (std::size_t f = 0; f < plan.factors.size(); ++f) {
      if (f != factor) others.push_back(plan.points[point][f].text);
    }
    const auto [row, fresh] = row_of_others.try_emplace(others, found.rows.size());
    if (fresh)
      found.rows.push_back({point, std::vector<stats::Proportion>(found.levels.size()), {}});
    const std::string& text = plan.points[point][factor].text;
    const auto level = std::find_if(found.levels.begin(), found.levels.end(),
                                    [&](const Level& one) { return one.text == text; });
    const auto place = static_cast<std::size_t>(level - found.levels.begin());
    found.rows[row->second].shares[place] = share_at(plan, run, point, arm);
  }
  for (SmallestRow& row : found.rows) {
    row.enough = enough_from(row.shares, plan.facts().smallest.share);
  }
  return found;
}

}  // namespace

std::vector<Smallest> smallest(const Plan& plan, const Run& run, std::size_t arm) {
  std::vector<Smallest> answers;
  for (const std::string& name : plan.facts().smallest.factors) {
    const auto factor = std::find_if(plan.factors.begin(), plan.factors.end(),
                                     [&](const Factor& one) { return one.name == name; });
    answers.push_back(
        answer(plan, run, arm, static_cast<std::size_t>(factor - plan.factors.begin())));
  }
  return answers;
}

std::string wanted_text(const Plan& plan) {
  const SmallestFacts& wanted = plan.facts().smallest;
  if (wanted.outcome.empty()) return wanted.regime;
  const stats::Reading reading = stats::reading_of(row_of(*find_outcome(wanted.outcome)));
  const auto shown = [&](double end) {
    const std::string number = stats::short_number(end * reading.factor);
    return reading.unit.empty() ? number : fmt::format("{} {}", number, reading.unit);
  };
  const bool low = wanted.band.low > -1e299, high = wanted.band.high < 1e299;
  const std::string band =
      low && high ? fmt::format("from {} to {}", shown(wanted.band.low), shown(wanted.band.high))
      : low       ? fmt::format("of at least {}", shown(wanted.band.low))
                  : fmt::format("of at most {}", shown(wanted.band.high));
  return fmt::format("with {} {}", stats::words_of(wanted.outcome), band);
}

}  // namespace relco::sweep
