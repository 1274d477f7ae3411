// A vector level for the length of a block.
#pragma once

#include "engine/tie_lanes.h"

namespace relco::test {

// Puts the level back whatever happens.
class AtLevel {
 public:
  explicit AtLevel(VectorLevel level) : before_(vector_level()) { set_vector_level(level); }
  ~AtLevel() { set_vector_level(before_); }
  AtLevel(const AtLevel&) = delete;
  AtLevel& operator=(const AtLevel&) = delete;

 private:
  VectorLevel before_;
};

}  // namespace relco::test
