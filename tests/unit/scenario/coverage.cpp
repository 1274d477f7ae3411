// Which rows of the checklist have a claim.
#include "scenario/coverage.h"

#include "evidence/evidence.h"
#include "unit/scenario/files.h"

using namespace relco;
using namespace relco::test;

namespace {

const Coverage& row_of(const std::vector<Coverage>& rows, std::string_view id) {
  for (const Coverage& row : rows) {
    if (row.row == id) return row;
  }
  FAIL("no row " << id);
  return rows.front();
}

std::vector<ListedScenario> some_scenarios() {
  const Folder folder;
  folder.write("b.yaml", small_with("covers: [S0-01, S0-15, S1-02, S0-91]\nexpect:\n"
                                    "  - {id: S0-15, level: {}}\n"
                                    "  - {id: S0-15b, open: too weak, level: {}}\n"
                                    "  - {id: V3, evidence: [D01, S0-11], level: {}}\n"));
  return list_scenarios(folder.at(""));
}

}  // namespace

TEST_CASE("A claim covers the rows that its id or its evidence names") {
  const auto rows = coverage_of(some_scenarios());
  CHECK(row_of(rows, "S0-15").claims.size() == 2);
  CHECK(row_of(rows, "S0-15").count(ClaimState::open) == 1);
  CHECK(row_of(rows, "S0-15").state() == "partly open");
  CHECK(row_of(rows, "S0-15").files() == std::vector<std::string>{"b.yaml"});
  CHECK(row_of(rows, "S0-11").claims.size() == 1);  // though the file does not say that it does
  CHECK(row_of(rows, "S0-11").state() == "claimed");
}

TEST_CASE("All claims of a file together cover a row that none of them names") {
  const auto rows = coverage_of(some_scenarios());
  CHECK(row_of(rows, "S0-01").claims.size() == 3);
  CHECK(row_of(rows, "S1-02").claims.size() == 3);
}

TEST_CASE("Rows without a claim are told, and rows that the checklist does not have") {
  const auto rows = coverage_of(some_scenarios());
  CHECK(rows.size() == evidence::row_ids().size() + 1);
  CHECK(row_of(rows, "S4-35").state() == "no claim");
  CHECK(rows.back().row == "S0-91");
  CHECK(rows.back().state() == "unknown row");
}

TEST_CASE("With results of a check a row holds when all its claims do") {
  const auto scenarios = some_scenarios();
  using State = ClaimState;
  std::vector<CheckedClaim> checked{{"lib/b.yaml", "S0-15", State::held},
                                    {"lib/b.yaml", "S0-15b", State::held},
                                    {"lib/ab.yaml", "V3", State::held}};
  CHECK(row_of(coverage_of(scenarios, checked), "S0-15").state() == "holds");
  CHECK(row_of(coverage_of(scenarios, checked), "S0-11").state() == "claimed");  // another file
  CHECK(row_of(coverage_of(scenarios, checked), "S0-01").state() == "partly checked");
  checked[1].state = State::broken;
  CHECK(row_of(coverage_of(scenarios, checked), "S0-15").state() == "broken");
  checked[1].state = State::open;
  CHECK(row_of(coverage_of(scenarios, checked), "S0-15").state() == "partly open");
}
