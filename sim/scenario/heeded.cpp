#include "scenario/heeded.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/errors.h"

namespace relco::scenario {
namespace {

using Keys = std::vector<std::string_view>;
using Partly = std::vector<Heeded::Partly>;

// Rows of one kind. What they say follows from what rules/change does with a place.
Heeded on_organisations(std::string_view verb) {
  return {verb, "whole organisations", Keys{"organisation", "copy", "sector"},
          Partly{{"unit", "only picks those that have such a unit"}}};
}

Heeded on_units(std::string_view verb) {
  return {verb, "units", Keys{"organisation", "copy", "sector", "unit"}};
}

Heeded on_people(std::string_view verb, Partly partly = {}) {
  return {verb, "people", Keys{"organisation", "copy", "sector", "unit", "role"},
          std::move(partly)};
}

Heeded on_pathways(std::string_view verb) {
  return {verb, "pathways of organisations", Keys{"organisation", "copy", "sector", "pathway"},
          Partly{{"unit", "only picks organisations that have such a unit"}}};
}

Heeded on_named(std::string_view verb) {
  return {verb, "the organisations that it names"};
}

// People of the team, and of families those whose relative is on the pathway.
Heeded intervention() {
  Heeded row = on_people("intervention");
  row.acts_on = "people, of families those on the pathway";
  row.keys.push_back("pathway");
  return row;
}

Heeded policy() {
  Heeded row = on_organisations("policy");
  row.partly.push_back({"pathway", "only narrows where the pressure is felt"});
  return row;
}

}  // namespace

bool Heeded::heeds(std::string_view key) const {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

const std::vector<Heeded>& heeded_rows() {
  static const std::vector<Heeded> rows{on_organisations("payment"),
                                        on_organisations("leader"),
                                        on_organisations("structure"),
                                        intervention(),
                                        on_named("governance"),
                                        on_named("merge"),
                                        on_named("split"),
                                        on_units("reassign"),
                                        on_units("add_role"),
                                        on_units("remove_role"),
                                        on_organisations("colocate"),
                                        on_people("staffing"),
                                        on_pathways("demand"),
                                        on_units("shock"),
                                        on_units("identity"),
                                        {"union", "unions", Keys{"union"}},
                                        on_people("survey"),
                                        on_pathways("channel"),
                                        policy(),
                                        on_organisations("budget_cycle"),
                                        {"rename_nothing", "nothing"}};
  return rows;
}

const Heeded& heeded_by(const VerbChange& verb) {
  const Heeded& row = heeded_rows().at(verb.index());
  RELCO_CHECK(row.verb == change_verb_words()[verb.index()].name, "the row of verb {} is of {}",
              verb.index(), row.verb);
  return row;
}

bool is_delivered(const VerbChange& verb) {
  return std::holds_alternative<StructureChange>(verb) ||
         std::holds_alternative<InterventionChange>(verb) ||
         std::holds_alternative<GovernanceChange>(verb) ||
         std::holds_alternative<ReassignChange>(verb) ||
         std::holds_alternative<ColocateChange>(verb) ||
         std::holds_alternative<IdentityChange>(verb) || std::holds_alternative<SurveyChange>(verb);
}

std::vector<std::string_view> keys_given(const ChangeScope& where) {
  Keys keys;
  const auto add = [&keys](std::string_view key, bool given) {
    if (given) keys.push_back(key);
  };
  add("organisation", !where.organisation.empty());
  add("copy", where.copy >= 0);
  add("sector", !where.sector.empty());
  add("unit", !where.unit.empty());
  add("role", !where.role.empty());
  add("pathway", !where.pathway.empty());
  add("union", !where.union_name.empty());
  return keys;
}

std::string not_heeded(const Heeded& row, std::string_view key) {
  if (row.heeds(key)) return "";
  std::string text = fmt::format("'{}' acts on {}; {} ", row.verb, row.acts_on, key);
  for (const Heeded::Partly& partly : row.partly) {
    if (partly.key == key) return text.append(partly.what);
  }
  return text + "is not heeded";
}

std::string heeded_sentence(std::string_view verb) {
  for (const Heeded& row : heeded_rows()) {
    if (row.verb != verb) continue;
    std::string text = fmt::format("Acts on {}; ", row.acts_on);
    text += row.keys.empty() ? "heeds nothing of `where`"
                             : fmt::format("heeds of `where` {}", fmt::join(row.keys, ", "));
    for (const Heeded::Partly& partly : row.partly) {
      text += fmt::format("; {} {}", partly.key, partly.what);
    }
    return text + ".";
  }
  return "";
}

}  // namespace relco::scenario
