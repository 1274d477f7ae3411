// Records made by hand, so that every number that tests expect can be worked out on paper.
#pragma once

#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "base/fixed.h"
#include "measure/results.h"

namespace relco::test {

// Starts without any value (NaN) and with a ledger of zeros; cells are filled week by week.
class SyntheticRun {
 public:
  SyntheticRun(std::vector<std::string> arms, int replicates, Week weeks,
               std::vector<std::string> organisations = {}) {
    RunAxes& axes = records_.axes;
    axes.arms = std::move(arms);
    axes.replicates = replicates;
    axes.weeks = weeks;
    axes.scopes = {"system"};
    axes.scopes.insert(axes.scopes.end(), organisations.begin(), organisations.end());
    const auto rows = static_cast<std::size_t>(weeks) * axes.scopes.size();
    records_.cells.resize(axes.arms.size() * static_cast<std::size_t>(replicates));
    for (CellRecords& cell : records_.cells) {
      cell.outcomes.assign(rows * kOutcomes, std::numeric_limits<float>::quiet_NaN());
      cell.ledger.assign(rows * kTieScopes, LedgerCell{});
    }
  }

  [[nodiscard]] const RunRecords& records() const { return records_; }
  [[nodiscard]] CellRecords& cell(std::size_t arm, int replicate) {
    const auto row = arm * static_cast<std::size_t>(records_.axes.replicates);
    return records_.cells[row + static_cast<std::size_t>(replicate)];
  }

  // One week's value.
  void set(std::size_t arm, int replicate, Outcome outcome, Week week, double value,
           std::size_t scope = 0) {
    const std::size_t index = CellRecords::index(records_.axes, week, scope, outcome);
    cell(arm, replicate).outcomes[index] = static_cast<float>(value);
  }

  // The same value in every week.
  void fill(std::size_t arm, int replicate, Outcome outcome, double value, std::size_t scope = 0) {
    for (Week week = 0; week < records_.axes.weeks; ++week) {
      set(arm, replicate, outcome, week, value, scope);
    }
  }

  // start + a_year * week / 52.
  void line(std::size_t arm, int replicate, Outcome outcome, double start, double a_year,
            std::size_t scope = 0) {
    for (Week week = 0; week < records_.axes.weeks; ++week) {
      set(arm, replicate, outcome, week, start + a_year * week / 52.0, scope);
    }
  }

  // The same ledger entry (goals) in every week.
  void move(std::size_t arm, int replicate, Term term, double weekly, std::size_t scope = 0,
            TieScope ties = TieScope::between) {
    for (Week week = 0; week < records_.axes.weeks; ++week) {
      const std::size_t index = CellRecords::ledger_index(records_.axes, week, scope, ties);
      cell(arm, replicate).ledger[index][static_cast<std::size_t>(term)][0] = to_fixed(weekly);
    }
  }

 private:
  RunRecords records_;
};

}  // namespace relco::test
