// The digest notices: every parameter, the seed, the replicate, the arm.
#include <cmath>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/simulation.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

struct Busy {
  Facts facts;
  std::size_t arm;
  Parameters usual;
  CellRecords base;

  Busy(Facts world, std::size_t one) : facts(std::move(world)), arm(one) {
    base = test::run_cell(facts, usual, arm);
  }
  [[nodiscard]] bool hears(const ParameterRow& row, float value) const {
    Parameters other = usual;
    parameter(other, row) = value;
    return !test::same(test::run_cell(facts, other, arm), base);
  }
};

// Little to do, close ties, every structure: what only shows where all is well.
Facts calm() {
  Facts facts = test::rich();
  facts.horizon = 40;
  for (OrganisationFacts& one : facts.organisations) {
    one.workload = {0.4};
    one.structures.fill(Fact{1});
    one.ties.between = one.ties.within = Fact{5};
    one.slack = {1};
  }
  return facts;
}

// Ties and structures at their best, cases co-financed, budgets and plans of another length, and a
// reform that is dropped.
Facts lavish() {
  Facts facts = calm();
  facts.horizon = 80;
  facts.system.model = PaymentModel::co_financing;
  facts.system.share = 1;
  facts.budget_years = 0.5;
  for (ChangeFacts& one : facts.changes) {
    if (one.name == "redesign") one.to = 30;  // dropped
  }
  for (OrganisationFacts& one : facts.organisations) {
    one.horizon_years = 2;
    one.ties.knowledge = one.ties.respect = one.ties.goals = Fact{5};
    one.leadership.support = {1};
  }
  return facts;
}

float moved(const ParameterRow& row, float value, double relative) {
  const double step = std::max(std::abs(static_cast<double>(value)), 1e-3) * relative;
  const auto to = static_cast<float>(value + step);
  return to >= row.min && to <= row.max ? to : value;
}

}  // namespace

TEST_CASE("another seed, another replicate and another arm are other worlds from the first week") {
  Facts facts = test::rich();
  const CellRecords base = test::run_cell(facts, {}, 0, 0);
  const auto differs = [&](const CellRecords& other) {
    CHECK(other.digests.front() != base.digests.front());
    CHECK(other.digests.back() != base.digests.back());
  };
  differs(test::run_cell(facts, {}, 0, 1));
  CHECK(test::run_cell(facts, {}, 1, 0).digests.back() != base.digests.back());
  ++facts.seed;
  differs(test::run_cell(facts, {}, 0, 0));
}

TEST_CASE("no two weeks of a run have the same digest") {
  const CellRecords cell = test::run_cell(test::rich(), {}, 1, 0);
  const std::set<std::uint64_t> distinct(cell.digests.begin(), cell.digests.end());
  CHECK(distinct.size() == cell.digests.size());
}

TEST_CASE("a bit that no sum of a week tells of shows after the next 13th week, and at the end") {
  Facts facts = test::rich();
  facts.horizon = 20;
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  Simulation plain(blueprint, parameters, 1, 0), other(blueprint, parameters, 1, 0);
  // Read by the digest of the state alone.
  other.world().payers.id[0] ^= 1;
  plain.run_until(facts.horizon);
  other.run_until(facts.horizon);
  const CellRecords &a = plain.records(), &b = other.records();
  for (std::size_t week = 0; week < a.digests.size(); ++week) {
    CAPTURE(week);
    CHECK((a.digests[week] == b.digests[week]) == (week != 12));
  }
  CHECK(a.state_digests.front() != b.state_digests.front());
}

// A parameter that enters a stock shows at once; one that only sets chances shows as soon as one
// event of the run falls otherwise, which takes a larger move.
TEST_CASE("every parameter moves the records of a run in which its mechanism is at work") {
  std::vector<Busy> worlds;
  Facts rich = test::rich();
  rich.horizon = 24;
  worlds.emplace_back(rich, 1);
  worlds.emplace_back(calm(), 1);
  Facts storm = test::storm();
  for (ChangeFacts& change : storm.changes) change.fidelity = 0.9;
  worlds.emplace_back(storm, 1);
  rich.horizon = 100;
  worlds.emplace_back(rich, 0);
  worlds.emplace_back(lavish(), 1);
  std::string deaf;
  for (const ParameterRow& row : parameter_rows()) {
    if (row.rule == "survey") continue;  // the survey looks and moves nothing: next test
    const float usual = parameter(Parameters{}, row);
    bool heard = false;
    for (const Busy& world : worlds) {
      for (const double relative : {1e-6, 1e-2, -0.3, 0.9, -0.9}) {
        heard = heard || world.hears(row, moved(row, usual, relative));
      }
      if (heard) break;
    }
    if (!heard) deaf += std::string(row.rule) + "." + std::string(row.field) + " ";
  }
  INFO("no effect: " << deaf);
  CHECK(deaf.empty());
}

TEST_CASE("the virtual survey only looks: none of its parameters moves a world") {
  Facts rich = test::rich();
  rich.horizon = 24;
  const Busy world(rich, 1);
  std::size_t rows = 0;
  for (const ParameterRow& row : parameter_rows()) {
    if (row.rule != "survey") continue;
    ++rows;
    CHECK_FALSE(world.hears(row, moved(row, parameter(Parameters{}, row), 0.9)));
  }
  CHECK(rows > 0);
}

// Stocks of whole units are too few to be sure of: what is less than half a step of the grid in all
// of them is rounded away.
TEST_CASE("parameters that enter stocks of many move the state however little they change") {
  Facts rich = test::rich();
  rich.horizon = 24;
  const Busy world(rich, 1);
  for (const char* path :
       {"learning.respect_solve", "learning.goals_solve", "learning.knowledge_accurate",
        "learning.forgetting", "learning.anchor_rate", "learning.anchor_structures",
        "identity.good_contact", "workforce.burnout_rate", "structures.adapt", "care.wellness_gain",
        "family.recover", "labour.adapt", "structures.uncertainty_gain", "care.contact_hours",
        "change.negotiation_hours"}) {
    CAPTURE(path);
    const ParameterRow* row = find_parameter(path);
    REQUIRE(row != nullptr);
    const float usual = parameter(Parameters{}, *row), little = moved(*row, usual, 1e-6);
    REQUIRE(little != usual);
    Parameters other;
    parameter(other, *row) = little;
    CHECK(test::run_cell(rich, other, 1).state_digests != world.base.state_digests);
  }
}
