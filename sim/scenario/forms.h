// The kinds of values that keys can have, and how to declare a key of each kind:
//   using O = OrganisationFacts;  using F = Of<O>;
//   F::fact<&O::control>("control", kShare, "", "control intensity: ...")
#pragma once

#include <string>
#include <vector>

#include "scenario/table.h"
#include "world/facts.h"

namespace relco::scenario {

inline constexpr Range kAny{};
inline constexpr Range kShare{0, 1};
inline constexpr Range kStance{-1, 1};
inline constexpr Range kScore{1, 5};
inline constexpr Range kNotNegative{0, 1e12};

// ---- forms of single values; T is the type of the member ----
template <class T>
[[nodiscard]] const Form& number_form();  // double, int, optional of these
template <class T>
[[nodiscard]] const Form& fact_form();  // Fact, optional<Fact>
template <class T>
[[nodiscard]] const Form& flag_form();           // bool, optional<bool>
[[nodiscard]] const Form& opposite_flag_form();  // bool, written the other way round
[[nodiscard]] const Form& seed_form();           // uint64
[[nodiscard]] const Form& week_form();           // Week; -1 and kNever are "not set"
[[nodiscard]] const Form& text_form();           // string
[[nodiscard]] const Form& texts_form();          // vector<string>; one alone may stand
[[nodiscard]] const Form& evidence_form();       // vector<string>, ids of the registry
[[nodiscard]] const Form& rows_form();           // vector<string>, rows of the checklist
[[nodiscard]] const Form& name_form();           // string, refers to field.thing
[[nodiscard]] const Form& names_form();          // vector<string>
[[nodiscard]] const Form& new_name_form();       // string, names the thing it is in
[[nodiscard]] const Form& label_form();          // string; defines a field.thing
[[nodiscard]] const Form& word_form();           // one-byte enum, of field.words
[[nodiscard]] const Form& word_text_form();      // string, one of field.words
[[nodiscard]] const Form& interventions_form();  // vector<Intervention>
// ---- forms of nested values ----
[[nodiscard]] const Form& section_form();  // keys of field.table, same owner kind
template <class T>
[[nodiscard]] const Form& things_form();  // vector<T>, T is Named; list or map
template <class T>
[[nodiscard]] const Form& verb_form();  // T appended to vector<VerbChange>
// ---- forms with a shape of their own (forms_special.cpp, forms_claims.cpp, ...) ----
[[nodiscard]] const Form& version_form();          // `relco: 1`
[[nodiscard]] const Form& staff_form();            // map role -> posts
[[nodiscard]] const Form& team_form();             // PathwayFacts: role -> members, family: all
[[nodiscard]] const Form& interdependence_form();  // PathwayFacts: role-role -> 0-1
[[nodiscard]] const Form& tie_pairs_form();        // map role-role -> PairStart
[[nodiscard]] const Form& carers_form();           // map kind -> Fact
[[nodiscard]] const Form& where_form();            // ChangeScope: a name, or its keys
[[nodiscard]] const Form& pair_form();             // string pair of two organisations (merge)
[[nodiscard]] const Form& arms_form();             // vector<ArmFacts>
[[nodiscard]] const Form& claims_form();           // vector<ExpectationFacts>
[[nodiscard]] const Form& claim_form();            // ExpectationFacts: a kind and its keys
[[nodiscard]] const Form& claim_scope_form();      // ClaimScope
[[nodiscard]] const Form& minus_scope_form();      // ClaimScope, written even when it is everyone
[[nodiscard]] const Form& claim_minus_form();      // optional<ClaimMinus>
[[nodiscard]] const Form& claim_weeks_form();      // ExpectationFacts
[[nodiscard]] const Form& role_pair_form();        // string "surgeon-nurse"
[[nodiscard]] const Form& band_form();             // Band
[[nodiscard]] const Form& scaled_band_form();      // ExpectationFacts: band under its scale's name
[[nodiscard]] const Form& sign_form();             // int

// Declares keys of an owner; each function is named after the form that it picks.
template <class Owner>
struct Of {
  template <auto Member>
  static void* at(void* owner) {
    return &(static_cast<Owner*>(owner)->*Member);
  }
  static void* self(void* owner) { return owner; }
  template <auto Member>
  using TypeOf = std::remove_reference_t<decltype(std::declval<Owner&>().*Member)>;
  using Text = std::string_view;

