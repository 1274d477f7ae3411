#include "scenario/check_spread.h"

#include <fmt/format.h>

#include <set>

namespace relco::scenario {
namespace {

// Rows of each kind that fit the organisation, sector, unit and role of a scope.
struct Counts {
  int organisations = 0, units = 0;
  std::set<std::string> roles;
};

bool fits(const std::string& wanted, const std::string& name) {
  return wanted.empty() || wanted == name;
}

Counts counts_in(const Facts& facts, const ClaimScope& scope) {
  Counts counts;
  for (const OrganisationFacts& organisation : facts.organisations) {
    if (!fits(scope.scope_organisation, organisation.name)) continue;
    if (!fits(scope.scope_sector, organisation.sector)) continue;
    int units = 0;
    for (const UnitFacts& unit : organisation.units) {
      if (!fits(scope.scope_unit, unit.name)) continue;
      units += unit.copies;
      for (const auto& [role, posts] : unit.staff) {
        if (posts > 0 && fits(scope.scope_role, role)) counts.roles.insert(role);
      }
    }
    if (units > 0) counts.organisations += organisation.copies;
    counts.units += units * organisation.copies;
  }
  return counts;
}

}  // namespace

std::string no_spread(const Facts& facts, const ExpectationFacts& claim, bool roles_are_added) {
  if (claim.spread.empty()) return "";
  const Counts counts = counts_in(facts, claim);
  const bool one = (claim.across == "organisation" && counts.organisations == 1) ||
                   (claim.across == "unit" && counts.units == 1) ||
                   (claim.across == "role" && counts.roles.size() == 1 && !roles_are_added);
  if (!one) return "";
  return fmt::format("only one {} is in this scope; a spread needs two or more", claim.across);
}

}  // namespace relco::scenario
