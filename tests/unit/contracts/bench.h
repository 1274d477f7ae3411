// One claim against hand-made records.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "contracts/contracts.h"
#include "unit/measure/synthetic_records.h"

namespace relco::test {

inline Facts facts_with(ExpectationFacts claim, std::vector<std::string> arms) {
  Facts facts;
  facts.horizon = 52;
  for (const std::string& name : arms) {
    ArmFacts arm;
    arm.name = arm.id = name;
    facts.arms.push_back(std::move(arm));
  }
  facts.expectations.push_back(std::move(claim));
  return facts;
}

inline contracts::ContractResult judge(const SyntheticRun& run, ExpectationFacts claim) {
  const Facts facts = facts_with(std::move(claim), run.records().axes.arms);
  return contracts::evaluate(facts, run.records()).front();
}

// A claim about one arm.
inline ExpectationFacts claim_of(ExpectationKind kind, std::string outcome, std::string arm = "") {
  ExpectationFacts claim;
  claim.id = "X1";
  claim.says = "Something holds.";
  claim.kind = kind;
  claim.outcome = std::move(outcome);
  claim.arm = std::move(arm);
  claim.seeds = 3;
  return claim;
}

// Burnout of each arm and seed, the same in all 52 weeks: values[arm][seed].
inline SyntheticRun burnout_run(std::vector<std::string> arms,
                                const std::vector<std::vector<double>>& values) {
  SyntheticRun run(std::move(arms), static_cast<int>(values.front().size()), 52);
  for (std::size_t arm = 0; arm < values.size(); ++arm) {
    for (std::size_t seed = 0; seed < values[arm].size(); ++seed) {
      run.fill(arm, static_cast<int>(seed), Outcome::burnout, values[arm][seed]);
    }
  }
  return run;
}

}  // namespace relco::test
