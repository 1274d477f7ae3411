// The order of a scenario's lists, and the names of things that keep their ids, change no byte.
#include <algorithm>

#include "engine/run.h"
#include "support/catch.h"
#include "support/disguise.h"
#include "support/worlds.h"

using namespace relco;

namespace {

RunResult run(const Facts& facts) {
  RunOptions options;
  options.threads = 2;
  return run_scenario(facts, {}, options);
}

void check_same(const RunRecords& a, const RunRecords& b) {
  REQUIRE(a.cells.size() == b.cells.size());
  for (std::size_t k = 0; k < a.cells.size(); ++k) CHECK(test::same(a.cells[k], b.cells[k]));
}

Facts world() {
  Facts facts = test::rich();
  test::add_island(facts);
  return facts;
}

}  // namespace

TEST_CASE("shuffling every list of the facts changes no byte of any record") {
  const Facts facts = world();
  const RunResult expected = run(facts);
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    Facts shuffled = facts;
    test::shuffle_all(shuffled, seed);
    const RunResult found = run(shuffled);
    CAPTURE(seed);
    CHECK(found.digest == expected.digest);
    check_same(found.records, expected.records);
  }
}

TEST_CASE("shuffling a list of many changes at once changes no byte of any record") {
  Facts facts = test::two_partners();
  ArmFacts all = facts.arms[0];
  for (const ChangeFacts& change : test::every_change()) {
    facts.changes.push_back(change);
    all.changes.push_back(change.name);
  }
  facts.arms.push_back(all);
  const RunResult expected = run(facts);
  test::shuffle_all(facts, 3);
  check_same(run(facts).records, expected.records);
}

TEST_CASE("the order in which a pathway lists its channels changes no byte") {
  Facts facts = test::two_partners();
  const RunResult expected = run(facts);
  std::reverse(facts.pathways[0].channels.begin(), facts.pathways[0].channels.end());
  check_same(run(facts).records, expected.records);
}

TEST_CASE("one more channel leaves the luck of the others as it was") {
  Facts facts = test::two_partners();
  const std::size_t substitute = static_cast<std::size_t>(Outcome::substitute_use);
  const RunAxes axes = run(facts).records.axes;
  const auto substitutes = [&](const CellRecords& cell) {
    std::vector<float> out;
    for (Week week = 0; week < facts.horizon; ++week) {
      out.push_back(cell.outcomes[CellRecords::index(axes, week, 0, Outcome{}) + substitute]);
    }
    return out;
  };
  const std::vector<float> before = substitutes(run(facts).records.cell(0, 0));
  ChannelFacts more;
  more.name = "a new one";
  more.share = 0.5;
  facts.pathways[0].channels.insert(facts.pathways[0].channels.begin(), more);
  CHECK(substitutes(run(facts).records.cell(0, 0)) == before);
}

TEST_CASE("renaming everything while ids are kept changes no byte of any record") {
  Facts facts = world();
  test::describe_all_roles(facts);
  const RunResult expected = run(facts);
  test::rename_all(facts);
  const RunResult found = run(facts);
  CHECK(found.digest == expected.digest);
  check_same(found.records, expected.records);
}

TEST_CASE("an id that says the name changes no byte, another id is another luck") {
  Facts facts = world();
  const RunResult expected = run(facts);
  Facts same = facts;
  test::give_ids(same);
  check_same(run(same).records, expected.records);
  for (OrganisationFacts& one : facts.organisations) {
    if (one.name == "hospital") one.id = "somebody else";
  }
  CHECK(run(facts).digest != expected.digest);
}
