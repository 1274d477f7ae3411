// Which rows of the checklist have a claim, and what became of the claims.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "scenario/library.h"

namespace relco {

enum class ClaimState : std::uint8_t { claimed, open, held, broken };

// What a check found; `file` may have folders in front of the listed name.
struct CheckedClaim {
  std::string file, id;
  ClaimState state = ClaimState::held;  // held, broken, or open
};

struct CoveringClaim {
  std::string file, id;
  ClaimState state = ClaimState::claimed;  // claimed or open until it was checked
};

struct Coverage {
  std::string row;
  bool known = true;  // false: a scenario covers a row that the checklist does not have
  std::vector<CoveringClaim> claims;

  [[nodiscard]] std::size_t count(ClaimState state) const;
  [[nodiscard]] std::vector<std::string> files() const;
  // "no claim", "claimed", "partly open", "open"; of checked claims "holds", "broken",
  // "partly checked"; "unknown row".
  [[nodiscard]] std::string_view state() const;
};

// Every row of the checklist in its order, then unknown ones. A claim covers the rows that its id
// or its evidence names; when a file covers a row that none of its claims names, all of them cover
// it together.
[[nodiscard]] std::vector<Coverage> coverage_of(const std::vector<ListedScenario>& scenarios,
                                                std::span<const CheckedClaim> checked = {});

}  // namespace relco
