#include "measure/asked.h"

#include <fmt/format.h>

#include <algorithm>

#include "measure/scores.h"

namespace relco {
namespace {

// The narrowest word for what the scope picks, or "".
std::string_view pick_of(const AskedScope& scope, Points points) {
  if (!scope.rater.empty() || points == Points::role_pair) return "pair of roles";
  if (scope.ties) return "kind of ties";
  if (!scope.unit.empty() || points == Points::unit) return "unit";
  if (!scope.role.empty() || points == Points::role) return "role";
  if (!scope.labour_union.empty()) return "union";
  if (points == Points::person) return "person";
  return "";
}

bool picks_ties(const AskedScope& scope, Points points) {
  return !scope.rater.empty() || scope.ties || points == Points::role_pair;
}

bool picks_people(const AskedScope& scope) {
  return !scope.role.empty() || !scope.labour_union.empty();
}

std::string no_meaning_of_ties(Outcome outcome, const AskedScope& scope, Points points) {
  const auto kind_of = [](Outcome index) -> std::optional<TieScope> {
    switch (index) {
      case Outcome::rc_within: return TieScope::within;
      case Outcome::rc_between: return TieScope::between;
      case Outcome::rc_family: return TieScope::family;
      default: return std::nullopt;
    }
  };
  const auto kind = kind_of(outcome);
  if (kind && scope.ties && *kind != *scope.ties) return "is about other ties than those asked for";
  const bool family = scope.is_about_families();
  const bool pair = !scope.rater.empty();
  if (kind && pair && family != (*kind == TieScope::family)) {
    return fmt::format("is not about the ties of {} to {}", scope.rated, scope.rater);
  }
  if (scope.ties && pair && family && scope.ties != TieScope::family) {
    return "is asked for ties that families do not have";
  }
  if (kind == TieScope::within && pair && scope.rater != scope.rated) {
    return "is about ties inside one role";
  }
  const bool by_role = points == Points::role || points == Points::role_pair;
  if (by_role && kind == TieScope::family && scope.ties != kind) {
    return "is about families; say ties: family";
  }
  if (outcome == Outcome::suggestion_acceptance && (family || scope.ties == TieScope::within)) {
    return "is about suggestions between roles of providers";
  }
  return "";
}

std::string no_meaning_of(Outcome outcome, const AskedScope& scope, Points points) {
  const OutcomeLevel level = row_of(outcome).level;
  if (level == OutcomeLevel::tie) return no_meaning_of_ties(outcome, scope, points);
  const bool of_points = points == Points::unit || points == Points::person;
  bool means = !picks_ties(scope, points);
  if (level == OutcomeLevel::pathway) means &= pick_of(scope, points).empty();
  if (level == OutcomeLevel::organisation) {
    // A unit, and whoever works in it, has the value of its organisation; one unit alone tells
    // nothing that the organisation does not.
    means &= !picks_people(scope) && points != Points::role && (scope.unit.empty() || of_points);
  }
  if (means) return "";
  const std::string_view pick = pick_of(scope, points);
  if (level == OutcomeLevel::pathway) {
    return fmt::format(
        "is of cases, and has no meaning for one {}: ask for a pathway or an "
        "organisation",
        pick);
  }
  return fmt::format("is of {}s, and has no meaning for one {}",
                     level == OutcomeLevel::person ? "person" : smallest_scope(level), pick);
}

}  // namespace

bool AskedScope::is_finer() const {
  return ties || !(unit.empty() && role.empty() && pathway.empty() && labour_union.empty() &&
                   rater.empty());
}

std::string no_meaning(const Quantity& quantity, const AskedScope& scope, Points points) {
  if (const auto* outcome = std::get_if<Outcome>(&quantity)) {
    return no_meaning_of(*outcome, scope, points);
  }
  if (!picks_ties(scope, points) && points != Points::role) return "";
  return fmt::format("is a fact of organisations, and has no meaning for one {}",
                     pick_of(scope, points));
}

AskedScope scope_of(const Facts& facts, const ExpectationFacts& claim) {
  AskedScope scope;
  scope.organisation = claim.scope_organisation;
  scope.sector = claim.scope_sector;
  scope.unit = claim.scope_unit;
  scope.role = claim.scope_role;
  scope.pathway = claim.scope_pathway;
  scope.labour_union = claim.scope_union;
  std::tie(scope.rater, scope.rated) = roles_of_pair(facts, claim.scope_role_pair);
  if (const auto kind = find_word(tie_scope_words(), claim.scope_ties)) {
    scope.ties = static_cast<TieScope>(*kind);
  }
  return scope;
}

Points points_of(const ExpectationFacts& claim) {
  const auto place = find_word(place_words(), claim.across);
  return place ? static_cast<Points>(*place + 1) : Points::none;
}

std::optional<ExpectationFacts> subtracted_by(const ExpectationFacts& claim) {
  if (!claim.minus) return std::nullopt;
  ExpectationFacts other = claim;
  static_cast<ClaimScope&>(other) = *claim.minus;
  other.outcome = claim.minus->outcome;
  other.minus.reset();
  return other;
}

std::pair<std::string, std::string> roles_of_pair(const Facts& facts, std::string_view text) {
  const auto is_role = [&](std::string_view name) {
    if (name == kTheFamily) return true;
    const auto named = [&](const RoleFacts& role) { return role.name == name; };
    if (std::any_of(facts.roles.begin(), facts.roles.end(), named)) return true;
    for (const OrganisationFacts& organisation : facts.organisations) {
      for (const UnitFacts& unit : organisation.units) {
        if (unit.staff.contains(std::string(name))) return true;
      }
    }
    return false;
  };
  for (std::size_t at = text.find('-'); at != std::string_view::npos; at = text.find('-', at + 1)) {
    const std::string_view rater = text.substr(0, at), rated = text.substr(at + 1);
    if (is_role(rater) && is_role(rated)) return {std::string(rater), std::string(rated)};
  }
  // Roles that only a change brings are not among the facts yet.
  const std::size_t at = text.find('-');
  if (at == std::string_view::npos) return {};
  return {std::string(text.substr(0, at)), std::string(text.substr(at + 1))};
}

}  // namespace relco
