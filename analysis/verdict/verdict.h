// The verdict of a run: which cycle won in each arm, how surely, what changed against the control
// with common luck, what moved the ties, who gains and who loses. compute() gathers the numbers;
// to_json() and to_text() show them.
#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "measure/results.h"
#include "stats/paired.h"
#include "stats/regimes.h"
#include "verdict/loops.h"
#include "world/facts.h"

namespace relco::verdict {

// What a change against the control means for people: by the outcome's good direction, once the
// 95 % interval leaves zero out.
enum class Leaning : std::uint8_t {
  better,
  worse,
  higher,
  lower,    // of an outcome without a good direction
  unclear,  // the interval spans zero
  same,     // not one run differs
  unknown   // too few runs for an interval
};
[[nodiscard]] Leaning leaning_of(const stats::Paired& change, int good_direction);

struct OutcomeLevel {
  Outcome outcome = Outcome::rc_index;
  stats::Estimate estimate;  // over replicates, of the means of the last half year
};

struct OutcomeChange {
  Outcome outcome = Outcome::rc_index;
  stats::Paired paired;  // arm minus control, replicate by replicate
  Leaning leaning = Leaning::unknown;
};

struct ArmVerdict {
  std::string name;
  stats::RegimeTable regimes;  // of the whole system
  stats::TippingTable tipping;
  std::vector<OutcomeLevel> outcomes;  // those with any value, in the order of the table
  std::vector<OutcomeChange> changes;  // empty for the control
  std::vector<LoopShare> loops;        // largest share first
};

// What an arm means for one organisation.
struct OrganisationChange {
  stats::RegimeTable regimes;
  OutcomeChange ties;  // rc_between; rc_index where it has no ties between groups
  OutcomeChange cost;  // cost_by_payer; episode_cost where that is not kept
};

struct ScopeVerdict {
  std::string name;                      // as in RunAxes::scopes
  std::vector<OrganisationChange> arms;  // in the order of arms; the control's changes are empty
};

struct Verdict {
  std::string title, question, file;
  std::uint64_t seed = 0;
  int replicates = 0;
  Week weeks = 0;
  std::string digest;                       // of the whole run, as given
  std::string software;                     // "relco 0.1.0 (commit)"
  std::vector<std::string> overrides;       // "learning.lambda=3": behavioural parameters changed
  std::vector<std::string> settings{};      // "organisations.ward.workload=1.05": facts set by hand
  Outcome judged_on = Outcome::rc_between;  // rc_index when there are no ties between groups
  std::vector<ArmVerdict> arms;             // the first is the control
  std::vector<ScopeVerdict> scopes;         // organisations only
};

// `facts` gives title, question, seed; the records give everything else. `overrides` lists the
// behavioural parameters that differ from the model's own, as path=value.
[[nodiscard]] Verdict compute(const RunRecords& records, const Facts& facts, std::string digest,
                              std::vector<std::string> overrides);

// The stable fields of `relco run --json` (see the reference of file formats). null stands for
// numbers that are not known.
[[nodiscard]] boost::json::value to_json(const Verdict& verdict);

// For a policy planner, in lines of at most `width` (at least 60) characters. Without colour it is
// plain ASCII but for names; with colour, blue and orange and the symbols of the readings tell the
// good from the bad for any colour vision.
[[nodiscard]] std::string to_text(const Verdict& verdict, std::size_t width, bool colour);

}  // namespace relco::verdict
