// What must hold between the keys of a claim and those of its kind.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenario/forms.h"
#include "scenario/numbers.h"
#include "scenario/tables.h"
#include "scenario/tables_claim.h"

namespace relco::scenario {
namespace {

using E = ExpectationFacts;

const std::vector<Field>& fields_of(const E& claim) {
  const Word& kind = expectation_kind_words()[static_cast<std::size_t>(claim.kind)];
  return claim_table().find(kind.name)->table().fields;
}

// at_least and at_most are ends of the band; beside a band, one of the two would not count.
void check_two_bands(Reading& reading, const Value& value, const E& claim) {
  const Value* band = nullptr;
  for (const Field& field : fields_of(claim)) {
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
  for (const Field& field : fields_of(claim)) {  // written, but wrong: said already
    const bool about = field.form == &band_form() || field.form == &scaled_band_form() ||
                       field.key == "sign" || field.key == "at_least" || field.key == "at_most";
    if (about && value.find(field.key) != nullptr) return;
  }
  reading.finding(value, "claims nothing: give a band [low, high], at_least, at_most or sign");
}

}  // namespace

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
  finish_contrast(reading, *body, claim);
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

}  // namespace relco::scenario
