// What coordination does to care (model equations Q1-Q15): progress, stays, events, channels, cost,
// the family's part, and the whole picture that a team comes to share.
#pragma once

#include <span>

#include "rules/parameters.h"
#include "rules/payment/payment.h"
#include "world/tally.h"
#include "world/ties.h"
#include "world/world.h"

namespace relco {

// How the team of one case worked together this week.
struct TeamWeek {
  float share = 0;         // coordinated share of the work, 0-1
  float informed = 0;      // needs met by contact in time and accurate
  float timely = 0;        // needs met in time
  float failed = 0;        // contacts that failed, count
  float contacts = 0;      // contacts made, count
  float blame = 0;         // share of exchanges that ended in blame
  float skill = 0;         // mean skill of the members
  float reach = 0;         // share of members that the family reached
  float prepared = 0;      // share of members that reached the family accurately
  float family_blame = 0;  // share of family exchanges that ended in blame
};

// Q1: need met in one direction, from its event bits.
[[nodiscard]] float met(const CareParameters& p, std::uint8_t events);

// Q11: the coordinated share of the work is what its exchanges met, weighted by interdependence.
[[nodiscard]] TeamWeek team_week(const World& world, const Parameters& parameters,
                                 std::uint32_t lane, std::uint32_t slot);

// The week of all cases of a lane, after communication. Sums go to the organisation that accounts
// for the lane. Cases that end free their slots.
void care_week(World& world, const Parameters& parameters, std::uint32_t lane,
               const PaymentForce& force, std::span<OrganisationWeek> sums);

}  // namespace relco
