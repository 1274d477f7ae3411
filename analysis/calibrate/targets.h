// The claims that parameters are fitted to or tested against, and one parallel pass over all runs
// that they need.
#pragma once

#include <atomic>
#include <span>
#include <string>
#include <vector>

#include "contracts/contracts.h"
#include "rules/parameters.h"

namespace relco::calibrate {

// A scenario with those of its claims that are asked about.
struct Target {
  Facts facts;
};

// Files with only the claims whose `use` is among those given ("" stands for claims that say
// nothing); files without such claims are left out.
[[nodiscard]] std::vector<Target> keep_claims(std::span<const Facts> scenarios,
                                              std::span<const std::string> uses);

struct Pass {
  int replicates = 6;
  int first_replicate = 0;  // other replicates have other luck
  int threads = 0;
  const std::atomic<int>* stop = nullptr;
};

// Every run that the claims need, each arm of a scenario once for all its claims, all in one
// parallel pass; then the claims, in the order of the targets. Empty when it was stopped.
[[nodiscard]] std::vector<contracts::ContractResult> measure(std::span<const Target> targets,
                                                             const Parameters& parameters,
                                                             const Pass& pass);

}  // namespace relco::calibrate
