// Events and endings of a case: adverse events, the end of the stay, readmission, the balance.
#pragma once

#include "rules/care/care.h"

namespace relco {

// What every case of a lane adds to every week. The cases of a lane are one task, so they add up
// here without regard to others.
struct CareTallies {
  TaskTally care_quality, information_sharing, timely_followup, contradictory_plans, wellness,
      coherent_plan_weeks, family_strain, family_preparedness, detentions, catastrophic_events;
  void commit(OrganisationWeek& sums) const;
};

// Weekly sums of a case that is under way.
void tally_week(const World& world, std::uint32_t slot, const TeamWeek& team, bool contradiction,
                bool family, CareTallies& tallies);

// Q2 to Q6 and the balance (Q8, Q9) of a case that ends.
void case_events(World& world, const Parameters& parameters, std::uint32_t lane, std::uint32_t slot,
                 const TeamWeek& team, const PaymentForce& force, const Draw& luck,
                 CareTallies& tallies, std::span<OrganisationWeek> all);

}  // namespace relco
