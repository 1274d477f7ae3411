// What people read of a sweep.
#include "sweep/report.h"

#include <boost/json.hpp>

#include "unit/sweep/small.h"

using namespace relco;
using namespace relco::test;
using sweep::Run;

namespace {

// A run whose cells say what the test wants: regime by point, outcome by point and replicate.
Run story(const sweep::Plan& plan, const std::vector<Regime>& regimes) {
  Run run;
  run.cells.resize(plan.cells());
  run.problems.resize(plan.points.size());
  for (std::size_t p = 0; p < plan.points.size(); ++p) {
    for (std::size_t a = 0; a < plan.arms(); ++a) {
      for (std::size_t r = 0; r < plan.replicates(); ++r) {
        sweep::Cell& cell = run.cells[plan.cell(p, a, r)];
        cell.done = true;
        cell.regime = cell.regime_lower = cell.regime_higher =
            static_cast<std::uint8_t>(r == 0 ? Regime::contested : regimes[p]);
        cell.outcomes.assign(plan.outcomes.size(), static_cast<float>(p));
      }
    }
  }
  return run;
}

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, line.size());
  return widest;
}

constexpr std::string_view kTwo =
    "arms: [huddles]\nreplicates: 4\nfactors:\n"
    "  support: {path: organisations.hospital.leadership.support, levels: [0.2, 0.8]}\n"
    "  payment: {path: system.payment.model, levels: [fee_for_service, bundled]}\n";

}  // namespace

TEST_CASE(
    "two factors make a phase map: words beside the rows, the likeliest regime and its share") {
  const Experiment experiment(kTwo);
  const sweep::Plan plan = experiment.plan();
  const Run run =
      story(plan, {Regime::vicious, Regime::vicious, Regime::virtuous, Regime::contested});
  const std::string text = sweep::to_text(plan, run, 80);
  CAPTURE(text);
  check_says(text, "WHICH CYCLE WINS under \"huddles\"");
  check_says(text, "payment            0.2    0.8");
  check_says(text, "fee_for_service  x  75  V  75");
  check_says(text, "bundled          x  75  c 100");
  check_says(text, "mean RC index");
  CHECK(widest_line(text) <= 80);
}

TEST_CASE("a wide map is cut into blocks that fit the terminal") {
  const Experiment experiment(
      "factors:\n  support: {path: organisations.hospital.leadership.support, range: [0, 1], "
      "steps: 40}\n  dose: {path: changes.meet.dose, levels: [0, 1]}\n"
      "  risk: {path: system.blame_risk, levels: [0, 1]}\n");
  const sweep::Plan plan = experiment.plan();
  const Run run = story(plan, std::vector<Regime>(plan.points.size(), Regime::virtuous));
  for (const std::size_t width : {60u, 80u, 120u}) {
    CHECK(widest_line(sweep::to_text(plan, run, width)) <= width);
  }
  check_says(sweep::to_text(plan, run, 80), "pooled over the other factors");
}

TEST_CASE("a sampled range is shown in five parts, and every point is in one of them") {
  const Experiment experiment(
      "design: latin_hypercube\npoints: 50\nfactors:\n"
      "  dose: {path: changes.meet.dose, range: [0, 10]}\n");
  const sweep::Plan plan = experiment.plan();
  const auto parts = sweep::slices(plan, 0);
  REQUIRE(parts.size() == 5);
  CHECK(parts[1].label == "2-4");
  for (const auto& part : parts) {
    CHECK(part.points.size() == 10);
    for (const std::size_t point : part.points) {
      CHECK(plan.points[point][0].value >= 2.0 * static_cast<double>(&part - parts.data()));
    }
  }
}

TEST_CASE("JSON has every point with its factors, shares with intervals, and what was counted") {
  const Experiment experiment(kTwo);
  const sweep::Plan plan = experiment.plan();
  const auto json = sweep::to_json(
      plan, story(plan, {Regime::vicious, Regime::vicious, Regime::virtuous, Regime::contested}));
  CHECK(json.at("points").as_array().size() == 4);
  const auto& point = json.at("points").as_array()[2];
  CHECK(point.at("factors").at("support").as_double() == 0.8);
  CHECK(point.at("factors").at("payment").as_string() == "fee_for_service");
  const auto& arm = point.at("arms").as_array()[0];
  CHECK(arm.at("regimes").at("virtuous").at("p").as_double() == 0.75);
  CHECK(arm.at("regimes").at("virtuous").at("low").as_double() < 0.75);
  CHECK(arm.at("outcomes").at("rc_index").at("mean").as_double() == 2.0);
  CHECK(json.at("cells").at("all").to_number<int>() == 16);
}
