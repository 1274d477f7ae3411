// The story as people read it: every sentence has its number, and a mechanism that is taken out has
// no sentence.
#include <boost/json.hpp>

#include "rules/mechanisms.h"
#include "stats/readable.h"
#include "story/busiest.h"
#include "story/explanation.h"
#include "story/words.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;
using namespace relco::story;

namespace {

// Of a nurse towards a surgeon in the reform of a rich world.
Explanation explained(const std::vector<std::string>& blocks = {}, std::size_t arm = 1) {
  Facts facts = test::rich();
  facts.title = "A rich world";
  facts.horizon = 60;
  const Parameters parameters = blocked(Parameters(), blocks);
  const Blueprint blueprint = make_blueprint(facts, parameters);
  const Directory directory(blueprint.prototype);
  const auto chosen = busiest_tie(blueprint, parameters, {arm, 0, 59}, directory.meant("nurse"),
                                  directory.meant("surgeon"));
  REQUIRE(chosen);
  const auto follow = [&](std::size_t in) {
    Simulation simulation(blueprint, parameters, in, 0);
    TieFollower follower(simulation, chosen->tie);
    follower.run_until(60);
    return story_of(follower.history(), 59);
  };
  Explanation told;
  told.title = facts.title;
  told.overrides = blocks;
  told.arms = {"as_is", "reform"};
  told.arm = told.arms[arm];
  told.control = "as_is";
  told.who = ends_of(directory, chosen->tie, chosen->number);
  told.chosen = Choice{chosen->contacts, chosen->weeks};
  told.story = follow(arm);
  if (arm != 0) {
    told.in_control = follow(0);
    told.changes = changes_of(facts, arm);
  }
  return told;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// Without line breaks and the spaces of layout.
std::string flowing(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const char plain = c == '\n' ? ' ' : c;
    if (plain != ' ' || out.empty() || out.back() != ' ') out += plain;
  }
  return out;
}

std::string moves_of(const std::string& text) {
  const std::size_t from = text.find("WHAT MOVED");
  return text.substr(from, text.find("IN WEEK") - from);
}

}  // namespace

TEST_CASE("the story tells who, how strong, what moved it, the week, the other side, the control") {
  const Explanation told = explained();
  const std::string text = flowing(to_text(told, 100, false));
  const Direction& tie = told.story.direction[0];
  CAPTURE(text);
  for (const std::string& part :
       {told.who[0].name, told.who[1].name, told.who[0].compact, std::string("A rich world"),
        std::string("WHO THEY ARE"), std::string("HOW STRONG THE TIE IS"),
        stats::number(tie.now.index(), 2), stats::number(tie.start.index(), 2),
        stats::number(tie.year_before->index(), 2), std::string("WHAT MOVED NURSE"),
        std::string("In the last 26 weeks it "), std::string("Since "), std::string("IN WEEK 59"),
        std::string("All in all the week "), std::string("IN THE LAST 26 WEEKS"),
        std::string("THE OTHER DIRECTION"), std::string("THE SAME TIE UNDER \"AS IS\""),
        stats::number(told.in_control->direction[0].now.index(), 2),
        std::string("add up exactly")}) {
    CAPTURE(part);
    CHECK(has(text, part));
  }
}

TEST_CASE("every line fits the terminal") {
  const Explanation told = explained();
  for (const std::size_t width : {60u, 80u, 120u}) {
    std::size_t longest = 0, at = 0;
    const std::string text = to_text(told, width, false);
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', at)) {
      longest = std::max(longest, stats::display_width(text.substr(at, end - at)));
      at = end + 1;
    }
    CAPTURE(width);
    CHECK(longest <= width);
  }
}

TEST_CASE("a mechanism that is taken out has no sentence") {
  struct Case {
    const char* block;
    Term term;
  };
  for (const Case& one : {Case{"blame", Term::blame},
                          {"forgetting", Term::forgetting},
                          {"problem_solving", Term::problem_solving},
                          {"intervention", Term::intervention}}) {
    const TermWords& words = words_of(one.term);
    const auto told_of = [&](const std::string& text) {
      const std::string moves = flowing(moves_of(text));
      return has(moves, words.up) || has(moves, words.down) ||
             has(moves, ' ' + std::string(words.label) + ' ');
    };
    CAPTURE(one.block);
    CHECK(told_of(to_text(explained(), 100, false)));
    CHECK_FALSE(told_of(to_text(explained({one.block}), 100, false)));
  }
}

TEST_CASE("frozen ties are not moved, and the first line says that the model was changed") {
  const std::string text = flowing(to_text(explained({"learning"}), 100, false));
  CHECK(text.starts_with("Behavioural parameters were changed"));
  CHECK(has(text, "Nothing moved it."));
  CHECK(has(text, "exactly the same there"));
}

TEST_CASE("the control arm is told alone, and names the others") {
  const Explanation told = explained({}, 0);
  const std::string text = flowing(to_text(told, 100, false));
  CHECK(has(text, "This is the control arm."));
  CHECK(has(text, "elsewhere: reform."));
  CHECK(to_json(told).at("in_control").is_null());
}

TEST_CASE("JSON has the same numbers as exact steps, every term among them") {
  const Explanation told = explained();
  const boost::json::value json = to_json(told);
  CHECK(json.at("arm") == "reform");
  CHECK(json.at("who").at(0).at("compact") == told.who[0].compact.c_str());
  for (const char* arm : {"story", "in_control"}) {
    const TieStory& story = arm[0] == 's' ? told.story : *told.in_control;
    for (std::size_t n = 0; n < 2; ++n) {
      const auto& tie = json.at(arm).at("tie").at("directions").at(n);
      for (const auto& [terms, from] :
           {std::pair("all_terms", "start"), std::pair("recent_terms", "recent_start")}) {
        CHECK(tie.at(terms).as_object().size() == kTerms);
        for (std::size_t c = 0; c < kComponents; ++c) {
          std::int64_t sum = tie.at(from).at("steps").at(c).as_int64();
          for (const auto& [name, term] : tie.at(terms).as_object()) {
            sum += term.at("steps").at(c).as_int64();
          }
          CHECK(sum == tie.at("now").at("steps").at(c).as_int64());
          CHECK(sum == story.direction[n].now.steps[c]);
        }
      }
    }
  }
}
