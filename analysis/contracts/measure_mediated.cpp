// Claims about the path that an effect takes.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "contracts/measure_claim.h"
#include "rules/mechanisms.h"
#include "stats/paired.h"
#include "stats/readable.h"

namespace relco::contracts {

using stats::words_of;

std::vector<std::string> path_of(const ExpectationFacts& claim) {
  std::set<std::string> names(claim.blocking.begin(), claim.blocking.end());
  for (const std::string& held : claim.through) {
    const auto outcome = find_outcome(held);
    const Mechanism* behind = outcome ? mechanism_behind(*outcome) : nullptr;
    if (behind != nullptr) names.insert(std::string(behind->name));
  }
  return {names.begin(), names.end()};
}

Measured measure_mediated(const Sample& sample, const Sample& blocked) {
  const std::string arm = sample.arm(), versus = sample.versus();
  const auto effect = [&](const Sample& from) {
    return stats::differences(from.means(arm, from.weeks()), from.means(versus, from.weeks()));
  };
  const std::vector<double> whole = effect(sample);
  Measured left = ratio_over_seeds(effect(blocked), whole, "the whole effect");
  for (double& share : left.per_seed) share = 1 - share;
  left.value = 1 - left.value;
  if (left.interval.known()) left.interval = {1 - left.interval.high, 1 - left.interval.low};
  left.measure = Measure::share;
  const std::vector<std::string> path = path_of(sample.claim());
  left.about =
      fmt::format("share of the effect on {} that is lost without {}, {} against {}",
                  words_of(sample.claim().outcome),
                  path.empty() ? "anything" : words_of(fmt::format("{}", fmt::join(path, ", "))),
                  words_of(arm), words_of(versus));
  if (path.empty()) left.note = "nothing in the model follows from what is held";
  return left;
}

}  // namespace relco::contracts
