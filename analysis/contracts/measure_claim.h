// The number that a claim is about: one function per kind of expectation.
#pragma once

#include <string>
#include <vector>

#include "contracts/contracts.h"
#include "contracts/sample.h"
#include "measure/regime.h"

namespace relco::contracts {

// A value, how sure it is, and one value per seed; none per seed for statistics across seeds.
struct Measured {
  double value = stats::kUnknown;
  stats::Interval interval;
  std::vector<double> per_seed;
  Measure measure = Measure::plain;
  std::string about;
  std::string note;
};

// Throws CannotTell where the records have no answer.
[[nodiscard]] Measured measure_claim(const Sample& sample);

// What the regime of one run is judged on over a window, one per copy in scope; one for a scope
// finer than organisations, with the gain of the organisations around it.
[[nodiscard]] std::vector<RegimeOfCell> judged_in(const Sample& sample, const std::string& arm,
                                                  int seed, WeekWindow window);

// Mechanisms that a mediated share blocks, sorted: those named, and those behind outcomes held.
[[nodiscard]] std::vector<std::string> path_of(const ExpectationFacts& claim);
// Share of the effect that is lost in `blocked`, the same two arms without the path.
[[nodiscard]] Measured measure_mediated(const Sample& sample, const Sample& blocked);

// What the claim measures of an arm, seed by seed: the mean over its weeks and scope, or the spread
// of the means across what it names.
[[nodiscard]] std::vector<double> values_of(const Sample& sample, std::string_view arm);
// "RC index", "range of RC index across organisations"
[[nodiscard]] std::string subject_of(const ExpectationFacts& claim);
// One measure less the other, seed by seed.
[[nodiscard]] Measured difference(const Measured& whole, const Measured& other);
// What is subtracted: "that of nurse about surgeon"; "" for a claim that subtracts nothing.
[[nodiscard]] std::string minus_text(const Facts& facts, const ExpectationFacts& claim);

// The median over seeds with its interval.
[[nodiscard]] Measured over_seeds(std::vector<double> per_seed, Measure measure, std::string about);

// Median numerator over median denominator, with the caution that a weak denominator asks for;
// `what` names the denominator.
[[nodiscard]] Measured ratio_over_seeds(const std::vector<double>& numerator,
                                        const std::vector<double>& denominator,
                                        const std::string& what);

// The kinds that have a file of their own.
[[nodiscard]] Measured measure_trend(const Sample& sample);
[[nodiscard]] Measured measure_time_to(const Sample& sample);
[[nodiscard]] Measured measure_persists(const Sample& sample);
[[nodiscard]] Measured measure_across(const Sample& sample);  // slope, correlation
[[nodiscard]] Measured measure_interaction(const Sample& sample);

// Names of the four arms of an interaction: both factors low, only the first high, only the
// second high, both high; the lowest and highest levels at which all else is equal. Empty when the
// scenario has no such four.
[[nodiscard]] std::vector<std::string> corners(const Facts& facts,
                                               const std::vector<std::string>& factors);

}  // namespace relco::contracts
