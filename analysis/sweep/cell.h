// What is kept of one run of a sweep.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "measure/results.h"
#include "record/bytes.h"
#include "sweep/plan.h"

namespace relco::sweep {

inline constexpr std::uint8_t kNoRegime = 255;
inline constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

struct Cell {
  bool done = false;
  std::uint64_t digest = 0;  // of the run, over all its weeks
  std::uint8_t regime = kNoRegime;
  // With all cut-offs lower and higher by kCutoffShift.
  std::uint8_t regime_lower = kNoRegime, regime_higher = kNoRegime;
  float level = kNothing, slope = kNothing, gain = kNothing;  // what the regime was judged on
  float tipped = kNothing;                                    // week; NaN: it did not tip
  std::vector<float> outcomes;  // means over the window, in the order of the plan
  std::vector<float> paths;     // [outcome][step]
};

[[nodiscard]] Cell summarise(const Plan& plan, const RunAxes& axes, const CellRecords& records);

// As bytes, and back; decode throws PlaceError on bytes that encode() did not make for this plan.
[[nodiscard]] record::Bytes encode(const Cell& cell);
[[nodiscard]] Cell decode(const Plan& plan, std::span<const std::byte> bytes,
                          const std::string& what);

}  // namespace relco::sweep
