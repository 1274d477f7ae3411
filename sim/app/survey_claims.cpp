#include "app/survey_claims.h"

#include <algorithm>
#include <limits>

#include "survey/statistics.h"
#include "world/world.h"

namespace relco::app {
namespace {

// Row of the run in which the claim's arm stands; the first arm of the file where it names none.
std::size_t row_of_run(const Facts& facts, const std::vector<std::size_t>& arms,
                       const ExpectationFacts& claim) {
  for (std::size_t row = 0; row < arms.size(); ++row) {
    const bool named = claim.arm.empty() ? arms[row] == 0 : facts.arms[arms[row]].name == claim.arm;
    if (named) return row;
  }
  return arms.size();
}

}  // namespace

SurveyClaims::SurveyClaims(const Facts& facts, const std::vector<std::size_t>& arms, Week horizon,
                           int replicates, const Parameters& parameters)
    : parameters_(parameters) {
  for (const ExpectationFacts& claim : facts.expectations) {
    if (claim.kind != ExpectationKind::survey) continue;
    Wanted wanted;
    wanted.arm = row_of_run(facts, arms, claim);
    wanted.week = claim.week < 0 ? horizon : std::min(claim.week, horizon);
    const int seeds = std::min(claim.seeds, replicates);
    wanted.per_seed.assign(static_cast<std::size_t>(seeds),
                           std::numeric_limits<double>::quiet_NaN());
    values_.emplace(&claim, std::move(wanted));
  }
}

void SurveyClaims::look(CellKey key, const World& world) {
  for (auto& [claim, wanted] : values_) {
    const auto seed = static_cast<std::size_t>(key.replicate);
    if (wanted.arm != key.arm || wanted.week != world.week || seed >= wanted.per_seed.size()) {
      continue;
    }
    survey::SurveyPlan plan;
    plan.pathway = claim->scope_pathway;
    const auto found =
        survey::statistics_of(world, parameters_.survey, plan).named(claim->statistic);
    if (found) wanted.per_seed[seed] = *found;  // a cell of its own: no lock
  }
}

std::optional<std::vector<double>> SurveyClaims::values(const ExpectationFacts& claim) const {
  const auto found = values_.find(&claim);
  if (found == values_.end()) return std::nullopt;
  return found->second.per_seed;
}

}  // namespace relco::app
