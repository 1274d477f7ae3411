#include "contracts/questions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "measure/record_week.h"
#include "measure/regime.h"
#include "measure/summary.h"

namespace relco::contracts {
namespace {

bool is_about_regimes(const ExpectationFacts& claim) {
  if (claim.kind == ExpectationKind::share_of_replicates) return true;
  return claim.kind == ExpectationKind::time_to &&
         std::find(std::begin(kRegimeNames), std::end(kRegimeNames), claim.reaches) !=
             std::end(kRegimeNames);
}

// A regime is judged on the ties between groups, or on all where there are none.
std::vector<std::string> indices_of(const AskedScope& scope) {
  if (scope.ties == TieScope::within) return {"rc_within"};
  if (scope.is_about_families()) return {"rc_family"};
  return {"rc_between", "rc_index"};
}

std::vector<std::string> quantities_of(const AskedScope& scope, const ExpectationFacts& claim) {
  if (is_about_regimes(claim)) return indices_of(scope);
  std::vector<std::string> names{claim.outcome};
  if (!claim.on.empty() && claim.on != claim.outcome) names.push_back(claim.on);
  return names;
}

// Regimes of the ties of organisations, of one kind or all, are in the records.
bool has_recorded_regime(AskedScope scope) {
  scope.ties.reset();
  return !scope.is_finer();
}

// The index of one kind of ties is an outcome of its own.
bool has_recorded_index(const AskedScope& scope, const ExpectationFacts& claim) {
  AskedScope rest = scope;
  rest.ties.reset();
  if (!scope.ties || rest.is_finer() || !claim.on.empty()) return false;
  return claim.outcome == "rc_index" || claim.outcome == "rc_" + claim.scope_ties;
}

bool is_fact(const std::string& quantity) {
  const auto found = find_quantity(quantity);
  return found && !std::holds_alternative<Outcome>(*found);
}

// Records of organisations have a row per copy up to a number of them.
bool has_row_per_copy(const Facts& facts) {
  std::size_t copies = 0;
  for (const OrganisationFacts& organisation : facts.organisations) {
    copies += static_cast<std::size_t>(organisation.copies);
  }
  return copies <= kMostScopes;
}

WeekWindow weeks_of(const ExpectationFacts& claim, Week weeks) {
  RunAxes axes;
  axes.weeks = weeks;
  if (claim.weeks_from < 0) return last_weeks(axes);
  return cut_to_run({claim.weeks_from, claim.weeks_to < 0 ? weeks : claim.weeks_to + 1}, axes);
}

}  // namespace

std::optional<Asked> asked_by(const Facts& facts, const ExpectationFacts& claim, Week weeks) {
  if (claim.kind == ExpectationKind::survey) return std::nullopt;
  Asked asked;
  asked.scope = scope_of(facts, claim);
  asked.points = points_of(claim);
  asked.quantities = quantities_of(asked.scope, claim);
  const auto known = [](const std::string& name) { return find_quantity(name).has_value(); };
  if (!std::all_of(asked.quantities.begin(), asked.quantities.end(), known)) return std::nullopt;
  const bool by_copy = asked.points == Points::organisation && has_row_per_copy(facts);
  const bool recorded = asked.points == Points::none || (by_copy && !is_by_case(claim));
  if (recorded && has_recorded_index(asked.scope, claim)) return std::nullopt;
  if (is_about_regimes(claim) && has_recorded_regime(asked.scope)) return std::nullopt;
  if (recorded && !asked.scope.is_finer() && !is_fact(claim.on)) return std::nullopt;
  if (asked.points != Points::none) {
    const WeekWindow window = weeks_of(claim, weeks);
    asked.from = window.from;
    asked.to = window.to;
  }
  return asked;
}

bool is_by_case(const ExpectationFacts& claim) {
  const auto outcome = find_outcome(claim.outcome);
  return claim.kind == ExpectationKind::slope && claim.scale != EffectScale::absolute && outcome &&
         case_unit(*outcome) > 0;
}

void add_question(std::vector<Asked>& questions, const Asked& asked) {
  for (Asked& known : questions) {
    if (!known.same_place(asked)) continue;
    for (const std::string& name : asked.quantities) {
      if (!place_of(known, name)) known.quantities.push_back(name);
    }
    return;
  }
  questions.push_back(asked);
}

std::optional<std::size_t> place_of(const Asked& asked, std::string_view quantity) {
  const auto found = std::find(asked.quantities.begin(), asked.quantities.end(), quantity);
  if (found == asked.quantities.end()) return std::nullopt;
  return static_cast<std::size_t>(found - asked.quantities.begin());
}

std::string text_of(const AskedScope& scope) {
  std::vector<std::string> parts;
  const std::pair<std::string_view, const std::string&> named[] = {
      {"organisation", scope.organisation},
      {"sector", scope.sector},
      {"unit", scope.unit},
      {"role", scope.role},
      {"pathway", scope.pathway},
      {"union", scope.labour_union}};
  for (const auto& [kind, name] : named) {
    if (!name.empty()) parts.push_back(fmt::format("{} {}", kind, name));
  }
  if (!scope.rater.empty()) parts.push_back(fmt::format("{} about {}", scope.rater, scope.rated));
  if (scope.ties) {
    parts.push_back(fmt::format("ties {}", tie_scope_words()[static_cast<int>(*scope.ties)].name));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string text_of(const Asked& asked) {
  const std::string scope = text_of(asked.scope);
  std::string text = fmt::format("{}", fmt::join(asked.quantities, " and "));
  if (asked.points != Points::none) {
    text += fmt::format(" by {}", point_words()[static_cast<std::size_t>(asked.points) - 1].name);
  }
  return scope.empty() ? text : fmt::format("{}, {}", text, scope);
}

}  // namespace relco::contracts
