// Scores of answers made by hand, against numbers worked out by hand.
#include "survey/scores.h"

#include <cmath>

#include "support/catch.h"
#include "unit/stats/approx.h"

namespace relco::survey {
namespace {

using test::Approx;

Items items(double communication, double relationship) {
  Items out{};
  for (std::size_t n = 0; n < kItems; ++n) {
    out[n] = n < kCommunicationItems ? communication : relationship;
  }
  return out;
}

// Two nurses and one surgeon; every rating is (communication, relationship).
Answers small() {
  Answers out;
  out.groups = {"nurse", "surgeon"};
  out.sites = {""};
  out.waves = {""};
  out.respondents = {{"a", 0, 0}, {"b", 0, 0}, {"c", 1, 0}};
  out.ratings = {{0, 0, 0, items(5, 5)},
                 {0, 1, 0, items(4, 3)},
                 {1, 0, 0, items(4, 4)},
                 {1, 1, 0, items(2, 3)},
                 {2, 0, 0, items(3, 4)}};
  out.asked = {4, 2};
  return out;
}

TEST_CASE("The matrix has raters in rows: what nurses say of surgeons is not what surgeons say") {
  const SurveyScores scores = score(small(), {1, {}});
  CHECK(scores.cell(0, 0).index.mean == Approx(4.5));
  // (4*4 + 3*3) / 7 and (4*2 + 3*3) / 7
  CHECK(scores.cell(0, 1).index.mean == Approx((25.0 / 7 + 17.0 / 7) / 2));
  CHECK(scores.cell(0, 1).communication.mean == Approx(3.0));
  CHECK(scores.cell(0, 1).relationship.mean == Approx(3.0));
  CHECK(scores.cell(1, 0).index.mean == Approx(24.0 / 7));
  CHECK(scores.cell(1, 0).index.count == 1);
  CHECK(scores.cell(1, 1).index.count == 0);
}

TEST_CASE("Within is about the own group, between about others, the index about all") {
  const SurveyScores scores = score(small(), {1, {}});
  CHECK(scores.within.mean == Approx(4.5));
  CHECK(scores.between.mean == Approx((25.0 + 17.0 + 24.0) / 7 / 3));
  CHECK(scores.index.mean == Approx((9.0 + 66.0 / 7) / 5));
  CHECK(scores.communication.mean == Approx((5.0 + 4 + 4 + 2 + 3) / 5));
  CHECK(scores.relationship.mean == Approx((5.0 + 3 + 4 + 3 + 4) / 5));
  CHECK(scores.items[6].mean == Approx(19.0 / 5));
}

TEST_CASE("An error counts people, not ratings") {
  // Respect: a says 5 and 3, b 4 and 3, c 4. From the mean 3.8 a is 0.4 away, b -0.6, c 0.2:
  // squares 0.56, three people, five ratings.
  const SurveyScores scores = score(small(), {1, {}});
  CHECK(scores.items[6].error == Approx(std::sqrt(0.56 * 3 / 2) / 5));
}

TEST_CASE("Response is those who answered over those asked") {
  const SurveyScores scores = score(small(), {1, {}});
  CHECK(*scores.response() == Approx(3.0 / 6));
  CHECK(scores.groups[0].respondents == 2);
  CHECK(scores.groups[0].asked == 4);
  Answers unknown = small();
  unknown.asked.clear();
  CHECK_FALSE(score(unknown, {1, {}}).response());
}

TEST_CASE("A rating needs half of its items") {
  Items blank = items(4, 2);
  blank[0] = blank[1] = kNoAnswer;  // two of four remain, five of seven
  CHECK(score_of(blank).communication == Approx(4.0));
  CHECK(score_of(blank).index == Approx((8.0 + 6.0) / 5));
  blank[2] = kNoAnswer;  // one of four
  CHECK_FALSE(answered(score_of(blank).communication));
  CHECK(score_of(blank).index == Approx((4.0 + 6.0) / 4));
  blank[3] = kNoAnswer;  // three of seven
  CHECK_FALSE(answered(score_of(blank).index));
  CHECK(score_of(blank).relationship == Approx(2.0));
}

// `sizes[g]` respondents in group g, who all rate every group `levels[g]`.
Answers crowd(const std::vector<std::size_t>& sizes, const std::vector<double>& levels) {
  Answers out;
  out.sites = {""};
  out.waves = {""};
  for (std::size_t g = 0; g < sizes.size(); ++g) {
    out.groups.push_back(std::string(1, static_cast<char>('a' + g)));
    for (std::size_t n = 0; n < sizes[g]; ++n) {
      out.respondents.push_back({"x", g, 0});
      for (std::size_t rated = 0; rated < sizes.size(); ++rated) {
        out.ratings.push_back({out.respondents.size() - 1, rated, 0, items(levels[g], levels[g])});
      }
    }
  }
  return out;
}

TEST_CASE("Groups under five respondents are not shown") {
  const SurveyScores scores = score(crowd({5, 4, 6}, {4, 1, 3}));
  CHECK(scores.groups[0].shown);
  CHECK_FALSE(scores.groups[1].shown);
  CHECK(scores.shows(0, 1));  // what five say of the four may be shown
  CHECK_FALSE(scores.shows(1, 0));
}

TEST_CASE("What is not shown cannot be found by subtraction from the totals") {
  const SurveyScores four = score(crowd({5, 4, 5}, {4, 1, 3}));
  CHECK(four.totals_leave_out);
  CHECK(four.index.mean == Approx(3.5));
  CHECK(four.respondents == 10);
  // Two small groups of six together: their sum tells of no group.
  const SurveyScores six = score(crowd({5, 3, 3}, {4, 1, 1}));
  CHECK_FALSE(six.totals_leave_out);
  CHECK(six.index.mean == Approx((5.0 * 4 + 6.0 * 1) / 11));
}

TEST_CASE("The last wave is scored, and retest compares it with the one before") {
  Answers two = crowd({4}, {3});
  two.waves = {"spring", "autumn"};
  for (std::size_t r = 0; r < 4; ++r) {
    const double level = 1.0 + static_cast<double>(r);
    two.ratings[r].items = items(level, level);
    two.ratings.push_back({r, 0, 1, items(6 - level, 6 - level)});
  }
  const SurveyScores scores = score(two, {1, {}});
  CHECK(scores.wave == "autumn");
  CHECK(scores.reliability.retest == Approx(-1.0));
  CHECK(scores.index.mean == Approx(3.5));
  CHECK(score(two, {1, 0}).index.mean == Approx(2.5));
}

}  // namespace
}  // namespace relco::survey
