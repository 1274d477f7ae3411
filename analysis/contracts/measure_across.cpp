// Kinds of claims that compare many places, weeks, seeds or arms: slope, correlation, interaction.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "contracts/measure_claim.h"
#include "contracts/questions.h"
#include "stats/paired.h"
#include "stats/readable.h"

namespace relco::contracts {
namespace {

using stats::words_of;

// The slope of y on x in units of both spreads is the correlation.
stats::Association statistic(const ExpectationFacts& claim, const std::vector<double>& x,
                             const std::vector<double>& y) {
  const bool raw = claim.kind == ExpectationKind::slope && claim.scale == EffectScale::absolute;
  return raw ? stats::slope(x, y) : stats::correlation(x, y);
}

// The same where single cases have values of their own: the slope of cases on the places that cared
// for them, in units of the spread of the places and of that between cases, as studies of patients
// report it (B01).
double of_cases(const std::vector<double>& x, const std::vector<double>& y, double between_cases) {
  std::vector<double> places;
  for (std::size_t n = 0; n < x.size(); ++n) {
    if (!std::isnan(x[n]) && !std::isnan(y[n])) places.push_back(x[n]);
  }
  return stats::slope(x, y).value * stats::estimate(places).sd / between_cases;
}

Measured across_seeds(const Sample& sample, const std::string& arm, std::string about) {
  const ExpectationFacts& claim = sample.claim();
  const auto x = sample.means(arm, claim.on, sample.weeks());
  const auto y = sample.means(arm, claim.outcome, sample.weeks());
  const stats::Association found = statistic(claim, x, y);
  return {found.value, found.interval, {}, Measure::plain, std::move(about), ""};
}

// Level of a factor in an arm; a factor that the arm does not mention is at 0.
double level_in(const ArmFacts& arm, const std::string& factor) {
  const auto found = arm.levels.find(factor);
  if (found != arm.levels.end()) return found->second;
  const bool picked =
      std::find(arm.changes.begin(), arm.changes.end(), factor) != arm.changes.end();
  return picked ? 1 : 0;
}

// Copies of a change that the levels of a factorial make have its identity, so that they are one.
std::string identity_of(const Facts& facts, const std::string& change) {
  const auto found = std::find_if(facts.changes.begin(), facts.changes.end(),
                                  [&](const ChangeFacts& one) { return one.name == change; });
  return found == facts.changes.end() || found->id.empty() ? change : found->id;
}

// All that an arm does besides the two factors; equal text, equal rest.
std::string rest_of(const Facts& facts, const ArmFacts& arm,
                    const std::vector<std::string>& factors) {
  std::map<std::string, double> rest = arm.levels;
  for (const std::string& change : arm.changes) rest.emplace(identity_of(facts, change), 1);
  std::string text;
  for (const auto& [name, level] : rest) {
    if (name != factors[0] && name != factors[1] && level != 0) {
      text += fmt::format("{}={};", name, level);
    }
  }
  return text;
}

}  // namespace

Measured measure_across(const Sample& sample) {
  const ExpectationFacts& claim = sample.claim();
  const std::string arm = sample.arm();
  std::string about = fmt::format("{} of {} and {} across {}s in {}",
                                  claim.kind == ExpectationKind::slope ? "slope" : "correlation",
                                  words_of(claim.on), words_of(claim.outcome),
                                  words_of(claim.across), words_of(arm));
  if (claim.across == "replicate") {
    Measured measured = across_seeds(sample, arm, std::move(about));
    if (std::isnan(measured.value)) throw CannotTell("fewer than three seeds, or no variation");
    return measured;
  }
  const bool by_case = claim.across != "week" && is_by_case(claim);
  std::vector<double> per_seed;
  for (int seed = 0; seed < sample.seeds(); ++seed) {
    const auto values = [&](const std::string& outcome) {
      return claim.across == "week" ? sample.weekly(arm, seed, outcome, sample.weeks())
                                    : sample.points(arm, seed, outcome);
    };
    const auto x = values(claim.on), y = values(claim.outcome);
    per_seed.push_back(by_case ? of_cases(x, y, sample.spread_between_cases(arm, seed))
                               : statistic(claim, x, y).value);
  }
  if (stats::present(per_seed).empty()) {
    throw CannotTell(
        fmt::format("fewer than three {}s with both values, or no variation", claim.across));
  }
  return over_seeds(std::move(per_seed), Measure::plain, std::move(about));
}

std::vector<std::string> corners(const Facts& facts, const std::vector<std::string>& factors) {
  if (factors.size() != 2) return {};
  // Level of the first and second factor -> arm, for every rest; the first rest in the file wins.
  std::vector<std::string> rests;
  std::map<std::string, std::map<std::pair<double, double>, std::string>> designs;
  for (const ArmFacts& arm : facts.arms) {
    const std::string rest = rest_of(facts, arm, factors);
    if (designs.find(rest) == designs.end()) rests.push_back(rest);
    designs[rest].emplace(std::pair(level_in(arm, factors[0]), level_in(arm, factors[1])),
                          arm.name);
  }
  for (const std::string& rest : rests) {
    const auto& design = designs[rest];
    const auto [low_first, high_first] =
        std::pair(design.begin()->first.first, design.rbegin()->first.first);
    double low_second = design.begin()->first.second, high_second = low_second;
    for (const auto& [levels, arm] : design) {
      low_second = std::min(low_second, levels.second);
      high_second = std::max(high_second, levels.second);
    }
    if (low_first == high_first || low_second == high_second) continue;
    std::vector<std::string> arms;
    for (const auto& levels :
         {std::pair(low_first, low_second), std::pair(high_first, low_second),
          std::pair(low_first, high_second), std::pair(high_first, high_second)}) {
      const auto found = design.find(levels);
      if (found != design.end()) arms.push_back(found->second);
    }
    if (arms.size() == 4) return arms;
  }
  return {};
}

Measured measure_interaction(const Sample& sample) {
  const ExpectationFacts& claim = sample.claim();
  const std::vector<std::string> arms = corners(sample.facts(), claim.factors);
  if (arms.empty()) throw CannotTell("no four arms differ in just these two factors");
  const auto values = [&](std::size_t i) { return sample.means(arms[i], sample.weeks()); };
  // What the first factor does when the second is high, minus what it does when it is low.
  std::vector<double> interaction = stats::differences(stats::differences(values(3), values(2)),
                                                       stats::differences(values(1), values(0)));
  Measured measured =
      over_seeds(std::move(interaction), Measure::change,
                 fmt::format("interaction of {} and {} on {}", words_of(claim.factors[0]),
                             words_of(claim.factors[1]), words_of(claim.outcome)));
  measured.note = fmt::format("arms {}, {}, {}, {}", words_of(arms[0]), words_of(arms[1]),
                              words_of(arms[2]), words_of(arms[3]));
  return measured;
}

}  // namespace relco::contracts
