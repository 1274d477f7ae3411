// Comparisons inside one arm: how far places lie apart, and one measure less another.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "contracts/measure_claim.h"
#include "contracts/questions.h"
#include "stats/paired.h"
#include "stats/readable.h"

namespace relco::contracts {
namespace {

using stats::words_of;

// Fewer than two places lie no distance apart, but none that could be measured.
double spread_of(const ExpectationFacts& claim, const std::vector<double>& points) {
  const std::vector<double> values = stats::present(points);
  if (values.size() < 2) return stats::kUnknown;
  if (claim.spread == "sd") return stats::estimate(values).sd;
  if (claim.spread == "drift") {
    double farthest = 0;
    for (const double value : values) farthest = std::max(farthest, std::abs(value - values[0]));
    return farthest;
  }
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  return *most - *least;
}

}  // namespace

std::vector<double> values_of(const Sample& sample, std::string_view arm) {
  const ExpectationFacts& claim = sample.claim();
  if (claim.spread.empty()) return sample.means(arm, sample.weeks());
  std::vector<double> spreads;
  for (int seed = 0; seed < sample.seeds(); ++seed) {
    const bool weeks = claim.across == "week";
    spreads.push_back(spread_of(claim, weeks
                                           ? sample.weekly(arm, seed, claim.outcome, sample.weeks())
                                           : sample.points(arm, seed, claim.outcome)));
  }
  if (stats::present(spreads).empty()) {
    throw CannotTell(
        fmt::format("fewer than two {}s with a value: no spread", words_of(claim.across)));
  }
  return spreads;
}

std::string subject_of(const ExpectationFacts& claim) {
  if (claim.spread.empty()) return words_of(claim.outcome);
  return fmt::format("{} of {} across {}s",
                     claim.spread == "sd" ? "standard deviation" : words_of(claim.spread),
                     words_of(claim.outcome), words_of(claim.across));
}

Measured difference(const Measured& whole, const Measured& other) {
  Measured measured =
      over_seeds(stats::differences(whole.per_seed, other.per_seed), whole.measure, whole.about);
  const bool level = whole.measure == Measure::outcome || whole.measure == Measure::spread;
  if (level) measured.measure = Measure::change;
  if (whole.measure == Measure::share) measured.measure = Measure::share_change;
  measured.note = whole.note.empty() || other.note.empty() || whole.note == other.note
                      ? (whole.note.empty() ? other.note : whole.note)
                      : fmt::format("{}; {}", whole.note, other.note);
  return measured;
}

std::string minus_text(const Facts& facts, const ExpectationFacts& claim) {
  const auto other = subtracted_by(claim);
  if (!other) return "";
  const AskedScope scope = scope_of(facts, *other);
  const std::string where = scope == AskedScope{} ? "everyone" : words_of(text_of(scope));
  const bool same_outcome = other->outcome == claim.outcome;
  const std::string what = same_outcome ? "that" : words_of(other->outcome);
  if (scope == scope_of(facts, claim)) return what;
  return fmt::format("{} of {}", what, where);
}

}  // namespace relco::contracts
