// Exports of real surveys: every layout gives the same answers, every mistake is told with its
// place.
#include "survey/import.h"

#include "base/errors.h"
#include "support/catch.h"
#include "survey/scores.h"
#include "unit/stats/approx.h"

namespace relco::survey {
namespace {

using test::Approx;

Answers read(const std::string& text, const ColumnMap& map = {}) {
  return read_answers(parse_csv(text, "a.csv"), map);
}

// What is said about a file that is wrong.
std::string complaint(const std::string& text, const ColumnMap& map = {}) {
  try {
    (void)read(text, map);
  } catch (const UserError& error) {
    return error.what();
  }
  return "";
}
bool says(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

const std::string kHead =
    "respondent,group,rated,frequent,timely,accurate,problem_solving,goals,knowledge,respect\n";

TEST_CASE("A long export is scored as by hand") {
  // Ann (nurse) of surgeons: 28/7 = 4; Bob (nurse) of surgeons: 4 items of communication only,
  // 14/4 = 3.5; Cid (surgeon) of nurses: 21/7 = 3; of surgeons: 5.
  const Answers answers = read(kHead +
                               "ann,nurse,surgeon,5,4,4,3,4,4,4\n"
                               "bob,nurse,surgeon,4,4,3,3,,,NA\n"
                               "cid,surgeon,nurse,3,3,3,3,3,3,3\n"
                               "cid,surgeon,surgeon,5,5,5,5,5,5,5\n");
  const SurveyScores scores = score(answers, {1, {}});
  CHECK(scores.cell(0, 1).index.mean == Approx((4.0 + 3.5) / 2));
  CHECK(scores.cell(0, 1).communication.mean == Approx((4.0 + 3.5) / 2));
  CHECK(scores.cell(0, 1).relationship.mean == Approx(4.0));
  CHECK(scores.cell(1, 0).index.mean == Approx(3.0));
  CHECK(scores.within.mean == Approx(5.0));
  CHECK(scores.between.mean == Approx((4.0 + 3.5 + 3.0) / 3));
  CHECK(scores.index.mean == Approx((4.0 + 3.5 + 3.0 + 5.0) / 4));
}

TEST_CASE("A wide export gives the same as a long one") {
  const Answers wide = read(
      "respondent;group;nurse.frequent;nurse.timely;nurse.accurate;nurse.problem_solving;"
      "nurse.goals;nurse.knowledge;nurse.respect;surgeon.frequent;surgeon.timely;surgeon.accurate;"
      "surgeon.problem_solving;surgeon.goals;surgeon.knowledge;surgeon.respect\r\n"
      "ann;nurse;;;;;;;;5;4;4;3;4;4;4\r\n"
      "cid;surgeon;3;3;3;3;3;3;3,5;;;;;;;\r\n");
  const SurveyScores scores = score(wide, {1, {}});
  CHECK(scores.groups[0].name == "nurse");
  CHECK(scores.cell(0, 1).index.mean == Approx(4.0));
  CHECK(scores.cell(1, 0).index.mean == Approx(21.5 / 7));  // a decimal comma, as Excel writes it
  CHECK(wide.ratings.size() == 2);                          // what was left blank is no rating
}

TEST_CASE("Columns of other names are found by what they are called") {
  ColumnMap map;
  map.names = {{"respondent", "ID"}, {"group", "Profession"}, {"frequent", "Q1"},
               {"timely", "Q2"},     {"accurate", "Q3"},      {"problem_solving", "Q4"},
               {"goals", "Q5"},      {"knowledge", "Q6"},     {"respect", "Q7"}};
  map.wide = "{item} of {group}";
  map.missing = {"99"};
  std::string head = "ID,Profession", row = "\n7,\"nurse, night\"";
  for (int q = 1; q <= 7; ++q) {
    head += ",Q" + std::to_string(q) + " of ward clerk";
    row += q == 2 ? ",99" : ",4";
  }
  const Answers answers = read(head + row, map);
  CHECK(answers.groups == std::vector<std::string>{"nurse, night", "ward clerk"});
  CHECK(answers.ratings[0].items[0] == 4);
  CHECK_FALSE(answered(answers.ratings[0].items[1]));
}

TEST_CASE("A frequency that tells an amount is turned into how good it is") {
  // A03: far too little 1, too little 3, right 5, too much 4, far too much 2.
  ColumnMap map;
  map.frequency_is_amount = true;
  const double worth[] = {1, 3, 5, 4, 2};
  for (int amount = 1; amount <= 5; ++amount) {
    const Answers answers =
        read(kHead + "a,nurse,surgeon," + std::to_string(amount) + ",1,2,3,4,5,1\n", map);
    CHECK(answers.ratings[0].items[0] == worth[amount - 1]);
    CHECK(answers.ratings[0].items[5] == 5);
  }
}

TEST_CASE("What relco writes it reads back the same") {
  Answers before;
  before.groups = {"nurse", "surgeon \"on call\", night"};
  before.sites = {"north", "south"};
  before.waves = {"1", "2"};
  before.respondents = {{"p1", 0, 0}, {"p2", 1, 1}};
  before.ratings = {{0, 1, 0, {5, 4, 3, 2, 1, kNoAnswer, 2.5}},
                    {0, 1, 1, {1, 1, 1, 1, 1, 1, 1}},
                    {1, 0, 0, {2, 2, 2, 2, 2, 2, 2}}};
  const std::string text = to_csv(before);
  const Answers after = read(text);
  CHECK(to_csv(after) == text);
  CHECK(after.groups == before.groups);
  CHECK(after.sites == before.sites);
  CHECK(after.waves == before.waves);
}

TEST_CASE("A byte order mark, a hint of Excel and line breaks in quotes change nothing") {
  const std::string rows = "\"ann\",nurse,\"sur\ngeon\",5,4,4,3,4,4,4\n";
  const Answers answers = read("\xef\xbb\xbfsep=,\n" + kHead + rows);
  CHECK(answers.groups[1] == "sur\ngeon");
  CHECK(answers.ratings[0].items[6] == 4);
}

TEST_CASE("Everything that is wrong is told at once, by line and column") {
  const std::string text = complaint(kHead +
                                     "ann,nurse,surgeon,5,4,7,3,4,4,four\n"
                                     ",nurse,surgeon,5,4,4,3,4,4,4\n"
                                     "bob,nurse,surgeon,5,4\n");
  CHECK(says(text, "a.csv:4:1: has 5 fields; the line of column names has 10"));
  const std::string values = complaint(kHead +
                                       "ann,nurse,surgeon,5,4,7,3,4,4,four\n"
                                       ",nurse,surgeon,5,4,4,3,4,4,4\n");
  CHECK(says(values,
             "a.csv:2:23: accurate: '7' is no score from 1 to 5 (if it stands for no "
             "answer: --missing 7)"));
  CHECK(says(values, "a.csv:2:31: respect: 'four' is no score"));
  CHECK(says(values, "a.csv:3:1: respondent: is empty"));
}

TEST_CASE("Who answers twice, or changes group, is found") {
  const std::string row = "ann,nurse,surgeon,5,4,4,3,4,4,4\n";
  CHECK(says(complaint(kHead + row + row),
             "a.csv:3:11: rated: 'ann' has rated 'surgeon' already, in "
             "line 2"));
  CHECK(says(complaint(kHead + row + "ann,surgeon,nurse,5,4,4,3,4,4,4\n"),
             "'ann' is of 'surgeon' here and of 'nurse' in line 2"));
}

TEST_CASE("A missing column names the nearest one and how to map it") {
  const std::string text = complaint(
      "respondent,group,rated,frequent,timely,accurate,problem_solving,goal,know,respect\n"
      "ann,nurse,surgeon,5,4,4,3,4,4,4\n");
  CHECK(says(text, "no column 'goals' (is 'goal' meant?)"));
  CHECK(says(text, "--column knowledge=NAME"));
  CHECK(says(complaint("a,b\n1,2\n"), "neither long"));
  CHECK(says(complaint("respondent,group,nurse.frequent\nx,nurse,4\n"),
             "the group 'nurse' has no column for the item 'timely'"));
}

TEST_CASE("Files that are no CSV are refused with the reason") {
  CHECK(says(complaint(""), "is empty"));
  CHECK(says(complaint(kHead), "has no answers"));
  CHECK(says(complaint(std::string("\xff\xfe") + "a"), "UTF-16"));
  CHECK(says(complaint("respondent,gr\xe9\n"), "a.csv:1:14: is no UTF-8"));
  CHECK(says(complaint(std::string("a\0b", 3)), "byte of value 0"));
  CHECK(says(complaint(kHead + "\"ann,nurse\n"), "a.csv:2:1: this quote is never closed"));
  CHECK(says(complaint(kHead + "\"ann\"x,nurse,surgeon,5,4,4,3,4,4,4\n"),
             "more text after the closing quote"));
  CHECK(says(complaint("a,a\n1,2\n"), "'a'") == false);
  CHECK(says(complaint("a,a\n1,2\n"), "is the name of two columns"));
}

TEST_CASE("A flood of mistakes is cut short") {
  std::string text = kHead;
  for (int n = 0; n < 500; ++n) text += "p" + std::to_string(n) + ",nurse,surgeon,9,4,4,3,4,4,4\n";
  const std::string told = complaint(text);
  CHECK(std::count(told.begin(), told.end(), '\n') == 50);
  CHECK(says(told, "and 450 more findings"));
}

TEST_CASE("A roster counts people, by rows or by number") {
  const auto roster = read_roster(parse_csv("group;people\nnurse;12\nsurgeon;4\n", "r.csv"), {});
  REQUIRE(roster.size() == 2);
  CHECK(roster[0].people == 12);
  const auto rows = read_roster(parse_csv("name,group\nann,nurse\nbob,nurse\n", "r.csv"), {});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].people == 2);
  CHECK_THROWS_AS(read_roster(parse_csv("group,people\nnurse,1.5\n", "r.csv"), {}), UserError);

  Answers answers = read(kHead + "ann,nurse,surgeon,5,4,4,3,4,4,4\n");
  set_asked(answers, roster, "r.csv");
  CHECK(*score(answers, {1, {}}).response() == Approx(1.0 / 16));
  Answers other = read(kHead + "ann,nurses,surgeon,5,4,4,3,4,4,4\n");
  CHECK_THROWS_AS(set_asked(other, roster, "r.csv"), UserError);
}

}  // namespace
}  // namespace relco::survey
