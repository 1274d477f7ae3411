// The search on a small world: finds what was planted, remembers, goes on after a stop.
#include "calibrate/search.h"

#include <cmath>

#include "calibrate/report.h"
#include "contracts/contracts.h"
#include "engine/run.h"
#include "unit/scenario/files.h"

using namespace relco;
using namespace relco::test;
using namespace relco::calibrate;

namespace {

const Facts& ward() {
  static const Facts facts =
      load_scenario(std::string(RELCO_SOURCE_DIR) + "/tests/cli/data/known-truth.yaml", {},
                    parameter_rows())
          .facts;
  return facts;
}

std::vector<Target> claims_of(std::initializer_list<std::string> uses) {
  const std::vector<std::string> wanted(uses);
  return keep_claims(std::span<const Facts>(&ward(), 1), wanted);
}

std::vector<Dimension> two() {
  const std::vector<std::string> paths{"communication.timely_base", "communication.accurate_base"};
  return make_space(paths, 0.2);
}

// Claims about the ward whose bands are around what the model makes with these parameters.
std::vector<Target> planted_at(const Parameters& truth, const Pass& pass) {
  std::vector<Target> targets = claims_of({"fit"});
  const auto results = measure(targets, truth, pass);
  auto& claims = targets[0].facts.expectations;
  for (std::size_t k = 0; k < claims.size(); ++k) {
    claims[k].band = {results[k].value - 0.1, results[k].value + 0.1};
  }
  return targets;
}

constexpr const char* kUnfelt =
    "payment.exposure_pooled";  // nobody is paid for results in this ward

constexpr Pass kPass{.replicates = 2, .threads = 2};

}  // namespace

TEST_CASE("claims are chosen by their use; files without any are left out") {
  CHECK(claims_of({"fit"})[0].facts.expectations.size() == 6);
  CHECK(claims_of({"test"})[0].facts.expectations.size() == 1);
  CHECK(claims_of({"fit", "test"})[0].facts.expectations.size() == 7);
  CHECK(claims_of({""}).empty());
}

TEST_CASE("one pass measures what relco check would") {
  const std::vector<Target> targets = claims_of({"fit", "test"});
  const auto measured = measure(targets, Parameters(), kPass);
  Facts facts = targets[0].facts;
  facts.replicates = 2;
  const auto checked = contracts::evaluate(facts, run_scenario(facts, Parameters(), {}).records);
  REQUIRE(measured.size() == checked.size());
  for (std::size_t k = 0; k < checked.size(); ++k) {
    CHECK(measured[k].value == checked[k].value);
    CHECK(measured[k].held == checked[k].held);
  }
  Pass fresh = kPass;
  fresh.first_replicate = 500;
  CHECK(measure(targets, Parameters(), fresh)[0].value != measured[0].value);
}

TEST_CASE("a search finds parameters that were planted") {
  const auto space = two();
  const Parameters truth = at(Parameters(), space, std::vector<double>{0.7, 0.25});
  Objective objective(planted_at(truth, kPass), kPass, nullptr, nullptr);
  REQUIRE(objective.aim(Parameters()));
  const Search found = search(objective, Parameters(), space, budget_of(140, 2), 1);
  CHECK(found.best.objective < found.start.objective / 20);
  CHECK(std::abs(found.best.unit[0] - 0.7) < 0.1);
  CHECK(std::abs(found.best.unit[1] - 0.25) < 0.1);
  const Calibration calibration = conclude(found, objective, Parameters(), space, 1);
  CHECK(calibration.parameters[0].identifiable);
  CHECK_FALSE(calibration.parameters[0].at_edge);
  CHECK(parameter_file(calibration).find("\ncommunication.timely_base=") != std::string::npos);
}

TEST_CASE("a parameter that no claim feels is said not to be pinned down") {
  const std::vector<std::string> paths{"communication.timely_base", kUnfelt};
  const auto space = make_space(paths, 0.2);
  Objective objective(planted_at(Parameters(), kPass), kPass, nullptr, nullptr);
  REQUIRE(objective.aim(Parameters()));
  const Search found = search(objective, Parameters(), space, budget_of(160, 2), 1);
  const Calibration calibration = conclude(found, objective, Parameters(), space, 1);
  CHECK(calibration.parameters[0].identifiable);
  CHECK_FALSE(calibration.parameters[1].identifiable);
  check_says(to_text(calibration, 100), "the evidence does not pin it down");
}

TEST_CASE("a search that was stopped goes on with what it had, and ends the same") {
  const Folder folder;
  const auto space = two();
  const auto targets = claims_of({"fit"});
  Objective whole(targets, kPass, nullptr, nullptr);
  REQUIRE(whole.aim(Parameters()));
  const Search undisturbed = search(whole, Parameters(), space, budget_of(50, 2), 1);

  std::size_t ran = 0, laps = 0;
  Search last;
  do {
    std::atomic<int> stop{0};
    Pass pass = kPass;
    pass.stop = &stop;
    record::PartialStore store =
        record::PartialStore::open_or_create(folder.at("search"), {{"what", "test"}});
    std::size_t in_this_lap = 0;
    Objective objective(targets, pass, &store,
                        [&](std::size_t) { stop = ++in_this_lap >= 17 ? 1 : 0; });
    REQUIRE(objective.aim(Parameters()));
    last = search(objective, Parameters(), space, budget_of(50, 2), 1);
    CHECK(objective.found() == ran);
    ran += objective.ran();
    REQUIRE(++laps < 10);
  } while (last.stopped);
  CHECK(laps > 2);
  CHECK(ran == whole.ran());
  CHECK(last.best.unit == undisturbed.best.unit);
  CHECK(last.best.objective == undisturbed.best.objective);
}

TEST_CASE("screening keeps the parameters that move the claims, in their order") {
  const std::vector<std::string> paths{"communication.timely_base", kUnfelt,
                                       "communication.accurate_base"};
  const auto space = make_space(paths, 0.2);
  Objective objective(claims_of({"fit"}), kPass, nullptr, nullptr);
  REQUIRE(objective.aim(Parameters()));
  const auto chosen = screen(objective, Parameters(), space, 2);
  REQUIRE(chosen.size() == 2);
  CHECK(chosen[0].path() == paths[0]);
  CHECK(chosen[1].path() == paths[2]);
  CHECK(screen(objective, Parameters(), space, 3).size() == 3);
}
