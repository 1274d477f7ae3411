// An experiment with a tiny scenario, written for one test.
#pragma once

#include "rules/parameters.h"
#include "sweep/plan.h"
#include "unit/scenario/files.h"

namespace relco::test {

inline constexpr std::string_view kTinyScenario = R"(relco: 1
horizon: 30 weeks
replicates: 3
seed: 7
organisations:
  - name: hospital
    units:
      - {name: ward, staff: {nurse: 3, surgeon: 2}}
pathways:
  - {name: hip, standing: 4, team: {nurse: 2, surgeon: 1}}
changes:
  meet: {from: week 4, interventions: [huddles]}
arms:
  as_is: []
  huddles: [meet]
)";

// Files of one experiment in a folder of their own.
class Experiment {
 public:
  explicit Experiment(std::string_view keys) {
    folder_.write("tiny.yaml", kTinyScenario);
    path_ = folder_.write("map.yaml", "relco: 1\nscenario: tiny.yaml\n" + std::string(keys));
  }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string scenario() const { return folder_.at("tiny.yaml"); }
  [[nodiscard]] std::string at(const std::string& name) const { return folder_.at(name); }
  [[nodiscard]] sweep::Plan plan(const ExperimentSize& size = {},
                                 const std::vector<Override>& settings = {}) const {
    return sweep::make_plan(load_experiment(path_, size, settings, parameter_rows()));
  }
  // What is wrong with it, one line each, without the folder.
  [[nodiscard]] std::vector<std::string> findings() const {
    std::vector<std::string> lines;
    try {
      sweep::check_points(plan(), 1);
    } catch (const UserError& error) {
      std::istringstream text(error.what());
      const std::string folder = folder_.at("");
      for (std::string line; std::getline(text, line);) {
        lines.push_back(line.starts_with(folder) ? line.substr(folder.size()) : line);
      }
    }
    return lines;
  }

 private:
  Folder folder_;
  std::string path_;
};

}  // namespace relco::test
