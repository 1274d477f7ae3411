// What a calibration starts from: the claims, the parameters that may move, and how it is told.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "app/arguments.h"
#include "calibrate/search.h"
#include "record/store_identity.h"

namespace relco::app {

struct CalibrateInput {
  std::vector<Facts> scenarios;  // with their own claims only
  std::string digest;            // of all of them, claims included
  Parameters base;
  std::vector<calibrate::Dimension> space;

  // Only those that parameters may be fitted to.
  [[nodiscard]] std::vector<calibrate::Target> fit_claims() const;
  [[nodiscard]] std::vector<calibrate::Target> all_claims() const;
};

// Throws UserError with everything that is wrong in the files, and when there is nothing to fit to.
[[nodiscard]] CalibrateInput read_calibration(const CalibrateArguments& arguments);

// What must be equal for kept evaluations to be of use.
[[nodiscard]] record::Identity identity_of(const CalibrateInput& input,
                                           const CalibrateArguments& arguments);

// How many evaluations are done: one line written over on a terminal, a line for each tenth
// elsewhere.
class EvaluationMeter {
 public:
  explicit EvaluationMeter(bool quiet) : quiet_(quiet) {}
  ~EvaluationMeter() { close(); }
  EvaluationMeter(const EvaluationMeter&) = delete;
  EvaluationMeter& operator=(const EvaluationMeter&) = delete;

  void expect(std::size_t evaluations) { expected_ = evaluations; }
  void show(std::size_t done);
  void close();
  [[nodiscard]] double seconds() const;  // since it was made

 private:
  using Clock = std::chrono::steady_clock;
  bool quiet_, line_open_ = false;
  std::size_t expected_ = 0, last_tenth_ = 0;
  Clock::time_point start_ = Clock::now();
};

}  // namespace relco::app
