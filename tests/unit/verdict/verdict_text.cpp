// What a policy planner reads. The golden text below was read by people before it was stored.
#include <algorithm>
#include <string>

#include "stats/readable.h"
#include "support/catch.h"
#include "unit/verdict/story.h"
#include "verdict/sections.h"
#include "verdict/verdict.h"

namespace relco::verdict {
namespace {

std::string until_software(const std::string& text) {
  return text.substr(0, text.rfind("\n\n") + 1);  // the version of the day stands in the last line
}

TEST_CASE("The whole text at 80 columns") {
  const std::string text =
      to_text(compute(test::story().records(), test::story_facts(), "00ff", {}), 80, false);
  CHECK(until_software(text) == R"(One price for the whole episode
Does it turn the cycle?
2 arms with 8 runs each, 104 weeks, seed 2026. Regimes are judged on ties
between groups over the last 26 weeks.
On the survey's scale of 1 to 5 they are virtuous from 4 on, or from 3.5 on and
rising, and vicious below 3, or below 3.5 and falling.

VERDICT
  Under "as is" the vicious cycle wins in 4 of 8 runs (22-78 %), 4 stay
    contested (22-78 %).
  Under "one price" the virtuous cycle wins in 6 of 8 runs (41-93 %), the
    vicious cycle in 1 (2-47 %), 1 stays contested (2-47 %). The virtuous runs
    became so for good around week 58 (weeks 52 to 65). Against "as is": RC
    between groups +0.99 points, episode cost -5.0 %; no clear difference in
    burnout.

WHICH CYCLE WINS
  share of runs with 95 % interval; below it the share with all cut-offs 0.1
  lower / 0.1 higher (they are conventions, recalled and not verified)
  arm         virtuous        contested       vicious
  as is       0 % (0-32 %)    50 % (22-78 %)  50 % (22-78 %)
    cut-offs  0 % / 0 %       50 % / 50 %     50 % / 50 %
  one price   75 % (41-93 %)  12 % (2-47 %)   12 % (2-47 %)
    cut-offs  75 % / 75 %     12 % / 12 %     12 % / 12 %

DIFFERENCE FROM "as is"
  same luck in both arms; means over the last half year, 95 % intervals
  one price               as is  change   95 % interval
    RC between groups      2.97   +0.99  +0.45 to +1.52  better
    readmissions, %       10.00   -0.12  -0.82 to +0.57  no clear difference
    episode cost, money  10,000    -500    -518 to -482  better
    burnout, %             30.0     0.0      0.0 to 0.0  no difference

WHO GAINS AND WHO LOSES
  organisations; change from "as is" in RC between groups (points) and cost by
  payer (money per week): what payers pay for the pathways that an organisation
  accounts for
  one price   RC between groups  cost by payer
    hospital     +0.99 +/- 0.54     -986 +/- 8  stronger ties, cheaper
    clinic       +0.99 +/- 0.54   +1,014 +/- 8  stronger ties, dearer

WHAT MOVED THE TIES
  share of the difference from "as is", which way it pulled (down: it gave less
  than there, or took more; gains shrink as ties near their ceiling; even: pulls
  cancel out), and share of the arm's own movement
  as is                 share
    communication loop   60 %  up    mostly contacts that simply went well
    blame loop           40 %  down  problems that ended in blame

  one price             of difference       own
    communication loop           75 %  up  75 %  mostly contacts that simply
                                                 went well
    blame loop                   25 %  up  25 %  problems that ended in blame

COMMON LUCK
  one price: RC between groups correlates 0.22 between runs with the same
    luck; 8 paired runs tell as much as 10 unpaired ones.
)");
}

void check_lines(const std::string& text, std::size_t width) {
  std::size_t start = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos;
       start = end + 1, end = text.find('\n', start)) {
    const std::string line = text.substr(start, end - start);
    INFO(line);
    CHECK(stats::display_width(line) <= width);
    CHECK((line.empty() || line.back() != ' '));
  }
}

TEST_CASE("No line is longer than the terminal, and plain text is ASCII") {
  const Verdict verdict = compute(test::story().records(), test::story_facts(), "00ff", {});
  for (const std::size_t width : {70u, 80u, 100u, 120u}) {
    const std::string text = to_text(verdict, width, false);
    check_lines(text, width);
    CHECK(std::all_of(text.begin(), text.end(), [](char c) { return c > 0 && c != '\x1b'; }));
  }
}

TEST_CASE("Overridden parameters stand in the first line") {
  const std::string text = to_text(
      compute(test::story().records(), test::story_facts(), "", {"learning.er=0.1"}), 120, false);
  CHECK(text.substr(0, text.find('\n')) ==
        "Behavioural parameters were changed, so this is not the model as published: "
        "learning.er=0.1");
}

TEST_CASE("Wide terminals show groups of outcomes and relative changes") {
  const std::string text =
      to_text(compute(test::story().records(), test::story_facts(), "", {}), 120, false);
  CHECK(text.find("in %") != std::string::npos);
  CHECK(text.find("-5.0 %") != std::string::npos);
}

TEST_CASE("Colour brings symbols that need no colour to be told apart") {
  const std::string text =
      to_text(compute(test::story().records(), test::story_facts(), "", {}), 80, true);
  CHECK(text.find("\u25b2 better") != std::string::npos);
  CHECK(text.find("= no difference") != std::string::npos);
  CHECK(text.find("\x1b[32m") == std::string::npos);  // no green, no red
  CHECK(text.find("\x1b[31m") == std::string::npos);
}

TEST_CASE("A single arm is told by its levels, without differences") {
  test::SyntheticRun run({"as_is"}, 3, 60);
  for (const int seed : {0, 1, 2}) run.fill(0, seed, Outcome::rc_between, 4.3);
  const std::string text = to_text(compute(run.records(), test::story_facts(), "", {}), 80, false);
  CHECK(text.find("DIFFERENCE") == std::string::npos);
  CHECK(text.find("WHERE IT ENDS") != std::string::npos);
  CHECK(text.find("Under \"as is\" the virtuous cycle wins in all 3 runs (44-100 %).") !=
        std::string::npos);
}

TEST_CASE("A single replicate asks for more") {
  test::SyntheticRun run({"as_is", "reform"}, 1, 60);
  run.fill(0, 0, Outcome::rc_between, 2.5);
  run.fill(1, 0, Outcome::rc_between, 3.3);
  const std::string text = to_text(compute(run.records(), test::story_facts(), "", {}), 80, false);
  CHECK(text.find("Under \"as is\" the one run ends vicious.") != std::string::npos);
  CHECK(text.find("needs more replicates") != std::string::npos);
  check_lines(text, 80);
}

TEST_CASE("Records without any value still make a text") {
  const test::SyntheticRun run({"as_is", "reform"}, 2, 10, {"a", "b"});
  const std::string text = to_text(compute(run.records(), Facts{}, "", {}), 80, false);
  CHECK(text.find("Under \"reform\" there are no ties to judge.") != std::string::npos);
  CHECK(text.find("nan") == std::string::npos);
  check_lines(text, 80);
}

TEST_CASE("The null change is told to change nothing") {
  test::SyntheticRun run({"as_is", "nothing"}, 3, 60);
  for (const std::size_t arm : {0u, 1u}) {
    for (const int seed : {0, 1, 2}) {
      run.fill(arm, seed, Outcome::rc_between, 3.2 + 0.1 * seed);
      run.move(arm, seed, Term::blame, -1);
    }
  }
  const std::string text = to_text(compute(run.records(), test::story_facts(), "", {}), 80, false);
  CHECK(text.find("no difference") != std::string::npos);
  CHECK(text.find("nothing: no loop differs") != std::string::npos);
  CHECK(text.find("pairing leaves no noise at all") != std::string::npos);
}

TEST_CASE("Many organisations are counted, and the ends of the list shown") {
  std::vector<std::string> names;
  for (int i = 1; i <= 20; ++i) names.push_back("ward " + std::to_string(i));
  test::SyntheticRun run({"as_is", "reform"}, 3, 30, names);
  for (std::size_t scope = 0; scope <= 20; ++scope) {
    for (const int seed : {0, 1, 2}) {
      run.fill(0, seed, Outcome::rc_between, 3, scope);
      run.fill(1, seed, Outcome::rc_between, 3.105 - 0.01 * static_cast<double>(scope), scope);
    }
  }
  const std::string text = to_text(compute(run.records(), test::story_facts(), "", {}), 80, false);
  CHECK(text.find("stronger in 10 of 20") != std::string::npos);
  CHECK(text.find("  ward 1 ") != std::string::npos);
  CHECK(text.find("  ward 4 ") == std::string::npos);
  CHECK(text.find("  ward 20 ") != std::string::npos);
  check_lines(text, 80);
}

}  // namespace
}  // namespace relco::verdict
