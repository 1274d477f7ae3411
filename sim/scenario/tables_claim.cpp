// Keys of claims: what every claim has, and the keys of each kind.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

#include "scenario/forms.h"
#include "scenario/numbers.h"
#include "scenario/tables.h"
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
    case ExpectationKind::level: return with_band({outcome(), arm()});
    case ExpectationKind::effect: return with_scaled_band({outcome(), arm(), versus()});
    case ExpectationKind::order:
      return {outcome(),
              required(F::names<&E::arms>("arms", Thing::arm, "from the lowest to the highest"))};
    case ExpectationKind::ratio:
      return with_band({outcome(), required(F::name<&E::of>("of", Thing::arm, "this arm's effect")),
                        required(F::name<&E::to>("to", Thing::arm, "over this arm's effect")),
                        versus()});
    case ExpectationKind::share_of_replicates:
      return with_band(
          {required(F::word_text<&E::regime>("regime", regime_words, "which cycle wins")), arm()});
    case ExpectationKind::trend:
      return with_own_band({outcome(), arm()}, "per_year", "outcome's unit per year");
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

// The index of one kind of ties is an outcome of its own.
void settle_tie_scope(E& claim) {
  const bool index = claim.outcome == "rc_index" || claim.outcome == "rc_" + claim.scope_ties;
  if (claim.scope_ties.empty() || !index) return;
  claim.outcome = "rc_" + claim.scope_ties;
  claim.scope_ties.clear();
}

// at_least and at_most are ends of the band; beside a band, one of the two would not count.
void check_two_bands(Reading& reading, const Value& value, const E& claim) {
  const Value* band = nullptr;
  for (const Field& field : fields_of(claim.kind)) {
    const bool banded = field.form == &band_form() || field.form == &scaled_band_form();
    const Value* written = banded ? value.find(field.key) : nullptr;
    if (written != nullptr && !written->is_scalar()) band = written;  // `relative: true` is none
  }
  if (band == nullptr) return;
  for (const char* end : {"at_least", "at_most"}) {
    if (const Value* also = value.find(end)) {
      reading.finding(
          also->key_place,
          fmt::format("'{}' and '{}' cannot stand together; put it into the band", end, band->key));
    }
  }
}

void check_reaches(Reading& reading, const Value& body, const E& claim) {
  const Value* reaches = body.find("reaches");
  if (claim.kind != ExpectationKind::time_to || reaches == nullptr || !reaches->is_scalar()) return;
  if (parse_number(claim.reaches) || find_word(regime_words(), claim.reaches)) return;
  std::vector<std::string_view> regimes;
  for (const Word& word : regime_words()) regimes.push_back(word.name);
  reading.finding(*reaches, fmt::format("is {}; a number or a regime ({}) is needed here",
                                        describe(*reaches), fmt::join(regimes, ", ")));
}

void check_band(Reading& reading, const Value& value, const E& claim) {
  if (claim.kind == ExpectationKind::order) {
    if (claim.arms.size() == 1) reading.finding(value, "an order needs two arms or more");
    return;
  }
  const bool open = claim.band.low < -1e299 && claim.band.high > 1e299;
  if (claim.band.low > claim.band.high) {
    reading.finding(
        value, fmt::format("at_least {} is above at_most {}", claim.band.low, claim.band.high));
  }
  check_two_bands(reading, value, claim);
  if (!open || claim.sign != 0) return;
  for (const Field& field : fields_of(claim.kind)) {  // written, but wrong: said already
    const bool about = field.form == &band_form() || field.form == &scaled_band_form() ||
                       field.key == "sign" || field.key == "at_least" || field.key == "at_most";
    if (about && value.find(field.key) != nullptr) return;
  }
  reading.finding(value, "claims nothing: give a band [low, high], at_least, at_most or sign");
}

void finish_claim(Reading& reading, const Value& value, void* target) {
  auto& claim = *static_cast<E*>(target);
  const Value* body = nullptr;
  for (const Word& word : expectation_kind_words()) {
    const Value* section = value.find(word.name);
    if (section == nullptr) continue;
    if (body != nullptr) {
      reading.finding(*section,
                      fmt::format("a claim has one kind; this one also has '{}'", body->key));
      return;
    }
    body = section;
  }
  if (body == nullptr) {
    reading.finding(value,
                    "needs a kind: level, effect, order, ratio, share_of_replicates, trend, "
                    "time_to, slope, correlation, interaction, mediated_share, survey or "
                    "persists");
    return;
  }
  settle_tie_scope(claim);
  check_band(reading, *body, claim);
  check_reaches(reading, *body, claim);
  const Value* factors = body->find("factors");
  if (factors != nullptr && factors->items.size() != 2) {
    reading.finding(*body, "an interaction is of exactly two factors");
  }
  if (claim.kind == ExpectationKind::mediated_share && body->find("blocking") == nullptr &&
      body->find("through") == nullptr) {
    reading.finding(*body, "needs 'blocking' (rules) or 'through' (outcomes)");
  }
  if (claim.ends >= 0 && claim.at >= 0 && claim.at <= claim.ends) {
    reading.finding(*body, fmt::format("looks again in week {}, not after the end in week {}",
                                       claim.at, claim.ends));
  }
}

}  // namespace

std::span<const Word> regime_words() {
  static const std::array<Word, kRegimes> words{
      Word{kRegimeNames[0], "ties are strong and hold each other up"},
      Word{kRegimeNames[1], "ties are weak and pull each other down"},
      Word{kRegimeNames[2], "neither cycle has won"}};
  return words;
}

const Table& claim_scope_table() {
  static const E defaults;
  static const Table table{
      "scope",
      "Whom a claim is about; all that is given must fit. A lone name stands for the organisation, "
      "pathway, unit, sector, role or union of that name; system, household and case are everyone. "
      "Ties are those of the people in scope as their partners rate them; of a pathway, those "
      "between people who may meet in its teams. Below organisations, all that fits is pooled.",
      {F::name<&E::scope_organisation>("organisation", Thing::organisation, "only there"),
       F::name<&E::scope_pathway>("pathway", Thing::pathway,
                                  "only its cases, and who may serve them"),
       F::name<&E::scope_sector>("sector", Thing::sector, "only organisations of the sector"),
       F::name<&E::scope_unit>("unit", Thing::unit, "only units of that name"),
       F::name<&E::scope_role>("role", Thing::role, "only people of that role"),
       F::special<&E::scope_role_pair>("role_pair", role_pair_form(),
                                       "two roles: surgeon-nurse is surgeons about nurses"),
       F::name<&E::scope_union>("union", Thing::labour_union, "only whom it covers"),
       F::word_text<&E::scope_ties>("ties", tie_scope_words, "only these ties"),
       short_form(F::special("weeks", claim_weeks_form(), "as in the claim", {0, 5200}))},
      &defaults};
  return table;
}

const Table& claim_table() {
  static const E defaults;
  static const Table table = [] {
    Field scope = F::special("scope", claim_scope_form(), "whom it is about; default: everyone");
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
