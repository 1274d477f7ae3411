// From a search to what may be said about each parameter.
#include <algorithm>
#include <cmath>

#include "calibrate/error.h"
#include "calibrate/report.h"

namespace relco::calibrate {
namespace {

// Of the objective, in squared half widths: what a likelihood ratio test at 90 % asks for
// (2.71 / 2^2, half a band being two standard errors).
constexpr double kFlat = 0.68;
constexpr double kEdge = 0.02;

double relief(const Profile& profile) {
  if (profile.objective.empty()) return 0;
  const auto ends = std::minmax_element(profile.objective.begin(), profile.objective.end());
  return *ends.second - *ends.first;
}

}  // namespace

void compare_afresh(Calibration& calibration) {
  calibration.fresh_before = calibration.fresh_after = 0;
  for (const JudgedClaim& one : calibration.claims) {
    if (one.before.claim.use != "fit" || !one.before.evaluated) continue;
    const Aim aim = aim_of(one.before);
    calibration.fresh_before += std::pow(error_of(one.before, aim), 2);
    calibration.fresh_after += std::pow(error_of(one.after, aim), 2);
  }
}

Calibration conclude(const Search& search, const Objective& objective, const Parameters& base,
                     const std::vector<Dimension>& space, std::uint64_t seed) {
  Calibration out;
  std::vector<std::vector<double>> units, errors;
  for (const Sample& sample : search.spread) {
    units.push_back(sample.unit);
    errors.push_back(objective.errors(sample.evaluation));
  }
  std::vector<Marginal> marginals = posterior(units, errors, seed);
  marginals.resize(space.size());
  for (std::size_t f = 0; f < space.size(); ++f) {
    const Dimension& one = space[f];
    const double unit = std::clamp(search.best.unit[f], 0.0, 1.0);
    FittedParameter fitted;
    fitted.path = one.path();
    fitted.before = static_cast<double>(parameter(base, *one.row));
    fitted.after = one.value(unit);
    fitted.low = one.value(marginals[f].low);
    fitted.high = one.value(marginals[f].high);
    fitted.box_low = one.low;
    fitted.box_high = one.high;
    fitted.marginal = marginals[f];
    if (f < search.profiles.size()) fitted.profile = search.profiles[f];
    fitted.identifiable = marginals[f].identifiable() && relief(fitted.profile) > kFlat;
    fitted.at_edge = unit < kEdge || unit > 1 - kEdge;
    out.parameters.push_back(std::move(fitted));
  }
  out.objective_before = search.start.objective;
  out.objective_after = search.best.objective;
  out.spread = search.spread.size();
  out.evaluations = objective.ran() + objective.found();
  out.fitted_claims = objective.counted().size();
  out.search_replicates = objective.pass().replicates;
  for (std::size_t k = 0; k < objective.claims().size(); ++k) {
    if (!std::binary_search(objective.counted().begin(), objective.counted().end(), k)) {
      out.not_measured.push_back(objective.claims()[k].id);
    }
  }
  out.seed = seed;
  return out;
}

}  // namespace relco::calibrate
