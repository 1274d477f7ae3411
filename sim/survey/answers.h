// What a survey brings home, whether people answered it or the model did: who answered, and what
// each said about each group. Everything that is scored starts from here.
//
// Only scores. The wording of the items is licensed and no part of relco.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "world/tally.h"

namespace relco::survey {

// The seven items in the survey's order: four of communication, three of relationship (A01, A02).
inline constexpr std::array<std::string_view, kItems> kItemNames{
    "frequent", "timely", "accurate", "problem_solving", "goals", "knowledge", "respect"};
inline constexpr std::size_t kCommunicationItems = 4;

inline constexpr double kNoAnswer = std::numeric_limits<double>::quiet_NaN();
[[nodiscard]] constexpr bool answered(double score) {
  return score == score;
}

using Items = std::array<double, kItems>;  // scores 1-5; kNoAnswer where left blank

struct Respondent {
  std::string id;
  std::size_t group = 0;  // index into Answers::groups: the workgroup that rates
  std::size_t site = 0;   // index into Answers::sites
};

// What one respondent said about one group in one wave.
struct Rating {
  std::size_t respondent = 0;  // index into Answers::respondents
  std::size_t rated = 0;       // index into Answers::groups
  std::size_t wave = 0;        // index into Answers::waves
  Items items{};
};

struct Answers {
  std::vector<std::string> groups;
  std::vector<std::string> sites;  // a lone "" where sites are not told apart
  std::vector<std::string> waves;  // in their order; a lone "" where there is one
  std::vector<Respondent> respondents;
  std::vector<Rating> ratings;
  // People asked, by group; empty: nobody said. Who was asked and did not answer stands nowhere
  // else.
  std::vector<std::size_t> asked;
};

}  // namespace relco::survey
