// A calibration as people, programs and the next command read it.
#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "calibrate/planted.h"
#include "calibrate/posterior.h"
#include "calibrate/search.h"

namespace relco::calibrate {

struct FittedParameter {
  std::string path;
  double before = 0, after = 0;
  double low = 0, high = 0;  // 90 % interval from the spread
  double box_low = 0, box_high = 0;
  Marginal marginal;
  Profile profile;  // in units of the box
  // The claims speak: three quarters of the variance are gone, and the objective is not flat along
  // the box.
  bool identifiable = false;
  bool at_edge = false;  // the best lies at the edge of the box
};

// A claim under the parameters as they were and as they are, with fresh luck.
struct JudgedClaim {
  contracts::ContractResult before, after;
};

struct Calibration {
  std::vector<FittedParameter> parameters;
  double objective_before = 0, objective_after = 0;  // with the luck of the search
  double fresh_before = 0, fresh_after = 0;          // sums of squared errors with fresh luck
  std::vector<JudgedClaim> claims;                   // of every use
  std::vector<std::string> not_measured;             // claims of use fit that cannot be measured
  std::size_t evaluations = 0, spread = 0, fitted_claims = 0;
  int search_replicates = 0, report_replicates = 0;
  std::uint64_t seed = 0;
  std::string software;

  [[nodiscard]] bool better_afresh() const { return fresh_after < fresh_before; }
};

// How far the fitted claims are from being met with luck that the search never saw, before and
// after; a search can follow the luck of its own few replicates.
void compare_afresh(Calibration& calibration);

[[nodiscard]] Calibration conclude(const Search& search, const Objective& objective,
                                   const Parameters& base, const std::vector<Dimension>& space,
                                   std::uint64_t seed);

[[nodiscard]] std::string to_text(const Calibration& calibration, std::size_t width);
[[nodiscard]] boost::json::value to_json(const Calibration& calibration);
// "rule.name=value" lines, for --parameters of other commands.
[[nodiscard]] std::string parameter_file(const Calibration& calibration);
// An entry for the parameter history, in Markdown.
[[nodiscard]] std::string history_entry(const Calibration& calibration);

[[nodiscard]] std::string to_text(const Planted& planted);
[[nodiscard]] boost::json::value to_json(const Planted& planted);

}  // namespace relco::calibrate
