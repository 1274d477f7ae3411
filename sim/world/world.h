// A world: the state columns, and the plan that genesis compiled from the facts and that never
// changes while the world runs.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "random/draws.h"
#include "world/facts.h"
#include "world/tables.h"

namespace relco {

// A pathway as the rules use it: places in the team, and who depends on whom.
struct PathwayPlan {
  struct Place {
    std::uint32_t role = 0;  // index into Plan::roles
    float expected = 1;      // below 1: the chance that the place is filled
  };
  const PathwayFacts* facts = nullptr;
  std::vector<Place> places;           // one per potential member
  std::vector<float> interdependence;  // [place][place], symmetric
  std::uint64_t id = 0;
  float wage = 0;  // money per hour, mean of the members expected
};

// Candidates of one lane for one place of its pathway, as a range of Plan::candidates.
struct CandidateRange {
  std::uint32_t begin = 0, end = 0;
};

// One verb of one change, its scope resolved to rows.
struct PlannedChange {
  const ChangeFacts* facts = nullptr;
  const VerbChange* verb = nullptr;
  std::uint64_t id = 0;
  std::vector<std::uint32_t> organisations, units, lanes, unions, payers;
  std::vector<std::uint32_t> people;  // whom a reassignment moves
  std::uint32_t role = kNone;         // index into Plan::roles; none: all roles
};

// A contiguous run of pairs of one link, the unit of parallel work on ties.
struct PairBlock {
  std::uint32_t link = 0, begin = 0, end = 0;
};

struct Plan {
  Facts facts;
  std::vector<std::string> organisation_names;  // one per row of Organisations, copies numbered
  std::vector<std::string> declared_names;      // the same without the number of the copy
  std::vector<RoleFacts> roles;                 // canonical order
  std::vector<std::uint64_t> role_ids;          // stable ids of the roles
  std::vector<const PayerFacts*> payers;        // of the rows of Payers from the second on
  std::vector<PathwayPlan> pathways;
  std::uint32_t places = 0;                                    // places per case slot (widest team)
  std::vector<CandidateRange> lane_candidates;                 // [lane][place]
  std::vector<std::uint32_t> candidates;                       // people
  std::vector<std::vector<std::uint32_t>> lane_organisations;  // of the candidates of a lane
  std::vector<std::vector<PlannedChange>> arms;  // changes of each arm, canonical order
  std::vector<PairBlock> blocks;
  // For each person the pairs of which it is the lower, sorted by the upper:
  // pairs_of[offsets[i] .. offsets[i+1]).
  std::vector<std::uint32_t> offsets, pairs_of;
  std::vector<std::uint32_t> organisation_of_person;
  std::vector<std::uint32_t> added_by;  // people: dormant posts -> index of their change
};

struct World {
  std::shared_ptr<const Plan> plan;
  std::size_t arm = 0;
  int replicate = 0;
  Luck luck{0, 0};
  Week week = 0;  // the next week to simulate

  People people;
  Links links;
  Pairs pairs;
  Units units;
  Organisations organisations;
  OrganisationLinks organisation_links;
  Unions unions;
  Payers payers;
  Lanes lanes;
  Cases cases;
  Members members;
  // Index kept beside Members: pair of places (a < b) of each case slot; rebuilt from Members.
  std::vector<std::uint32_t> case_pairs;
};

// Calls visit(table) for every table, in snapshot order.
template <class AnyWorld, class Visit>
void for_each_table(AnyWorld& world, Visit&& visit) {
  visit(world.people);
  visit(world.links);
  visit(world.pairs);
  visit(world.units);
  visit(world.organisations);
  visit(world.organisation_links);
  visit(world.unions);
  visit(world.payers);
  visit(world.lanes);
  visit(world.cases);
  visit(world.members);
}

// The pair of two people, or kNone if they never share work. O(log of the pairs of the lower).
[[nodiscard]] std::uint32_t find_pair(const Plan& plan, const Pairs& pairs, std::uint32_t a,
                                      std::uint32_t b);

// Is the organisation, or the kind that it is a copy of, among `names`? No names: everyone is.
[[nodiscard]] bool is_named(const Plan& plan, std::uint32_t organisation,
                            const std::vector<std::string>& names);

// Number of unordered pairs of places.
[[nodiscard]] constexpr std::uint32_t pair_places(std::uint32_t places) {
  return places * (places - 1) / 2;
}

}  // namespace relco
