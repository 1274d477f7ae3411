#include "app/results_cubes.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "measure/regime.h"

namespace relco::app {
namespace {

using record::Attributes;
using record::Axis;
using record::Dataset;

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();

Axis labels(std::string name, std::string long_name, std::vector<std::string> names) {
  Axis axis;
  axis.name = std::move(name);
  axis.long_name = std::move(long_name);
  axis.labels = std::move(names);
  return axis;
}

Axis numbers(std::string name, std::string long_name, std::size_t count, Week step,
             std::string units) {
  Axis axis;
  axis.name = std::move(name);
  axis.long_name = std::move(long_name);
  for (std::size_t i = 0; i < count; ++i) {
    axis.values.push_back(static_cast<double>(i) * static_cast<double>(step));
  }
  axis.units = std::move(units);
  axis.integral = true;
  return axis;
}

template <typename Name>
std::vector<std::string> names_of(std::size_t count, Name name) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i) names.emplace_back(name(i));
  return names;
}

std::string step_name(const std::string& what, const Steps& steps) {
  return fmt::format("first week of a step of {} week{} over which {} are put together",
                     steps.length, steps.length == 1 ? "" : "s", what);
}

}  // namespace

std::string udunits(std::string_view unit) {
  if (unit == "days") return "day";
  if (unit == "weeks") return "week";
  if (unit == "hours per case") return "hour";
  if (unit == "per week" || unit == "money per week") return "week-1";
  if (unit == "per year") return "year-1";
  if (unit == "per 1000 cases") return "0.001";
  return "1";  // shares, scores, events per case, money
}

Week weeks_per_step(Week weeks, std::size_t bytes_per_week, std::size_t limit) {
  for (const Week length : {1, 13, 26, 52}) {
    const auto steps = static_cast<std::size_t>((weeks + length - 1) / length);
    if (bytes_per_week == 0 || steps <= limit / bytes_per_week) return length;
  }
  return std::max<Week>(weeks, 1);
}

Cubes::Cubes(const RunRecords& records, const KeepLimits& limits)
    : records_(records), axes_(records.axes), organisations_(axes_.scopes.size() - 1) {
  const std::size_t cells = records.cells.size();
  by_organisation_ = {axes_.weeks,
                      weeks_per_step(axes_.weeks, cells * organisations_ * kOutcomes * 4,
                                     limits.bytes_by_organisation)};
  ledger_ = {axes_.weeks, weeks_per_step(axes_.weeks, cells * kTieScopes * sizeof(LedgerCell),
                                         limits.bytes_ledger)};
}

void Cubes::add_axes(Dataset& data) const {
  const auto weeks = static_cast<std::size_t>(axes_.weeks);
  data.axes = {
      labels("arm", "arm of the scenario; the first is the control", axes_.arms),
      numbers("replicate", "replicate; the same number has the same luck in every arm",
              static_cast<std::size_t>(axes_.replicates), 1, "1"),
      numbers("week", "week since the start", weeks, 1, "week"),
      labels("organisation", "organisation, one per copy",
             {axes_.scopes.begin() + 1, axes_.scopes.end()}),
      numbers("organisation_step", step_name("outcomes of organisations", by_organisation_),
              by_organisation_.count(), by_organisation_.length, "week"),
      numbers("ledger_step", step_name("the ledger", ledger_), ledger_.count(), ledger_.length,
              "week"),
      labels("tie_scope", "which ties", {"within", "between", "family"}),
      labels("term", "named cause of a change of ties", names_of(kTerms, term_name)),
      labels("component", "component of a tie", {"goals", "knowledge", "respect"}),
  };
}

void Cubes::add_outcomes(Dataset& data) const {
  for (std::size_t i = 0; i < kOutcomes; ++i) {
    const OutcomeRow& row = outcome_rows()[i];
    const auto outcome = static_cast<Outcome>(i);
    const Attributes attributes{{"unit", std::string(row.unit)},
                                {"good_direction", static_cast<std::int64_t>(row.good)}};
    const std::string name(row.name), meaning(row.meaning), units = udunits(row.unit);
    data.variables.push_back(
        {name, units, meaning, {"arm", "replicate", "week"}, system_outcome(outcome), attributes});
    data.variables.push_back({name + "_by_organisation",
                              units,
                              meaning + ", by organisation, mean over the step",
                              {"arm", "replicate", "organisation_step", "organisation"},
                              organisation_outcome(outcome),
                              attributes});
  }
}

void Cubes::add_ledger(Dataset& data) const {
  const Attributes scale{{"scale_factor", 1.0 / kFixedUnit}};
  data.variables.push_back(
      {"ledger",
       "1",
       "sum of all changes of ties in the system over the step, by cause; 1 is the "
       "whole length of one component of one tie",
       {"arm", "replicate", "ledger_step", "tie_scope", "term", "component"},
       system_ledger(),
       scale});
  data.variables.push_back({"ledger_by_organisation",
                            "1",
                            "sum of all changes of ties over the whole run, by cause; a "
                            "tie belongs to the organisation of its sender",
                            {"arm", "replicate", "organisation", "tie_scope", "term", "component"},
                            organisation_ledger(),
                            scale});
}

