// The smallest level that is enough: what a grid answers, and what cannot be asked.
#include "sweep/smallest.h"

#include <boost/json.hpp>

#include "sweep/report.h"
#include "unit/sweep/small.h"

using namespace relco;
using namespace relco::test;
using sweep::Run;
using sweep::Smallest;

namespace {

// Doses out of order, as people write them; 4 runs at each of 8 points.
constexpr std::string_view kGrid =
    "arms: [huddles]\nreplicates: 4\noutcomes: [care_quality]\nfactors:\n"
    "  support: {path: organisations.hospital.leadership.support, levels: [0.2, 0.8]}\n"
    "  dose: {path: changes.meet.dose, levels: [2, 0, 1, 3]}\n";

std::string asking(const std::string& smallest) {
  return std::string(kGrid) + "smallest: " + smallest + "\n";
}

// Runs of which at each point, in the order of the file, so many end with an index of 4, the others
// with 2; the former are virtuous.
Run story(const sweep::Plan& plan, const std::vector<int>& up) {
  Run run;
  run.cells.resize(plan.cells());
  run.problems.resize(plan.points.size());
  for (std::size_t p = 0; p < plan.points.size(); ++p) {
    for (std::size_t r = 0; r < plan.replicates(); ++r) {
      sweep::Cell& cell = run.cells[plan.cell(p, 0, r)];
      const bool good = static_cast<int>(r) < up[p];
      cell.done = up[p] >= 0;
      cell.regime = cell.regime_lower = cell.regime_higher =
          static_cast<std::uint8_t>(good ? Regime::virtuous : Regime::vicious);
      cell.outcomes.assign(plan.outcomes.size(), good ? 4.0F : 2.0F);
    }
  }
  return run;
}

Smallest about_dose(const std::string& smallest, const std::vector<int>& up) {
  const Experiment experiment(asking(smallest));
  const sweep::Plan plan = experiment.plan();
  return sweep::smallest(plan, story(plan, up), 0).front();
}

// The level that is enough in a row, or "none".
std::string enough(const Smallest& answer, std::size_t row) {
  const auto level = answer.rows[row].enough;
  return level ? answer.levels[*level].text : "none";
}

const std::string kUp = "{of: dose, outcome: rc_index, at_least: 3.6}";

}  // namespace

TEST_CASE("the smallest level is the one from which on the share is reached") {
  // doses                                2  0  1  3    2  0  1  3
  const Smallest answer = about_dose(kUp, {3, 0, 2, 4, 1, 0, 1, 2});
  REQUIRE(answer.rows.size() == 2);
  CHECK(enough(answer, 0) == "1");
  CHECK(enough(answer, 1) == "3");
  CHECK(answer.rows[0].shares[1].p == 0.5);
  CHECK(answer.rows[0].shares[3].n == 4);
}

TEST_CASE("a level above which the share falls again is not enough") {
  CHECK(enough(about_dose(kUp, {1, 0, 4, 4, 4, 4, 4, 1}), 0) == "3");
  CHECK(enough(about_dose(kUp, {1, 0, 4, 4, 4, 4, 4, 1}), 1) == "none");
}

TEST_CASE("the share, the band and the regime are those asked for") {
  const std::vector<int> up{3, 0, 2, 4, 4, 4, 4, 4};
  const auto first = [&](const std::string& smallest) {
    return enough(about_dose(smallest, up), 0);
  };
  CHECK(first("{of: dose, outcome: rc_index, at_least: 3.6, share: 0.75}") == "2");
  CHECK(first("{of: dose, outcome: rc_index, at_least: 4.1}") == "none");
  CHECK(first("{of: dose, outcome: rc_index, at_least: 1.9}") == "0");
  CHECK(first("{of: dose, outcome: rc_index, at_most: 2, share: 0.1}") == "none");
  CHECK(first("{of: dose, outcome: rc_index, band: [3, 5], share: 1}") == "3");
  CHECK(first("{of: dose, regime: virtuous}") == "1");
  CHECK(first("{of: dose, regime: contested}") == "none");
}

