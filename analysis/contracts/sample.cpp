#include "contracts/sample.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "contracts/questions.h"

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

std::vector<std::size_t> scopes_of(const Facts& facts, const RunAxes& axes,
                                   const ExpectationFacts& claim) {
  if (claim.scope_organisation.empty() && claim.scope_sector.empty()) return {0};
  const bool by_organisation = !claim.scope_organisation.empty();
  const std::string& name = by_organisation ? claim.scope_organisation : claim.scope_sector;
  const auto scopes = by_organisation ? copies_of(axes, name) : scopes_of_sector(facts, axes, name);
  if (scopes.empty()) throw CannotTell(fmt::format("records hold no organisation {}", name));
  return scopes;
}

// The question of the run that answers the claim.
std::optional<std::size_t> question_of(const Facts& facts, const RunAxes& axes,
                                       const ExpectationFacts& claim) {
  const auto wanted = asked_by(facts, claim, axes.weeks);
  if (!wanted) return std::nullopt;
  const auto answers = [&](const Asked& asked) {
    return asked.same_place(*wanted) &&
           std::all_of(wanted->quantities.begin(), wanted->quantities.end(),
                       [&](const std::string& name) { return place_of(asked, name).has_value(); });
  };
  const auto found = std::find_if(axes.asked.begin(), axes.asked.end(), answers);
  if (found == axes.asked.end()) {
    throw CannotTell(fmt::format("these records hold no values of {}", text_of(*wanted)));
  }
  return static_cast<std::size_t>(found - axes.asked.begin());
}

}  // namespace

std::optional<TieScope> Sample::ties() const {
  const auto kind = find_word(tie_scope_words(), claim_.scope_ties);
  if (!kind) return std::nullopt;
  return static_cast<TieScope>(*kind);
}

Outcome Sample::outcome(std::string_view name) const {
  const auto found = find_outcome(name);
  if (!found) throw CannotTell(fmt::format("{} is no recorded outcome", name));
  const auto kind = is_asked() || found != Outcome::rc_index ? std::nullopt : ties();
  constexpr Outcome kIndices[] = {Outcome::rc_within, Outcome::rc_between, Outcome::rc_family};
  return kind ? kIndices[static_cast<std::size_t>(*kind)] : *found;
}

Sample::Sample(const Facts& facts, const RunRecords& records, const ExpectationFacts& claim)
    : facts_(facts),
      records_(records),
      claim_(claim),
      seeds_(std::min(claim.seeds, records.axes.replicates)),
      question_(question_of(facts, records.axes, claim)),
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

double Sample::mean(std::string_view arm, int seed, std::string_view name,
                    WeekWindow window) const {
  if (question_) return mean_of_present(weekly(arm, seed, name, window));
  const Outcome which = outcome(name);
  std::vector<double> copies;
  for (const std::size_t scope : scopes_) {
    copies.push_back(mean_over(records_.axes, cell(arm, seed), scope, which, window));
  }
  return mean_of_present(copies);
}

std::vector<double> Sample::means(std::string_view arm, std::string_view name,
                                  WeekWindow window) const {
  std::vector<double> values;
  for (int seed = 0; seed < seeds_; ++seed) values.push_back(mean(arm, seed, name, window));
  if (stats::present(values).empty()) {
    throw CannotTell(fmt::format("{} has no value in weeks {} to {} of {}", name, window.from,
                                 window.to - 1, arm));
  }
  return values;
}

std::vector<double> Sample::answers(std::string_view arm, int seed, std::string_view name,
                                    WeekWindow weeks) const {
  const Asked& asked = records_.axes.asked[*question_];
  const AskedRecord& record = cell(arm, seed).asked[*question_];
  const auto place = place_of(asked, name);
  if (!place) throw CannotTell(fmt::format("{} was not asked for", name));
  const std::size_t width = asked.quantities.size();
  std::vector<double> values;
  for (Week week = weeks.from; week < weeks.to; ++week) {
    const auto at = static_cast<std::size_t>(week) * width + *place;
    values.push_back(static_cast<double>(record.weekly[at]));
  }
  return values;
}

std::vector<double> Sample::weekly(std::string_view arm, int seed, std::string_view name,
                                   WeekWindow window) const {
  const WeekWindow weeks = cut_to_run(window, records_.axes);
  if (question_) return answers(arm, seed, name, weeks);
  const Outcome which = outcome(name);
  const CellRecords& records = cell(arm, seed);
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

std::vector<std::size_t> Sample::organisations() const {
  if (!claim_.scope_organisation.empty() || !claim_.scope_sector.empty()) return scopes_;
  std::vector<std::size_t> all(records_.axes.scopes.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  if (!all.empty()) all.erase(all.begin());  // the system is no organisation
  return all;
}

double Sample::spread_between_cases(std::string_view arm, int seed) const {
  const auto place =
      question_ ? place_of(records_.axes.asked[*question_], claim_.outcome) : std::nullopt;
  if (!place) throw CannotTell(fmt::format("cases were not asked for their {}", claim_.outcome));
  const AskedRecord::Cases& cases = cell(arm, seed).asked[*question_].cases[*place];
  const double unit = case_unit(outcome(claim_.outcome));
  if (cases.count < 2 || unit == 0) return stats::kUnknown;
  const double mean = cases.sum / cases.count;
  return unit *
         std::sqrt(std::max(0.0, cases.squares / cases.count - (mean / unit) * (mean / unit)));
}

std::vector<double> Sample::points(std::string_view arm, int seed, std::string_view name) const {
  std::vector<double> values;
  if (!question_) {
    for (const std::size_t scope : organisations()) {
      values.push_back(mean_over(records_.axes, cell(arm, seed), scope, outcome(name), weeks()));
    }
    return values;
  }
  const Asked& asked = records_.axes.asked[*question_];
  const AskedRecord& record = cell(arm, seed).asked[*question_];
  const auto place = place_of(asked, name);
  if (!place) throw CannotTell(fmt::format("{} was not asked for", name));
  const std::size_t width = asked.quantities.size();
  for (std::size_t at = *place; at < record.sums.size(); at += width) {
    const std::int32_t weeks = record.weeks[at];
    values.push_back(weeks > 0 ? record.sums[at] / weeks : stats::kUnknown);
  }
  return values;
}

}  // namespace relco::contracts
