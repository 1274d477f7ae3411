// Kinds of claims about the course of time: trend, time_to, persists.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

#include "contracts/measure_claim.h"
#include "measure/regime.h"
#include "stats/paired.h"
#include "stats/readable.h"

namespace relco::contracts {
namespace {

using stats::words_of;

constexpr double kNotReached = std::numeric_limits<double>::infinity();

std::optional<double> number_in(const std::string& text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stopped != end) return std::nullopt;
  return value;
}

// First week at which the mean of the last month has come to `target`.
double first_week_at(const std::vector<double>& weekly, Week from, double target) {
  std::optional<bool> rising;
  for (std::size_t i = 0; i < weekly.size(); ++i) {
    const std::size_t start = i + 1 > kMonth ? i + 1 - kMonth : 0;
    const double mean = mean_of_present(std::span(weekly).subspan(start, i + 1 - start));
    if (std::isnan(mean)) continue;
    if (!rising) rising = mean < target;
    if (*rising ? mean >= target : mean <= target) {
      return static_cast<double>(from) + static_cast<double>(i);
    }
  }
  return kNotReached;
}

// First week from which the regime holds to the end; the first week judged when it always did.
double first_week_asked(const Sample& sample, const std::string& arm, int seed, Regime regime) {
  const Week weeks = sample.records().axes.weeks;
  const Week first = std::min<Week>(kRegimeWindow, weeks) - 1;
  double since = kNotReached;
  for (Week week = first; week < weeks; ++week) {
    const bool there = judged_in(sample, arm, seed, trailing_weeks(week)).front().regime == regime;
    if (!there) since = kNotReached;
    if (there && since == kNotReached) since = week;
  }
  return since;
}

double first_week_in(const Sample& sample, const std::string& arm, int seed, Regime regime) {
  if (sample.is_asked()) return first_week_asked(sample, arm, seed, regime);
  if (sample.ties().value_or(TieScope::between) != TieScope::between) {
    throw CannotTell("the path of the regime is that of the ties between groups");
  }
  std::vector<double> weeks;
  for (const std::size_t scope : sample.scopes()) {
    const RegimePath path = regime_path(sample.records().axes, sample.cell(arm, seed), scope);
    const bool ends_there = !path.regimes.empty() && path.regimes.back() == regime;
    weeks.push_back(ends_there ? path.tipped.value_or(path.first) : kNotReached);
  }
  return stats::median(weeks);
}

std::vector<double> weeks_to_reach(const Sample& sample, const std::string& arm) {
  const std::string& reaches = sample.claim().reaches;
  const auto regime = std::find(std::begin(kRegimeNames), std::end(kRegimeNames), reaches);
  const auto target = number_in(reaches);
  if (regime == std::end(kRegimeNames) && !target) {
    throw CannotTell(fmt::format("\"{}\" is neither a number nor a regime", reaches));
  }
  const WeekWindow window = sample.weeks_or({0, sample.records().axes.weeks});
  std::vector<double> weeks;
  for (int seed = 0; seed < sample.seeds(); ++seed) {
    if (target) {
      const auto weekly = sample.weekly(arm, seed, sample.claim().outcome, window);
      weeks.push_back(first_week_at(weekly, window.from, *target));
    } else {
      const auto wanted = static_cast<Regime>(regime - std::begin(kRegimeNames));
      weeks.push_back(first_week_in(sample, arm, seed, wanted));
    }
  }
  return weeks;
}

// The month before a week; the month is cut at the start of the run.
WeekWindow month_before(const Sample& sample, Week week, std::string_view what) {
  if (week < 1) throw CannotTell(fmt::format("it does not say the week {}", what));
  if (week > sample.records().axes.weeks) {
    throw CannotTell(
        fmt::format("week {} was not run ({} weeks were)", week, sample.records().axes.weeks));
  }
  return trailing_weeks(week - 1, kMonth);
}

}  // namespace

Measured measure_trend(const Sample& sample) {
  const std::string arm = sample.arm();
  std::vector<double> slopes;
  for (int seed = 0; seed < sample.seeds(); ++seed) {
    slopes.push_back(
        slope_per_year(sample.weekly(arm, seed, sample.claim().outcome, sample.weeks())));
  }
  if (stats::present(slopes).empty()) throw CannotTell("fewer than two weeks have a value");
  return over_seeds(
      std::move(slopes), Measure::change_a_year,
      fmt::format("trend of {} in {}", words_of(sample.claim().outcome), words_of(arm)));
}

Measured measure_time_to(const Sample& sample) {
  const ExpectationFacts& claim = sample.claim();
  const std::string arm = sample.arm();
  const std::string what = claim.outcome.empty() ? "the regime" : words_of(claim.outcome);
  std::vector<double> weeks = weeks_to_reach(sample, arm);
  if (claim.versus.empty()) {
    return over_seeds(
        std::move(weeks), Measure::week,
        fmt::format("week in which {} reaches {} in {}", what, claim.reaches, words_of(arm)));
  }
  const std::vector<double> other = weeks_to_reach(sample, claim.versus);
  for (std::size_t i = 0; i < weeks.size(); ++i) weeks[i] /= other[i];
  Measured measured = over_seeds(std::move(weeks), Measure::plain,
                                 fmt::format("time until {} reaches {}, {} over {}", what,
                                             claim.reaches, words_of(arm), words_of(claim.versus)));
  if (std::isnan(measured.value)) measured.note = "reached in neither arm";
  return measured;
}

Measured measure_persists(const Sample& sample) {
  const ExpectationFacts& claim = sample.claim();
  const std::string arm = sample.arm();
  const std::string versus = sample.versus();
  const WeekWindow ends = month_before(sample, claim.ends, "at which the push ends");
  const Week last = claim.at < 0 ? sample.records().axes.weeks : claim.at;
  const WeekWindow at = month_before(sample, last, "at which to look again");
  const auto gain = [&](WeekWindow window) {
    return stats::differences(sample.means(arm, window), sample.means(versus, window));
  };
  Measured measured =
      ratio_over_seeds(gain(at), gain(ends), fmt::format("the gain at week {}", claim.ends));
  measured.measure = Measure::share;
  measured.about = fmt::format("share of the gain in {} at week {} still there at week {}, {}",
                               words_of(claim.outcome), claim.ends, last, words_of(arm));
  return measured;
}

}  // namespace relco::contracts
