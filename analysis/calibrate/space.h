// The parameters that are fitted, and the box in which they are: numbers in [0, 1] for the search.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "rules/parameters.h"

namespace relco::calibrate {

struct Dimension {
  const ParameterRow* row = nullptr;
  double low = 0, high = 1;  // of the box, inside the range of the table
  [[nodiscard]] std::string path() const;
  [[nodiscard]] double value(double unit) const { return low + unit * (high - low); }
  [[nodiscard]] double unit(double value) const { return (value - low) / (high - low); }
};

// Reaches over `reach` of the table's range to each side of the default; 1 is the whole range.
[[nodiscard]] std::vector<Dimension> make_space(std::span<const std::string> paths, double reach);

// Paths of all parameters that rest on no figure: origin calibrated or judgement.
[[nodiscard]] std::vector<std::string> free_parameters();

// `base` with the dimensions where a point says.
[[nodiscard]] Parameters at(const Parameters& base, std::span<const Dimension> space,
                            std::span<const double> unit);
[[nodiscard]] std::vector<double> unit_of(const Parameters& parameters,
                                          std::span<const Dimension> space);

}  // namespace relco::calibrate
