// Of all ties that a pair of names leaves possible, the one that had most to do.
#pragma once

#include <optional>
#include <vector>

#include "engine/tie_history.h"
#include "genesis/genesis.h"
#include "story/names.h"

namespace relco::story {

// Which world, and up to the end of which week.
struct Moment {
  std::size_t arm = 0;
  int replicate = 0;
  Week week = 0;
};

struct Busiest {
  FollowedTie tie;
  CaseNumber number;  // of the case, where one of the two is a family
  int contacts = 0;   // of `weeks` weeks, those with contact
  int weeks = 0;      // the last half year; all of a case that is told by its number
};

// The tie of one of `from` towards one of `to` with most weeks of contact in the last half year (of
// equals, the one with more need of each other, then the first in canonical order); of families,
// those whose case is open at its end, unless one is told by its number. None: nobody of the two
// ever shares work, or there is no such case.
[[nodiscard]] std::optional<Busiest> busiest_tie(const Blueprint& blueprint,
                                                 const Parameters& parameters, const Moment& moment,
                                                 const Meant& from, const Meant& to);

}  // namespace relco::story
