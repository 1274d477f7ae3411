// The points of an experiment: which values its factors take, and which runs that makes.
#pragma once

#include <string>
#include <vector>

#include "scenario/experiment.h"

namespace relco::sweep {

// A value of a factor, as it is set and as a number.
struct Level {
  std::string text;
  double value = 0;  // NaN for words
};

struct Factor {
  std::string name, unit, meaning;
  std::vector<std::string> paths;
  bool numeric = true;
  std::vector<Level> levels;  // of a grid, in the order of the file; empty for sampled ranges
  double low = 0, high = 0;   // of numbers
  std::string place;          // where it is written
};

// Points x arms x replicates; a cell is one run.
struct Plan {
  LoadedExperiment experiment;
  std::vector<Factor> factors;
  std::vector<std::vector<Level>> points;  // [point][factor]
  std::vector<Outcome> outcomes;

  [[nodiscard]] const ExperimentFacts& facts() const { return experiment.facts; }
  [[nodiscard]] std::size_t arms() const { return facts().arms.size(); }
  [[nodiscard]] std::size_t replicates() const {
    return static_cast<std::size_t>(facts().replicates);
  }
  [[nodiscard]] std::size_t cells() const { return points.size() * arms() * replicates(); }
  [[nodiscard]] std::size_t cell(std::size_t point, std::size_t arm, std::size_t replicate) const {
    return (point * arms() + arm) * replicates() + replicate;
  }
  [[nodiscard]] bool is_grid() const { return facts().design == DesignKind::grid; }
  // Steps of the time axis; 0 when paths are not kept.
  [[nodiscard]] std::size_t steps() const;
};

[[nodiscard]] Plan make_plan(LoadedExperiment experiment);

// What a point sets, the fixed settings of the experiment included.
[[nodiscard]] std::vector<Override> overrides_at(const Plan& plan, std::size_t point);

// The settings as `relco run` takes them: "--set a=1 --set b=2".
[[nodiscard]] std::vector<std::string> settings_at(const Plan& plan, std::size_t point);

// Loads every point, so that whatever is wrong with any is known before the first run. Throws
// UserError with every finding once.
void check_points(const Plan& plan, int threads);

}  // namespace relco::sweep
