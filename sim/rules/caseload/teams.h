// Who sits in the team of a case, what that asks of people and pairs, and how its family meets it.
#pragma once

#include <cstdint>
#include <span>

#include "rules/parameters.h"
#include "world/tally.h"
#include "world/world.h"

namespace relco {

// N5: how many of each role join, then who (N4). Places that are filled stay as they are.
void choose_team(World& world, const Parameters& parameters, std::uint32_t lane, std::uint32_t slot,
                 std::uint64_t id);

// The pairs of people that a team makes.
void index_pairs_of(World& world, std::uint32_t slot);

// Adds (sign +1) or removes (-1) the need that a case puts on its pairs and people.
void lay_need(World& world, std::uint32_t lane, std::uint32_t slot, float phase_factor, int sign);

// Adds to the open cases of every member; ~0 takes one away.
void count_open_cases(World& world, std::uint32_t slot, std::uint32_t change);

// F8: the first meeting of a family with the member in one row: the provider starts from how the
// unit works with others, the family from what families of this place have come to expect.
void introduce_member(World& world, std::size_t row);
// The same with a whole new team, which also shares out the slices of the picture.
void introduce_family(World& world, const PathwayPlan& pathway, std::uint32_t slot);

// Books the family's tie with one member, or with all, as having appeared (sign +1) or gone (-1),
// so that the ledger still telescopes although these ties live only as long as their case.
void book_member(World& world, std::size_t row, int sign, std::span<OrganisationWeek> sums);
void book_family(World& world, std::uint32_t slot, int sign, std::span<OrganisationWeek> sums);

}  // namespace relco
