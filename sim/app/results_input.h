// A run read back from its results file: the scenario it carries, and its parameters.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/scenario_input.h"

namespace relco::app {

// Whether the file is one of HDF5, by its first bytes. False also when it cannot be read.
[[nodiscard]] bool is_results_file(const std::string& path);

struct ResultsInput {
  ScenarioInput input;
  std::vector<std::int64_t> digests;  // [arm][replicate][week]
  std::string software;               // that wrote it
  [[nodiscard]] std::uint64_t digest(std::size_t arm, int replicate, Week week) const;
};

// Throws PlaceError when the file is no results file of relco run, is damaged, or rests on
// parameters that this build does not have.
[[nodiscard]] ResultsInput read_results_input(const std::string& path);

}  // namespace relco::app