TEST_CASE("a level at which nothing could be run is not enough") {
  CHECK(enough(about_dose(kUp, {-1, 0, 4, 4, 4, -1, 4, 4}), 0) == "3");
  CHECK(enough(about_dose(kUp, {-1, 0, 4, 4, 4, -1, 4, 4}), 1) == "1");
}

TEST_CASE("people read the level, the share there and the one below; programs read all of them") {
  const Experiment experiment(asking("{of: [dose, support], outcome: rc_index, at_least: 3.6}"));
  const sweep::Plan plan = experiment.plan();
  const Run run = story(plan, {3, 0, 2, 4, 1, 0, 1, 1});
  const std::string text = sweep::to_text(plan, run, 100);
  CAPTURE(text);
  check_says(text, "WHAT IS ENOUGH under \"huddles\"");
  check_says(text, "at least 50 % of the runs end with RC index of at least 3.6");
  check_says(text, "support  smallest dose");
  check_says(text, "0.2      1              50 % (15-85 %)  0 % at 0");
  check_says(text, "0.8      none tried                     25 % (5-70 %) at 3");
  check_says(text, "dose  smallest support");
  check_says(text, "mean RC index");  // reported though `outcomes` does not list it
  const auto answers = sweep::to_json(plan, run).at("smallest").as_array();
  REQUIRE(answers.size() == 2);
  const auto& row = answers[0].at("rows").at(0);
  CHECK(answers[0].at("factor") == "dose");
  CHECK(row.at("others").at("support").as_double() == 0.2);
  CHECK(row.at("enough").as_double() == 1);
  CHECK(row.at("levels").at(1).at("p").as_double() == 0.5);
  CHECK(answers[0].at("rows").at(1).at("enough").is_null());
}

TEST_CASE("an experiment that asks for nothing gets no such answer") {
  const Experiment experiment(kGrid);
  const sweep::Plan plan = experiment.plan();
  const Run run = story(plan, std::vector<int>(8, 4));
  CHECK(sweep::to_text(plan, run, 100).find("ENOUGH") == std::string::npos);
  CHECK(plan.experiment.resolved_text.find("smallest") == std::string::npos);
}

TEST_CASE("another question is another experiment") {
  const auto digest = [](const std::string& smallest) {
    return Experiment(asking(smallest)).plan().experiment.digest_text;
  };
  CHECK(digest(kUp) == digest(kUp));
  CHECK(digest(kUp) != digest("{of: dose, outcome: rc_index, at_least: 3.5}"));
}

TEST_CASE("what cannot be asked is a finding") {
  const auto wrong = [](const std::string& keys) {
    const auto lines = Experiment(keys).findings();
    return lines.empty() ? std::string() : lines.front();
  };
  CHECK(wrong(asking(kUp)).empty());
  check_says(wrong(asking("{of: dosis, regime: virtuous}")), "did you mean 'dose'?");
  check_says(wrong(asking("{of: [], regime: virtuous}")), "a factor's name is needed");
  check_says(wrong(asking("{of: dose}")), "needs an outcome with at_least or at_most, or a regime");
  check_says(wrong(asking("{of: dose, outcome: rc_index}")), "needs at_least, at_most or band");
  check_says(wrong(asking("{of: dose, regime: virtuous, outcome: rc_index, at_least: 3}")),
             "one of them is meant");
  check_says(wrong(asking("{of: dose, regime: virtuous, at_least: 3}")), "no outcome");
  check_says(wrong(asking("{of: dose, outcome: rc_index, at_least: 4, at_most: 3}")), "above");
  check_says(wrong(asking("{regime: virtuous}")), "of");
  check_says(
      wrong("factors:\n  model: {path: system.payment.model, levels: [bundled, capitation]}\n"
            "smallest: {of: model, regime: virtuous}\n"),
      "'model' are not two numbers or more");
  check_says(wrong("design: sobol\npoints: 4\nfactors:\n"
                   "  dose: {path: changes.meet.dose, range: [0, 1]}\n"
                   "smallest: {of: dose, regime: virtuous}\n"),
             "is asked of grids");
}
