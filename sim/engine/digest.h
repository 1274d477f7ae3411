// The digest of a world: sum modulo 2^64 over all rows of all tables of a mix of the row's stable
// identity and the bits of every column. Equal worlds have equal digests whatever the order of
// rows, threads or files; one flipped bit anywhere changes it.
#pragma once

#include <cstdint>
#include <vector>

#include "world/world.h"

namespace relco {

struct Digest {
  std::uint64_t world = 0;
  std::vector<std::uint64_t> organisations;  // rows that belong to one organisation
};

[[nodiscard]] Digest digest_of(const World& world);

}  // namespace relco
