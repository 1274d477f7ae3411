// The check of the method itself: truths that are known are planted, the model makes their data,
// and the same procedure that gives intervals in a calibration must find them again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calibrate/objective.h"

namespace relco::calibrate {

struct PlantedParameter {
  std::string path;
  int covered = 0;           // truths inside their 90 % interval
  double width = 0;          // mean width of the intervals, share of the box
  double variance_left = 0;  // mean, share of that of the box
  [[nodiscard]] bool identifiable() const;
};

struct Planted {
  int truths = 0;
  std::size_t draws = 0;
  std::vector<PlantedParameter> parameters;
  [[nodiscard]] double coverage() const;  // over all parameters and truths
  // Coverage of the 90 % intervals between 80 and 98 %, and intervals of identifiable parameters
  // narrower than half the box; at least one parameter must be identifiable.
  [[nodiscard]] bool good() const;
};

inline constexpr double kLeastCoverage = 0.80, kMostCoverage = 0.98, kWidest = 0.5;

// `draws` points of the box are run once and serve for all truths. Each truth's data have luck of
// their own, and an error of measurement. Nothing: it was stopped.
[[nodiscard]] std::optional<Planted> plant(const std::vector<Target>& targets, const Pass& pass,
                                           record::PartialStore* store, const Parameters& base,
                                           const std::vector<Dimension>& space, int truths,
                                           std::size_t draws, std::uint64_t seed,
                                           const std::function<void(std::size_t)>& told);

}  // namespace relco::calibrate
