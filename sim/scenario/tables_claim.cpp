// Keys of claims: what every claim has, and the keys of each kind.
#include <fmt/format.h>

#include <array>

#include "scenario/forms.h"
#include "scenario/tables.h"
#include "scenario/tables_claim.h"
#include "world/outcomes.h"

namespace relco::scenario {
namespace {

using E = ExpectationFacts;
using F = Of<E>;

// ---- keys that several kinds have ----
Field outcome() {
  return required(F::name<&E::outcome>("outcome", Thing::outcome, "a word of the outcomes table"));
}
Field arm() {
  return required(F::name<&E::arm>("arm", Thing::arm, "the arm it is about"));
}
Field versus(std::string_view meaning = "the arm it is compared with; default: the first") {
  return F::name<&E::versus>("versus", Thing::arm, meaning);
}
Field band(std::string_view key = "band", std::string_view unit = "") {
  return {key, "[low, high] that the value must lie in; null is an open end", &band_form(),
          &F::at<&E::band>, unit};
}
Field at_least() {
  return short_form({"at_least", "the band's low end", &number_form<double>(),
                     [](void* o) -> void* { return &static_cast<E*>(o)->band.low; }});
}
Field at_most() {
  return short_form({"at_most", "the band's high end", &number_form<double>(),
                     [](void* o) -> void* { return &static_cast<E*>(o)->band.high; }});
}
Field sign() {
  return F::special<&E::sign>("sign", sign_form(), "direction that is claimed: + or -");
}
Field scale() {
  return F::word<&E::scale>("scale", effect_scale_words, "in what the band is measured");
}
Field scaled(std::string_view key) {
  return {key, "the band on this scale, in place of scale and band", &scaled_band_form(), &F::self};
}

using Fields = std::vector<Field>;

void add(Fields& to, const Fields& more) {
  to.insert(to.end(), more.begin(), more.end());
}

Fields with_band(Fields fields) {
  add(fields, {band(), at_least(), at_most(), sign()});
  return fields;
}
Fields with_scaled_band(Fields fields) {
  fields.push_back(scale());
  for (const Word& word : effect_scale_words()) fields.push_back(scaled(word.name));
  return with_band(std::move(fields));
}
// A band under a name of its own; `band` works too.
Fields with_own_band(Fields fields, std::string_view key, std::string_view unit) {
  add(fields, {band(key, unit), other_spelling(band()), at_least(), at_most(), sign()});
  return fields;
}
Fields with_spread(Fields fields) {
  add(fields, spread_fields());
  return fields;
}
// Of what may also be measured across places, or less the same of somebody else.
Fields with_contrast(Fields fields) {
  fields = with_spread(std::move(fields));
  fields.push_back(minus_field());
  return fields;
}
Fields statistic_fields() {
  return with_scaled_band(
      {outcome(),
       required(F::name<&E::on>("on", Thing::quantity,
                                "an outcome, a structure or a "
                                "fact of organisations")),
       required(F::word_text<&E::across>("across", point_words, "what the points are")), arm()});
}

Fields fields_of(ExpectationKind kind) {
  switch (kind) {
    case ExpectationKind::level: return with_band(with_contrast({outcome(), arm()}));
    case ExpectationKind::effect:
      return with_scaled_band(with_contrast({outcome(), arm(), versus()}));
    case ExpectationKind::order:
      return with_spread({outcome(), required(F::names<&E::arms>(
                                         "arms", Thing::arm, "from the lowest to the highest"))});
    case ExpectationKind::ratio:
      return with_band(
          {outcome(), required(F::name<&E::of>("of", Thing::arm, "this arm's effect")),
           required(F::name<&E::to>("to", Thing::arm, "over this arm's effect")), versus(),
           F::name<&E::to_versus>("to_versus", Thing::arm,
                                  "what the second effect is compared with; default: versus"),
           scale()});
    case ExpectationKind::share_of_replicates:
      return with_band(
          {required(F::word_text<&E::regime>("regime", regime_words, "which cycle wins")), arm()});
    case ExpectationKind::trend:
      return with_own_band({outcome(), arm(), minus_field()}, "per_year",
                           "outcome's unit per year");
    case ExpectationKind::time_to:
      return with_band(
          {outcome(), arm(),
           required(F::text<&E::reaches>("reaches", "the value to be reached, or a regime")),
           versus("the band is then of the ratio of weeks to this arm's")});
    case ExpectationKind::slope:
    case ExpectationKind::correlation: return statistic_fields();
    case ExpectationKind::interaction:
      return with_scaled_band(
          {outcome(), required(F::names<&E::factors>("factors", Thing::factor,
                                                     "two changes, or factors of a factorial"))});
    case ExpectationKind::mediated_share:
      return with_band(
          {outcome(), arm(), versus(),
           F::names<&E::blocking>(
               "blocking", Thing::rule,
               "rules, terms of the ledger or other mechanisms that are blocked (relco params)"),
           F::names<&E::through>("through", Thing::outcome, "outcomes that are held")});
    case ExpectationKind::survey:
      return with_band(
          {required(F::word_text<&E::statistic>("statistic", statistic_words, "of the survey")),
           arm(), F::week<&E::week>("week", "when it is run; default: the last week"),
           F::name<&E::scope_pathway>("pathway", Thing::pathway, "only this pathway")});
    case ExpectationKind::persists:
      return with_own_band(
          {outcome(), arm(), versus(), required(F::week<&E::ends>("ends", "when the help ends")),
           required(F::week<&E::at>("at", "when it is looked at again"))},
          "retained", "share");
  }
  return {};
}

template <std::size_t kKind>
const Table& kind_table() {
  static const E defaults = [] {
    E e;
    const auto kind = static_cast<ExpectationKind>(kKind);
    e.kind = kind;
    if (kind == ExpectationKind::slope || kind == ExpectationKind::correlation) {
      e.scale = EffectScale::standardised;
    }
    return e;
  }();
  static const Table table{fmt::format("claim.{}", expectation_kind_words()[kKind].name),
                           expectation_kind_words()[kKind].meaning,
                           fields_of(static_cast<ExpectationKind>(kKind)), &defaults};
  return table;
}

Fields kind_fields() {
  Fields fields;
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (fields.push_back({expectation_kind_words()[I].name,
                       expectation_kind_words()[I].meaning,
                       &claim_form(),
                       &F::self,
                       "",
                       {},
                       &kind_table<I>}),
     ...);
  }
  (std::make_index_sequence<static_cast<std::size_t>(ExpectationKind::persists) + 1>());
  return fields;
}

}  // namespace

