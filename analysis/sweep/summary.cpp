#include "sweep/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace relco::sweep {
namespace {

constexpr int kParts = 5;  // of a sampled range

// Which part of the range a value lies in.
int part_of(const FactorFacts& factor, double value) {
  const double low = factor.range[0], high = factor.range[1];
  const double share = factor.scale == FactorScale::log
                           ? std::log(value / low) / std::log(high / low)
                           : (value - low) / (high - low);
  return std::clamp(static_cast<int>(share * kParts), 0, kParts - 1);
}

double part_end(const FactorFacts& factor, int part) {
  const double share = static_cast<double>(part) / kParts;
  const double low = factor.range[0], high = factor.range[1];
  return factor.scale == FactorScale::log ? low * std::pow(high / low, share)
                                          : low + share * (high - low);
}

std::array<double, kRegimes> shares(const std::array<double, kRegimes>& counts, double n) {
  std::array<double, kRegimes> out{};
  for (std::size_t i = 0; i < kRegimes; ++i) out[i] = n > 0 ? counts[i] / n : stats::kUnknown;
  return out;
}

}  // namespace

Regime Pool::likeliest() const {
  auto best = static_cast<std::size_t>(Regime::contested);
  for (std::size_t i = 0; i < kRegimes; ++i) {
    if (regimes[i].p > regimes[best].p) best = i;
  }
  return static_cast<Regime>(best);
}

Pool pool(const Plan& plan, const Run& run, const std::vector<std::size_t>& points,
          std::size_t arm) {
  Pool pool;
  std::array<double, kRegimes> counts{}, lower{}, higher{};
  std::vector<std::vector<double>> values(plan.outcomes.size());
  double judged = 0;
  for (const std::size_t point : points) {
    for (std::size_t r = 0; r < plan.replicates(); ++r) {
      const Cell& cell = run.cells[plan.cell(point, arm, r)];
      if (!cell.done) continue;
      ++pool.runs;
      for (std::size_t o = 0; o < values.size(); ++o) {
        values[o].push_back(static_cast<double>(cell.outcomes[o]));
      }
      if (cell.regime == kNoRegime) continue;
      ++judged;
      ++counts[cell.regime];
      ++lower[cell.regime_lower];
      ++higher[cell.regime_higher];
    }
  }
  for (std::size_t i = 0; i < kRegimes; ++i) pool.regimes[i] = stats::wilson(counts[i], judged);
  pool.at_lower_cutoffs = shares(lower, judged);
  pool.at_higher_cutoffs = shares(higher, judged);
  for (const auto& one : values) pool.outcomes.push_back(stats::estimate(one));
  return pool;
}

std::vector<Slice> slices(const Plan& plan, std::size_t factor) {
  std::vector<Slice> slices;
  const Factor& about = plan.factors[factor];
  const FactorFacts& facts = plan.facts().factors[factor];
  for (const Level& level : about.levels) slices.push_back({level.text, {}});
  for (int part = 0; about.levels.empty() && part < kParts; ++part) {
    slices.push_back(
        {fmt::format("{:.3g}-{:.3g}", part_end(facts, part), part_end(facts, part + 1)), {}});
  }
  for (std::size_t point = 0; point < plan.points.size(); ++point) {
    const Level& level = plan.points[point][factor];
    const auto found = std::find_if(slices.begin(), slices.end(),
                                    [&](const Slice& one) { return one.label == level.text; });
    if (about.levels.empty()) {
      slices[static_cast<std::size_t>(part_of(facts, level.value))].points.push_back(point);
    } else {
      found->points.push_back(point);
    }
  }
  return slices;
}

}  // namespace relco::sweep
