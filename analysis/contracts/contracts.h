// Executable claims: the `expect:` section of a scenario, held against the records of its run.
//
// Every kind gives one value per seed (replicate) where it can. The claim holds when the median of
// those values lies in the band and has the sign claimed; with `agree`, when at least that share of
// the seeds does, and a seed without a value does not. The interval reported is that of the median
// by ranks, so that it says the same thing for tipping systems as for calm ones.
//
//   level                the outcome of the arm, mean over the weeks
//   effect               arm minus versus, seed by seed. relative: over the mean of versus (so the
//                        mean is the ratio of means minus 1); standardised: over its spread
//                        between seeds
//   order                the smallest step between neighbours of the medians is above 0; with
//                        agree: the share of seeds that rise strictly
//   ratio                median effect of `of` over median effect of `to`, on the scale of the
//                        claim; both against versus, or `to` against to_versus; with agree: seed
//                        by seed. The interval is that of the ratio of medians
//   share_of_replicates  share of seeds in the regime, with Wilson's interval; agree says nothing
//   trend                least-squares slope a year over the weeks
//   time_to              first week at which the mean of the last 4 weeks has reached the value
//                        (from the side where it started) or the regime has come for good; never
//                        is later than any week. With versus: the ratio to it
//   slope, correlation   across replicates: one statistic; across weeks or organisations: one per
//                        seed. A standardised slope is in units of both spreads
//   interaction          (both high - first high) - (second high - both low), over the arms whose
//                        factors are at their lowest and highest levels, all else equal
//   mediated_share       1 - the effect with the path blocked over the whole effect, both arms run
//                        again without the mechanisms, or with the outcomes held
//   persists             the gain in the 4 weeks before `at` over the gain in those before `ends`
//
// With `across` and `spread`, level, effect and order are not about the mean but about how far the
// means of places, or the values of weeks, lie apart: largest minus smallest, the standard
// deviation of a sample, or the largest distance from the first week that has a value. With
// `minus`, level, effect and trend are less the same measure of another outcome or scope, seed by
// seed; a relative or standardised effect is then measured on its own control on either side.
//
// `weeks: [first, last]` includes both. A scope by organisation or sector is the mean of its
// copies; one by kind of ties turns rc_index into rc_within, rc_between or rc_family.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "measure/results.h"
#include "stats/intervals.h"
#include "world/facts.h"

namespace relco::contracts {

// How the value of a contract is to be read.
enum class Measure : std::uint8_t {
  outcome,  // in the outcome's unit
  change,   // a difference in the outcome's unit
  spread,   // a distance in the outcome's unit, without a sign
  change_a_year,
  share,         // of 1, shown in per cent
  share_change,  // a difference of shares, shown in percentage points
  week,
  plain  // a pure number
};

// One claim and what became of it.
struct ContractResult {
  ExpectationFacts claim;
  bool evaluated = false;  // false: `note` says why not
  bool held = false;
  bool open = false;  // marked open in the file; a held one should lose the mark
  double value = stats::kUnknown;
  stats::Interval interval;         // of the estimate, 95 %
  int seeds = 0;                    // replicates used
  double agreed = stats::kUnknown;  // share of seeds that satisfy sign and band
  std::string about;                // "episode cost, bundle alone against as is"
  std::string minus;                // what was subtracted, in words; in `about` as well
  std::string note;                 // what a reader should know about the number
  Measure measure = Measure::plain;
  [[nodiscard]] bool broken() const { return !held && !open; }
};

// Kinds that need more than records (survey) may be measured by the caller: one value per seed, or
// nothing when it cannot either.
using MeasuredElsewhere =
    std::function<std::optional<std::vector<double>>(const ExpectationFacts&)>;

// The same run with some mechanisms blocked (rules/mechanisms.h), and two arms of it or more.
struct BlockedRun {
  std::vector<std::string> mechanisms;
  RunRecords records;
};

// The smallest run that can judge all expectations of a scenario.
struct BlockedNeed {
  std::vector<std::string> mechanisms;
  std::vector<std::size_t> arms;
};
struct ContractNeeds {
  std::vector<std::size_t> arms;  // indices into Facts::arms, ascending; empty: nothing to run
  Week horizon = 0;
  int replicates = 0;
  std::vector<BlockedNeed> blocked;  // as long and as often
  std::vector<Asked> asked;          // what the run has to keep beside the records of organisations
};
[[nodiscard]] ContractNeeds contract_needs(const Facts& facts);

// Holds every expectation of `facts` against the records, in the order of the file. The records may
// cover some of the arms only, in any order; a claim about an arm that was not run, or about
// something that was not recorded, is not evaluated: open if so marked, broken if not.
[[nodiscard]] std::vector<ContractResult> evaluate(const Facts& facts, const RunRecords& records,
                                                   std::span<const BlockedRun> blocked = {},
                                                   const MeasuredElsewhere& elsewhere = {});

}  // namespace relco::contracts
