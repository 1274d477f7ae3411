// How cost grows with the size of the world.
#pragma once

#include <string>
#include <vector>

#include "app/arguments.h"
#include "app/bench_measure.h"

namespace relco::app {

struct GrowthRow {
  std::string world;
  BenchResult run;
  double memory_bytes = 0;  // that the world and its plan took, at most

  // Directed ties that lived through a week because of a case: between providers, and between
  // families and their teams.
  [[nodiscard]] double tie_weeks_per_week() const;
  // Nanoseconds of processor time, all phases of the week included.
  [[nodiscard]] double cost_per_tie_week() const {
    return 1e9 * processor_seconds_per_week() / tie_weeks_per_week();
  }
  [[nodiscard]] double processor_seconds_per_week() const;
};

// Slopes of logarithms on the logarithm of people; 1 is linear.
struct Growth {
  std::vector<GrowthRow> rows;  // neighbourhoods, small to large; then the nation, if asked for
  double slope_of_weeks = 0, slope_of_genesis = 0, slope_of_memory = 0;  // of neighbourhoods
  double dearest_over_cheapest = 0;  // tie-week, from 10 000 people on
};

[[nodiscard]] Growth measure_growth(const BenchArguments& arguments);
void show_growth(const Growth& growth, const BenchArguments& arguments);

// Denmark one to one, so many weeks.
[[nodiscard]] GrowthRow measure_nation(Week weeks, int threads);

}  // namespace relco::app
