// The targets that relco sets itself (sim/docs/guide/speed.md), beside what this machine measures.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/arguments.h"

namespace relco::app {

enum class Verdict { top, met, short_of_it, not_measured };

struct Target {
  std::string id, what, unit;
  double must = 0, top = 0;
  bool less_is_better = false;
  std::optional<double> measured{};
  double processors = 0, wanted = 0;  // had on average and asked for; 0: does not matter
  bool is_rate = false;               // twice the processors, twice the value
  std::string note{};

  // What is judged: of a rate that was disturbed, what it would be with all processors.
  [[nodiscard]] std::optional<double> judged() const;
  [[nodiscard]] Verdict verdict() const;
  // Other programs took so much that what was measured is a bound.
  [[nodiscard]] bool disturbed() const { return processors < 0.9 * wanted; }
};

[[nodiscard]] std::vector<Target> measure_targets(const BenchArguments& arguments);
void show_targets(const std::vector<Target>& targets, const BenchArguments& arguments);

}  // namespace relco::app
