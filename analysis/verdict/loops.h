// What moved the ties: the named terms of the ledger, grouped into loops.
//
// A loop's own share is the size of its contribution over that of all: |sum over replicates and
// weeks| of each term and component, added up. Its share against the control is the same of the
// difference to the control's ledger (same luck), and says what made the arm end elsewhere. The
// ledger is that of the ties between groups over the whole run; of all ties where there are none.
#pragma once

#include <string_view>
#include <vector>

#include "measure/results.h"

namespace relco::verdict {

struct TermShare {
  Term term = Term::reset;
  double share = 0;  // as LoopShare::share, of the same whole
  double net = 0;    // as LoopShare::net
};

struct LoopShare {
  std::string_view name;
  double share = 0;  // 0-1: of the difference to the control; of the own movement for the control
  double own = 0;    // 0-1: of the arm's own movement
  double net = 0;    // sum over components of what `share` is about; above 0: towards stronger
                     // ties. In lengths of a component, per replicate
  double gross = 0;  // the same, all counted as positive; far above |net| where terms cancel out
  std::vector<TermShare> terms;  // largest first
};

// Largest share first. `control` equal to `arm` gives own shares. Nothing moved: all shares are 0.
[[nodiscard]] std::vector<LoopShare> loop_shares(const RunRecords& records, std::size_t arm,
                                                 std::size_t control, std::size_t scope = 0);

}  // namespace relco::verdict
