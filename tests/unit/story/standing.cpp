// When there is no tie to tell of, or nobody to hold it, and what is said then.
#include <map>

#include "story/explanation.h"
#include "story/sections.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;
using namespace relco::story;

namespace {

// A year and a half in which two people work together in the first week only; each test then
// changes what it is about.
TieHistory quiet_history() {
  TieHistory history;
  history.tie.person = {0, 1};
  history.pair = 0;
  history.began = 0;
  history.from_before = true;
  history.start = {Tie{0.5f, 0.5f, 0.5f}, Tie{0.25f, 0.25f, 0.25f}};
  for (Week w = 0; w < 80; ++w) {
    TieWeek week;
    week.week = w;
    week.lived = true;
    week.tie = history.start;
    week.need = 1;
    if (w == 0) week.sent = {event::active | event::contact, event::active};
    history.weeks.push_back(week);
  }
  return history;
}

std::array<End, 2> two() {
  std::array<End, 2> who;
  who[0].brief = "nurse 3";
  who[1].brief = "surgeon 1";
  return who;
}

std::string said(const TieHistory& history, Week week) {
  return why_not(story_of(history, week), two());
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("an ordinary tie needs no excuse") {
  CHECK(story_of(quiet_history(), 79).standing == Standing::alive);
  CHECK(said(quiet_history(), 79).empty());
}

TEST_CASE("two whom nothing brings together have no tie") {
  TieHistory history = quiet_history();
  history.pair = kNone;
  CHECK(story_of(history, 79).standing == Standing::apart);
  CHECK(has(said(history, 79), "Nothing ever brings them together"));
}

TEST_CASE("two who have not met have no tie yet") {
  TieHistory history = quiet_history();
  history.from_before = false;
  history.began = 12;
  CHECK(story_of(history, 11).standing == Standing::unmet);
  CHECK(has(said(history, 11), "They have not met by the end of week 11"));
  CHECK(story_of(history, 12).standing == Standing::alive);
}

TEST_CASE("a year of silence releases a tie, and the story ends there") {
  TieHistory history = quiet_history();
  for (Week w = 53; w < 80; ++w) history.weeks[static_cast<std::size_t>(w)].lived = false;
  const TieStory story = story_of(history, 79);
  CHECK(story.standing == Standing::released);
  CHECK(story.told == 52);
  CHECK(has(said(history, 79), "Their last contact was in week 0"));
  CHECK(has(said(history, 79), "released, in week 52"));
}

TEST_CASE("nobody holds the tie of a vacant post, or of one that is not there") {
  TieHistory vacant = quiet_history();
  for (Week w = 70; w < 80; ++w) {
    PostWeek& post = vacant.weeks[static_cast<std::size_t>(w)].post[1];
    post.filled = w == 70;  // leaves at its end
    post.vacant = true;
  }
  CHECK(story_of(vacant, 69).standing == Standing::alive);
  CHECK(story_of(vacant, 79).standing == Standing::vacant);
  CHECK(has(said(vacant, 79), "The post of surgeon 1 has been vacant since week 70"));
  TieHistory away = quiet_history();
  away.weeks[79].post[0].filled = false;
  CHECK(story_of(away, 79).standing == Standing::away);
  CHECK(has(said(away, 79), "The post of nurse 3 is not there in this week"));
}

TEST_CASE("who came and went in a post is counted") {
  TieHistory history = quiet_history();
  for (Week w = 30; w < 80; ++w) history.weeks[static_cast<std::size_t>(w)].post[0].occupant = 1;
  history.weeks[30].post[0].newcomer = true;
  const PostStory post = story_of(history, 79).post[0];
  CHECK(post.occupants == 2);
  CHECK(post.since == 30);
  CHECK(story_of(history, 29).post[0].occupants == 1);
}

TEST_CASE("all of this happens in a world") {
  Facts facts = test::storm();
  facts.horizon = 120;
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  std::map<Standing, int> seen;
  const World& world = blueprint.prototype;
  const auto follow = [&](std::uint32_t a, std::uint32_t b) {
    Simulation simulation(blueprint, parameters, 1, 0);
    TieFollower follower(simulation, {{a, b}});
    follower.run_until(120);
    for (Week week = 0; week < 120; ++week) ++seen[story_of(follower.history(), week).standing];
  };
  for (std::uint32_t k = 0; k < world.pairs.lower.size(); k += 16) {
    follow(world.pairs.lower[k], world.pairs.upper[k]);
  }
  follow(0, static_cast<std::uint32_t>(world.people.id.size()) - 1);  // one of them on the island
  for (const Standing one :
       {Standing::alive, Standing::unmet, Standing::released, Standing::vacant, Standing::away}) {
    CAPTURE(static_cast<int>(one));
    CHECK(seen[one] > 0);
  }
}