std::span<const Word> regime_words() {
  static const std::array<Word, kRegimes> words{
      Word{kRegimeNames[0], "ties are strong and hold each other up"},
      Word{kRegimeNames[1], "ties are weak and pull each other down"},
      Word{kRegimeNames[2], "neither cycle has won"}};
  return words;
}

const Table& claim_table() {
  static const E defaults;
  static const Table table = [] {
    Field scope{
        "scope", "whom it is about; default: everyone", &claim_scope_form(),
        [](void* claim) -> void* { return static_cast<ClaimScope*>(static_cast<E*>(claim)); }};
    scope.table = claim_scope_table;
    Table t{
        "claim",
        "An executable claim; relco check runs it. It has one kind; keys of the kind stand below "
        "it, or beside it.",
        {F::special<&E::id>("id", new_name_form(), "unique in the file"),
         F::text<&E::says>("says", "the claim in words"),
         required(F::special<&E::evidence>("evidence", evidence_form(),
                                           "ids of the evidence that the band rests on")),
         F::special<&E::evidence_unverified>("unverified", evidence_form(),
                                             "those of them that are unverified beyond what the "
                                             "registry of evidence says by itself"),
         scope,
         F::special("weeks", claim_weeks_form(), "[first, last]; default: the last 26 weeks",
                    {0, 5200}),
         F::number<&E::seeds>("seeds", {1, 100000}, "", "how many seeds are run"),
         F::number<&E::agree>("agree", kShare, "share of seeds",
                              "that must satisfy it; 0: the median must lie in the band"),
         F::word_text<&E::use>("use", evidence_use_words,
                               "whether parameters may have been fitted to it"),
         F::text<&E::open>("open", "why it does not hold yet; none: it is claimed to hold")},
        &defaults,
        {},
        finish_claim};
    add(t.fields, kind_fields());
    return t;
  }();
  return table;
}

}  // namespace relco::scenario
