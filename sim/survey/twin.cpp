#include "survey/twin.h"

#include <algorithm>
#include <cmath>

#include "survey/virtual_survey.h"

namespace relco::survey {
namespace {

constexpr std::string_view kFamilyGroup = "family";

// Spread of ratings around the mean of their cell, over all cells: a cell of five people knows its
// own spread too badly to say how sure its mean is.
double pooled_sd(const SurveyScores& scores) {
  double squares = 0, freedom = 0;
  for (const CellScore& cell : scores.matrix) {
    if (cell.index.count < 2) continue;
    const auto more = static_cast<double>(cell.index.count - 1);
    squares += cell.index.sd * cell.index.sd * more;
    freedom += more;
  }
  return freedom > 0 ? std::sqrt(squares / freedom) : 0.7;  // in between those of A22
}

// Mean and spread of single cells.
Estimate typical(const std::vector<double>& cells) {
  if (cells.empty()) return {};
  const double variance = variance_of(cells);
  return {mean_of(cells), answered(variance) ? std::sqrt(variance) : 0.0};
}

TwinTies ties_of(const CellScore& cell, double rating_sd, double spread) {
  TwinTies out;
  const auto level = [&](std::size_t item) { return untick(cell.items[item], spread).score; };
  for (std::size_t n = 0; n < kCommunicationItems; ++n) {
    out.communication += level(n) / kCommunicationItems;
  }
  out.goals = level(4);
  out.knowledge = level(5);
  out.respect = level(6);
  out.index.mean =
      (kCommunicationItems * out.communication + out.goals + out.knowledge + out.respect) / kItems;
  out.index.sd = rating_sd / std::sqrt(static_cast<double>(cell.index.count)) /
                 untick(cell.index.mean, spread).slope;
  return out;
}

}  // namespace

Unticked untick(double mean_tick, double spread) noexcept {
  double low = 1, high = 5;
  for (int step = 0; step < 40; ++step) {
    const double middle = 0.5 * (low + high);
    (expected_tick(middle, spread) < mean_tick ? low : high) = middle;
  }
  const double score = 0.5 * (low + high);
  const double slope =
      (expected_tick(score + 0.01, spread) - expected_tick(score - 0.01, spread)) / 0.02;
  return {score, std::max(slope, 0.1)};
}

Twin make_twin(const SurveyScores& scores, const SurveyParameters& parameters) {
  const double spread = answer_spread(parameters), rating_sd = pooled_sd(scores);
  Twin out;
  for (const GroupScore& group : scores.groups) out.groups.push_back(group.name);
  std::vector<double> within, between, family;
  for (std::size_t holder = 0; holder < out.groups.size(); ++holder) {
    for (std::size_t rater = 0; rater < out.groups.size(); ++rater) {
      if (!scores.shows(rater, holder)) continue;
      const CellScore& cell = scores.cell(rater, holder);
      if (std::any_of(cell.items.begin(), cell.items.end(),
                      [](double x) { return !answered(x); })) {
        continue;
      }
      TwinTies ties = ties_of(cell, rating_sd, spread);
      ties.holder = holder;
      ties.towards = rater;
      if (out.groups[holder] == kFamilyGroup || out.groups[rater] == kFamilyGroup) {
        family.push_back(ties.index.mean);
        continue;
      }
      (holder == rater ? within : between).push_back(ties.index.mean);
      out.ties.push_back(ties);
    }
  }
  out.within = typical(within);
  out.between = typical(between);
  out.family = typical(family);
  return out;
}

}  // namespace relco::survey
