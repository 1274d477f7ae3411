// Who shares nothing with anybody changes nothing for anybody; what a change does not name stays
// as it was.
#include <algorithm>
#include <cstring>

#include "engine/run.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

RunRecords run(Facts facts) {
  facts.replicates = 1;
  RunOptions options;
  options.threads = 2;
  return run_scenario(facts, {}, options).records;
}

std::size_t scope_of(const RunAxes& axes, const std::string& name) {
  const auto found = std::find(axes.scopes.begin(), axes.scopes.end(), name);
  REQUIRE(found != axes.scopes.end());
  return static_cast<std::size_t>(found - axes.scopes.begin());
}

// One organisation's records in one arm of a run.
struct Seen {
  const RunRecords& records;
  std::size_t arm;
  std::size_t scope;

  [[nodiscard]] bool same_outcomes(const Seen& other) const {
    for (Week week = 0; week < records.axes.weeks; ++week) {
      const float* mine = outcomes(week);
      if (std::memcmp(mine, other.outcomes(week), kOutcomes * sizeof(float)) != 0) return false;
      for (std::size_t s = 0; s < kTieScopes; ++s) {
        if (ledger(week, s) != other.ledger(week, s)) return false;
      }
    }
    return true;
  }
  [[nodiscard]] bool same_digests(const Seen& other) const {
    for (Week week = 0; week < records.axes.weeks; ++week) {
      if (digest(week) != other.digest(week)) return false;
    }
    return true;
  }

 private:
  [[nodiscard]] const CellRecords& cell() const { return records.cell(arm, 0); }
  [[nodiscard]] const float* outcomes(Week week) const {
    return &cell().outcomes[CellRecords::index(records.axes, week, scope, Outcome{})];
  }
  [[nodiscard]] const LedgerCell& ledger(Week week, std::size_t ties) const {
    return cell()
        .ledger[CellRecords::ledger_index(records.axes, week, scope, static_cast<TieScope>(ties))];
  }
  [[nodiscard]] std::uint64_t digest(Week week) const {
    return cell()
        .organisation_digests[static_cast<std::size_t>(week) * (records.axes.scopes.size() - 1) +
                              scope - 1];
  }
};

// Names of organisations for which the second run tells something else than the first.
std::string changed_organisations(const RunRecords& before, const RunRecords& after,
                                  std::size_t arm, bool (Seen::*same)(const Seen&) const) {
  std::string changed;
  for (std::size_t scope = 1; scope < before.axes.scopes.size(); ++scope) {
    const std::string& name = before.axes.scopes[scope];
    const Seen old{before, arm, scope}, now{after, arm, scope_of(after.axes, name)};
    if (!(old.*same)(now)) changed += name + "; ";
  }
  return changed;
}

// Without changes that act on everybody, where the facts have some.
Facts quiet_rich() {
  Facts facts = test::rich();
  facts.arms.resize(1);
  return facts;
}

}  // namespace

TEST_CASE("an island added to a world leaves every outcome and ledger of all others as it was") {
  const bool wide = GENERATE(false, true);
  for (const Facts& facts : {test::two_partners(), quiet_rich()}) {
    Facts more = facts;
    wide ? test::add_wide_island(more) : test::add_island(more);
    CHECK(changed_organisations(run(facts), run(more), 0, &Seen::same_outcomes) == "");
  }
}

TEST_CASE("an island added to a world leaves the weekly digest of every other organisation") {
  const bool wide = GENERATE(false, true);
  for (const Facts& facts : {test::two_partners(), quiet_rich()}) {
    Facts more = facts;
    wide ? test::add_wide_island(more) : test::add_island(more);
    CHECK(changed_organisations(run(facts), run(more), 0, &Seen::same_digests) == "");
  }
}

TEST_CASE("one more copy of organisations with lanes of their own leaves the first copies alone") {
  Facts facts = test::two_partners();
  for (OrganisationFacts& one : facts.organisations) one.copies = 2;
  Facts more = facts;
  for (OrganisationFacts& one : more.organisations) one.copies = 3;
  CHECK(changed_organisations(run(facts), run(more), 0, &Seen::same_outcomes) == "");
  CHECK(changed_organisations(run(facts), run(more), 0, &Seen::same_digests) == "");
}