void Cubes::add_regimes(Dataset& data) const {
  std::vector<std::string> regimes, organisation_regimes;
  std::vector<double> tipped;
  for (const CellRecords& cell : records_.cells) {
    for (std::size_t scope = 0; scope < axes_.scopes.size(); ++scope) {
      const RegimeOfCell judged = regime_of_cell(axes_, cell, scope);
      const std::string name(judged.known() ? kRegimeNames[static_cast<std::size_t>(judged.regime)]
                                            : "none");
      (scope == 0 ? regimes : organisation_regimes).push_back(name);
    }
    const auto week = regime_path(axes_, cell).tipped;
    tipped.push_back(week ? static_cast<double>(*week) : static_cast<double>(kNone));
  }
  data.variables.push_back({"regime",
                            "1",
                            "which cycle won: regime of the last half year",
                            {"arm", "replicate"},
                            regimes,
                            {}});
  data.variables.push_back({"regime_by_organisation",
                            "1",
                            "which cycle won in each organisation; none: it has no such ties",
                            {"arm", "replicate", "organisation"},
                            organisation_regimes,
                            {}});
  data.variables.push_back({"tipped",
                            "week",
                            "first week from which the final regime held; no "
                            "value when it held from the start",
                            {"arm", "replicate"},
                            tipped,
                            {}});
}

void Cubes::add_digests(Dataset& data) const {
  std::vector<std::int64_t> weekly, state, organisations;
  for (const CellRecords& cell : records_.cells) {
    for (std::uint64_t digest : cell.digests) weekly.push_back(static_cast<std::int64_t>(digest));
    state.push_back(static_cast<std::int64_t>(cell.state_digests.front()));
    for (std::size_t scope = 1; scope <= organisations_; ++scope) {
      organisations.push_back(static_cast<std::int64_t>(cell.state_digests[scope]));
    }
  }
  data.variables.push_back({"digest",
                            "1",
                            "digest of the week's exact sums, every 13th week of the world too",
                            {"arm", "replicate", "week"},
                            weekly,
                            {}});
  data.variables.push_back({"state_digest",
                            "1",
                            "digest of the world after the last week",
                            {"arm", "replicate"},
                            state,
                            {}});
  data.variables.push_back({"digest_by_organisation",
                            "1",
                            "digest of each organisation after the last week",
                            {"arm", "replicate", "organisation"},
                            organisations,
                            {}});
}

std::vector<float> Cubes::system_outcome(Outcome outcome) const {
  std::vector<float> values;
  for (const CellRecords& cell : records_.cells) {
    for (Week week = 0; week < axes_.weeks; ++week) {
      values.push_back(cell.outcomes[CellRecords::index(axes_, week, 0, outcome)]);
    }
  }
  return values;
}

float Cubes::mean_over_step(const CellRecords& cell, std::size_t scope, Outcome outcome,
                            WeekWindow window) const {
  double sum = 0;
  int present = 0;
  for (Week week = window.from; week < window.to; ++week) {
    const float value = cell.outcomes[CellRecords::index(axes_, week, scope, outcome)];
    if (std::isnan(value)) continue;
    sum += static_cast<double>(value);
    ++present;
  }
  return present == 0 ? kNone : static_cast<float>(sum / present);
}

std::vector<float> Cubes::organisation_outcome(Outcome outcome) const {
  std::vector<float> values;
  for (const CellRecords& cell : records_.cells) {
    for (std::size_t step = 0; step < by_organisation_.count(); ++step) {
      for (std::size_t scope = 1; scope <= organisations_; ++scope) {
        values.push_back(mean_over_step(cell, scope, outcome, by_organisation_.window(step)));
      }
    }
  }
  return values;
}

// Appends the sums over a window of one scope.
void Cubes::append_ledger(std::vector<std::int64_t>& values, const CellRecords& cell,
                          std::size_t scope, WeekWindow window) const {
  for (std::size_t ties = 0; ties < kTieScopes; ++ties) {
    LedgerCell sum{};
    for (Week week = window.from; week < window.to; ++week) {
      const LedgerCell& row =
          cell.ledger[CellRecords::ledger_index(axes_, week, scope, static_cast<TieScope>(ties))];
      for (std::size_t term = 0; term < kTerms; ++term) {
        for (std::size_t c = 0; c < kComponents; ++c) sum[term][c] += row[term][c];
      }
    }
    for (const auto& term : sum) values.insert(values.end(), term.begin(), term.end());
  }
}

std::vector<std::int64_t> Cubes::system_ledger() const {
  std::vector<std::int64_t> values;
  for (const CellRecords& cell : records_.cells) {
    for (std::size_t step = 0; step < ledger_.count(); ++step) {
      append_ledger(values, cell, 0, ledger_.window(step));
    }
  }
  return values;
}

std::vector<std::int64_t> Cubes::organisation_ledger() const {
  std::vector<std::int64_t> values;
  for (const CellRecords& cell : records_.cells) {
    for (std::size_t scope = 1; scope <= organisations_; ++scope) {
      append_ledger(values, cell, scope, {0, axes_.weeks});
    }
  }
  return values;
}

}  // namespace relco::app
