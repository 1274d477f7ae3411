// What one world tells about itself: the weekly records of a run, in memory, free of files and
// threads. A cell is one (arm, replicate); a run is arms x replicates cells over the same axes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/fixed.h"
#include "base/week.h"
#include "measure/asked.h"
#include "world/ledger_terms.h"
#include "world/outcomes.h"

namespace relco {

// Sum of every change of every tie of one organisation and tie scope in one week.
using LedgerCell = std::array<std::array<Fixed, kComponents>, kTerms>;

// The axes that all cells of a run share.
struct RunAxes {
  std::vector<std::string> arms;
  int replicates = 0;
  Week weeks = 0;
  // Scope 0 is the whole system; then one per organisation copy ("hospital", "hospital 2", ...).
  std::vector<std::string> scopes;
  // What was asked for beyond that; see CellRecords::asked.
  std::vector<Asked> asked;
};

// The answer to one question: each week's value, or each point's mean over the weeks asked for.
struct AskedRecord {
  std::vector<float> weekly;  // [week][quantity], NaN without a value; of Points::none
  // [point][quantity]; else. Means are taken over the weeks that have a value.
  std::vector<double> sums;
  std::vector<std::int32_t> weeks;
  // [quantity]; of what single cases have: over all cases of all points.
  struct Cases {
    double count = 0, sum = 0, squares = 0;  // squares in case_unit()
  };
  std::vector<Cases> cases;
};

// Records of one (arm, replicate). Row-major; sizes follow RunAxes.
struct CellRecords {
  // [week][scope][outcome]; NaN where an outcome has no value that week (no case ended, no tie).
  std::vector<float> outcomes;
  // [week][scope][tie scope] ledger cells; scope 0 is the sum of the others.
  std::vector<LedgerCell> ledger;
  // [week] digest of the week: of its exact sums, and in every 13th week of the whole world too.
  std::vector<std::uint64_t> digests;
  // [week][organisation copy] the same of one organisation; same order as scopes 1..
  std::vector<std::uint64_t> organisation_digests;
  // [scope] digest of every stored bit after the last week; zeros before that.
  std::vector<std::uint64_t> state_digests;
  // One per question, in the order of RunAxes::asked. Not part of results files and snapshots.
  std::vector<AskedRecord> asked;

  [[nodiscard]] static std::size_t index(const RunAxes& axes, Week week, std::size_t scope,
                                         Outcome outcome) {
    return (static_cast<std::size_t>(week) * axes.scopes.size() + scope) * kOutcomes +
           static_cast<std::size_t>(outcome);
  }
  [[nodiscard]] static std::size_t ledger_index(const RunAxes& axes, Week week, std::size_t scope,
                                                TieScope ties) {
    return (static_cast<std::size_t>(week) * axes.scopes.size() + scope) * kTieScopes +
           static_cast<std::size_t>(ties);
  }
};

// A whole run: cells[arm * replicates + replicate].
struct RunRecords {
  RunAxes axes;
  std::vector<CellRecords> cells;
  [[nodiscard]] const CellRecords& cell(std::size_t arm, int replicate) const {
    return cells[arm * static_cast<std::size_t>(axes.replicates) +
                 static_cast<std::size_t>(replicate)];
  }
};

}  // namespace relco
