// What people lived through in a week, gathered over the pairs they are in.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "rules/identity/identity.h"
#include "world/world.h"

namespace relco {

// Counts of what was heard in the exchanges across one boundary, four of 16 bits in one word, so
// that an exchange adds one number; genesis refuses a person of more than 65535 partners.
struct Exchanges {
  std::uint64_t counts = 0;  // exchanges, contacts, good, bad: lowest first
  [[nodiscard]] float count(int n) const {
    return static_cast<float>((counts >> (16 * n)) & 0xffffu);
  }
  [[nodiscard]] BoundaryWeek week() const {
    const float all = count(0);
    if (all <= 0) return {};
    return {count(1), count(2) / all, count(3) / all};
  }
};

// What one person lived through this week.
struct PersonWeek {
  // Across which bias is felt, in the order of the person's columns.
  enum Boundary : std::size_t { role, unit, organisation, label, kBoundaries };
  std::array<Exchanges, kBoundaries> across{};
  float exchanges = 0, failed = 0, problems = 0, solved = 0, blamed = 0, spanners = 0;
  float ties_received = 0, partners = 0, needless = 0;
  std::array<double, 3> within{}, between{};
  float within_count = 0, between_count = 0;
};

// The links that a unit is an end of, unit by unit.
struct UnitLinks {
  std::vector<std::uint32_t> begin, links;

  explicit UnitLinks(const World& world);
  [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t unit) const {
    return std::span(links).subspan(begin[unit], begin[unit + 1] - begin[unit]);
  }
};

// The weeks of the people of a unit, in their order: the rows of its links are read one after
// another, and each adds to the people of the unit at its ends. Valid until the thread asks again.
[[nodiscard]] std::span<const PersonWeek> gather(const World& world, const UnitLinks& links,
                                                 std::uint32_t unit);

}  // namespace relco
