// What a claim is about, found in the records: arms, scopes, weeks, values per seed.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "contracts/contracts.h"
#include "measure/summary.h"

namespace relco::contracts {

// A claim that these records cannot answer; the message completes "not evaluated: ...".
class CannotTell : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

inline constexpr Week kMonth = 4;  // weeks over which a moment is averaged

// One claim against one run. Throws CannotTell wherever the records have no answer.
class Sample {
 public:
  Sample(const Facts& facts, const RunRecords& records, const ExpectationFacts& claim);

  [[nodiscard]] const ExpectationFacts& claim() const { return claim_; }
  [[nodiscard]] const Facts& facts() const { return facts_; }
  [[nodiscard]] const RunRecords& records() const { return records_; }
  [[nodiscard]] int seeds() const { return seeds_; }
  [[nodiscard]] const std::vector<std::size_t>& scopes() const { return scopes_; }
  // Weeks of the claim; the last half year when it names none, or `standard` where given.
  [[nodiscard]] WeekWindow weeks() const;
  [[nodiscard]] WeekWindow weeks_or(WeekWindow standard) const;

  // Names of the arms of the claim, with the defaults filled in.
  [[nodiscard]] std::string arm() const;
  [[nodiscard]] std::string versus() const;

  // Mean of an outcome over the window per seed; averaged over the copies in scope.
  [[nodiscard]] std::vector<double> means(std::string_view arm, WeekWindow window) const;
  [[nodiscard]] std::vector<double> means(std::string_view arm, std::string_view outcome,
                                          WeekWindow window) const;
  [[nodiscard]] double mean(std::string_view arm, int seed, std::string_view quantity,
                            WeekWindow window) const;
  // Weekly values of one seed, averaged over the copies in scope.
  [[nodiscard]] std::vector<double> weekly(std::string_view arm, int seed, std::string_view outcome,
                                           WeekWindow window) const;
  [[nodiscard]] const CellRecords& cell(std::string_view arm, int seed) const;
  // Whether a question of the run answers the claim, rather than the records of organisations.
  [[nodiscard]] bool is_asked() const { return question_.has_value(); }
  // Of a claim across organisations, units, people, ...: each one's mean over the weeks claimed.
  [[nodiscard]] std::vector<double> points(std::string_view arm, int seed,
                                           std::string_view quantity) const;
  // Standard deviation of the claim's outcome between all cases of the points; NaN of what single
  // cases do not have.
  [[nodiscard]] double spread_between_cases(std::string_view arm, int seed) const;
  // The outcome of that name.
  [[nodiscard]] Outcome outcome(std::string_view name) const;
  // The kind of ties that the claim is about, when it says so.
  [[nodiscard]] std::optional<TieScope> ties() const;

 private:
  [[nodiscard]] std::vector<std::size_t> organisations() const;
  [[nodiscard]] std::vector<double> answers(std::string_view arm, int seed,
                                            std::string_view quantity, WeekWindow weeks) const;

  const Facts& facts_;
  const RunRecords& records_;
  const ExpectationFacts& claim_;
  int seeds_;
  std::optional<std::size_t> question_;  // row of RunAxes::asked
  std::vector<std::size_t> scopes_;
};

}  // namespace relco::contracts
