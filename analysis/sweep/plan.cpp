#include "sweep/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>
#include <set>
#include <sstream>

#include "base/errors.h"
#include "design/design.h"
#include "parallel/parallel.h"
#include "rules/parameters.h"
#include "scenario/numbers.h"

namespace relco::sweep {
namespace {

constexpr std::size_t kMostFindings = 40;

Level level_of(const std::string& text) {
  const auto number = scenario::parse_number(text);
  return {text, number.value_or(std::numeric_limits<double>::quiet_NaN())};
}

// A number with no more digits than anybody reads, and the value that those digits mean.
Level level_of(double value) {
  return level_of(fmt::format("{:.9g}", value));
}

// Where `share` of the way from low to high is.
Level level_in_range(const FactorFacts& factor, double share) {
  const double low = factor.range[0], high = factor.range[1];
  const bool log = factor.scale == FactorScale::log;
  double value = log ? low * std::pow(high / low, share) : low + share * (high - low);
  if (factor.whole) value = std::round(value);
  return level_of(std::clamp(value, low, high));
}

Factor factor_of(const FactorFacts& facts, bool grid) {
  Factor factor{facts.name, facts.unit, facts.meaning, facts.paths, true, {}, 0, 0, facts.place};
  if (!facts.is_range()) {
    for (const std::string& text : facts.levels) factor.levels.push_back(level_of(text));
  } else if (grid) {
    for (int i = 0; i < facts.steps; ++i) {
      Level level = level_in_range(facts, static_cast<double>(i) / (facts.steps - 1));
      const bool again = !factor.levels.empty() && factor.levels.back().text == level.text;
      if (!again) factor.levels.push_back(std::move(level));  // rounded to the same whole number
    }
  }
  factor.numeric = std::none_of(factor.levels.begin(), factor.levels.end(),
                                [](const Level& level) { return std::isnan(level.value); });
  if (facts.is_range()) {
    factor.low = facts.range[0];
    factor.high = facts.range[1];
  } else if (factor.numeric) {
    const auto ends =
        std::minmax_element(factor.levels.begin(), factor.levels.end(),
                            [](const Level& a, const Level& b) { return a.value < b.value; });
    factor.low = ends.first->value;
    factor.high = ends.second->value;
  }
  return factor;
}

std::vector<std::vector<Level>> grid_points(const std::vector<Factor>& factors) {
  std::vector<std::size_t> counts;
  for (const Factor& factor : factors) counts.push_back(factor.levels.size());
  std::vector<std::vector<Level>> points;
  for (const auto& indices : design::full_grid(counts)) {
    auto& point = points.emplace_back();
    for (std::size_t f = 0; f < factors.size(); ++f) {
      point.push_back(factors[f].levels[indices[f]]);
    }
  }
  return points;
}

std::vector<std::vector<Level>> sampled_points(const ExperimentFacts& facts,
                                               const std::vector<Factor>& factors) {
  const auto count = static_cast<std::size_t>(facts.points);
  const design::UnitPoints unit = facts.design == DesignKind::sobol
                                      ? design::sobol(count, factors.size(), facts.seed)
                                      : design::latin_hypercube(count, factors.size(), facts.seed);
  std::vector<std::vector<Level>> points(count);
  for (std::size_t p = 0; p < count; ++p) {
    for (std::size_t f = 0; f < factors.size(); ++f) {
      const auto& levels = factors[f].levels;
      const double share = unit.at(p, f);
      const auto index = static_cast<std::size_t>(share * static_cast<double>(levels.size()));
      points[p].push_back(levels.empty() ? level_in_range(facts.factors[f], share)
                                         : levels[std::min(index, levels.size() - 1)]);
    }
  }
  return points;
}

}  // namespace

std::size_t Plan::steps() const {
  if (facts().keep_every <= 0) return 0;
  return static_cast<std::size_t>((facts().horizon + facts().keep_every - 1) / facts().keep_every);
}

Plan make_plan(LoadedExperiment experiment) {
  const ExperimentFacts& facts = experiment.facts;
  if (facts.factors.size() > design::kMostFactors) {
    throw UserError(fmt::format("{}: {} factors; allowed are {}", facts.file, facts.factors.size(),
                                design::kMostFactors));
  }
  Plan plan;
  for (const FactorFacts& factor : facts.factors) {
    plan.factors.push_back(factor_of(factor, facts.design == DesignKind::grid));
  }
  plan.points = facts.design == DesignKind::grid ? grid_points(plan.factors)
                                                 : sampled_points(facts, plan.factors);
  for (const std::string& name : facts.outcomes) plan.outcomes.push_back(*find_outcome(name));
  std::sort(plan.outcomes.begin(), plan.outcomes.end());
  plan.experiment = std::move(experiment);
  return plan;
}

std::vector<Override> overrides_at(const Plan& plan, std::size_t point) {
  std::vector<Override> overrides = plan.experiment.fixed;
  for (std::size_t f = 0; f < plan.factors.size(); ++f) {
    const Factor& factor = plan.factors[f];
    for (const std::string& path : factor.paths) {
      overrides.push_back({path, plan.points[point][f].text, factor.place});
    }
  }
  return overrides;
}

std::vector<std::string> settings_at(const Plan& plan, std::size_t point) {
  std::vector<std::string> words;
  for (const Override& one : overrides_at(plan, point)) {
    words.insert(words.end(), {"--set", one.path + '=' + one.value});
  }
  return words;
}

void check_points(const Plan& plan, int threads) {
  std::set<std::string> findings;
  std::mutex mutex;
  with_threads(threads, [&] {
    for_each_task(plan.points.size(), 8, [&](std::size_t point) {
      try {
        (void)load_scenario(plan.experiment.scenario_file, overrides_at(plan, point),
                            parameter_rows());
      } catch (const UserError& error) {
        std::istringstream lines(error.what());
        const std::lock_guard lock(mutex);
        for (std::string line; std::getline(lines, line);) findings.insert(line);
      }
    });
  });
  if (findings.empty()) return;
  std::string text;
  std::size_t shown = 0;
  for (const std::string& line : findings) {
    if (++shown > kMostFindings) break;
    text += (text.empty() ? "" : "\n") + line;
  }
  if (shown > kMostFindings) {
    text += fmt::format("\n{} more findings are not shown", findings.size() - kMostFindings);
  }
  throw UserError(text);
}

}  // namespace relco::sweep
