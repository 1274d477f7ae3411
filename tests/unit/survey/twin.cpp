// A twin starts where a survey found the ties, and is as unsure as the survey.
#include "survey/twin.h"

#include <cmath>
#include <map>

#include "genesis/genesis.h"
#include "rules/parameters.h"
#include "scenario/load.h"
#include "support/catch.h"
#include "survey/perception.h"
#include "survey/virtual_survey.h"
#include "unit/scenario/files.h"
#include "unit/stats/approx.h"

namespace relco::survey {
namespace {

using test::Approx;

Facts facts_of(const std::string& text) {
  const test::Folder folder;
  return load_scenario(folder.write("twin.yaml", text), {}, parameter_rows()).facts;
}

// One clinic whose groups hold each other in very different regard.
constexpr const char* kClinic = R"(relco: 1
title: A clinic
horizon: 10 weeks
replicates: 1
seed: 5
organisations:
  - name: clinic
    ties:
      pairs:
        nurse-nurse: 4.5
        nurse-surgeon: {index: 3.9, communication: 4.3}
        surgeon-nurse: {index: 2.8, respect: 2.2}
        surgeon-surgeon: 4.1
        clerk-nurse: 3.4
        clerk-surgeon: 3.0
        nurse-clerk: 3.6
        surgeon-clerk: 2.4
    units:
      - {name: ward, staff: {nurse: 40, surgeon: 30, clerk: 30}}
pathways:
  - {name: stay, standing: 20, team: {nurse: 1, surgeon: 1, clerk: 1, family: none}}
)";

using Cell = std::pair<std::string, std::string>;  // rater, rated

// Mean of what raters perceive, free of noise.
std::map<Cell, double> truth_of(const World& world) {
  const Workgroups groups = workgroups_of(world, false);
  std::map<Cell, std::pair<double, int>> sums;
  for (const Perceived& seen : perceptions(world, groups, "")) {
    auto& [sum, count] = sums[{groups.names[seen.group], groups.names[seen.rated]}];
    for (const double item : seen.items) sum += item / kItems;
    ++count;
  }
  std::map<Cell, double> out;
  for (const auto& [cell, sum] : sums) out[cell] = sum.first / sum.second;
  return out;
}

World start_of(const Facts& facts, int replicate) {
  const Parameters parameters;
  return make_world(make_blueprint(facts, parameters), parameters, 0, replicate);
}

Answers survey_of(const World& world) {
  return hold_survey(world, SurveyParameters{}, {"", false, Mode::in_person, 1});
}

Twin twin_of(const Answers& answers) {
  return make_twin(score(answers), SurveyParameters{});
}

TEST_CASE("Ties of a pair of roles start where the facts say, one direction at a time") {
  const World world = start_of(facts_of(kClinic), 0);
  const auto truth = truth_of(world);
  // surgeon-nurse is what surgeons hold towards nurses, so nurses rate surgeons by it.
  const double surgeon_nurse = (2.8 * 4 + 2.8 + 2.8 + 2.2) / 7;
  CHECK(truth.at({"nurse", "surgeon"}) == Approx(surgeon_nurse).margin(0.08));
  CHECK(truth.at({"surgeon", "nurse"}) == Approx((4.3 * 4 + 3.9 * 3) / 7).margin(0.08));
  CHECK(truth.at({"nurse", "nurse"}) == Approx(4.5).margin(0.08));
  CHECK(truth.at({"clerk", "surgeon"}) == Approx(2.4).margin(0.08));
}

TEST_CASE("Turning ticks back into scores undoes what the ends of the scale do") {
  const double spread = answer_spread(SurveyParameters{});
  for (const double score : {1.3, 2.0, 3.0, 4.2, 4.7}) {
    CHECK(untick(expected_tick(score, spread), spread).score == Approx(score).margin(0.001));
  }
  CHECK(untick(expected_tick(4.7, spread), spread).slope < 1);
}

TEST_CASE("The intervals of a twin hold the truth it was surveyed from") {
  int inside = 0, cells = 0;
  double off = 0;
  const Facts facts = facts_of(kClinic);
  for (int replicate = 0; replicate < 20; ++replicate) {
    const World world = start_of(facts, replicate);
    const auto truth = truth_of(world);
    const Twin twin = twin_of(survey_of(world));
    for (const TwinTies& ties : twin.ties) {
      const double apart =
          ties.index.mean - truth.at({twin.groups[ties.towards], twin.groups[ties.holder]});
      inside += std::abs(apart) < 1.96 * ties.index.sd ? 1 : 0;
      off += apart;
      ++cells;
    }
  }
  REQUIRE(cells == 20 * 9);
  const double share = static_cast<double>(inside) / cells;
  CHECK(share > 0.90);
  CHECK(share < 0.995);
  CHECK(std::abs(off / cells) < 0.04);
}

TEST_CASE("A twin's world starts with the surveyed matrix, within its intervals") {
  const World world = start_of(facts_of(kClinic), 0);
  const Answers answers = survey_of(world);
  const Twin twin = twin_of(answers);
  const Facts facts =
      facts_of(scenario_text(twin, roster_of(world, {}), {"Twin", "a.csv", "b.csv"}));
  constexpr int kReplicates = 24;
  std::map<Cell, std::vector<double>> starts;
  for (int replicate = 0; replicate < kReplicates; ++replicate) {
    for (const auto& [cell, level] : truth_of(start_of(facts, replicate))) {
      starts[cell].push_back(level);
    }
  }
  for (const TwinTies& ties : twin.ties) {
    const auto& levels = starts.at({twin.groups[ties.towards], twin.groups[ties.holder]});
    CHECK(std::abs(mean_of(levels) - ties.index.mean) < 1.96 * ties.index.sd);
    // Replicates differ as much as the survey is unsure (a spread of 24 is known to a third).
    CHECK(std::sqrt(variance_of(levels)) == Approx(ties.index.sd).epsilon(0.5));
  }
  // Surveyed again, the twin gives the matrix back.
  const SurveyScores first = score(answers), again = score(survey_of(start_of(facts, 0)));
  for (std::size_t rater = 0; rater < 3; ++rater) {
    for (std::size_t rated = 0; rated < 3; ++rated) {
      CHECK(again.cell(rater, rated).index.mean ==
            Approx(first.cell(rater, rated).index.mean).margin(0.45));
    }
  }
}

TEST_CASE("Thirty per cent missing widens a twin and does not bias it") {
  const Facts facts = facts_of(kClinic);
  double shift = 0, wider = 0;
  int cells = 0;
  for (int replicate = 0; replicate < 12; ++replicate) {
    const Answers all = survey_of(start_of(facts, replicate));
    Answers some = all;
    const Luck luck(17, static_cast<std::uint64_t>(replicate));
    for (std::size_t n = 0; n < some.ratings.size(); ++n) {
      if (luck.draw(Purpose::facts, n, 0).uniform(0) < 0.3f) some.ratings[n].items.fill(kNoAnswer);
    }
    const Twin full = twin_of(all), less = twin_of(some);
    REQUIRE(full.ties.size() == less.ties.size());
    for (std::size_t n = 0; n < full.ties.size(); ++n) {
      shift += less.ties[n].index.mean - full.ties[n].index.mean;
      wider += less.ties[n].index.sd / full.ties[n].index.sd;
      ++cells;
    }
  }
  CHECK(std::abs(shift / cells) < 0.03);
  CHECK(wider / cells == Approx(std::sqrt(1 / 0.7)).margin(0.08));
}

TEST_CASE("A twin of several sites keeps the ties of groups that share no site") {
  const Twin twin = twin_of(survey_of(start_of(facts_of(kClinic), 0)));
  const auto pathways = [&twin](const std::vector<RosterRow>& roster) {
    const Facts facts = facts_of(scenario_text(twin, roster, {"Twin", "a.csv", "b.csv"}));
    std::map<std::string, std::size_t> places;
    for (const PathwayFacts& pathway : facts.pathways) {
      places[pathway.name] = pathway.team.size();
    }
    return places;
  };
  // Nurses work at both, so they are sites; surgeons and clerks meet at neither.
  const auto apart = pathways({{"hospital", "", "ward", "nurse", 20},
                               {"hospital", "", "ward", "surgeon", 30},
                               {"clinic", "", "desk", "nurse", 20},
                               {"clinic", "", "desk", "clerk", 30}});
  CHECK(apart.size() == 3);
  REQUIRE(apart.contains("shared_work across"));
  CHECK(apart.at("shared_work across") == 2);
  const auto alike = pathways({{"hospital", "", "ward", "nurse", 20},
                               {"hospital", "", "ward", "surgeon", 30},
                               {"clinic", "", "desk", "nurse", 20},
                               {"clinic", "", "desk", "surgeon", 10}});
  CHECK(alike.size() == 2);
}

TEST_CASE("Groups too small to be shown leave no ties of their own in a twin") {
  Answers answers = survey_of(start_of(facts_of(kClinic), 0));
  std::size_t clerks = 0;
  std::erase_if(answers.ratings, [&](const Rating& rating) {
    const Respondent& who = answers.respondents[rating.respondent];
    return answers.groups[who.group] == "clerk" && clerks++ >= 12;  // four clerks, three groups
  });
  const Twin twin = twin_of(answers);
  for (const TwinTies& ties : twin.ties) CHECK(twin.groups[ties.towards] != "clerk");
  CHECK(twin.ties.size() == 6);
}

}  // namespace
}  // namespace relco::survey
