// Claims about the virtual survey: it is held in each world at the week that a claim names, while
// the claims' run goes on.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "engine/run.h"
#include "world/facts.h"

namespace relco::app {

class SurveyClaims {
 public:
  // `arms`: the arms that are run, as rows of facts.arms, in the order of the run, which has
  // `replicates` worlds of each and ends after `horizon` weeks. Everything must outlive this.
  SurveyClaims(const Facts& facts, const std::vector<std::size_t>& arms, Week horizon,
               int replicates, const Parameters& parameters);

  [[nodiscard]] bool any() const { return !values_.empty(); }
  // Holds the surveys that are due in this world this week. Safe from several threads.
  void look(CellKey key, const World& world);
  // One value per seed; nothing for a claim of another kind.
  [[nodiscard]] std::optional<std::vector<double>> values(const ExpectationFacts& claim) const;

 private:
  struct Wanted {
    std::size_t arm = 0;  // row of the run
    Week week = 0;
    std::vector<double> per_seed;
  };
  const Parameters& parameters_;
  std::map<const ExpectationFacts*, Wanted> values_;
};

}  // namespace relco::app
