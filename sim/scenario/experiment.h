// Experiment files: a scenario, what varies in it, and what is asked of every run.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scenario/load.h"
#include "world/outcomes.h"

namespace relco {

enum class DesignKind : std::uint8_t { grid, latin_hypercube, sobol };
enum class FactorScale : std::uint8_t { linear, log };

// One thing that varies. Either `levels`, values as they would be written in a scenario, or a range
// of numbers.
struct FactorFacts : Named {
  std::string meaning;
  std::string unit = "1";
  std::vector<std::string> paths;   // all of them get the value
  std::vector<std::string> levels;  // in the order of the file
  std::vector<double> range;        // low, high
  int steps = 0;                    // of a range in a grid; 0: not said
  FactorScale scale = FactorScale::linear;
  bool whole = false;  // values are rounded to whole numbers
  std::string place;   // "file:line:column"

  [[nodiscard]] bool is_range() const { return levels.empty(); }
};

// What is asked of a grid: the smallest level of a factor from which on enough runs end as wanted,
// for every combination of levels of the other factors.
struct SmallestFacts {
  std::vector<std::string> factors;  // each is asked about by itself; empty: nothing is asked
  std::string regime;                // in which a run ends; or
  std::string outcome;               // what lies in the band at its end
  Band band;
  double share = 0.5;  // of the runs of an arm at a point
};

struct ExperimentFacts {
  std::string title, question, file;
  std::string scenario;            // as written
  std::vector<Override> settings;  // the same at every point
  std::vector<FactorFacts> factors;
  DesignKind design = DesignKind::grid;
  int points = 0;                 // of a sampled design
  std::vector<std::string> arms;  // empty: all of the scenario
  int replicates = 0;             // 0: the scenario's
  Week horizon = 0;               // 0: the scenario's
  std::uint64_t seed = 0;
  bool seed_given = false;  // else the scenario's
  std::vector<std::string> outcomes{"rc_index"};
  Week window = 26;  // last weeks over which outcomes and regimes are taken
  SmallestFacts smallest;
  Week keep_every = -1;  // weeks per step of the time axis; -1: no time axis
};

struct LoadedExperiment {
  ExperimentFacts facts;
  std::string scenario_file;    // where the scenario was found
  LoadedScenario scenario;      // with the settings, at no point in particular
  std::string resolved_text;    // the experiment with its defaults, canonical
  std::string digest_text;      // of everything that shapes the cells
  std::vector<Override> fixed;  // settings, and the size of a run, for every load
};

// What the command line says instead of the file.
struct ExperimentSize {
  std::optional<int> points{}, replicates{};
  std::optional<Week> weeks{};
  std::optional<std::uint64_t> seed{};
};

// Whether the file is an experiment, and not a scenario: it names a scenario or has factors. False
// for what cannot be read.
[[nodiscard]] bool is_experiment(const std::string& path);

// Throws UserError with all findings about the experiment and about the scenario it names. Whether
// factors fit the scenario is known only when a point is loaded.
[[nodiscard]] LoadedExperiment load_experiment(const std::string& path, const ExperimentSize& size,
                                               std::span<const Override> settings,
                                               std::span<const ParameterRow> parameters);

}  // namespace relco
