// The search: a Sobol spread over the box, a global and a local search without derivatives (NLopt:
// CRS2, then BOBYQA), and profiles of the best. Deterministic: with an objective that remembers,
// the same search plays the same steps again and goes on where it was stopped.
#pragma once

#include <string>
#include <vector>

#include "calibrate/objective.h"

namespace relco::calibrate {

struct Budget {                                                // evaluations of each stage
  std::size_t spread = 0, global = 0, local = 0, profile = 0;  // profile: per parameter
};
[[nodiscard]] Budget budget_of(std::size_t evaluations, std::size_t dimensions);

struct Sample {
  std::vector<double> unit;
  Evaluation evaluation;
  double objective = 0;  // misfit and the pull to the defaults
};

// The objective along the box of one parameter, the others held at the best.
struct Profile {
  std::vector<double> unit, objective;
};

struct Search {
  bool stopped = false;
  std::vector<Sample> spread;  // points of the box, evenly: what intervals are made of
  Sample start, best;
  std::vector<Profile> profiles;  // per dimension
};

// The pull towards the defaults: a parameter at the edge of a box around its default adds as much
// as `kPull`; a claim at the end of its band adds 1.
inline constexpr double kPull = 0.05;

[[nodiscard]] Search search(Objective& objective, const Parameters& base,
                            const std::vector<Dimension>& space, const Budget& budget,
                            std::uint64_t seed);

// Moves each parameter by half its box, one at a time, and returns the `most` that moved the claims
// most, in their order; all where there are no more. Empty: it was stopped.
[[nodiscard]] std::vector<Dimension> screen(Objective& objective, const Parameters& base,
                                            const std::vector<Dimension>& space, std::size_t most);

}  // namespace relco::calibrate
