// A change that does nothing leaves no trace, though its arm is computed as a world of its own; and
// a change that does something leaves one.
#include <cstring>
#include <set>

#include "engine/run.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

Facts with_every_change(Facts facts, void (*shape)(const Facts&, ChangeFacts&)) {
  for (ChangeFacts change : test::every_change()) {
    shape(facts, change);
    test::add_arm(facts, change);
  }
  facts.replicates = 1;
  return facts;
}

RunRecords run(const Facts& facts) {
  RunOptions options;
  options.threads = 2;
  return run_scenario(facts, {}, options).records;
}

// Names of arms whose records differ from those of the control, digests included.
std::string arms_with_traces(const Facts& facts) {
  const RunRecords records = run(facts);
  std::string traces;
  for (std::size_t arm = 1; arm < records.axes.arms.size(); ++arm) {
    if (!test::same(records.cell(arm, 0), records.cell(0, 0))) {
      traces += records.axes.arms[arm] + "; ";
    }
  }
  return traces;
}

}  // namespace

TEST_CASE("the changes tried are of every verb, every payment model and every intervention") {
  std::set<std::size_t> verbs, kinds, models;
  for (const ChangeFacts& change : test::every_change()) {
    for (const VerbChange& verb : change.verbs) {
      verbs.insert(verb.index());
      if (const auto* payment = std::get_if<PaymentChange>(&verb)) {
        models.insert(static_cast<std::size_t>(payment->to.model));
      }
      if (const auto* intervention = std::get_if<InterventionChange>(&verb)) {
        for (const Intervention kind : intervention->kinds) {
          kinds.insert(static_cast<std::size_t>(kind));
        }
      }
    }
  }
  CHECK(verbs.size() == std::variant_size_v<VerbChange>);
  CHECK(verbs.size() == kChangeVerbs);
  CHECK(models.size() == kPaymentModels);
  CHECK(kinds.size() == kInterventions);
}

TEST_CASE("a change of any verb with dose 0 leaves every byte as in the control arm") {
  const Facts facts = with_every_change(test::two_partners(),
                                        [](const Facts&, ChangeFacts& change) { change.dose = 0; });
  CHECK(arms_with_traces(facts) == "");
}

TEST_CASE("a change of any verb that starts at the horizon leaves every byte as it was") {
  const Facts facts = with_every_change(
      test::two_partners(),
      [](const Facts& world, ChangeFacts& change) { change.from = world.horizon; });
  CHECK(arms_with_traces(facts) == "");
}

TEST_CASE("a change of any verb that is over before it begins leaves every byte as it was") {
  const Facts facts = with_every_change(
      test::two_partners(), [](const Facts&, ChangeFacts& change) { change.to = change.from; });
  CHECK(arms_with_traces(facts) == "");
}

TEST_CASE("a change that reaches nobody leaves every byte as it was") {
  Facts facts = test::two_partners();
  facts.organisations[1].sector = "elsewhere";
  for (ChangeFacts change : test::every_change()) {
    if (change.where.organisation.empty()) continue;
    change.where.sector = "elsewhere";  // the hospital is not there
    test::add_arm(facts, change);
  }
  facts.replicates = 1;
  CHECK(arms_with_traces(facts) == "");
}

TEST_CASE("the null change does nothing at full dose") {
  Facts facts = test::rich();
  facts.arms.resize(1);
  test::add_arm(facts, test::change("null", NullChange{}));
  facts.replicates = 1;
  CHECK(arms_with_traces(facts) == "");
}

TEST_CASE("a change of any other verb at full dose changes outcomes or ties") {
  Facts facts = with_every_change(test::two_partners(),
                                  [](const Facts&, ChangeFacts& change) { change.from = 1; });
  facts.horizon = 30;
  const RunRecords records = run(facts);
  const CellRecords& control = records.cell(0, 0);
  std::string idle;
  for (std::size_t arm = 1; arm < records.axes.arms.size(); ++arm) {
    const CellRecords& cell = records.cell(arm, 0);
    const bool acts = std::memcmp(cell.outcomes.data(), control.outcomes.data(),
                                  cell.outcomes.size() * sizeof(float)) != 0 ||
                      cell.ledger != control.ledger;
    if (!acts) idle += records.axes.arms[arm] + "; ";
  }
  // Fee for service is what these organisations have already.
  CHECK(idle == "payment fee_for_service; null; ");
}

TEST_CASE("before it starts a change leaves no trace, and a later start is felt later") {
  Facts facts = test::two_partners();
  facts.replicates = 1;
  for (const Week from : {3, 9}) {
    ChangeFacts shock = test::change("shock " + std::to_string(from), ShockChange{0.5, 0.2});
    shock.from = from;
    test::add_arm(facts, shock);
  }
  const RunRecords records = run(facts);
  for (Week week = 0; week < facts.horizon; ++week) {
    const auto at = static_cast<std::size_t>(week);
    const std::uint64_t control = records.cell(0, 0).digests[at];
    CHECK((records.cell(1, 0).digests[at] == control) == (week < 3));
    CHECK((records.cell(2, 0).digests[at] == control) == (week < 9));
  }
}
