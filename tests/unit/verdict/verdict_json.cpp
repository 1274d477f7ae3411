#include <boost/json.hpp>
#include <cmath>

#include "support/catch.h"
#include "unit/verdict/story.h"
#include "verdict/verdict.h"

namespace relco::verdict {
namespace {

namespace json = boost::json;

json::value story_json() {
  return to_json(compute(test::story().records(), test::story_facts(), "00ff", {}));
}

TEST_CASE("The stable fields of a run's JSON are all there") {
  const json::value verdict = story_json();
  for (const char* field : {"scenario", "seed", "digest", "software", "arms", "scopes"}) {
    CHECK(verdict.as_object().contains(field));
  }
  CHECK(verdict.at("seed").to_number<int>() == 2026);
  CHECK(verdict.at("digest").as_string() == "00ff");
  for (const json::value& arm : verdict.at("arms").as_array()) {
    for (const char* field : {"name", "regimes", "outcomes", "paired", "loops"}) {
      CHECK(arm.as_object().contains(field));
    }
    for (const auto name : kRegimeNames) {
      for (const char* field : {"p", "low", "high"}) {
        CHECK(arm.at("regimes").at(name).as_object().contains(field));
      }
    }
    for (const auto& outcome : arm.at("outcomes").as_object()) {
      for (const char* field : {"mean", "sd", "low", "high", "unit"}) {
        CHECK(outcome.value().as_object().contains(field));
      }
    }
    for (const auto& change : arm.at("paired").as_object()) {
      for (const char* field : {"difference", "low", "high", "relative"}) {
        CHECK(change.value().as_object().contains(field));
      }
    }
    for (const json::value& loop : arm.at("loops").as_array()) {
      CHECK(loop.at("name").is_string());
      CHECK(loop.at("share").is_double());
    }
  }
}

TEST_CASE("Every outcome has an entry, null in its numbers where nobody had it") {
  auto records = test::story().records();
  verdict::Verdict seen = compute(records, test::story_facts(), "00ff", {});
  for (ArmVerdict& arm : seen.arms) {
    std::erase_if(arm.outcomes, [](const auto& one) { return one.outcome == Outcome::burnout; });
    std::erase_if(arm.changes, [](const auto& one) { return one.outcome == Outcome::burnout; });
  }
  const json::value verdict = to_json(seen);
  for (const json::value& arm : verdict.at("arms").as_array()) {
    CHECK(arm.at("outcomes").as_object().size() == outcome_rows().size());
    const json::value& burnout = arm.at("outcomes").at("burnout");
    CHECK(burnout.at("mean").is_null());
    CHECK(burnout.at("runs").to_number<int>() == 0);
    CHECK(burnout.at("unit").as_string() == row_of(Outcome::burnout).unit);
  }
  const json::value& reform = verdict.at("arms").as_array()[1];
  CHECK(reform.at("paired").as_object().size() == outcome_rows().size());
  CHECK(reform.at("paired").at("burnout").at("difference").is_null());
  CHECK(reform.at("paired").at("burnout").at("reading").is_null());
}

TEST_CASE("The numbers are those of the records") {
  const json::value verdict = story_json();
  const json::value& reform = verdict.at("arms").as_array()[1];
  CHECK(reform.at("regimes").at("virtuous").at("p").as_double() == 0.75);
  CHECK(reform.at("paired").at("episode_cost").at("difference").as_double() == -500);
  CHECK(std::abs(reform.at("paired").at("episode_cost").at("relative").as_double() + 0.05) < 1e-12);
  CHECK(reform.at("paired").at("episode_cost").at("reading").as_string() == "better");
  CHECK(reform.at("tipping").at("virtuous").at("runs").to_number<int>() == 6);
  CHECK(reform.at("common_luck").at("outcome").as_string() == "rc_between");
  CHECK(verdict.at("arms").as_array()[0].at("paired").as_object().empty());
  CHECK(verdict.at("arms").as_array()[0].at("common_luck").is_null());
  REQUIRE(verdict.at("scopes").as_array().size() == 2);
  const json::value& clinic = verdict.at("scopes").as_array()[1];
  CHECK(clinic.at("name").as_string() == "clinic");
  CHECK(clinic.at("arms").as_array()[1].at("paired").as_object().contains("cost_by_payer"));
}

TEST_CASE("Outcomes without any value and unknown numbers are null") {
  test::SyntheticRun run({"as_is", "reform"}, 1, 30);
  run.fill(0, 0, Outcome::burnout, 0.5);
  run.fill(1, 0, Outcome::burnout, 0.25);
  const json::value verdict = to_json(compute(run.records(), Facts{}, "", {"learning.er=0.1"}));
  const json::value& reform = verdict.at("arms").as_array()[1];
  CHECK(reform.at("outcomes").at("burnout").at("mean").as_double() == 0.25);
  CHECK(reform.at("outcomes").at("leaving").at("mean").is_null());
  CHECK(reform.at("paired").at("leaving").at("difference").is_null());
  CHECK(reform.at("outcomes").at("burnout").at("sd").is_null());
  CHECK(reform.at("paired").at("burnout").at("low").is_null());
  CHECK(reform.at("regimes").at("virtuous").at("p").is_null());
  const auto& overridden = verdict.at("provenance").at("parameters_overridden").as_array();
  REQUIRE(overridden.size() == 1);
  CHECK(overridden[0].as_string() == "learning.er=0.1");
  CHECK_FALSE(json::serialize(verdict).empty());
}

TEST_CASE("A change is better or worse by the outcome's good direction") {
  const auto leaning = [](std::vector<double> arm, int good) {
    return leaning_of(stats::paired_difference(arm, std::vector<double>(arm.size(), 0.0)), good);
  };
  CHECK(leaning({1, 1.1, 0.9}, 1) == Leaning::better);
  CHECK(leaning({1, 1.1, 0.9}, -1) == Leaning::worse);
  CHECK(leaning({-1, -1.1, -0.9}, -1) == Leaning::better);
  CHECK(leaning({1, 1.1, 0.9}, 0) == Leaning::higher);
  CHECK(leaning({-1, -1.1, -0.9}, 0) == Leaning::lower);
  CHECK(leaning({1, -1, 0.1}, 1) == Leaning::unclear);
  CHECK(leaning({0, 0, 0}, 1) == Leaning::same);
  CHECK(leaning({1}, 1) == Leaning::unknown);
  CHECK(leaning({}, 1) == Leaning::unknown);
}

}  // namespace
}  // namespace relco::verdict
