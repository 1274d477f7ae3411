#include "rules/caseload/teams.h"

#include <algorithm>
#include <array>

#include "base/fixed.h"
#include "base/numerics.h"
#include "rules/caseload/caseload.h"
#include "world/ties.h"

namespace relco {
namespace {

struct Scored {
  double score = 0;
  std::uint32_t person = kNone;
};

// A Gumbel score grows with its uniform by at least e times the difference, and is computed to
// within 1e-13: who drew less by this much has the lower score for certain.
constexpr double kClearlyLess = 1e-9;

// N4: the best candidates for `places` places of one role: keyed Gumbel scores, free capacity and
// continuity; people who are away, and those in the team already, are left out.
void choose(World& world, const CaseloadParameters& p, std::uint64_t id, CandidateRange range,
            std::span<const std::uint32_t> team, std::uint32_t places, std::uint32_t* chosen) {
  const People& people = world.people;
  std::array<Scored, 64> scored;
  std::size_t n = 0;
  struct {
    double score = -1e300, uniform = 0, lean = 0;
  } best;  // of those scored so far
  for (std::uint32_t k = range.begin; k < range.end && n < scored.size(); ++k) {
    const std::uint32_t person = world.plan->candidates[k];
    if (people.presence[person] <= 0.0f) continue;
    if (std::find(team.begin(), team.end(), person) != team.end()) continue;
    const Draw luck = world.luck.draw(Purpose::team_choice, combine64(id, people.id[person]), 0);
    const double uniform = luck.uniform52(0);
    const double busy = p.free_capacity * people.load[person];
    const double known = p.continuity * people.attached[person];
    // Whoever drew less than one who is sought no less cannot be the best: no logarithms for them.
    const bool behind = uniform < best.uniform - kClearlyLess && known - busy <= best.lean;
    if (places == 1 && behind) continue;
    scored[n] = {gumbel(uniform) - busy + known, person};
    if (scored[n].score > best.score) best = {scored[n].score, uniform, known - busy};
    ++n;
  }
  const std::size_t wanted = std::min<std::size_t>(places, n);
  std::partial_sort(scored.begin(), scored.begin() + static_cast<std::ptrdiff_t>(wanted),
                    scored.begin() + static_cast<std::ptrdiff_t>(n),
                    [&](const Scored& a, const Scored& b) {
                      if (a.score != b.score) return a.score > b.score;
                      return people.id[a.person] < people.id[b.person];
                    });
  for (std::size_t k = 0; k < wanted; ++k) chosen[k] = scored[k].person;
}

}  // namespace

// N5
void choose_team(World& world, const Parameters& parameters, std::uint32_t lane, std::uint32_t slot,
                 std::uint64_t id) {
  const Plan& plan = *world.plan;
  const PathwayPlan& pathway = plan.pathways[world.lanes.pathway[lane]];
  std::uint32_t* person = &world.members.person[std::size_t{slot} * plan.places];
  const auto total = static_cast<std::uint32_t>(pathway.places.size());
  const auto filled = [&](std::uint32_t from, std::uint32_t to) {
    return static_cast<std::uint32_t>(
        std::count_if(person + from, person + to, [](std::uint32_t p) { return p != kNone; }));
  };
  for (std::uint32_t first = 0; first < total;) {
    std::uint32_t last = first, wanted = 0;
    for (; last < total && pathway.places[last].role == pathway.places[first].role; ++last) {
      const float u = world.luck.draw(Purpose::team_size, id, 0, last).uniform(0);
      wanted += u < pathway.places[last].expected ? 1 : 0;
    }
    // Filled places come first, so that those left to fill are the next ones.
    const std::uint32_t there = filled(first, last);
    if (there < wanted) {
      choose(world, parameters.caseload, id, plan.lane_candidates[lane * plan.places + first],
             {person + first, there}, wanted - there, person + first + there);
    }
    first = last;
  }
  world.cases.team[slot] = static_cast<std::uint8_t>(filled(0, plan.places));
}

// F8
void introduce_member(World& world, std::size_t row) {
  Members& m = world.members;
  const auto memory = [](float x) { return static_cast<std::uint16_t>(x * 65535.0f + 0.5f); };
  m.events0[row] = m.events1[row] = 0;
  m.plan[row] = 0;
  if (m.person[row] == kNone) return;
  const std::uint32_t unit = world.people.unit[m.person[row]];
  const float family = world.units.family_start[unit];
  const Triple& norm = world.units.norm_between[unit];
  m.goals0[row] = m.knowledge0[row] = m.respect0[row] = to_grid(family);
  m.goals1[row] = to_grid(0.5f * (norm[0] + family));
  m.knowledge1[row] = to_grid(0.5f * (norm[1] + family));
  m.respect1[row] = to_grid(0.5f * (norm[2] + family));
  m.frequent0[row] = m.timely0[row] = m.accurate0[row] = m.solving0[row] = memory(family);
  m.frequent1[row] = m.timely1[row] = m.accurate1[row] = m.solving1[row] = memory(family);
}

// Every member holds some slices of the whole picture; the family all.
void introduce_family(World& world, const PathwayPlan& pathway, std::uint32_t slot) {
  const std::uint32_t places = world.plan->places;
  const auto slices = static_cast<std::uint32_t>(pathway.facts->plan_slices);
  std::uint32_t place_number = 0;
  for (std::uint32_t k = 0; k < places; ++k) {
    const std::size_t row = std::size_t{slot} * places + k;
    introduce_member(world, row);
    if (world.members.person[row] == kNone) continue;
    for (std::uint32_t s = place_number; s < slices;
         s += std::max<std::uint32_t>(world.cases.team[slot], 1)) {
      world.members.plan[row] |= 1u << s;
    }
    ++place_number;
  }
}

void lay_need(World& world, std::uint32_t lane, std::uint32_t slot, float phase_factor, int sign) {
  const Plan& plan = *world.plan;
  const PathwayPlan& pathway = plan.pathways[world.lanes.pathway[lane]];
  const std::uint32_t* person = &world.members.person[std::size_t{slot} * plan.places];
  std::uint32_t* pair = &world.case_pairs[std::size_t{slot} * pair_places(plan.places)];
  for (std::uint32_t a = 0, k = 0; a < plan.places; ++a) {
    for (std::uint32_t b = a + 1; b < plan.places; ++b, ++k) {
      if (pair[k] == kNone) continue;
      const std::int32_t need =
          sign * need_units(pathway, a, b, world.lanes.uncertainty[lane], phase_factor);
      add_shared(world.pairs.need[pair[k]], need);
      add_shared(world.people.need[person[a]], need);
      add_shared(world.people.need[person[b]], need);
    }
  }
}

void index_pairs_of(World& world, std::uint32_t slot) {
  const Plan& plan = *world.plan;
  const std::uint32_t* person = &world.members.person[std::size_t{slot} * plan.places];
  std::uint32_t* pair = &world.case_pairs[std::size_t{slot} * pair_places(plan.places)];
  for (std::uint32_t a = 0, k = 0; a < plan.places; ++a) {
    for (std::uint32_t b = a + 1; b < plan.places; ++b, ++k) {
      const bool both = person[a] != kNone && person[b] != kNone;
      pair[k] = both ? find_pair(plan, world.pairs, person[a], person[b]) : kNone;
    }
  }
}

void count_open_cases(World& world, std::uint32_t slot, std::uint32_t change) {
  const std::uint32_t places = world.plan->places;
  for (std::uint32_t k = 0; k < places; ++k) {
    const std::uint32_t person = world.members.person[std::size_t{slot} * places + k];
    if (person != kNone) add_shared(world.people.open_cases[person], change);
  }
}

void book_member(World& world, std::size_t row, int sign, std::span<OrganisationWeek> sums) {
  const Members& m = world.members;
  if (sums.empty() || m.person[row] == kNone) return;
  auto& terms = sums[world.plan->organisation_of_person[m.person[row]]]
                    .ties[static_cast<std::size_t>(TieScope::family)]
                    .terms[static_cast<std::size_t>(Term::reset)];
  const float values[kComponents][2] = {{m.goals0[row], m.goals1[row]},
                                        {m.knowledge0[row], m.knowledge1[row]},
                                        {m.respect0[row], m.respect1[row]}};
  for (std::size_t c = 0; c < kComponents; ++c) {
    const std::int64_t steps = grid_steps(values[c][0]) + grid_steps(values[c][1]);
    add_shared(terms[c], sign * steps);
  }
}

void book_family(World& world, std::uint32_t slot, int sign, std::span<OrganisationWeek> sums) {
  const std::uint32_t places = world.plan->places;
  for (std::uint32_t k = 0; k < places; ++k) {
    book_member(world, std::size_t{slot} * places + k, sign, sums);
  }
}

}  // namespace relco
