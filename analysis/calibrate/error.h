// How far a claim is from being met, on one scale for all claims.
#pragma once

#include "contracts/contracts.h"

namespace relco::calibrate {

inline constexpr double kWorst = 5;  // errors beyond it count as it

// What a claim asks for, as numbers: centre and half width of its band; for a band with one end the
// end, the side that is right, and a length by which distances are read.
struct Aim {
  bool two_sided = true;
  double centre = 0;  // of the band, or its one end
  double scale = 1;   // half the width, or the length
  int side = 0;       // one-sided: +1 above the end is right, -1 below
};

// `spread` is the half width of the value's interval, for claims that give no length of their own
// (signs, bands that begin at 0).
[[nodiscard]] Aim aim_of(const ExpectationFacts& claim, double spread);
[[nodiscard]] Aim aim_of(const contracts::ContractResult& result);  // with its own interval

// 0 at the centre, +-1 at the ends of a band. One-sided: 0 from one length inside the end on, 1 at
// the end (in size). Claims of agreement count what is missing of it too. At most kWorst; a value
// that is not there is kWorst.
[[nodiscard]] double error_of(const Aim& aim, double value);
[[nodiscard]] double error_of(const contracts::ContractResult& result, const Aim& aim);

}  // namespace relco::calibrate
