#include "contracts/units.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "stats/readable.h"

namespace relco::contracts {
namespace {

using stats::Reading;

// Factor and unit shown for the measure of a result.
Reading reading_of(const ContractResult& result) {
  const auto outcome = find_outcome(result.claim.outcome);
  const Reading own = outcome ? stats::reading_of(row_of(*outcome)) : Reading{};
  switch (result.measure) {
    case Measure::outcome: return own;
    case Measure::change:
    case Measure::spread: return {own.factor, own.change_unit, own.change_unit};
    case Measure::change_a_year: return {own.factor, own.change_unit, own.change_unit};
    case Measure::share: return {100, "%", "%-points"};
    case Measure::share_change: return {100, "%-points", "%-points"};
    case Measure::week:
    case Measure::plain: return {};
  }
  return {};
}

std::string with_unit(const ContractResult& result, std::string text) {
  const std::string_view unit = reading_of(result).unit;
  if (!unit.empty()) text += fmt::format(" {}", unit);
  if (result.measure == Measure::change_a_year) text += " a year";
  return text;
}

bool signed_measure(const ContractResult& result) {
  return result.measure == Measure::change || result.measure == Measure::change_a_year ||
         result.claim.kind == ExpectationKind::effect;
}

int decimals_of(const ContractResult& result, double factor, const stats::Interval& shown) {
  if (result.measure == Measure::week) return 0;
  return signed_measure(result)
             ? stats::decimals_of_change(result.value * factor, shown, stats::kUnknown)
             : stats::decimals_of_level(result.value * factor, shown);
}

}  // namespace

Tally tally_of(std::span<const ContractResult> results) {
  Tally tally;
  for (const ContractResult& result : results) {
    ++(result.held ? tally.held : (result.open ? tally.open : tally.broken));
  }
  return tally;
}

std::string_view kind_name(ExpectationKind kind) {
  switch (kind) {
    case ExpectationKind::level: return "level";
    case ExpectationKind::effect: return "effect";
    case ExpectationKind::order: return "order";
    case ExpectationKind::ratio: return "ratio";
    case ExpectationKind::share_of_replicates: return "share_of_replicates";
    case ExpectationKind::trend: return "trend";
    case ExpectationKind::time_to: return "time_to";
    case ExpectationKind::slope: return "slope";
    case ExpectationKind::correlation: return "correlation";
    case ExpectationKind::interaction: return "interaction";
    case ExpectationKind::mediated_share: return "mediated_share";
    case ExpectationKind::survey: return "survey";
    case ExpectationKind::persists: return "persists";
  }
  return "";
}

std::string unit_of(const ContractResult& result) {
  const auto outcome = find_outcome(result.claim.outcome);
  const std::string own = outcome ? std::string(row_of(*outcome).unit) : "1";
  switch (result.measure) {
    case Measure::outcome:
    case Measure::change:
    case Measure::spread: return own;
    case Measure::change_a_year: return own + " per year";
    case Measure::week: return "week";
    case Measure::share:
    case Measure::share_change:
    case Measure::plain: return "1";
  }
  return "1";
}

std::string value_text(const ContractResult& result) {
  const double factor = reading_of(result).factor;
  if (std::isnan(result.value)) return "no value";
  if (result.measure == Measure::week) {
    return std::isinf(result.value) ? "never" : "week " + stats::short_number(result.value);
  }
  const stats::Interval shown{result.interval.low * factor, result.interval.high * factor};
  const int decimals = decimals_of(result, factor, shown);
  return with_unit(result, signed_measure(result)
                               ? stats::signed_number(result.value * factor, decimals)
                               : stats::number(result.value * factor, decimals));
}

std::string interval_text(const ContractResult& result) {
  if (!result.interval.known()) return "";
  const double factor = reading_of(result).factor;
  const stats::Interval shown{result.interval.low * factor, result.interval.high * factor};
  const int decimals = decimals_of(result, factor, shown);
  return stats::range_text(shown, decimals, signed_measure(result));
}

std::string band_text(const ContractResult& result) {
  const ExpectationFacts& claim = result.claim;
  if (claim.kind == ExpectationKind::order) return "strictly rising";
  const double factor = reading_of(result).factor;
  const bool low = claim.band.low > -1e299;
  const bool high = claim.band.high < 1e299;
  const auto show = [&](double end) { return stats::short_number(end * factor); };
  std::string text;
  if (low && high) {
    text = show(claim.band.low) + " to " + show(claim.band.high);
  } else if (low || high) {
    text = (low ? "at least " : "at most ") + show(low ? claim.band.low : claim.band.high);
  }
  if (!text.empty()) text = with_unit(result, text);
  if (claim.sign != 0) {
    text += (text.empty() ? "" : ", ") + std::string(claim.sign > 0 ? "above 0" : "below 0");
  }
  return text.empty() ? "any value" : text;
}

}  // namespace relco::contracts
