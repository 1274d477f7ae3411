// A tie followed through a run: nothing in the run changes, the terms add up exactly to what the
// tie gained or lost, and what is told is what is stored.
#include <algorithm>

#include "engine/digest.h"
#include "engine/tie_history.h"
#include "story/busiest.h"
#include "story/story.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;
using namespace relco::story;

namespace {

struct Follow {
  Follow(const Facts& facts, std::size_t arm) : blueprint(make_blueprint(facts, parameters)) {
    arm_ = arm;
  }
  TieHistory history(const FollowedTie& tie, Week weeks) const {
    Simulation simulation(blueprint, parameters, arm_, 0);
    TieFollower follower(simulation, tie);
    follower.run_until(weeks);
    return follower.history();
  }
  Parameters parameters;
  Blueprint blueprint;
  std::size_t arm_ = 0;
};

using Steps = std::array<std::int64_t, kComponents>;

Steps steps_of(const Tie& tie) {
  return {grid_steps(tie.goals), grid_steps(tie.knowledge), grid_steps(tie.respect)};
}

Steps moved(const Strength& from, const Strength& to) {
  Steps out{};
  for (std::size_t c = 0; c < kComponents; ++c) out[c] = to.steps[c] - from.steps[c];
  return out;
}

// The tie of one towards another as the world has it.
Steps stored(const World& world, std::uint32_t from, std::uint32_t to) {
  const Pairs& p = world.pairs;
  const std::uint32_t k = find_pair(*world.plan, p, from, to);
  return p.lower[k] == from ? steps_of({p.goals0[k], p.knowledge0[k], p.respect0[k]})
                            : steps_of({p.goals1[k], p.knowledge1[k], p.respect1[k]});
}

}  // namespace

TEST_CASE("to follow a tie changes nothing in the run") {
  Facts facts = test::rich();
  facts.horizon = 40;
  const Follow follow(facts, 1);
  Simulation run(follow.blueprint, follow.parameters, 1, 0);
  Simulation followed(follow.blueprint, follow.parameters, 1, 0);
  const Pairs& p = run.world().pairs;
  TieFollower follower(followed, {{p.lower[3], p.upper[3]}});
  run.run_until(40);
  follower.run_until(40);
  CHECK(digest_of(followed.world()).world == digest_of(run.world()).world);
}

TEST_CASE("the terms of a followed tie add up to its end minus its start, to the last bit") {
  Facts facts = test::rich();
  facts.horizon = 160;
  const Follow follow(facts, 1);
  Simulation run(follow.blueprint, follow.parameters, 1, 0);
  const World& world = run.world();
  const std::size_t pairs = world.pairs.lower.size();
  std::vector<Steps> start;
  for (std::uint32_t k = 0; k < pairs; ++k) {
    start.push_back(stored(world, world.pairs.upper[k], world.pairs.lower[k]));
  }
  run.run_until(160);  // the whole run
  std::size_t told = 0, wrong = 0;
  for (std::uint32_t k = 0; k < pairs; k += 5) {
    const std::uint32_t from = world.pairs.upper[k], to = world.pairs.lower[k];
    const TieHistory history = follow.history({{from, to}}, 160);
    const TieStory story = story_of(history, 159);
    if (story.standing == Standing::unmet) continue;
    ++told;
    for (const Direction& tie : story.direction) {
      wrong += sum_of(tie.all) != moved(tie.start, tie.now);
      wrong += sum_of(tie.recent) != moved(tie.recent_start, tie.now);
    }
    wrong += story.direction[0].now.steps != stored(world, from, to);
    wrong += story.direction[1].now.steps != stored(world, to, from);
    if (story.from_before) wrong += story.direction[0].start.steps != start[k];
  }
  CHECK(wrong == 0);
  CHECK(told > 10);
}

