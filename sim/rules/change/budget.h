// Budgets that bind for a time, and plans that look ahead for a time (model equations X14-X15;
// S1-12: a plan made once a year, after the budget is fixed, stays practical and near). What pays
// back later than the budget and the plan reach weighs less. Rates of the other rules are those of
// systems with a budget and a plan of one year, so that at one year nothing here acts.
#pragma once

#include "base/numerics.h"
#include "base/week.h"
#include "rules/change/change_parameters.h"

namespace relco {

// X14: how much of an investment's return falls within `years`, relative to one year:
// (years / (years + T)) / (1 / (1 + T)), T the time of paying back. 0 at 0 years, 1 at one year.
[[nodiscard]] inline float payback_within(const ChangeParameters& p, float years) noexcept {
  return 1.0f + p.payback_years * (years - 1.0f) / (years + p.payback_years);
}

// The same for an organisation: what the payer may keep, and what the planner looks at.
[[nodiscard]] inline float investing(const ChangeParameters& p, float budget_years,
                                     float horizon_years) noexcept {
  return payback_within(p, budget_years) * payback_within(p, horizon_years);
}

// X15: cost pressure from a budget that runs out, above that of a yearly budget: it rises to its
// most over the last weeks of each budget.
[[nodiscard]] inline float budget_pressure(const ChangeParameters& p, Week week,
                                           float years) noexcept {
  const auto squeeze = [&](double length) {
    const double begun = length * static_cast<double>(static_cast<Week>(week / length));
    const double left = begun + length - static_cast<double>(week + 1);
    return clamp01(1.0f - static_cast<float>(left) / p.squeeze_weeks);
  };
  if (years == 1.0f) return 0.0f;
  return p.budget_squeeze *
         (squeeze(static_cast<double>(years) * kWeeksPerYear) - squeeze(kWeeksPerYear));
}

}  // namespace relco
