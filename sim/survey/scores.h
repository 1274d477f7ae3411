// From answers to scores: the matrix of who rates whom, ties within and between groups, sub-scores,
// reliability. The same for a survey that people answered and for one held in a world.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "survey/answers.h"
#include "survey/psychometrics.h"

namespace relco::survey {

// Groups with fewer respondents are not shown: single people could be told by their answers.
inline constexpr std::size_t kSmallestGroup = 5;

// One rating in three numbers, each the mean of its items that were answered: at least half must be
// (4 of the 7, 2 of the 4, 2 of the 3), else it is kNoAnswer.
struct RatingScore {
  double index = kNoAnswer, communication = kNoAnswer, relationship = kNoAnswer;
};
[[nodiscard]] RatingScore score_of(const Items& items);

// Mean and spread of some ratings. What one respondent says of several groups hangs together, so
// the standard error of the mean counts respondents, not ratings.
struct Summary {
  double mean = kNoAnswer;
  double sd = kNoAnswer;
  double error = kNoAnswer;
  std::size_t count = 0;
};
[[nodiscard]] Summary summary_of(std::span<const double> values,
                                 std::span<const std::size_t> respondent);

struct CellScore {
  Summary index, communication, relationship;
  Items items{};  // means
};

struct GroupScore {
  std::string name;
  std::size_t respondents = 0;
  std::optional<std::size_t> asked;
  bool shown = false;  // has enough respondents
};

// How sure the scores are.
struct Reliability {
  double alpha = kNoAnswer;  // Cronbach's, of respondents' item means over the groups they rated
  Agreement agreement;       // of respondents' own index
  std::string agreement_within;  // "site" or "group": whose members agree
  double retest = kNoAnswer;     // correlation of respondents' index in the last two waves
  std::size_t retest_respondents = 0;
};

struct SurveyScores {
  std::string wave;  // the wave that was scored; "" where there is one
  std::vector<GroupScore> groups;
  std::vector<CellScore> matrix;  // [rater group][rated group]
  Summary index;                  // of all ratings; a rating is one respondent about one group
  Summary within, between;        // about the own group, about others
  Summary communication, relationship;
  std::array<Summary, kItems> items;
  Reliability reliability;
  std::size_t respondents = 0;
  std::optional<std::size_t> asked;
  bool totals_leave_out =
      false;  // the groups that are not shown, because they are too few together
  std::size_t smallest = kSmallestGroup;

  [[nodiscard]] const CellScore& cell(std::size_t rater, std::size_t rated) const {
    return matrix[rater * groups.size() + rated];
  }
  // May the cell be shown: enough of a group's respondents rated the other?
  [[nodiscard]] bool shows(std::size_t rater, std::size_t rated) const;
  [[nodiscard]] std::optional<double> response() const;
};

struct ScoreOptions {
  std::size_t smallest = kSmallestGroup;
  std::optional<std::size_t> wave;  // index into Answers::waves; default: the last
};
[[nodiscard]] SurveyScores score(const Answers& answers, const ScoreOptions& options = {});

}  // namespace relco::survey
