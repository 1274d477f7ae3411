// From the exact sums of a week to its record: outcomes and ledger per scope.
#pragma once

#include <span>
#include <vector>

#include "measure/results.h"
#include "world/tally.h"
#include "world/world.h"

namespace relco {

// Above so many organisation copies, the kinds with most copies are reported by declared
// organisation, not by copy, until the others fit.
inline constexpr std::size_t kMostScopes = 200;

// Scope (1..) of every organisation row.
[[nodiscard]] std::vector<std::uint32_t> scopes_of(const Plan& plan);

// Axes of a run of the plan: arms, replicates, weeks and scopes.
[[nodiscard]] RunAxes axes_of(const Plan& plan);

// Empty records of the right size.
[[nodiscard]] CellRecords empty_records(const RunAxes& axes);

// Writes the outcomes and ledger of `week` into `records`. `by_scope` is room to be used again.
void record_week(const RunAxes& axes, std::span<const std::uint32_t> scopes,
                 std::span<const OrganisationWeek> sums, Week week,
                 std::vector<OrganisationWeek>& by_scope, CellRecords& records);

}  // namespace relco