TEST_CASE("what is told of a year before is what was stored then") {
  Facts facts = test::two_partners();
  facts.horizon = 80;
  const Follow follow(facts, 0);
  Simulation run(follow.blueprint, follow.parameters, 0, 0);
  run.run_until(16);  // after week 15
  const World& world = run.world();
  const std::uint32_t a = world.pairs.lower[0], b = world.pairs.upper[0];
  const TieStory story = story_of(follow.history({{a, b}}, 68), 67);
  REQUIRE(story.direction[0].year_before);
  CHECK(story.direction[0].year_before->week == 15);
  CHECK(story.direction[0].year_before->steps == stored(world, a, b));
  CHECK(story.direction[1].year_before->steps == stored(world, b, a));
  run.run_until(42);  // after week 41: where the last 26 of 68 weeks begin
  CHECK(story.direction[0].recent_start.steps == stored(world, a, b));
  // In the first year there is nothing to tell of a year before, but for the start itself.
  CHECK_FALSE(story_of(follow.history({{a, b}}, 51), 50).direction[0].year_before);
  const TieStory year = story_of(follow.history({{a, b}}, 52), 51);
  REQUIRE(year.direction[0].year_before);
  CHECK(year.direction[0].year_before->steps == year.direction[0].start.steps);
}

TEST_CASE("of all ties that two names leave possible, the one with most contact is told") {
  Facts facts = test::two_partners();
  facts.horizon = 40;
  const Follow follow(facts, 0);
  const Directory directory(follow.blueprint.prototype);
  const Meant nurses = directory.meant("nurse"), surgeons = directory.meant("surgeon");
  const auto contacts = [&](std::uint32_t a, std::uint32_t b) {
    const TieHistory history = follow.history({{a, b}}, 40);
    return std::count_if(history.weeks.end() - 26, history.weeks.end(), [](const TieWeek& week) {
      return ((week.sent[0] | week.sent[1]) & event::contact) != 0;
    });
  };
  std::ptrdiff_t most = 0, least = 26;
  for (const std::uint32_t nurse : nurses.people) {
    for (const std::uint32_t surgeon : surgeons.people) {
      most = std::max(most, contacts(nurse, surgeon));
      least = std::min(least, contacts(nurse, surgeon));
    }
  }
  const auto found = busiest_tie(follow.blueprint, follow.parameters, {0, 0, 39}, nurses, surgeons);
  REQUIRE(found);
  CHECK(least < most);
  CHECK(found->contacts == most);
  CHECK(contacts(found->tie.person[0], found->tie.person[1]) == most);
  const auto turned =
      busiest_tie(follow.blueprint, follow.parameters, {0, 0, 39}, surgeons, nurses);
  REQUIRE(turned);
  CHECK(turned->tie.person == std::array{found->tie.person[1], found->tie.person[0]});
}

TEST_CASE("families are told of for the weeks in which their case is there") {
  Facts facts = test::two_partners();
  facts.horizon = 60;
  const Follow follow(facts, 0);
  Meant families, nurses;
  families.lanes = {0};
  for (std::uint32_t i = 0; i < follow.blueprint.prototype.people.id.size(); ++i) {
    nurses.people.push_back(i);
  }
  const auto busiest =
      busiest_tie(follow.blueprint, follow.parameters, {0, 0, 20}, families, nurses);
  REQUIRE(busiest);
  const TieHistory history = follow.history(busiest->tie, 60);
  const TieStory alive = story_of(history, 20), over = story_of(history, 59);
  CHECK(alive.standing == Standing::alive);
  CHECK(alive.recent_weeks == alive.told - alive.began + 1);
  CHECK(over.standing == Standing::over);
  CHECK(over.told >= 20);
  CHECK(over.told < 59);
  for (const Direction& tie : over.direction) CHECK(sum_of(tie.all) == moved(tie.start, tie.now));
  if (busiest->number.week > 0) {
    CHECK(alive.began == busiest->number.week);
    const TieStory before = story_of(follow.history(busiest->tie, 60), busiest->number.week - 1);
    CHECK(before.standing == Standing::unmet);
  }
}
