#include "rules/caseload/caseload.h"

#include <algorithm>
#include <numeric>

#include "genesis/genesis.h"
#include "support/catch.h"
#include "support/worlds.h"
#include "unit/stats/approx.h"

using namespace relco;

namespace {

struct Start {
  explicit Start(const Facts& facts, int replicate = 0)
      : world(make_world(make_blueprint(facts, parameters), parameters, 0, replicate)) {}

  // Ends every open case of every lane, without books.
  void end_all() {
    for (std::uint32_t lane = 0; lane < world.lanes.id.size(); ++lane) {
      for (std::uint32_t slot = world.lanes.begin[lane]; slot < world.lanes.end[lane]; ++slot) {
        if (world.cases.id[slot] != 0) end_case(world, parameters, lane, slot, {});
      }
    }
  }
  [[nodiscard]] std::uint32_t free_slot(std::uint32_t lane) const {
    std::uint32_t slot = world.lanes.begin[lane];
    while (world.cases.id[slot] != 0) ++slot;
    return slot;
  }
  Parameters parameters;
  World world;
};

// The people in the team of a slot.
std::vector<std::uint32_t> team_of(const World& world, std::uint32_t slot) {
  std::vector<std::uint32_t> team;
  for (std::uint32_t k = 0; k < world.plan->places; ++k) {
    const std::uint32_t person = world.members.person[slot * world.plan->places + k];
    if (person != kNone) team.push_back(person);
  }
  return team;
}

}  // namespace

TEST_CASE("when all cases have ended, every pair needs what its daily work needs, and no more") {
  for (const Facts& facts : {test::two_partners(), test::rich(), test::one_child()}) {
    Start start(facts);
    REQUIRE(std::any_of(start.world.cases.id.begin(), start.world.cases.id.end(),
                        [](std::uint64_t id) { return id != 0; }));
    start.end_all();
    Facts without = facts;
    for (PathwayFacts& one : without.pathways) {
      if (one.standing) one.standing = 0;
      one.starts_per_week = 0;
    }
    const Start daily(without);
    CHECK(start.world.pairs.need == daily.world.pairs.need);
    CHECK(start.world.people.need == daily.world.people.need);
    const auto& open = start.world.people.open_cases;
    CHECK(std::accumulate(open.begin(), open.end(), 0u) == 0);
  }
}

TEST_CASE("a case laid and lifted again leaves every column of pairs and people as it was") {
  Start start(test::two_partners());
  const World before = start.world;
  const std::uint32_t slot = start.free_slot(0);
  start_case(start.world, start.parameters, 0, slot, 4711, 3, {});
  CHECK(start.world.pairs.need != before.pairs.need);
  SECTION("from the stay") {}
  SECTION("from follow-up") {
    begin_follow_up(start.world, start.parameters, 0, slot);
  }
  end_case(start.world, start.parameters, 0, slot, {});
  CHECK(start.world.pairs.need == before.pairs.need);
  CHECK(start.world.people.need == before.people.need);
  CHECK(start.world.people.open_cases == before.people.open_cases);
  CHECK(start.world.members.person == before.members.person);
  CHECK(start.world.case_pairs == before.case_pairs);
}

TEST_CASE("need falls from stay to follow-up as the parameter says") {
  Start start(test::two_partners());
  start.end_all();
  const std::vector<std::int32_t> daily = start.world.pairs.need;
  const std::uint32_t slot = start.free_slot(0);
  start_case(start.world, start.parameters, 0, slot, 4711, 3, {});
  const std::vector<std::int32_t> stay = start.world.pairs.need;
  begin_follow_up(start.world, start.parameters, 0, slot);
  for (std::size_t k = 0; k < daily.size(); ++k) {
    const auto more = static_cast<float>(stay[k] - daily[k]);
    const auto later = static_cast<float>(start.world.pairs.need[k] - daily[k]);
    CHECK(later == test::Approx(more * start.parameters.caseload.follow_up_need).margin(1));
  }
}

TEST_CASE("need grows with interdependence and uncertainty and is the same from both sides") {
  const Start start(test::rich());
  for (const PathwayPlan& pathway : start.world.plan->pathways) {
    const auto places = static_cast<std::uint32_t>(pathway.places.size());
    for (std::uint32_t a = 0; a < places; ++a) {
      for (std::uint32_t b = 0; b < places; ++b) {
        CHECK(need_units(pathway, a, b, 0.3f, 1) == need_units(pathway, b, a, 0.3f, 1));
        CHECK(need_units(pathway, a, b, 0.8f, 1) > need_units(pathway, a, b, 0.3f, 1));
        CHECK(need_units(pathway, a, b, 0.3f, 0) == 0);
      }
    }
    CHECK(need_units(pathway, places, 0, 0.3f, 1) == 0);
  }
}

