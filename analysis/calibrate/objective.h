// What a search minimises: how far the model is from the claims, at one set of parameters. Every
// evaluation is kept, so that a search that was killed goes on by playing its old steps again.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "calibrate/error.h"
#include "calibrate/space.h"
#include "calibrate/targets.h"
#include "record/partial_store.h"

namespace relco::calibrate {

// One set of parameters and what came of it.
struct Evaluation {
  std::vector<double> values;  // of every claim; NaN: none
  std::vector<double> agreed;  // share of seeds; NaN: not a claim of agreement
};

class Objective {
 public:
  // `store` may be null; `told` is called after every evaluation that was run.
  Objective(std::vector<Target> targets, Pass pass, record::PartialStore* store,
            std::function<void(std::size_t ran)> told);

  // Runs the model unless this very set was run before. Nothing: it was stopped.
  [[nodiscard]] std::optional<Evaluation> evaluate(const Parameters& parameters);

  // Fixes what the claims ask for, by their values at `parameters`, and leaves out those that
  // cannot be measured there. False: it was stopped.
  [[nodiscard]] bool aim(const Parameters& parameters);

  // Per claim that counts: its error (calibrate/error.h).
  [[nodiscard]] std::vector<double> errors(const Evaluation& evaluation) const;
  [[nodiscard]] double misfit(const Evaluation& evaluation) const;  // sum of squared errors

  [[nodiscard]] const std::vector<Aim>& aims() const { return aims_; }
  [[nodiscard]] const std::vector<std::size_t>& counted() const { return counted_; }
  [[nodiscard]] const std::vector<ExpectationFacts>& claims() const { return claims_; }
  [[nodiscard]] std::size_t ran() const { return ran_; }
  [[nodiscard]] std::size_t found() const { return found_; }
  [[nodiscard]] const Pass& pass() const { return pass_; }
  [[nodiscard]] bool stopped() const {
    return pass_.stop != nullptr && pass_.stop->load(std::memory_order_relaxed) != 0;
  }

 private:
  std::vector<Target> targets_;
  Pass pass_;
  record::PartialStore* store_;
  std::function<void(std::size_t)> told_;
  std::vector<ExpectationFacts> claims_;
  std::vector<Aim> aims_;             // per claim
  std::vector<std::size_t> counted_;  // claims that can be measured
  std::map<std::uint64_t, Evaluation> known_;
  std::size_t ran_ = 0, found_ = 0;
};

}  // namespace relco::calibrate
