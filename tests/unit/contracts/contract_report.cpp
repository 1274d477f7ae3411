// How contracts are shown, and what has to be run for them.
#include <boost/json.hpp>

#include "contracts/report.h"
#include "stats/readable.h"
#include "support/catch.h"
#include "unit/contracts/bench.h"

namespace relco {
namespace {

using test::burnout_run;
using test::claim_of;
using Kind = ExpectationKind;

// One held, one broken, one open; the first in 3 of 3 seeds.
std::vector<contracts::ContractResult> three_results() {
  const auto run = burnout_run({"as_is", "bundle_alone"}, {{0.4, 0.4, 0.4}, {0.3, 0.32, 0.34}});
  auto held = claim_of(Kind::effect, "burnout", "bundle_alone");
  held.id = "V20";
  held.says = "The bundle alone brings burnout down, by a few points out of a hundred.";
  held.evidence = {"E08", "A08"};
  held.band = {-0.1, -0.05};
  held.agree = 0.9;
  held.file = "scenarios/bundle.yaml";
  auto broken = claim_of(Kind::level, "burnout", "as_is");
  broken.id = "S0-15";
  broken.says = "Few burn out.";
  broken.band = {-1e300, 0.2};
  broken.seeds = 30;
  broken.file = "scenarios/bundle.yaml";
  auto open = claim_of(Kind::survey, "");
  open.id = "V02";
  open.says = "The survey agrees with itself.";
  open.open = "the survey is not wired in";
  open.file = "scenarios/survey.yaml";
  Facts facts = test::facts_with(held, {"as_is", "bundle_alone"});
  facts.expectations.push_back(broken);
  facts.expectations.push_back(open);
  facts.expectations[0].agree = 0.6;
  return contracts::evaluate(facts, run.records());
}

TEST_CASE("The page of contracts counts by use and evidence, and what was not run is not tested") {
  auto results = three_results();
  results[0].claim.use = "fit";
  results[1].claim.use = "test";
  CHECK(contracts::to_markdown(results) ==
        "| claims | held | broken | open | not tested |\n|---|---|---|---|---|\n"
        "| all | 1 | 1 | 0 | 1 |\n"
        "| that parameters may be fitted to (*fit*) | 1 | 0 | 0 | 0 |\n"
        "| kept for testing (*test*) | 0 | 1 | 0 | 0 |\n"
        "| that do not say | 0 | 0 | 0 | 1 |\n"
        "| whose band rests on unverified evidence | 1 | 0 | 0 | 0 |\n"
        "\n## scenarios/bundle.yaml\n\n"
        "| claim | says | state | found | claimed | seeds | use | evidence |\n"
        "|---|---|---|---|---|---|---|---|\n"
        "| V20 | The bundle alone brings burnout down, by a few points out of a hundred. | held | "
        "-8.0 %-points | -10 to -5 %-points; in 60 % of seeds, found in 100 % | 3 | fit | "
        "E08, A08 (unverified) |\n"
        "| S0-15 | Few burn out. | **broken** | 40.0 % | at most 20 % | 3 | test | - |\n"
        "\n## scenarios/survey.yaml\n\n"
        "| claim | says | state | found | claimed | seeds | use | evidence |\n"
        "|---|---|---|---|---|---|---|---|\n"
        "| V02 | The survey agrees with itself. *Open: the survey is not wired in* | not tested | "
        "not evaluated: the virtual survey is not part of the records | any value | - | - | - |\n");
}

TEST_CASE("The table of contracts tells band, value, interval, evidence and verdict") {
  const auto results = three_results();
  CHECK(contracts::to_text(results, 80, false) ==
        "scenarios/bundle.yaml\n"
        "  held    V20    The bundle alone brings burnout down, by a few points out of a\n"
        "                 hundred.\n"
        "                 burnout, bundle alone against as is: -8.0 %-points, claimed -10\n"
        "                 to -5 %-points in 60 % of seeds, found in 100 %\n"
        "                 3 seeds; evidence E08 (Dummit et al. 2016), A08 (RC Analytics;\n"
        "                 recalled, unverified)\n"
        "  BROKEN  S0-15  Few burn out.\n"
        "                 burnout in as is: 40.0 %, claimed at most 20 %\n"
        "                 3 of the 30 seeds asked for; no evidence cited\n"
        "\n"
        "scenarios/survey.yaml\n"
        "  open    V02    The survey agrees with itself.\n"
        "                 no evidence cited\n"
        "                 not evaluated: the virtual survey is not part of the records\n"
        "                 open: the survey is not wired in\n"
        "\n"
        "1 held, 1 broken, 1 open\n");
}

TEST_CASE("No line is longer than the terminal, and colour adds escapes alone") {
  const auto results = three_results();
  for (const std::size_t width : {60u, 80u, 120u}) {
    const std::string text = contracts::to_text(results, width, false);
    std::size_t start = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos;
         start = end + 1, end = text.find('\n', start)) {
      CHECK(stats::display_width(text.substr(start, end - start)) <= width);
    }
    CHECK(text.find('\x1b') == std::string::npos);
  }
  CHECK(contracts::to_text(results, 80, true).find("BROKEN\x1b[0m") != std::string::npos);
}

TEST_CASE("JSON has the stable fields, and null for what has no number") {
  const auto json = contracts::to_json(three_results());
  const auto& list = json.at("contracts").as_array();
  REQUIRE(list.size() == 3);
  for (const auto& contract : list) {
    for (const char* field :
         {"file", "id", "says", "held", "open", "value", "low", "high", "band", "seeds"}) {
      CHECK(contract.as_object().contains(field));
    }
  }
  CHECK(list[0].at("held").as_bool());
  CHECK(list[0].at("value").as_double() < -0.07);
  CHECK(list[0].at("band").as_array()[0].as_double() == -0.1);
  CHECK(list[0].at("evidence_unverified") == boost::json::array{"A08"});
  CHECK(list[0].at("unit").as_string() == "share");
  CHECK(list[1].at("band").as_array()[0].is_null());
  CHECK(list[2].at("value").is_null());
  CHECK(list[2].at("open").as_bool());
  CHECK(json.at("broken").to_number<int>() == 1);
}

TEST_CASE("Unverified is what the registry says is recalled, and what the author adds") {
  auto claim = claim_of(Kind::level, "burnout");
  claim.evidence = {"E10", "E08", "A08", "S0-15"};
  CHECK(contracts::unverified_evidence(claim) == std::vector<std::string>{"E10", "A08"});
  claim.evidence_unverified = {"E08"};
  CHECK(contracts::unverified_evidence(claim) == std::vector<std::string>{"E10", "E08", "A08"});
}

TEST_CASE("A claim marked open that holds says so") {
  auto claim = claim_of(Kind::level, "burnout");
  claim.open = "not calibrated";
  const auto result = test::judge(burnout_run({"as_is"}, {{0.5, 0.5, 0.5}}), claim);
  CHECK(result.held);
  CHECK(result.open);
  CHECK(result.note == "marked open, but it holds now");
  CHECK(contracts::summary_line(std::vector{result}) == "1 held, 0 broken, 0 open");
}

TEST_CASE("Claims for fitting and for testing are counted apart, where they say which they are") {
  auto claim = claim_of(Kind::level, "burnout");
  std::vector<contracts::ContractResult> results;
  const auto run = burnout_run({"as_is"}, {{0.5, 0.5, 0.5}});
  results.push_back(test::judge(run, claim));
  CHECK(contracts::lines_by_use(results).empty());
  claim.use = "test";
  claim.band = {0, 0.1};
  results.push_back(test::judge(run, claim));
  claim.use = "fit";
  results.push_back(test::judge(run, claim));
  claim.band = {0, 1};
  results.push_back(test::judge(run, claim));
  CHECK(contracts::lines_by_use(results) ==
        "fit   1 held, 1 broken, 0 open (parameters may be fitted to them)\n"
        "test  0 held, 1 broken, 0 open (kept for testing)\n");
}

TEST_CASE("Nothing more is run than the claims read") {
  Facts facts = test::facts_with(claim_of(Kind::level, "burnout", "b"), {"a", "b", "c", "d"});
  facts.horizon = 208;
  facts.expectations[0].weeks_from = 10;
  facts.expectations[0].weeks_to = 51;
  facts.expectations[0].seeds = 10;
  auto needs = contracts::contract_needs(facts);
  CHECK(needs.arms == std::vector<std::size_t>{1});
  CHECK(needs.horizon == 52);
  CHECK(needs.replicates == 10);
  facts.expectations.push_back(claim_of(Kind::effect, "burnout", "d"));
  needs = contracts::contract_needs(facts);
  CHECK(needs.arms == std::vector<std::size_t>{0, 1, 3});
  CHECK(needs.horizon == 208);  // the last half year is the last of the scenario
  facts.expectations.clear();
  CHECK(contracts::contract_needs(facts).arms.empty());
}

TEST_CASE("What is needed is enough: a run of just that gives the same verdict") {
  const auto whole =
      burnout_run({"a", "b", "c"}, {{0.1, 0.2, 0.3}, {0.2, 0.4, 0.6}, {0.9, 0.9, 0.9}});
  const auto part = burnout_run({"a", "b"}, {{0.1, 0.2, 0.3}, {0.2, 0.4, 0.6}});
  const Facts facts = test::facts_with(claim_of(Kind::effect, "burnout", "b"), {"a", "b", "c"});
  CHECK(contracts::contract_needs(facts).arms == std::vector<std::size_t>{0, 1});
  CHECK(contracts::evaluate(facts, whole.records()).front().value ==
        contracts::evaluate(facts, part.records()).front().value);
}

}  // namespace
}  // namespace relco
