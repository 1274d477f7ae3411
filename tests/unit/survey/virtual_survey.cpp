// The survey held in worlds: whose score moves when a tie does, who answers, how reliable it is.
#include "survey/virtual_survey.h"

#include <algorithm>
#include <set>

#include "engine/simulation.h"
#include "rules/parameters.h"
#include "scenario/load.h"
#include "support/catch.h"
#include "support/worlds.h"
#include "survey/perception.h"
#include "survey/scores.h"
#include "survey/statistics.h"
#include "unit/stats/approx.h"

namespace relco::survey {
namespace {

using test::Approx;

World world_of(const Facts& facts, int replicate = 0, Week weeks = 0) {
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  Simulation simulation(blueprint, parameters, 0, replicate);
  simulation.run_until(weeks);
  return simulation.world();
}

Facts nine_hospitals() {
  return load_scenario(std::string(RELCO_SOURCE_DIR) + "/tests/cli/data/nine_hospitals.yaml", {},
                       parameter_rows())
      .facts;
}

bool same(const Items& a, const Items& b) {
  return std::equal(a.begin(), a.end(), b.begin(),
                    [](double x, double y) { return x == y || (!answered(x) && !answered(y)); });
}

TEST_CASE("A survey asks as the last survey of the scenario says that has begun") {
  Facts facts = test::one_ward();
  const auto asks = [](const char* mode, Week from) {
    ChangeFacts change = test::change(mode, SurveyChange{false, false, mode});
    change.from = from;
    return change;
  };
  test::add_arm(facts, asks("paper", 2));
  test::add_arm(facts, asks("in_person", 6));
  facts.arms[2].changes.push_back("paper");
  const auto mode = [&](std::size_t arm, Week week) {
    World world = make_world(make_blueprint(facts, {}), {}, arm, 0);
    world.week = week;
    return mode_in(world, 0, kNone);
  };
  CHECK(mode(0, 8) == Mode::web);
  CHECK(mode(1, 1) == Mode::web);
  CHECK(mode(1, 2) == Mode::post);
  CHECK(mode(2, 5) == Mode::post);
  CHECK(mode(2, 6) == Mode::in_person);
}

TEST_CASE("A survey of dose 0, and one for somebody else, asks nobody in another way") {
  Facts facts = test::one_ward();
  ChangeFacts none = test::change("none", SurveyChange{false, false, "in_person"});
  none.dose = 0;
  ChangeFacts elsewhere = test::change("elsewhere", SurveyChange{false, false, "in_person"});
  elsewhere.where.role = facts.roles.front().name;
  none.from = elsewhere.from = 2;
  test::add_arm(facts, none);
  test::add_arm(facts, elsewhere);
  const auto mode = [&](std::size_t arm, bool reached) {
    World world = make_world(make_blueprint(facts, {}), {}, arm, 0);
    world.week = 8;
    const std::uint32_t role = world.plan->arms[2].front().role;
    return mode_in(world, 0, reached ? role : role + 1);
  };
  CHECK(mode(1, true) == Mode::web);
  CHECK(mode(2, true) == Mode::in_person);
  CHECK(mode(2, false) == Mode::web);
}

TEST_CASE("Raising only the tie j to i moves only i's rating of j's group") {
  const World before = world_of(test::one_ward());
  World after = before;
  // A pair of two groups: what the lower holds towards the upper is what the upper sees.
  const People& people = before.people;
  const auto fits = [&](std::uint32_t pair) {
    const std::uint32_t a = before.pairs.lower[pair], b = before.pairs.upper[pair];
    return people.role[a] != people.role[b] && people.vacant[a] + people.vacant[b] == 0 &&
           before.pairs.need[pair] > 0;
  };
  std::uint32_t k = 0;
  while (!fits(k)) ++k;
  after.pairs.goals0[k] = after.pairs.respect0[k] = 1.0f;
  after.pairs.timely0[k] = 65535;
  const std::uint32_t rater = before.pairs.upper[k], rated = before.pairs.lower[k];

  const Workgroups groups = workgroups_of(before, false);
  const auto was = perceptions(before, groups, ""), is = perceptions(after, groups, "");
  REQUIRE(was.size() == is.size());
  int moved = 0;
  for (std::size_t n = 0; n < was.size(); ++n) {
    if (same(was[n].items, is[n].items)) continue;
    ++moved;
    CHECK(is[n].row == rater);
    CHECK(is[n].rated == groups.of_person[rated]);
    CHECK(is[n].items[4] > was[n].items[4]);   // goals
    CHECK(is[n].items[1] > was[n].items[1]);   // timely
    CHECK(is[n].items[5] == was[n].items[5]);  // knowledge stayed
  }
  CHECK(moved == 1);

  // And in what is ticked, where everybody is handed the survey.
  const SurveyParameters parameters;
  const SurveyPlan plan{"", false, Mode::in_person, 1};
  const Answers said = hold_survey(before, parameters, plan);
  const Answers says = hold_survey(after, parameters, plan);
  REQUIRE(said.ratings.size() == says.ratings.size());
  int changed = 0;
  for (std::size_t n = 0; n < said.ratings.size(); ++n) {
    changed += same(said.ratings[n].items, says.ratings[n].items) ? 0 : 1;
  }
  CHECK(changed <= 1);
}

TEST_CASE("Without noise a rating is the mean tie that the rater is shown, ticked") {
  SurveyParameters none;
  none.leniency = none.impression = none.understanding = none.mood = none.answer = 0;
  none.skipped = 0;
  none.response_in_person = 5;
  none.response_engagement = none.response_load = 0;
  const World world = world_of(test::one_ward());
  const Answers answers = hold_survey(world, none, {"", false, Mode::in_person, 1});
  const auto seen = perceptions(world, workgroups_of(world, false), "");
  REQUIRE(answers.ratings.size() == seen.size());
  for (std::size_t n = 0; n < seen.size(); ++n) {
    for (std::size_t item = 0; item < kItems; ++item) {
      CHECK(answers.ratings[n].items[item] == ticked(seen[n].items[item]));
    }
  }
}

TEST_CASE("The same world answers the same, another replicate otherwise") {
  const SurveyParameters parameters;
  const World world = world_of(test::two_partners(), 0, 3);
  const Answers once = hold_survey(world, parameters, {}),
                twice = hold_survey(world, parameters, {});
  REQUIRE(once.ratings.size() == twice.ratings.size());
  for (std::size_t n = 0; n < once.ratings.size(); ++n) {
    CHECK(same(once.ratings[n].items, twice.ratings[n].items));
  }
  World other = world;
  other.luck = Luck(99, 1);
  const Answers differs = hold_survey(other, parameters, {});
  CHECK((differs.ratings.size() != once.ratings.size() ||
         !std::equal(once.ratings.begin(), once.ratings.end(), differs.ratings.begin(),
                     [](const Rating& a, const Rating& b) { return same(a.items, b.items); })));
}

TEST_CASE("Who answers under weak leaders and load also answers under strong ones without") {
  World weak = world_of(nine_hospitals()), strong = weak;
  std::fill(weak.units.support.begin(), weak.units.support.end(), 0.15f);
  std::fill(weak.people.load.begin(), weak.people.load.end(), 1.1f);
  std::fill(strong.units.support.begin(), strong.units.support.end(), 0.8f);
  const SurveyParameters parameters;
  const auto who = [&](const World& world) {
    std::set<std::string> ids;
    for (const Respondent& one : hold_survey(world, parameters, {}).respondents) ids.insert(one.id);
    return ids;
  };
  const auto few = who(weak), many = who(strong);
  CHECK(few.size() < many.size());
  CHECK(std::includes(many.begin(), many.end(), few.begin(), few.end()));
}

TEST_CASE("Response lies where the field found it") {
  const SurveyParameters p;
  CHECK(response_chance(p, Mode::web, 0.45f, 0.9f) == Approx(0.52).margin(0.01));        // A17
  CHECK(response_chance(p, Mode::post, 0.45f, 0.9f) == Approx(0.51).margin(0.01));       // A16
  CHECK(response_chance(p, Mode::in_person, 0.45f, 0.9f) == Approx(0.89).margin(0.01));  // A16
  // Cumbria: a third, where senior leaders were not engaged (A18).
  CHECK(response_chance(p, Mode::web, 0.15f, 0.9f) == Approx(0.34).margin(0.02));
  CHECK(response_chance(p, Mode::web, 0.15f, 1.1f) < response_chance(p, Mode::web, 0.15f, 0.9f));
}

TEST_CASE("Nine hospitals are as reliable as those surveyed") {
  // Bands: alpha and retest A11, ICC(1) and ICC(2) A13, response A16-A17. The median of seeds.
  const Facts facts = nine_hospitals();
  const Parameters parameters;
  std::vector<double> alpha, retest, icc1, icc2, response, gap;
  for (int replicate = 0; replicate < 9; ++replicate) {
    const World world = world_of(facts, replicate);
    const SurveyStatistics s = statistics_of(world, parameters.survey);
    CHECK((s.alpha > 0.77 && s.alpha < 0.90));
    CHECK((s.retest > 0.67 && s.retest < 0.83));
    alpha.push_back(s.alpha);
    retest.push_back(s.retest);
    icc1.push_back(s.icc1);
    icc2.push_back(s.icc2);
    response.push_back(s.response_rate);
    gap.push_back(s.within_between_gap);
  }
  const auto median = [](std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + 4, values.end());
    return values[4];
  };
  CHECK((median(icc1) > 0.05 && median(icc1) < 0.15));
  CHECK(median(icc2) == Approx(0.81).margin(0.08));
  CHECK((median(response) > 0.44 && median(response) < 0.65));
  CHECK(median(gap) > 0.2);
}

TEST_CASE("Nurses of hospitals that never meet are one group, of partners two") {
  const World apart = world_of(nine_hospitals());
  CHECK(workgroups_of(apart, false).names.size() == 5);
  CHECK(workgroups_of(apart, false).places.size() == 9);
  Facts partners = test::two_partners();
  partners.organisations[1].units[0].staff["nurse"] = 2;
  const auto names = workgroups_of(world_of(partners), false).names;
  CHECK(std::count(names.begin(), names.end(), "hospital nurse") == 1);
  CHECK(std::count(names.begin(), names.end(), "homecare nurse") == 1);
}

TEST_CASE("A survey of one pathway asks and rates only those who may serve it") {
  const World world = world_of(test::rich());
  const SurveyParameters parameters;
  const Answers everyone = hold_survey(world, parameters, {"", false, Mode::in_person, 1});
  const Answers some = hold_survey(world, parameters, {"hip", false, Mode::in_person, 1});
  CHECK(some.groups.size() < everyone.groups.size());
  CHECK(std::count(everyone.groups.begin(), everyone.groups.end(), "clerk") == 1);
  CHECK(std::count(some.groups.begin(), some.groups.end(), "clerk") == 0);
}

TEST_CASE("Families rate and are rated when they are asked") {
  const World world = world_of(test::two_partners(), 0, 4);
  const SurveyParameters parameters;
  const Answers answers = hold_survey(world, parameters, {"", true, Mode::in_person, 1});
  REQUIRE(answers.groups.back() == "family");
  const std::size_t family = answers.groups.size() - 1;
  CHECK(std::any_of(answers.ratings.begin(), answers.ratings.end(),
                    [&](const Rating& r) { return r.rated == family; }));
  CHECK(std::any_of(answers.respondents.begin(), answers.respondents.end(),
                    [&](const Respondent& r) { return r.group == family; }));
}

TEST_CASE("Near its ends the scale bends scores towards the middle, and keeps their order") {
  const double spread = answer_spread(SurveyParameters{});
  CHECK(expected_tick(3.0, spread) == Approx(3.0).margin(0.001));
  CHECK(expected_tick(4.6, spread) < 4.6);
  CHECK(expected_tick(1.4, spread) > 1.4);
  for (double score = 1; score < 5; score += 0.1) {
    CHECK(expected_tick(score + 0.1, spread) > expected_tick(score, spread));
  }
}

TEST_CASE("Every statistic of the vocabulary has a number") {
  const SurveyStatistics statistics{0.8, 0.1, 0.7, 0.5, 0.75, 0.4, 3.9};
  for (const Word& word : statistic_words()) CHECK(statistics.named(word.name).has_value());
  CHECK(*statistics.named("icc2") == 0.7);
  CHECK_FALSE(statistics.named("beta").has_value());
}

}  // namespace
}  // namespace relco::survey
