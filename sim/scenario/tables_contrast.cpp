// Keys with which a claim compares inside one arm.
#include <fmt/format.h>

#include "scenario/forms.h"
#include "scenario/tables.h"
#include "scenario/tables_claim.h"
#include "world/outcomes.h"

namespace relco::scenario {
namespace {

using E = ExpectationFacts;
using S = ClaimScope;

std::vector<Field> scope_fields() {
  using F = Of<S>;
  return {F::name<&S::scope_organisation>("organisation", Thing::organisation, "only there"),
          F::name<&S::scope_pathway>("pathway", Thing::pathway,
                                     "only its cases, and who may serve them"),
          F::name<&S::scope_sector>("sector", Thing::sector, "only organisations of the sector"),
          F::name<&S::scope_unit>("unit", Thing::unit, "only units of that name"),
          F::name<&S::scope_role>("role", Thing::role, "only people of that role"),
          F::special<&S::scope_role_pair>("role_pair", role_pair_form(),
                                          "two roles: surgeon-nurse is surgeons about nurses"),
          F::name<&S::scope_union>("union", Thing::labour_union, "only whom it covers"),
          F::word_text<&S::scope_ties>("ties", tie_scope_words, "only these ties")};
}

// The index of one kind of ties is an outcome of its own.
void settle_tie_scope(S& scope, std::string& outcome) {
  const bool index = outcome == "rc_index" || outcome == "rc_" + scope.scope_ties;
  if (scope.scope_ties.empty() || !index) return;
  outcome = "rc_" + scope.scope_ties;
  scope.scope_ties.clear();
}

bool in_unit_of_outcome(const E& claim) {
  return claim.kind != ExpectationKind::effect || claim.scale == EffectScale::absolute;
}

void check_units(Reading& reading, const Value& minus, const E& claim) {
  const auto whole = find_outcome(claim.outcome), part = find_outcome(claim.minus->outcome);
  if (!whole || !part || !in_unit_of_outcome(claim)) return;
  const std::string_view has = row_of(*whole).unit, takes = row_of(*part).unit;
  if (has == takes) return;
  reading.finding(minus, fmt::format("{} is measured in {} and {} in {}: one cannot be subtracted "
                                     "from the other; relative and standardised effects can",
                                     claim.minus->outcome, takes, claim.outcome, has));
}

void finish_minus(Reading& reading, const Value& minus, E& claim) {
  const bool outcome = minus.find("outcome") != nullptr, scope = minus.find("scope") != nullptr;
  if (!outcome && !scope) {
    if (minus.is_map() && minus.items.empty()) {
      reading.finding(minus, "subtracts nothing: give 'outcome', 'scope' or both");
    }
    claim.minus.reset();
    return;
  }
  if (!outcome) claim.minus->outcome = claim.outcome;
  if (!scope) static_cast<S&>(*claim.minus) = claim;
}

// What was read wrongly was said already, and may look like something else now.
bool is_wrong(const Reading& reading) {
  const std::string& claim = reading.path();
  return reading.wrong([&](std::string_view path) {
    return path.starts_with(claim) && (path.size() == claim.size() || path[claim.size()] == '.');
  });
}

}  // namespace

Field minus_field() {
  Field field = Of<E>::special<&E::minus>(
      "minus", claim_minus_form(), "what is subtracted: the same of another outcome or scope");
  field.table = minus_table;
  return field;
}

std::vector<Field> spread_fields() {
  using F = Of<E>;
  return {F::word_text<&E::across>("across", apart_words, "what the spread is across"),
          F::word_text<&E::spread>(
              "spread", spread_words,
              "how far the means of those lie apart, in place of the mean; of weeks, "
              "their values")};
}

const Table& claim_scope_table() {
  static const E defaults;
  static const Table table = [] {
    Table t{"scope",
            "Whom a claim is about; all that is given must fit. A lone name stands for the "
            "organisation, pathway, unit, sector, role or union of that name; system, household "
            "and case are everyone. Ties are those of the people in scope as their partners rate "
            "them; of a pathway, those between people who may meet in its teams. Below "
            "organisations, all that fits is pooled.",
            scope_fields(), static_cast<const S*>(&defaults)};
    Field weeks{"weeks", "as in the claim", &claim_weeks_form(),
                [](void* scope) -> void* { return static_cast<E*>(static_cast<S*>(scope)); }};
    weeks.range = {0, 5200};
    t.fields.push_back(short_form(std::move(weeks)));
    return t;
  }();
  return table;
}

const Table& minus_scope_table() {
  static const S defaults;
  static const Table table{"minus_scope",
                           "Whom `minus` is about, with the words of [scope](#scope). It stands by "
                           "itself: nothing of the claim's own scope is added.",
                           scope_fields(), &defaults};
  return table;
}

const Table& minus_table() {
  using M = ClaimMinus;
  static const M defaults;
  static const Table table = [] {
    Field scope{"scope", "whose; default: that of the claim", &minus_scope_form(),
                [](void* minus) -> void* { return static_cast<S*>(static_cast<M*>(minus)); }};
    scope.table = minus_scope_table;
    scope.default_varies = true;
    return Table{"minus",
                 "What a claim takes away from its value, seed by seed: the same measure, in the "
                 "same arms and weeks, of another outcome or of somebody else. One of the two keys "
                 "is needed. An effect minus an effect says who gains more.",
                 {Of<M>::name<&M::outcome>("outcome", Thing::outcome,
                                           "of which outcome; default: that of the claim"),
                  scope},
                 &defaults};
  }();
  return table;
}

void finish_contrast(Reading& reading, const Value& body, E& claim) {
  const bool of_points =
      claim.kind == ExpectationKind::slope || claim.kind == ExpectationKind::correlation;
  const Value *across = body.find("across"), *spread = body.find("spread");
  if (!of_points && across != nullptr && spread == nullptr) {
    reading.finding(across->key_place, "needs 'spread' beside it: range, sd or drift");
  }
  if (spread != nullptr && claim.spread == "drift" && across != nullptr && claim.across != "week") {
    reading.finding(*spread, "is of weeks: places have no first one to be far from");
  }
  if (spread != nullptr && across == nullptr) {
    reading.finding(spread->key_place, "needs 'across' beside it: what lies apart");
  }
  const Value* minus = body.find("minus");
  if (minus != nullptr && claim.minus) finish_minus(reading, *minus, claim);
  settle_tie_scope(claim, claim.outcome);
  if (!claim.minus) return;
  settle_tie_scope(*claim.minus, claim.minus->outcome);
  if (is_wrong(reading)) return;
  const bool same_scope = static_cast<const S&>(*claim.minus) == static_cast<const S&>(claim);
  if (same_scope && claim.minus->outcome == claim.outcome) {
    reading.finding(*minus, "subtracts the claim from itself");
  }
  check_units(reading, *minus, claim);
}

}  // namespace relco::scenario
