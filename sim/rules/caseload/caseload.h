// Arrivals, client-specific teams and the need they put on pairs of people
// (model equations N1-N8).
#pragma once

#include <span>

#include "rules/parameters.h"
#include "world/tally.h"
#include "world/world.h"

namespace relco {

// N1: cases that arrive on a lane this week (one uniform, so more demand adds cases and moves
// none).
[[nodiscard]] int arrivals(const Luck& luck, std::uint64_t lane, double mean, Week week);

// Stable id of the n-th arrival of a lane in a week.
[[nodiscard]] std::uint64_t case_id(std::uint64_t lane, Week week, int n);

// Opens a case in a free slot: draws its facts, chooses its team and lays the need on its pairs.
// The ties of its family appear: booked as `reset` in `sums` (per organisation; empty at genesis).
void start_case(World& world, const Parameters& parameters, std::uint32_t lane, std::uint32_t slot,
                std::uint64_t id, Week week, std::span<OrganisationWeek> sums);

// From stay to follow-up: less need between the members.
void begin_follow_up(World& world, const Parameters& parameters, std::uint32_t lane,
                     std::uint32_t slot);

// Closes the case and frees the slot; the family's ties go, booked as `reset`.
void end_case(World& world, const Parameters& parameters, std::uint32_t lane, std::uint32_t slot,
              std::span<OrganisationWeek> sums);

// The week of one lane: arrivals take free slots; who finds none waits.
void caseload_week(World& world, const Parameters& parameters, std::uint32_t lane,
                   std::span<OrganisationWeek> sums);

// N2: need between two places of a case, in integer units.
[[nodiscard]] std::int32_t need_units(const PathwayPlan& pathway, std::uint32_t a, std::uint32_t b,
                                      float uncertainty, float phase_factor);

// N3: need that daily work puts on two colleagues of a unit, beside any case, in integer units.
[[nodiscard]] std::int32_t daily_need(const CaseloadParameters& p, bool own_group);

// Rebuilds the index of case pairs from the members (after a snapshot was read).
void index_case_pairs(World& world);

}  // namespace relco
