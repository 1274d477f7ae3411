#include "engine/tie_history.h"

#include <algorithm>

#include "base/errors.h"
#include "engine/pair_lanes.h"

namespace relco {
namespace {

struct StoredTies {
  Tie tie[2];
  Events sent[2] = {};
};

StoredTies stored(const Pairs& p, std::uint32_t k) {
  return {{{p.goals0[k], p.knowledge0[k], p.respect0[k]},
           {p.goals1[k], p.knowledge1[k], p.respect1[k]}},
          {p.events0[k], p.events1[k]}};
}

StoredTies stored(const Members& m, std::size_t row) {
  return {{{m.goals0[row], m.knowledge0[row], m.respect0[row]},
           {m.goals1[row], m.knowledge1[row], m.respect1[row]}},
          {m.events0[row], m.events1[row]}};
}

bool same(const Tie& a, const Tie& b) {
  return a.goals == b.goals && a.knowledge == b.knowledge && a.respect == b.respect;
}

// The promise on which every story rests.
void check_same(const OnePairWeek& expected, const StoredTies& found, Week week) {
  for (int s = 0; s < 2; ++s) {
    RELCO_CHECK(same(expected.side[s].tie, found.tie[s]) && expected.side[s].sent == found.sent[s],
                "the followed tie is not the one that was lived through in week {}", week);
  }
}

void add(TermSteps& to, const Books& books) {
  for (std::size_t t = 0; t < kTerms; ++t) {
    for (std::size_t c = 0; c < kComponents; ++c) to[t][c] += books.terms[t][c];
  }
}

bool may_join(const Plan& plan, std::uint32_t lane, std::uint32_t person) {
  for (std::uint32_t place = 0; place < plan.places; ++place) {
    const CandidateRange range = plan.lane_candidates[lane * plan.places + place];
    const auto first = plan.candidates.begin() + range.begin;
    const auto last = plan.candidates.begin() + range.end;
    if (std::find(first, last, person) != last) return true;
  }
  return false;
}

}  // namespace

TieFollower::TieFollower(Simulation& simulation, const FollowedTie& tie) : simulation_(simulation) {
  history_.tie = tie;
  const World& world = simulation.world();
  const Plan& plan = *world.plan;
  RELCO_CHECK(world.week == 0, "a tie is followed from the start, not from week {}", world.week);
  if (tie.of_family()) {
    first_side_ = tie.person[0] == kNone ? 0 : 1;
    lanes_ = {tie.lane};
    if (!find_family()) return;
    const StoredTies now = stored(world.members, row_);
    history_.start = {now.tie[first_side_], now.tie[1 - first_side_]};
  } else {
    const std::uint32_t pair = find_pair(plan, world.pairs, tie.person[0], tie.person[1]);
    history_.pair = pair;
    if (pair == kNone) return;
    first_side_ = world.pairs.lower[pair] == tie.person[0] ? 0 : 1;
    for (std::uint32_t lane = 0; lane < world.lanes.id.size(); ++lane) {
      if (may_join(plan, lane, tie.person[0]) && may_join(plan, lane, tie.person[1])) {
        lanes_.push_back(lane);
      }
    }
    if (world.pairs.silent[pair] >= kSilentYear) return;  // they have never met
    const StoredTies now = stored(world.pairs, pair);
    history_.start = {now.tie[first_side_], now.tie[1 - first_side_]};
  }
  history_.began = 0;
  history_.from_before = true;
}

bool TieFollower::find_family() {
  const World& world = simulation_.world();
  const std::uint32_t places = world.plan->places, lane = history_.tie.lane;
  const std::uint32_t provider = history_.tie.person[1 - first_side_];
  for (std::uint32_t slot = world.lanes.begin[lane]; slot < world.lanes.end[lane]; ++slot) {
    if (world.cases.id[slot] != history_.tie.case_id) continue;
    history_.case_seen = true;
    for (std::uint32_t place = 0; place < places; ++place) {
      const std::size_t row = std::size_t{slot} * places + place;
      if (world.members.person[row] != provider) continue;
      slot_ = slot;
      row_ = row;
      return true;
    }
  }
  slot_ = kNone;
  return false;
}

// Cases open after the week's arrivals that both are in the team of.
void TieFollower::count_cases(TieWeek& week) const {
  const World& world = simulation_.world();
  const auto count = [&](std::uint32_t slot) {
    ++(world.cases.phase[slot] == 1 ? week.stays : week.follow_ups);
  };
  if (history_.tie.of_family()) return count(slot_);
  const std::size_t places = pair_places(world.plan->places);
  for (const std::uint32_t lane : lanes_) {
    for (std::uint32_t slot = world.lanes.begin[lane]; slot < world.lanes.end[lane]; ++slot) {
      if (world.cases.id[slot] == 0) continue;
      const auto first = world.case_pairs.begin() + static_cast<std::ptrdiff_t>(slot * places);
      const auto last = first + static_cast<std::ptrdiff_t>(places);
      if (std::find(first, last, history_.pair) != last) count(slot);
    }
  }
}

void TieFollower::look_at_posts(TieWeek& week, bool after) const {
  const People& people = simulation_.world().people;
  for (std::size_t n = 0; n < 2; ++n) {
    const std::uint32_t person = history_.tie.person[n];
    if (person == kNone) continue;
    PostWeek& post = week.post[n];
    if (after) {
      post.vacant = people.vacant[person] > 0;
    } else {
      post = {people.presence[person] > 0.0f, false, people.newcomer[person] != 0,
              people.occupant[person]};
    }
  }
}

void TieFollower::expect(const OnePairWeek& expected, TieWeek& week) {
  expected_ = expected;
  week.lived = expected.awake;
  if (!expected.awake) return;
  week.need = expected.need;
  week.daily = expected.daily;
  count_cases(week);
  if (history_.began != kNever) return;
  history_.began = week.week;
  for (int n = 0; n < 2; ++n) {
    const OneTie& side = expected.side[n == 0 ? first_side_ : 1 - first_side_];
    history_.start[static_cast<std::size_t>(n)] = side.first;
    expected_.side[n == 0 ? first_side_ : 1 - first_side_].met = {};  // from here on it is counted
  }
}

void TieFollower::take(const OnePairWeek& lived, TieWeek& week) const {
  for (std::size_t n = 0; n < 2; ++n) {
    const OneTie& side = lived.side[n == 0 ? first_side_ : 1 - first_side_];
    week.tie[n] = side.tie;
    week.sent[n] = side.sent;
    add(week.terms[n], side.met);
    add(week.terms[n], side.books);
  }
  week.met = lived.met;
}

void TieFollower::before_ties(TieWeek& week) {
  look_at_posts(week, false);
  if (history_.pair == kNone) return;
  expect(week_of_pair(simulation_.world(), simulation_.parameters(), simulation_.flows(),
                      history_.pair),
         week);
}

void TieFollower::after_ties(TieWeek& week) {
  if (history_.pair == kNone) return;
  check_same(expected_, stored(simulation_.world().pairs, history_.pair), week.week);
  take(expected_, week);
}

void TieFollower::before_family(TieWeek& week) {
  if (!history_.tie.of_family() || !find_family()) return;
  expect(week_of_family(simulation_.world(), simulation_.parameters(), simulation_.flows(),
                        history_.tie.lane, slot_, row_),
         week);
}

void TieFollower::after_family(TieWeek& week) {
  if (!week.lived || !history_.tie.of_family()) return;
  check_same(expected_, stored(simulation_.world().members, row_), week.week);
  take(expected_, week);
}

void TieFollower::step() {
  World& world = simulation_.world();
  TieWeek week;
  week.week = world.week;
  week.tie = history_.weeks.empty() ? history_.start : history_.weeks.back().tie;
  int watched = 0;
  for (const Phase& phase : phases()) {
    const bool ties = phase.name == "ties", family = phase.name == "family";
    watched += ties || family ? 1 : 0;
    if (ties) before_ties(week);
    if (family) before_family(week);
    phase.run(simulation_);
    if (ties) after_ties(week);
    if (family) after_family(week);
  }
  RELCO_CHECK(watched == 2, "the week has no phases of ties and of families");
  simulation_.digest();
  look_at_posts(week, true);
  history_.weeks.push_back(week);
  ++world.week;
}

const std::array<Tie, 2>& tie_after(const TieHistory& history, Week week) {
  return week < 0 ? history.start : history.weeks[static_cast<std::size_t>(week)].tie;
}

}  // namespace relco
