#include "calibrate/error.h"

#include <algorithm>
#include <cmath>

namespace relco::calibrate {
namespace {

constexpr double kLengthShare = 0.25;  // of the size of a one-sided end
constexpr double kShortestLength = 1e-6;

}  // namespace

Aim aim_of(const ExpectationFacts& claim, double spread) {
  const bool low = claim.band.low > -1e299, high = claim.band.high < 1e299;
  Aim aim;
  if (low && high) {
    aim.centre = (claim.band.low + claim.band.high) / 2;
    aim.scale = std::max((claim.band.high - claim.band.low) / 2, kShortestLength);
    return aim;
  }
  aim.two_sided = false;
  aim.centre = low ? claim.band.low : (high ? claim.band.high : 0);
  aim.side = low ? 1 : (high ? -1 : claim.sign);
  if (aim.side == 0) aim.side = 1;  // order: steps that rise
  const double known = std::isfinite(spread) ? spread : 0;
  aim.scale = std::max({kLengthShare * std::abs(aim.centre), known, kShortestLength});
  return aim;
}

Aim aim_of(const contracts::ContractResult& result) {
  const stats::Interval& interval = result.interval;
  return aim_of(result.claim,
                interval.known() ? (interval.high - interval.low) / 2 : stats::kUnknown);
}

double error_of(const Aim& aim, double value) {
  if (std::isnan(value)) return kWorst;
  const double distance = std::clamp((value - aim.centre) / aim.scale, -1e6, 1e6);
  if (aim.two_sided) return std::clamp(distance, -kWorst, kWorst);
  return std::clamp(1 - distance * aim.side, 0.0, kWorst);
}

double error_of(const contracts::ContractResult& result, const Aim& aim) {
  if (!result.evaluated) return kWorst;
  const double error = error_of(aim, result.value);
  if (result.claim.agree <= 0 || std::isnan(result.agreed) ||
      result.agreed >= result.claim.agree - 1e-12) {
    return error;
  }
  // Seeds that disagree are missing whatever the median says.
  const double missing = 1 + 2 * (result.claim.agree - result.agreed);
  return error < 0 ? std::min(error, -missing) : std::max(error, missing);
}

}  // namespace relco::calibrate
