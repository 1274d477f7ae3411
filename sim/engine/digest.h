// Digests: 64 bits that are equal where worlds are equal, whatever the order of rows, threads or
// files. Why there are two is told in docs/decisions/0008-digests.md.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/week.h"
#include "world/tally.h"
#include "world/world.h"

namespace relco {

struct Digest {
  std::uint64_t world = 0;
  std::vector<std::uint64_t> organisations;  // what belongs to one organisation
};

// The digest of the state: sum modulo 2^64 over all rows of all tables of a mix of the row's stable
// identity and the bits of every column. One flipped bit anywhere changes it.
[[nodiscard]] Digest digest_of(const World& world);

// Weeks after which the state is digested, whatever the horizon.
inline constexpr Week kStateEvery = 13;
[[nodiscard]] constexpr bool digests_state(Week week) {
  return (week + 1) % kStateEvery == 0;
}

// The digest of what happened in `week`: of every exact sum of every organisation, which every tie
// enters. `digest` is overwritten; its room is used again.
void digest_sums(const World& world, Week week, std::span<const OrganisationWeek> sums,
                 Digest& digest);

}  // namespace relco
