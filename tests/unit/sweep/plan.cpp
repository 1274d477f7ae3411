// Experiment files, and the points that they make.
#include "sweep/plan.h"

#include "scenario/schema.h"
#include "unit/sweep/small.h"

using namespace relco;
using namespace relco::test;

namespace {

std::string only_finding(std::string_view keys) {
  const auto all = Experiment(keys).findings();
  CAPTURE(all);
  CHECK(all.size() == 1);
  return all.empty() ? "" : all.front();
}

constexpr std::string_view kDose = "factors:\n  dose: {path: changes.meet.dose, levels: [0, 1]}\n";

}  // namespace

TEST_CASE("a grid takes its points in the order of the file, the last factor fastest") {
  const Experiment experiment(
      "factors:\n"
      "  support: {path: organisations.hospital.leadership.support, range: [0.2, 0.8], steps: 3}\n"
      "  dose: {path: changes.meet.dose, levels: [1, 0]}\n");
  const sweep::Plan plan = experiment.plan();
  REQUIRE(plan.points.size() == 6);
  CHECK(plan.points[0][0].text == "0.2");
  CHECK(plan.points[0][1].text == "1");
  CHECK(plan.points[1][1].text == "0");
  CHECK(plan.points[2][0].text == "0.5");  // and not 0.50000000000000011
  CHECK(plan.points[5][0].value == 0.8);
  CHECK(plan.arms() == 2);
  CHECK(plan.cells() == 36);
  CHECK(plan.facts().horizon == 30);
  CHECK(experiment.findings().empty());
}

TEST_CASE("what a point sets is what relco run would be told") {
  const Experiment experiment(
      "set: {horizon: 20}\nreplicates: 2\nseed: 9\nfactors:\n"
      "  all: {path: [changes.meet.dose, organisations.hospital.workload], levels: [0.9]}\n");
  const auto words = sweep::settings_at(experiment.plan(), 0);
  const std::vector<std::string> wanted{"--set", "horizon=20",
                                        "--set", "replicates=2",
                                        "--set", "seed=9",
                                        "--set", "changes.meet.dose=0.9",
                                        "--set", "organisations.hospital.workload=0.9"};
  CHECK(words == wanted);
}

TEST_CASE("sampled points lie in their ranges; a log scale takes ratios; whole numbers are whole") {
  const Experiment experiment(
      "design: sobol\npoints: 64\nfactors:\n"
      "  dose: {path: changes.meet.dose, range: [0.01, 1], scale: log}\n"
      "  nurses: {path: organisations.hospital.units.ward.staff.nurse, range: [2, 5], whole: "
      "true}\n"
      "  kind: {path: system.payment.model, levels: [fee_for_service, bundled]}\n");
  const sweep::Plan plan = experiment.plan();
  REQUIRE(plan.points.size() == 64);
  int below = 0, bundled = 0;
  for (const auto& point : plan.points) {
    CHECK(point[0].value >= 0.01);
    CHECK(point[0].value <= 1);
    below += point[0].value < 0.1 ? 1 : 0;
    CHECK(point[1].value == static_cast<int>(point[1].value));
    bundled += point[2].text == "bundled" ? 1 : 0;
  }
  CHECK(below == 32);
  CHECK(bundled == 32);
  CHECK_FALSE(plan.factors[2].numeric);
  CHECK(experiment.plan({.points = 8}).points.size() == 8);
}

TEST_CASE("the command line's size wins over the experiment's, and that over the scenario's") {
  const Experiment experiment(std::string(kDose) + "replicates: 5\nweeks: 20\n");
  CHECK(experiment.plan().facts().replicates == 5);
  const sweep::Plan plan = experiment.plan({.replicates = 2, .weeks = 10, .seed = 3});
  CHECK(plan.facts().replicates == 2);
  CHECK(plan.facts().horizon == 10);
  CHECK(plan.facts().seed == 3);
  CHECK(plan.facts().window == 10);  // no longer than the run
  CHECK(Experiment(kDose).plan().facts().replicates == 3);
}

