// Who exists and who can meet whom: the part of genesis that has no luck in it.
#pragma once

#include "genesis/genesis.h"
#include "world/canonical.h"

namespace relco {

// A mutable plan with the tables that go with it, while genesis builds them.
struct Draft {
  Plan plan;
  World world;  // world.plan is not set yet
};

// Organisations, units, posts and unions, in canonical order.
void lay_out_people(Draft& draft);

// Pathways, their lanes (copies), candidates for each place, and case slots.
void lay_out_lanes(Draft& draft, const Parameters& parameters);

// Pairs of people who can share work, grouped into links and blocks, and the index by person.
void lay_out_pairs(Draft& draft);

// The most partners that one person can have: the engine adds up what happens among them in 16 bits
// (engine/person_week.h).
inline constexpr std::size_t kMostPartners = 65535;

// The changes of each arm with their scopes resolved to rows.
void resolve_changes(Draft& draft);

// Index of a role by name in plan.roles, or kNone.
[[nodiscard]] std::uint32_t find_role(const Plan& plan, std::string_view name);

}  // namespace relco
