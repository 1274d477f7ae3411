// A run that was split, a scenario told in another order, things under other names: the verdict
// that people and programs read stays as it is.
#include "verdict/verdict.h"

#include <atomic>
#include <boost/json.hpp>
#include <cmath>

#include "engine/run.h"
#include "random/draws.h"
#include "support/catch.h"
#include "support/disguise.h"
#include "support/shelf.h"
#include "support/worlds.h"

using namespace relco;
using verdict::Leaning;
using verdict::Verdict;

namespace {

Verdict verdict_of(const RunResult& result, const Facts& facts) {
  return verdict::compute(result.records, facts, std::to_string(result.digest), {});
}

RunResult run(const Facts& facts) {
  RunOptions options;
  options.threads = 2;
  return run_scenario(facts, {}, options);
}

// All that anybody can read of it.
std::string readings(const Verdict& verdict) {
  return boost::json::serialize(verdict::to_json(verdict)) + '\n' +
         verdict::to_text(verdict, 100, false) + verdict::to_text(verdict, 60, true);
}

// Stopped after a random number of weeks, gone on with, stopped again, until it is done.
RunResult run_in_pieces(const Facts& facts, std::uint64_t seed) {
  test::Shelf shelf;
  for (Week piece = 0; piece < 100; ++piece) {
    const int weeks =
        1 + static_cast<int>(Luck(seed, 0).draw(Purpose::facts, 1, piece).word(0) % 30);
    std::atomic<int> stop{0};
    std::int64_t before = -1;
    RunOptions options;
    options.threads = 2;
    options.store = &shelf;
    options.stop = &stop;
    options.checkpoint_every = 1;
    options.progress = [&](const Progress& progress) {
      if (before < 0) before = progress.weeks_done;
      if (progress.weeks_done >= before + weeks) stop = 1;
    };
    RunResult result = run_scenario(facts, {}, options);
    if (!result.stopped) {
      CHECK(piece > 0);
      return result;
    }
  }
  FAIL("it comes to no end");
  return {};
}

// Names of organisations as they were before they were changed.
Verdict with_old_names(Verdict verdict, const std::map<std::string, std::string>& old) {
  for (verdict::ScopeVerdict& scope : verdict.scopes) scope.name = old.at(scope.name);
  return verdict;
}

// Two partners, one of which is reformed: much moves, and for certain.
Facts reformed(double dose) {
  Facts facts = test::two_partners();
  ChangeFacts reform = test::change("reform", LeaderChange{0.95, 0.9, false});
  StructureChange structure;
  structure.to.fill(0.9);
  reform.verbs.push_back(structure);
  reform.verbs.push_back(StaffingChange{0.8, false});
  reform.dose = dose;
  test::add_arm(facts, reform);
  facts.horizon = 52;
  facts.replicates = 32;
  return facts;
}

double standard_error(const stats::Paired& paired) {
  return paired.sd / std::sqrt(static_cast<double>(paired.n));
}

// Outcomes whose differences lie further apart than luck puts them once in ten thousand times, or
// that have become worse for certain where they were better for certain.
std::vector<std::string> contradictions(const Verdict& one, const Verdict& other) {
  constexpr double kFar = 3.9;  // standard errors; some fifty outcomes are compared
  std::vector<std::string> found;
  const auto &mine = one.arms[1].changes, &others = other.arms[1].changes;
  REQUIRE(mine.size() == others.size());
  for (std::size_t o = 0; o < mine.size(); ++o) {
    REQUIRE(mine[o].outcome == others[o].outcome);
    const stats::Paired &a = mine[o].paired, &b = others[o].paired;
    const double apart = std::abs(a.difference - b.difference);
    const double luck = std::hypot(standard_error(a), standard_error(b));
    const bool turned =
        (mine[o].leaning == Leaning::better && others[o].leaning == Leaning::worse) ||
        (mine[o].leaning == Leaning::worse && others[o].leaning == Leaning::better);
    if (apart > kFar * luck || turned) found.emplace_back(row_of(mine[o].outcome).name);
  }
  return found;
}

}  // namespace

TEST_CASE("a run split at random weeks has the verdict of one that was not, byte for byte") {
  Facts facts = test::rich();
  facts.horizon = 40;
  const std::string whole = readings(verdict_of(run(facts), facts));
  for (const std::uint64_t seed : {1u, 2u, 3u}) {
    CAPTURE(seed);
    CHECK(readings(verdict_of(run_in_pieces(facts, seed), facts)) == whole);
  }
}

TEST_CASE("the order in which a scenario is told changes no byte of its verdict") {
  Facts facts = test::rich();
  test::add_island(facts);
  facts.horizon = 40;
  const std::string expected = readings(verdict_of(run(facts), facts));
  for (const std::uint64_t seed : {1u, 2u, 3u}) {
    CAPTURE(seed);
    Facts shuffled = facts;
    test::shuffle_all(shuffled, seed);
    CHECK(readings(verdict_of(run(shuffled), shuffled)) == expected);
  }
}

TEST_CASE("other names with the same ids change nothing of a verdict but the names") {
  Facts facts = test::two_partners();
  test::add_arm(facts, test::change("leaders", LeaderChange{0.9, 0.9, false}));
  facts.horizon = 40;
  test::describe_all_roles(facts);
  const std::string expected = readings(verdict_of(run(facts), facts));
  const auto old = test::rename_all(facts);
  const Verdict found = verdict_of(run(facts), facts);
  CHECK(readings(found) != expected);
  CHECK(readings(with_old_names(found, old)) == expected);
}

TEST_CASE("other names without ids are another luck, and change no difference beyond it") {
  Facts facts = reformed(1);
  test::describe_all_roles(facts);
  const Verdict before = verdict_of(run(facts), facts);
  test::rename_all(facts, test::Ids::new_ones);
  const Verdict after = verdict_of(run(facts), facts);
  CHECK(after.digest != before.digest);
  CHECK(contradictions(before, after) == std::vector<std::string>{});
  // That it could be otherwise: half the reform is told from the whole.
  const Facts half = reformed(0.5);
  CHECK(contradictions(before, verdict_of(run(half), half)).size() > 3);
}
