// The labelled cubes of a results file, made from the records of a run. Internal to
// results_dataset.h.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/results_dataset.h"
#include "measure/summary.h"

namespace relco::app {

// Weeks put together into steps of equal length; the last may be shorter.
struct Steps {
  Week weeks = 0;
  Week length = 1;
  [[nodiscard]] std::size_t count() const {
    return static_cast<std::size_t>((weeks + length - 1) / length);
  }
  [[nodiscard]] WeekWindow window(std::size_t step) const {
    const Week from = static_cast<Week>(step) * length;
    return {from, std::min(from + length, weeks)};
  }
};

// The unit of an outcome as UDUNITS spells it.
[[nodiscard]] std::string udunits(std::string_view unit);

class Cubes {
 public:
  Cubes(const RunRecords& records, const KeepLimits& limits);

  void add_axes(record::Dataset& data) const;
  void add_outcomes(record::Dataset& data) const;
  void add_ledger(record::Dataset& data) const;
  void add_regimes(record::Dataset& data) const;
  void add_digests(record::Dataset& data) const;

 private:
  [[nodiscard]] std::vector<float> system_outcome(Outcome outcome) const;
  [[nodiscard]] std::vector<float> organisation_outcome(Outcome outcome) const;
  [[nodiscard]] float mean_over_step(const CellRecords& cell, std::size_t scope, Outcome outcome,
                                     WeekWindow window) const;
  [[nodiscard]] std::vector<std::int64_t> system_ledger() const;
  [[nodiscard]] std::vector<std::int64_t> organisation_ledger() const;
  void append_ledger(std::vector<std::int64_t>& values, const CellRecords& cell, std::size_t scope,
                     WeekWindow window) const;

  const RunRecords& records_;
  const RunAxes& axes_;
  std::size_t organisations_;
  Steps by_organisation_, ledger_;
};

}  // namespace relco::app