TEST_CASE("a change that names two partners changes nothing for organisations apart") {
  Facts facts = test::two_partners();
  test::add_island(facts);
  for (const ChangeFacts& change : test::every_change()) test::add_arm(facts, change);
  const RunRecords records = run(facts);
  std::string reached;
  for (std::size_t arm = 1; arm < records.axes.arms.size(); ++arm) {
    for (const char* island : {"a far clinic", "z far ward"}) {
      const std::size_t scope = scope_of(records.axes, island);
      const Seen control{records, 0, scope}, changed{records, arm, scope};
      if (!control.same_outcomes(changed) || !control.same_digests(changed)) {
        reached += records.axes.arms[arm] + " reached " + island + "; ";
      }
    }
  }
  CHECK(reached == "");
}

TEST_CASE("a change of one copy leaves the other copies as they were") {
  Facts facts = test::two_partners();
  for (OrganisationFacts& one : facts.organisations) one.copies = 2;
  std::vector<std::string> arms;
  for (ChangeFacts change : test::every_change()) {
    if (change.where.organisation.empty()) continue;
    change.where.copy = 0;
    test::add_arm(facts, change);
  }
  const RunRecords records = run(facts);
  std::string reached;
  for (std::size_t arm = 1; arm < records.axes.arms.size(); ++arm) {
    for (const char* other : {"hospital 2", "homecare 2"}) {
      const std::size_t scope = scope_of(records.axes, other);
      if (!Seen{records, 0, scope}.same_outcomes(Seen{records, arm, scope})) {
        reached += records.axes.arms[arm] + " reached " + other + "; ";
      }
    }
  }
  CHECK(reached == "");
}

TEST_CASE("partners are found by their whole name, not by its beginning") {
  // "hospital north" begins like "hospital", and is somebody else.
  Facts facts = test::two_partners();
  test::add_island(facts);
  for (const char* unrelated : {"a far clinic", "z far ward"}) {
    for (OrganisationFacts& one : facts.organisations) {
      if (one.name == unrelated) one.name = "hospital " + one.name.substr(0, 1);
    }
    for (std::string& name : facts.pathways[0].organisations) {
      if (name == unrelated) name = "hospital " + name.substr(0, 1);
    }
  }
  for (const ChangeFacts& change : test::every_change()) {
    if (change.where.organisation.empty()) test::add_arm(facts, change);
  }
  const RunRecords records = run(facts);
  std::string reached;
  for (std::size_t arm = 1; arm < records.axes.arms.size(); ++arm) {
    for (const char* other : {"hospital a", "hospital z"}) {
      const std::size_t scope = scope_of(records.axes, other);
      if (!Seen{records, 0, scope}.same_outcomes(Seen{records, arm, scope})) {
        reached += records.axes.arms[arm] + " reached " + other + "; ";
      }
    }
  }
  CHECK(reached == "");
}

TEST_CASE("a change of named partners reaches every copy of them") {
  Facts facts = test::two_partners();
  facts.horizon = 30;
  for (OrganisationFacts& one : facts.organisations) one.copies = 2;
  for (ChangeFacts change : test::every_change()) {
    const bool acts = change.name != "payment fee_for_service" && change.name != "union";
    const bool names = change.where.organisation.empty() && change.where.pathway.empty();
    if (names && acts) test::add_arm(facts, change);
  }
  const RunRecords records = run(facts);
  std::string missed;
  for (std::size_t arm = 1; arm < records.axes.arms.size(); ++arm) {
    for (const char* copy : {"hospital 1", "hospital 2"}) {
      const std::size_t scope = scope_of(records.axes, copy);
      if (Seen{records, 0, scope}.same_outcomes(Seen{records, arm, scope})) {
        missed += records.axes.arms[arm] + " missed " + copy + "; ";
      }
    }
  }
  CHECK(missed == "");
}
