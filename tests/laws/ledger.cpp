// The loop ledger: its terms add up to what the ties of a world gained and lost, exactly.
#include <array>

#include "engine/simulation.h"
#include "params/row.h"
#include "scenario/load.h"
#include "support/catch.h"
#include "support/tie_totals.h"
#include "support/worlds.h"

using namespace relco;

namespace {

Fixed total(const LedgerCell& cell, std::size_t component) {
  Fixed sum = 0;
  for (const auto& term : cell) sum += term[component];
  return sum;
}

Facts baseline() {
  Facts facts =
      load_scenario(std::string(RELCO_SOURCE_DIR) + "/scenarios/baseline/joint-replacement.yaml",
                    {}, parameter_rows())
          .facts;
  facts.horizon = 20;
  return facts;
}

Facts rich_with_islands() {
  Facts facts = test::rich();
  test::add_island(facts);
  facts.horizon = 70;  // long enough for pairs to fall silent for a year
  return facts;
}

void check_balance(const Facts& facts, std::size_t arm) {
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  Simulation simulation(blueprint, parameters, arm, 0);
  std::vector<test::TieTotals> before = test::tie_totals(simulation.world());
  std::size_t wrong = 0;
  for (Week week = 0; week < facts.horizon; ++week) {
    simulation.step();
    const std::vector<test::TieTotals> after = test::tie_totals(simulation.world());
    for (std::size_t o = 0; o < after.size(); ++o) {
      for (std::size_t s = 0; s < kTieScopes; ++s) {
        const LedgerCell& cell = simulation.records().ledger[CellRecords::ledger_index(
            simulation.axes(), week, o + 1, static_cast<TieScope>(s))];
        for (std::size_t c = 0; c < kComponents; ++c) {
          wrong += total(cell, c) != after[o][s][c] - before[o][s][c];
        }
      }
    }
    before = after;
  }
  CHECK(wrong == 0);
}

Fixed moved_by(const CellRecords& cell, Term term) {
  Fixed sum = 0;
  for (const LedgerCell& one : cell.ledger) {
    for (const Fixed x : one[static_cast<std::size_t>(term)]) sum += x < 0 ? -x : x;
  }
  return sum;
}

}  // namespace

TEST_CASE("every week the ledger's terms add up to the change of all ties, to the last bit") {
  SECTION("a ward") {
    check_balance(test::one_ward(), 0);
  }
  SECTION("one child's network") {
    check_balance(test::one_child(), 0);
  }
  SECTION("two partners") {
    check_balance(test::two_partners(), 0);
  }
  SECTION("a scenario file") {
    check_balance(baseline(), 0);
  }
  SECTION("a rich world as it is") {
    check_balance(rich_with_islands(), 0);
  }
  SECTION("a rich world under reform") {
    check_balance(rich_with_islands(), 1);
  }
}

TEST_CASE("the ledger of the system is the sum of its organisations'") {
  Facts facts = test::rich();
  const Blueprint blueprint = make_blueprint(facts, {});
  const Parameters parameters;
  Simulation simulation(blueprint, parameters, 1, 0);
  simulation.run_until(facts.horizon);
  const RunAxes& axes = simulation.axes();
  for (Week week = 0; week < facts.horizon; ++week) {
    for (std::size_t s = 0; s < kTieScopes; ++s) {
      const auto ties = static_cast<TieScope>(s);
      LedgerCell sum{};
      for (std::size_t scope = 1; scope < axes.scopes.size(); ++scope) {
        const LedgerCell& one =
            simulation.records().ledger[CellRecords::ledger_index(axes, week, scope, ties)];
        for (std::size_t t = 0; t < kTerms; ++t) {
          for (std::size_t c = 0; c < kComponents; ++c) sum[t][c] += one[t][c];
        }
      }
      CHECK(sum == simulation.records().ledger[CellRecords::ledger_index(axes, week, 0, ties)]);
    }
  }
}

TEST_CASE("in a rich world under reform every term of the ledger moves") {
  const CellRecords cell = test::run_cell(rich_with_islands(), {}, 1, 0);
  for (std::size_t t = 0; t < kTerms; ++t) {
    CAPTURE(term_name(t));
    CHECK(moved_by(cell, static_cast<Term>(t)) != 0);
  }
}

