// Events and endings of a case: adverse events, the end of the stay, readmission, the balance.
#pragma once

#include "rules/care/care.h"

namespace relco {

// Weekly sums of a case that is under way.
void tally_week(const World& world, std::uint32_t slot, const TeamWeek& team, bool contradiction,
                bool family, OrganisationWeek& sums);

// Q2 to Q6 and the balance (Q8, Q9) of a case that ends.
void case_events(World& world, const Parameters& parameters, std::uint32_t lane, std::uint32_t slot,
                 const TeamWeek& team, const PaymentForce& force, const Draw& luck,
                 std::span<OrganisationWeek> all);

}  // namespace relco