  template <auto M>
  static Field number(Text key, Range range, Text unit, Text meaning) {
    return {key, meaning, &number_form<TypeOf<M>>(), &at<M>, unit, range};
  }
  template <auto M>
  static Field fact(Text key, Range range, Text unit, Text meaning) {
    return {key, meaning, &fact_form<TypeOf<M>>(), &at<M>, unit, range};
  }
  template <auto M>
  static Field flag(Text key, Text meaning) {
    return {key, meaning, &flag_form<TypeOf<M>>(), &at<M>};
  }
  template <auto M>
  static Field week(Text key, Text meaning) {
    return {key, meaning, &week_form(), &at<M>, "weeks", {0, 5200}};
  }
  template <auto M>
  static Field text(Text key, Text meaning) {
    return {key, meaning, &text_form(), &at<M>};
  }
  template <auto M>
  static Field texts(Text key, Text meaning) {
    return {key, meaning, &texts_form(), &at<M>};
  }
  template <auto M>
  static Field name(Text key, Thing thing, Text meaning) {
    Field field{key, meaning, &name_form(), &at<M>};
    field.thing = thing;
    return field;
  }
  template <auto M>
  static Field names(Text key, Thing thing, Text meaning) {
    Field field{key, meaning, &names_form(), &at<M>};
    field.thing = thing;
    return field;
  }
  template <auto M>
  static Field word(Text key, std::span<const Word> (*words)(), Text meaning) {
    static_assert(sizeof(TypeOf<M>) == 1);
    Field field{key, meaning, &word_form(), &at<M>};
    field.words = words;
    return field;
  }
  template <auto M>
  static Field word_text(Text key, std::span<const Word> (*words)(), Text meaning) {
    Field field{key, meaning, &word_text_form(), &at<M>};
    field.words = words;
    return field;
  }
  template <auto M>
  static Field things(Text key, Thing thing, const Table& (*table)(), Text meaning) {
    Field field{key, meaning, &things_form<typename TypeOf<M>::value_type>(), &at<M>};
    field.table = table;
    field.thing = thing;
    field.holds_things = true;
    return field;
  }
  template <auto M>
  static Field section(Text key, const Table& (*table)(), Text meaning) {
    Field field{key, meaning, &section_form(), &at<M>};
    field.table = table;
    return field;
  }
  // The verb of a change that becomes the alternative T; its word and meaning are in the
  // vocabulary.
  template <auto M, class T>
  static Field verb(const Table& (*table)()) {
    const Word& word = change_verb_words()[VerbChange(T{}).index()];
    Field field{word.name, word.meaning, &verb_form<T>(), &at<M>};
    field.table = table;
    field.may_be_bare = true;
    return field;
  }
  // A section whose keys belong to the same owner.
  static Field group(Text key, const Table& (*table)(), Text meaning) {
    Field field{key, meaning, &section_form(), &self};
    field.table = table;
    return field;
  }
  template <auto M>
  static Field special(Text key, const Form& form, Text meaning, Range range = {}) {
    return {key, meaning, &form, &at<M>, "", range};
  }
  static Field special(Text key, const Form& form, Text meaning, Range range = {}) {
    return {key, meaning, &form, &self, "", range};
  }
};

[[nodiscard]] inline Field required(Field field) {
  field.required = true;
  return field;
}
[[nodiscard]] inline Field other_spelling(Field field) {
  field.spelling = Spelling::other;
  return field;
}
[[nodiscard]] inline Field short_form(Field field) {
  field.spelling = Spelling::short_form;
  return field;
}
[[nodiscard]] inline Field example(Field field, std::string_view text) {
  field.example = text;
  return field;
}

// One key per structure, for an owner that holds a level of each in an array.
template <class Owner, auto Levels>
[[nodiscard]] std::vector<Field> structure_fields() {
  using Level =
      typename std::remove_reference_t<decltype(std::declval<Owner&>().*Levels)>::value_type;
  const Form& form = []() -> const Form& {
    if constexpr (std::is_same_v<Level, std::optional<Fact>>)
      return fact_form<Level>();
    else
      return number_form<Level>();
  }();
  std::vector<Field> fields;
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (fields.push_back(
         {structure_words()[I].name, structure_words()[I].meaning, &form,
          [](void* owner) -> void* { return &(static_cast<Owner*>(owner)->*Levels)[I]; }, "",
          kShare}),
     ...);
  }
  (std::make_index_sequence<kStructures>());
  return fields;
}

// Shared with the forms of special shape.
[[nodiscard]] std::optional<double> read_number(Reading& reading, const Field& field,
                                                const Value& value, bool whole);
[[nodiscard]] std::optional<Fact> read_fact(Reading& reading, const Field& field,
                                            const Value& value);
[[nodiscard]] Value write_fact(const Fact& fact);
[[nodiscard]] Value fact_schema(const Range& range);
[[nodiscard]] Value number_schema(const Range& range, bool whole);
[[nodiscard]] Value table_schema(const Table& table);  // a reference to the table's definition
// The text of a scalar, or nothing and a finding.
[[nodiscard]] std::optional<std::string> read_text(Reading& reading, const Value& value);
// A scalar or a list of scalars as values.
[[nodiscard]] std::vector<const Value*> one_or_more(Reading& reading, const Value& value);

}  // namespace relco::scenario
