// The smallest level of a factor that is enough: the least dose, the shortest duration, the weakest
// support with which runs end as the experiment wants.
#pragma once

#include <optional>
#include <vector>

#include "stats/intervals.h"
#include "sweep/run_sweep.h"

namespace relco::sweep {

// A combination of levels of the other factors, and what the levels of the factor asked about make
// of it.
struct SmallestRow {
  std::size_t point = 0;                  // the first of the combination
  std::vector<stats::Proportion> shares;  // of runs that end as wanted, from the smallest level on
  std::optional<std::size_t> enough;      // the level from which on the share is reached
};

struct Smallest {
  std::size_t factor = 0;     // asked about
  std::vector<Level> levels;  // of it, rising
  std::vector<SmallestRow> rows;
};

// One answer for each factor asked about, in their order; none where nothing is asked.
[[nodiscard]] std::vector<Smallest> smallest(const Plan& plan, const Run& run, std::size_t arm);

// How a run is wanted to end: "virtuous", "with RC index of at least 3.6".
[[nodiscard]] std::string wanted_text(const Plan& plan);

}  // namespace relco::sweep
