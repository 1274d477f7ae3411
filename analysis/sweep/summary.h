// Runs put together: by point, or by what a factor was, over whatever else varied.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "stats/intervals.h"
#include "sweep/run_sweep.h"

namespace relco::sweep {

// The runs of one arm at some points.
struct Pool {
  std::size_t runs = 0;                             // done
  std::array<stats::Proportion, kRegimes> regimes;  // of runs that have ties to judge
  std::array<double, kRegimes> at_lower_cutoffs{}, at_higher_cutoffs{};  // shares; NaN: no runs
  std::vector<stats::Estimate> outcomes;                                 // in the order of the plan

  // The likeliest; contested where two are equal or nothing is known.
  [[nodiscard]] Regime likeliest() const;
};
[[nodiscard]] Pool pool(const Plan& plan, const Run& run, const std::vector<std::size_t>& points,
                        std::size_t arm);

// The points at which a factor had one level, or lay in one fifth of its range.
struct Slice {
  std::string label;
  std::vector<std::size_t> points;  // ascending
};
[[nodiscard]] std::vector<Slice> slices(const Plan& plan, std::size_t factor);

}  // namespace relco::sweep