TEST_CASE("a mechanism that is switched off moves no tie by a single step in a whole run") {
  const Facts facts = test::rich();
  Parameters off;
  Term term = Term::reset;
  SECTION("smooth work") {
    off.learning.smooth = 0;
    term = Term::smooth_work;
  }
  SECTION("knowledge gain") {
    off.learning.knowledge_accurate = 0;
    term = Term::knowledge_gain;
  }
  SECTION("anchor of custom and all others: no pull at all") {
    off.learning.anchor_rate = 0;
    term = Term::anchor_custom;
    const CellRecords cell = test::run_cell(facts, off, 1, 0);
    for (const Term other : {Term::anchor_structure, Term::anchor_leadership, Term::anchor_payment,
                             Term::anchor_labour, Term::anchor_identity}) {
      CHECK(moved_by(cell, other) == 0);
    }
  }
  SECTION("structures") {
    off.learning.anchor_structures = 0;
    term = Term::anchor_structure;
  }
  SECTION("leadership") {
    off.learning.anchor_leadership = 0;
    term = Term::anchor_leadership;
  }
  SECTION("payment") {
    off.learning.anchor_payment = off.learning.anchor_one_sided = 0;
    term = Term::anchor_payment;
  }
  SECTION("labour") {
    off.learning.anchor_labour = 0;
    term = Term::anchor_labour;
  }
  SECTION("identity") {
    off.learning.anchor_own = off.learning.anchor_bias = off.learning.anchor_distrust = 0;
    off.learning.anchor_status = 0;
    term = Term::anchor_identity;
  }
  SECTION("intervention") {
    off.learning.intervention_rate = 0;
    term = Term::intervention;
  }
  CAPTURE(term_name(static_cast<std::size_t>(term)));
  CHECK(moved_by(test::run_cell(facts, off, 1, 0), term) == 0);
}

TEST_CASE("what a world does not have moves no tie in it") {
  SECTION("no union, no pull of labour") {
    Facts facts = test::two_partners();
    facts.unions.clear();
    CHECK(moved_by(test::run_cell(facts), Term::anchor_labour) == 0);
  }
  SECTION("a neutral union, no pull of labour, however strong") {
    Facts facts = test::two_partners();
    facts.unions[0].stance = {0};
    facts.unions[0].strength = {1};
    CHECK(moved_by(test::run_cell(facts), Term::anchor_labour) == 0);
  }
  SECTION("fee for service, no pull of payment") {
    CHECK(moved_by(test::run_cell(test::two_partners()), Term::anchor_payment) == 0);
  }
  SECTION("no intervention, nothing taught") {
    CHECK(moved_by(test::run_cell(test::two_partners()), Term::intervention) == 0);
  }
  SECTION("no structures, no pull of structures") {
    Facts facts = test::two_partners();
    for (OrganisationFacts& one : facts.organisations) one.structures.fill(Fact{0});
    Parameters parameters;
    parameters.structures.leader_pull = 0;  // leaders would build some
    CHECK(moved_by(test::run_cell(facts, parameters), Term::anchor_structure) == 0);
  }
  SECTION("nobody leaves, rotates or is met for the first time: nobody starts again") {
    Facts facts = test::one_ward();
    for (OrganisationFacts& one : facts.organisations) one.vacancies = {0};
    for (RoleFacts& one : facts.roles) one.leaving = one.rotation = 0;
    CHECK(moved_by(test::run_cell(facts), Term::reset) == 0);
  }
  SECTION("no families, no family ties in the ledger") {
    Facts facts = test::two_partners();
    facts.pathways[0].family = false;
    const CellRecords cell = test::run_cell(facts);
    RunAxes axes;
    axes.scopes.resize(3);
    for (Week week = 0; week < facts.horizon; ++week) {
      const LedgerCell none{};
      CHECK(cell.ledger[CellRecords::ledger_index(axes, week, 0, TieScope::family)] == none);
    }
  }
}