TEST_CASE("arrivals are one draw per lane and week: more demand never takes one away") {
  const Luck luck(3, 1);
  for (Week week = 0; week < 300; ++week) {
    int before = 0;
    for (const double mean : {0.0, 0.5, 1.0, 3.0, 10.0, 40.0}) {
      const int now = arrivals(luck, 99, mean, week);
      CHECK(now >= before);
      before = now;
    }
    CHECK(arrivals(luck, 99, 0, week) == 0);
  }
}

TEST_CASE("ids of cases differ by lane, week and number, and are never that of a free slot") {
  std::vector<std::uint64_t> ids;
  for (std::uint64_t lane = 1; lane < 20; ++lane) {
    for (Week week = -10; week < 50; ++week) {
      for (int n = 0; n < 10; ++n) ids.push_back(case_id(lane, week, n));
    }
  }
  std::sort(ids.begin(), ids.end());
  CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
  CHECK(ids.front() != 0);
}

TEST_CASE("who is away joins no team; nobody there makes a team of nobody") {
  Start start(test::two_partners());
  start.end_all();
  const std::uint32_t slot = start.free_slot(0);
  start_case(start.world, start.parameters, 0, slot, 4711, 3, {});
  for (const std::uint32_t person : team_of(start.world, slot)) {
    start.world.people.presence[person] = 0;
  }
  const std::vector<std::uint32_t> first = team_of(start.world, slot);
  const std::uint32_t other = start.free_slot(0);
  start_case(start.world, start.parameters, 0, other, 4711, 3, {});
  for (const std::uint32_t person : team_of(start.world, other)) {
    CHECK(std::count(first.begin(), first.end(), person) == 0);
  }
  std::fill(start.world.people.presence.begin(), start.world.people.presence.end(), 0.0f);
  const std::uint32_t empty = start.free_slot(0);
  start_case(start.world, start.parameters, 0, empty, 4712, 3, {});
  CHECK(team_of(start.world, empty).empty());
  CHECK(start.world.cases.team[empty] == 0);
  end_case(start.world, start.parameters, 0, empty, {});
}

TEST_CASE("somebody who was not chosen can stay away without changing the team") {
  const Start base(test::two_partners());
  for (std::uint64_t id = 1; id < 60; id += 2) {
    Start start = base;
    const std::uint32_t slot = start.free_slot(0);
    start_case(start.world, start.parameters, 0, slot, id, 3, {});
    const std::vector<std::uint32_t> team = team_of(start.world, slot);
    for (std::uint32_t person = 0; person < start.world.people.id.size(); ++person) {
      if (std::count(team.begin(), team.end(), person) != 0) continue;
      Start again = base;
      again.world.people.presence[person] = 0;
      start_case(again.world, again.parameters, 0, slot, id, 3, {});
      CHECK(team_of(again.world, slot) == team);
    }
  }
}

TEST_CASE("people with free hours are chosen more often, and so are those attached to the team") {
  const auto times_chosen = [](auto&& set) {
    int chosen = 0;
    for (std::uint64_t id = 1; id < 400; id += 2) {
      Start start(test::two_partners());
      const std::uint32_t slot = start.free_slot(0);
      const CandidateRange range = start.world.plan->lane_candidates[0];
      const std::uint32_t person = start.world.plan->candidates[range.begin];
      set(start.world.people, person);
      start_case(start.world, start.parameters, 0, slot, id, 3, {});
      const std::vector<std::uint32_t> team = team_of(start.world, slot);
      chosen += std::count(team.begin(), team.end(), person) != 0;
    }
    return chosen;
  };
  const int usual = times_chosen([](People&, std::uint32_t) {});
  CHECK(times_chosen([](People& p, std::uint32_t i) { p.load[i] -= 0.5f; }) > usual);
  CHECK(times_chosen([](People& p, std::uint32_t i) { p.load[i] += 0.5f; }) < usual);
  CHECK(times_chosen([](People& p, std::uint32_t i) { p.attached[i] = 1; }) > usual);
}

TEST_CASE("every slice of the whole picture is held by somebody of the team from the start") {
  Start start(test::two_partners());
  for (std::uint64_t id = 1; id < 100; id += 2) {
    const std::uint32_t slot = start.free_slot(0);
    start_case(start.world, start.parameters, 0, slot, id, 3, {});
    std::uint32_t held = 0;
    for (std::uint32_t k = 0; k < start.world.plan->places; ++k) {
      held |= start.world.members.plan[slot * start.world.plan->places + k];
    }
    CHECK(held == (1u << start.world.plan->pathways[0].facts->plan_slices) - 1u);
    end_case(start.world, start.parameters, 0, slot, {});
  }
}
