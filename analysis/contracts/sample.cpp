#include "contracts/sample.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace relco::contracts {
namespace {

std::size_t arm_index(const RunRecords& records, std::string_view name) {
  const auto& arms = records.axes.arms;
  const auto found = std::find(arms.begin(), arms.end(), name);
  if (found == arms.end()) throw CannotTell(fmt::format("arm {} was not run", name));
  return static_cast<std::size_t>(found - arms.begin());
}

// "hospital" is every copy: "hospital", "hospital 2", "hospital 3". "hospital 2" is that one.
bool is_copy_of(std::string_view scope, std::string_view organisation) {
  if (scope.substr(0, organisation.size()) != organisation) return false;
  const std::string_view rest = scope.substr(organisation.size());
  if (rest.empty()) return true;
  return rest.size() > 1 && rest[0] == ' ' &&
         rest.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

std::vector<std::size_t> copies_of(const RunAxes& axes, std::string_view organisation) {
  std::vector<std::size_t> scopes;
  for (std::size_t scope = 1; scope < axes.scopes.size(); ++scope) {
    if (is_copy_of(axes.scopes[scope], organisation)) scopes.push_back(scope);
  }
  return scopes;
}

std::vector<std::size_t> scopes_of_sector(const Facts& facts, const RunAxes& axes,
                                          std::string_view sector) {
  std::vector<std::size_t> scopes;
  for (const OrganisationFacts& organisation : facts.organisations) {
    if (organisation.sector != sector) continue;
    const auto copies = copies_of(axes, organisation.name);
    scopes.insert(scopes.end(), copies.begin(), copies.end());
  }
  return scopes;
}

// Records are kept for the system and for organisations.
void refuse_finer_scopes(const Facts& facts, const ExpectationFacts& claim) {
  const std::pair<std::string_view, const std::string&> finer[] = {
      {"unit", claim.scope_unit},
      {"role", claim.scope_role},
      {"union", claim.scope_union},
      {"pair of roles", claim.scope_role_pair}};
  for (const auto& [kind, name] : finer) {
    if (!name.empty()) {
      throw CannotTell(fmt::format("records hold no values of one {} ({})", kind, name));
    }
  }
  // The only pathway is all there is.
  if (!claim.scope_pathway.empty() && facts.pathways.size() != 1) {
    throw CannotTell(
        fmt::format("records hold no values of one pathway ({})", claim.scope_pathway));
  }
}

std::vector<std::size_t> scopes_of(const Facts& facts, const RunAxes& axes,
                                   const ExpectationFacts& claim) {
  if (!claim.scope_pathway.empty()) {
    const auto own = copies_of(axes, claim.scope_pathway);
    if (!own.empty()) return own;
  }
  refuse_finer_scopes(facts, claim);
  if (claim.scope_organisation.empty() && claim.scope_sector.empty()) return {0};
  const bool by_organisation = !claim.scope_organisation.empty();
  const std::string& name = by_organisation ? claim.scope_organisation : claim.scope_sector;
  const auto scopes = by_organisation ? copies_of(axes, name) : scopes_of_sector(facts, axes, name);
  if (scopes.empty()) throw CannotTell(fmt::format("records hold no organisation {}", name));
  return scopes;
}

}  // namespace

std::optional<TieScope> Sample::ties() const {
  const std::string& name = claim_.scope_ties;
  if (name.empty()) return std::nullopt;
  if (name == "within") return TieScope::within;
  if (name == "between") return TieScope::between;
  if (name == "family") return TieScope::family;
  throw CannotTell(fmt::format("{} is no kind of ties", name));
}

Outcome Sample::outcome(std::string_view name) const {
  const auto found = find_outcome(name);
  if (!found) throw CannotTell(fmt::format("{} is no recorded outcome", name));
  const auto kind = ties();
  if (!kind) return *found;
  constexpr Outcome kIndices[] = {Outcome::rc_within, Outcome::rc_between, Outcome::rc_family};
  const Outcome index = kIndices[static_cast<std::size_t>(*kind)];
  if (*found == Outcome::rc_index || *found == index) return index;
  throw CannotTell(fmt::format("records hold no {} of ties {} alone", name, claim_.scope_ties));
}

Sample::Sample(const Facts& facts, const RunRecords& records, const ExpectationFacts& claim)
    : facts_(facts),
      records_(records),
      claim_(claim),
      seeds_(std::min(claim.seeds, records.axes.replicates)),
      scopes_(scopes_of(facts, records.axes, claim)) {
  if (seeds_ < 1) throw CannotTell("nothing was run");
}

WeekWindow Sample::weeks() const {
  return weeks_or(last_weeks(records_.axes));
}

WeekWindow Sample::weeks_or(WeekWindow standard) const {
  if (claim_.weeks_from < 0) return standard;
  const Week to = claim_.weeks_to < 0 ? records_.axes.weeks : claim_.weeks_to + 1;
  const WeekWindow asked{claim_.weeks_from, to};
  const WeekWindow window = cut_to_run(asked, records_.axes);
  if (window.empty()) {
    throw CannotTell(
        fmt::format("week {} was not run ({} weeks were)", asked.from, records_.axes.weeks));
  }
  return window;
}

std::string Sample::arm() const {
  if (!claim_.arm.empty()) return claim_.arm;
  return facts_.arms.empty() ? records_.axes.arms.front() : facts_.arms.front().name;
}

std::string Sample::versus() const {
  if (!claim_.versus.empty()) return claim_.versus;
  return facts_.arms.empty() ? records_.axes.arms.front() : facts_.arms.front().name;
}

const CellRecords& Sample::cell(std::string_view arm, int seed) const {
  return records_.cell(arm_index(records_, arm), seed);
}

std::vector<double> Sample::means(std::string_view arm, WeekWindow window) const {
  return means(arm, claim_.outcome, window);
}

std::vector<double> Sample::means(std::string_view arm, std::string_view name,
                                  WeekWindow window) const {
  const Outcome which = outcome(name);
  std::vector<double> values;
  for (int seed = 0; seed < seeds_; ++seed) {
    std::vector<double> copies;
    for (const std::size_t scope : scopes_) {
      copies.push_back(mean_over(records_.axes, cell(arm, seed), scope, which, window));
    }
    values.push_back(mean_of_present(copies));
  }
  if (stats::present(values).empty()) {
    throw CannotTell(fmt::format("{} has no value in weeks {} to {} of {}", name, window.from,
                                 window.to - 1, arm));
  }
  return values;
}

std::vector<double> Sample::weekly(std::string_view arm, int seed, std::string_view name,
                                   WeekWindow window) const {
  const Outcome which = outcome(name);
  const CellRecords& records = cell(arm, seed);
  const WeekWindow weeks = cut_to_run(window, records_.axes);
  std::vector<double> values;
  for (Week week = weeks.from; week < weeks.to; ++week) {
    std::vector<double> copies;
    for (const std::size_t scope : scopes_) {
      copies.push_back(mean_over(records_.axes, records, scope, which, {week, week + 1}));
    }
    values.push_back(mean_of_present(copies));
  }
  return values;
}

}  // namespace relco::contracts
