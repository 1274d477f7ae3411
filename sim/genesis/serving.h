// Which units serve which copy of a pathway.
#pragma once

#include "genesis/topology.h"

namespace relco {

// The lanes of one pathway, in turn. Copies of organisations nest: lane 7 is served by copy 7 of
// the kind with most copies, and that copy lies with the same copy of every kind with fewer,
// whatever the pathway. Of units that are sampled, one copy of each organisation serves.
class Serving {
 public:
  Serving(const Draft& draft, const PathwayFacts& pathway);

  // As many as the largest number of copies of a kind that serves.
  [[nodiscard]] int lanes() const { return lanes_; }
  // Rows of the units of the next lane, in canonical order.
  [[nodiscard]] std::vector<std::uint32_t> next_units();

 private:
  // A declared organisation that may serve.
  struct Kind {
    const OrganisationFacts* facts;
    std::uint32_t first;               // row of its first copy
    std::vector<std::uint32_t> turns;  // lanes that each copy has served so far
  };
  [[nodiscard]] std::uint32_t copy_of(const OrganisationFacts& facts) const;

  const World& world_;
  std::vector<Kind> kinds_;
  std::vector<int> nest_;  // numbers of copies in the scenario, falling
  int lanes_ = 1;
  int lane_ = 0;
};

}  // namespace relco
