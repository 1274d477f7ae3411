#include "verdict/loops.h"

#include "support/catch.h"
#include "unit/measure/synthetic_records.h"
#include "unit/stats/approx.h"

namespace relco::verdict {
namespace {

using test::Approx;

const LoopShare& loop_named(const std::vector<LoopShare>& loops, std::string_view name) {
  for (const LoopShare& loop : loops) {
    if (loop.name == name) return loop;
  }
  FAIL("no loop " << name);
  return loops.front();
}

double total(const std::vector<LoopShare>& loops) {
  double sum = 0;
  for (const LoopShare& loop : loops) sum += loop.share;
  return sum;
}

// Control: smooth 6, blame -3, forgetting -1 a week. Reform: smooth 8, blame -3, leaders' pull 2.
test::SyntheticRun two_arms() {
  test::SyntheticRun run({"as_is", "reform"}, 2, 10);
  for (const int seed : {0, 1}) {
    run.move(0, seed, Term::smooth_work, 6);
    run.move(0, seed, Term::blame, -3);
    run.move(0, seed, Term::forgetting, -1);
    run.move(1, seed, Term::smooth_work, 8);
    run.move(1, seed, Term::blame, -3);
    run.move(1, seed, Term::anchor_leadership, 2);
    run.move(1, seed, Term::forgetting, -1);
  }
  return run;
}

TEST_CASE("Own shares are sizes over the size of all movement") {
  const auto run = two_arms();
  const auto loops = loop_shares(run.records(), 0, 0);
  CHECK(loops.front().name == "communication loop");
  CHECK(loops.front().share == Approx(0.6));
  CHECK(loops.front().own == Approx(0.6));
  CHECK(loops.front().net == Approx(60));
  CHECK(loop_named(loops, "blame loop").share == Approx(0.3));
  CHECK(loop_named(loops, "blame loop").net == Approx(-30));
  CHECK(loop_named(loops, "turnover").share == 0);
  CHECK(total(loops) == Approx(1));
}

TEST_CASE("Shares against the control are those of the difference") {
  const auto run = two_arms();
  const auto loops = loop_shares(run.records(), 1, 0);
  CHECK(loop_named(loops, "communication loop").share == Approx(0.5));
  CHECK(loop_named(loops, "communication loop").net == Approx(20));
  CHECK(loop_named(loops, "anchors").share == Approx(0.5));
  CHECK(loop_named(loops, "anchors").terms.front().term == Term::anchor_leadership);
  CHECK(loop_named(loops, "blame loop").share == 0);
  CHECK(loop_named(loops, "blame loop").own == Approx(3.0 / 14));
  CHECK(total(loops) == Approx(1));
}

TEST_CASE("Arms that move alike have no loop to tell them apart") {
  const auto run = two_arms();
  test::SyntheticRun same({"a", "b"}, 1, 5);
  for (const std::size_t arm : {0u, 1u}) same.move(arm, 0, Term::reset, -1);
  CHECK(total(loop_shares(same.records(), 1, 0)) == 0);
  CHECK(total(loop_shares(test::SyntheticRun({"a"}, 1, 5).records(), 0, 0)) == 0);
}

TEST_CASE("Where no tie between groups moves, all ties are looked at") {
  test::SyntheticRun run({"a"}, 1, 5);
  run.move(0, 0, Term::knowledge_gain, 1, 0, TieScope::family);
  CHECK(loop_shares(run.records(), 0, 0).front().share == 1);
}

TEST_CASE("Every term belongs to one loop") {
  test::SyntheticRun run({"a"}, 1, 1);
  for (std::size_t term = 0; term < kTerms; ++term) run.move(0, 0, static_cast<Term>(term), 1);
  std::size_t terms = 0;
  for (const LoopShare& loop : loop_shares(run.records(), 0, 0)) terms += loop.terms.size();
  CHECK(terms == kTerms);
}

}  // namespace
}  // namespace relco::verdict
