// Mechanisms can be taken out one by one, and each leaves a hole.
#include <set>

#include "engine/run.h"
#include "rules/mechanisms.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

std::uint64_t digest_of_storm(const Parameters& parameters) {
  Facts facts = test::storm();
  facts.replicates = 1;
  for (ChangeFacts& change : facts.changes) change.fidelity = 0.7;
  RunOptions options;
  options.threads = 2;
  return run_scenario(facts, parameters, options).digest;
}

}  // namespace

TEST_CASE("A model with nothing blocked is the model") {
  CHECK(digest_of(blocked({}, {})) == digest_of(Parameters{}));
}

TEST_CASE("Every mechanism that is blocked changes the world") {
  const std::uint64_t whole = digest_of_storm({});
  for (const Mechanism& mechanism : mechanisms()) {
    const std::vector<std::string> name{std::string(mechanism.name)};
    INFO(mechanism.name);
    CHECK(digest_of_storm(blocked({}, name)) != whole);
  }
}

TEST_CASE(
    "Every rule has a mechanism of its name, every term of the ledger too, and names are unique") {
  std::set<std::string_view> names;
  for (const Mechanism& mechanism : mechanisms()) CHECK(names.insert(mechanism.name).second);
  for (const ParameterRow& row : parameter_rows()) {
    INFO(row.rule);
    CHECK((row.rule == "survey" || find_mechanism(row.rule) != nullptr));  // it moves nothing
  }
  for (std::size_t term = 0; term < kTerms; ++term) {
    INFO(term_name(term));
    CHECK(find_mechanism(term_name(term)) != nullptr);
  }
}

TEST_CASE("A blocked term of the ledger is zero, and the others are not all") {
  Facts facts = test::rich();
  facts.horizon = 20;
  facts.replicates = 1;
  for (const Term term : {Term::smooth_work, Term::problem_solving, Term::blame,
                          Term::knowledge_gain, Term::forgetting, Term::anchor_structure,
                          Term::anchor_leadership, Term::anchor_labour, Term::intervention}) {
    const std::vector<std::string> name{term_name(static_cast<std::size_t>(term))};
    const RunRecords records = run_scenario(facts, blocked({}, name), {}).records;
    double size = 0, others = 0;
    for (const LedgerCell& cell : records.cells.back().ledger) {
      for (std::size_t t = 0; t < kTerms; ++t) {
        for (const Fixed moved : cell[t]) {
          (t == static_cast<std::size_t>(term) ? size : others) += std::abs(from_fixed(moved));
        }
      }
    }
    INFO(name.front());
    CHECK(size == 0);
    CHECK(others > 0);
  }
}

TEST_CASE("Learning blocked: no tie moves, newcomers and all") {
  Facts facts = test::one_ward();
  facts.horizon = 20;
  const RunRecords records =
      run_scenario(facts, blocked({}, std::vector<std::string>{"learning"}), {}).records;
  for (const LedgerCell& cell : records.cells.front().ledger) {
    for (const auto& term : cell) {
      for (const Fixed moved : term) CHECK(moved == 0);
    }
  }
}
