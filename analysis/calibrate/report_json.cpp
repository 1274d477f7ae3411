#include <cmath>

#include "calibrate/report.h"
#include "contracts/report.h"

namespace relco::calibrate {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

value number(double x) {
  return std::isfinite(x) ? value(x) : value(nullptr);
}

array numbers(const std::vector<double>& all) {
  array out;
  for (const double x : all) out.push_back(number(x));
  return out;
}

object parameter_json(const FittedParameter& one) {
  return {{"parameter", one.path},
          {"before", one.before},
          {"after", one.after},
          {"low", one.low},
          {"high", one.high},
          {"box", {one.box_low, one.box_high}},
          {"variance_left", number(one.marginal.variance_left)},
          {"identifiable", one.identifiable},
          {"at_edge", one.at_edge},
          {"profile",
           {{"at", numbers(one.profile.unit)}, {"objective", numbers(one.profile.objective)}}}};
}

}  // namespace

value to_json(const Calibration& calibration) {
  array parameters;
  for (const FittedParameter& one : calibration.parameters) {
    parameters.push_back(parameter_json(one));
  }
  std::vector<contracts::ContractResult> before, after;
  for (const JudgedClaim& claim : calibration.claims) {
    before.push_back(claim.before);
    after.push_back(claim.after);
  }
  return {
      {"parameters", std::move(parameters)},
      {"objective",
       {{"before", number(calibration.objective_before)},
        {"after", number(calibration.objective_after)}}},
      {"fresh_errors",
       {{"before", number(calibration.fresh_before)}, {"after", number(calibration.fresh_after)}}},
      {"evaluations", calibration.evaluations},
      {"spread", calibration.spread},
      {"seed", calibration.seed},
      {"replicates",
       {{"search", calibration.search_replicates}, {"report", calibration.report_replicates}}},
      {"not_measured", array(calibration.not_measured.begin(), calibration.not_measured.end())},
      {"before", contracts::to_json(before)},
      {"after", contracts::to_json(after)}};
}

value to_json(const Planted& planted) {
  array parameters;
  for (const PlantedParameter& one : planted.parameters) {
    parameters.push_back({{"parameter", one.path},
                          {"covered", one.covered},
                          {"width", one.width},
                          {"variance_left", one.variance_left},
                          {"identifiable", one.identifiable()}});
  }
  return {{"truths", planted.truths},
          {"draws", planted.draws},
          {"coverage", planted.coverage()},
          {"good", planted.good()},
          {"parameters", std::move(parameters)}};
}

}  // namespace relco::calibrate
