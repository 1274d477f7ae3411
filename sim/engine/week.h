// What lives for one week only: flows between phases that are not state.
#pragma once

#include <optional>
#include <vector>

#include "engine/lane_parameters.h"
#include "engine/person_week.h"
#include "rules/change/environment.h"
#include "rules/payment/payment.h"
#include "world/tally.h"
#include "world/ties.h"
#include "world/world.h"

namespace relco {

// Scratch of one world, allocated once and reused every week.
struct WeekFlows {
  std::vector<RoleDose> role_doses;
  PaymentWeek payment;
  std::vector<Profile> profiles;        // per person
  std::vector<float> delivered;         // per person: share of the hours asked for improvement
  std::vector<OrganisationWeek> sums;   // per organisation
  std::vector<std::int64_t> trust_sum;  // per link of organisations, grid steps
  std::vector<std::int64_t> trust_count;
  std::vector<float> exposure, dropped;  // per organisation: to partners' results; reforms
  float sigma_custom = 0;                // anchor of custom alone
  std::optional<LaneParameters> lanes;
  std::optional<UnitLinks> unit_links;  // the same in every week

  void resize_for(const World& world);
  void clear_sums();
};

// The phases of a week, each in its own file; see simulation.cpp for their order.
void phase_workload(World& world, const Parameters& parameters, WeekFlows& flows);
void phase_ties(World& world, const Parameters& parameters, WeekFlows& flows);
void phase_family_ties(World& world, const Parameters& parameters, WeekFlows& flows);
void phase_people(World& world, const Parameters& parameters, WeekFlows& flows);
void phase_organisations(World& world, const Parameters& parameters, WeekFlows& flows);

// A link seen from its lower (side 0) or upper (side 1) people.
[[nodiscard]] LinkView view_of(const World& world, const Parameters& parameters, std::uint32_t link,
                               int side);

}  // namespace relco
