// Where the results of a run go, what is kept there while it goes on, and what is there already.
#pragma once

#include <filesystem>
#include <memory>

#include "app/arguments.h"
#include "app/run_store.h"
#include "app/scenario_input.h"
#include "record/cube.h"

namespace relco::app {

class ResultsPlace {
 public:
  // Nothing is touched yet. Without --out: the scenario's name with .h5, in the current folder.
  explicit ResultsPlace(const RunArguments& arguments);

  [[nodiscard]] const std::filesystem::path& results() const { return results_; }
  [[nodiscard]] const std::filesystem::path& partial() const { return partial_; }

  // Before the run: finds out whether the results can be written in the end, and opens what keeps
  // them until then. Throws PlaceError when the place is taken (results without --force, an
  // unfinished run without --resume or --force, one of another scenario) or unusable.
  [[nodiscard]] std::unique_ptr<RunStore> open(const ScenarioInput& input,
                                               const std::atomic<int>& stop);

  // After the run: writes the results, then throws the partial folder away.
  void publish(const record::Dataset& dataset, RunStore& store);

 private:
  void refuse_unfinished_run() const;
  void discard_unfinished_run() const;
  [[nodiscard]] bool already_published(const record::Dataset& dataset) const;

  const RunArguments& arguments_;
  std::filesystem::path results_, partial_;
  // Killed between publishing and throwing the folder away: the results are there, and ours.
  bool perhaps_published_ = false;
};

}  // namespace relco::app