TEST_CASE("a model parameter can be a factor") {
  const Experiment experiment("factors:\n  pace: {path: learning.pace, levels: [0, 1]}\n");
  CHECK(experiment.findings().empty());
  CHECK(sweep::settings_at(experiment.plan(), 1).back() == "learning.pace=1");
}

TEST_CASE("every mistake in an experiment is found at its place") {
  check_says(only_finding("factors:\n  dose: {path: changes.meet.dos, levels: [1]}\n"),
             "map.yaml:4:3: changes.meet.dos");
  check_says(only_finding("factors:\n  dose: {path: changes.meet.dose, levels: [1, 99]}\n"),
             "map.yaml:4:3: changes.meet.dose: is 99; allowed is 0 to 10");
  check_says(only_finding("factors:\n  dose: {path: changes.meet.dose}\n"),
             "map.yaml:4:9: factors.dose: needs levels or a range");
  check_says(
      only_finding("factors:\n  dose: {path: changes.meet.dose, levels: [1], range: [0, 1]}\n"),
      "one of them is meant");
  check_says(only_finding("factors:\n  dose: {path: changes.meet.dose, range: [1, 0]}\n"),
             "does not rise");
  check_says(
      only_finding("factors:\n  dose: {path: changes.meet.dose, range: [0, 1], scale: log}\n"),
      "starts above 0");
  check_says(only_finding("factors:\n  rc_index: {path: changes.meet.dose, levels: [1]}\n"),
             "give the factor another name");
  check_says(only_finding("factors:\n  a b: {path: changes.meet.dose, levels: [1]}\n"),
             "cannot be the name of a factor");
  check_says(only_finding(std::string(kDose) + "arms: [hudles]\n"), "did you mean 'huddles'?");
  check_says(only_finding(std::string(kDose) + "outcomes: [rc_indx]\n"),
             "did you mean 'rc_index'?");
  check_says(only_finding(std::string(kDose) + "points: 4\n"), "map.yaml:5:9: a grid has");
  check_says(only_finding(std::string(kDose) + "design: sobol\n"), "needs 'points'");
  check_says(only_finding(std::string(kDose) + "replikates: 4\n"), "did you mean 'replicates'?");
  check_says(only_finding("replicates: 4\n"), "needs 'factors'");
  check_says(only_finding(std::string(kDose) + "set: {horizn: 4}\n"), "map.yaml:5:15: horizn");
}

TEST_CASE("all findings come at once, those of the scenario included") {
  const Folder folder;
  folder.write("broken.yaml", "relco: 1\nhorizon: soon\n");
  const std::string path = folder.write(
      "map.yaml", "relco: 1\nscenario: broken.yaml\nfactors: {a: {levels: [1]}}\nwindow: x\n");
  try {
    (void)load_experiment(path, {}, {}, parameter_rows());
    FAIL("it loads");
  } catch (const UserError& error) {
    for (const char* words : {"map.yaml:3", "needs 'path'", "window: is 'x'", "broken.yaml:2:10"}) {
      check_says(error.what(), words);
    }
  }
}

TEST_CASE("an experiment is told from a scenario without running either") {
  const Experiment experiment(kDose);
  CHECK(is_experiment(experiment.path()));
  CHECK_FALSE(is_experiment(experiment.scenario()));
  CHECK_FALSE(is_experiment("/nowhere"));
  check_says(experiment_json_schema(), "\"factors\"");
}

TEST_CASE("titles do not tell experiments apart, anything that shapes a run does") {
  const auto digest = [](std::string_view keys) {
    return Experiment(keys).plan().experiment.digest_text;
  };
  const std::string dose(kDose);
  CHECK(digest(dose) == digest("title: Other\nquestion: Why?\n" + dose));
  for (const char* keys : {"weeks: 20\n", "replicates: 2\n", "seed: 8\n", "arms: [huddles]\n",
                           "outcomes: [care_quality]\n", "window: 4\n", "keep_every: 5\n",
                           "set: {learning.pace: 0.5}\n", "set: {system.blame_risk: 0.5}\n"}) {
    CAPTURE(keys);
    CHECK(digest(dose) != digest(dose + keys));
  }
}
