#include "world/vocabulary.h"

namespace relco {
namespace {

#define RELCO_WORD_ROW(name, meaning) Word{#name, meaning},

constexpr std::array kStructureWords{RELCO_STRUCTURES(RELCO_WORD_ROW)};
constexpr std::array kPaymentModelWords{RELCO_PAYMENT_MODELS(RELCO_WORD_ROW)};
constexpr std::array kChangeVerbWords{RELCO_CHANGE_VERBS(RELCO_WORD_ROW)};
constexpr std::array kInterventionWords{RELCO_INTERVENTIONS(RELCO_WORD_ROW)};
constexpr std::array kFramingWords{RELCO_FRAMINGS(RELCO_WORD_ROW)};
constexpr std::array kSurveyModeWords{RELCO_SURVEY_MODES(RELCO_WORD_ROW)};
constexpr std::array kExpectationKindWords{RELCO_EXPECTATION_KINDS(RELCO_WORD_ROW)};
constexpr std::array kEffectScaleWords{RELCO_EFFECT_SCALES(RELCO_WORD_ROW)};
constexpr std::array kPointWords{RELCO_POINTS(RELCO_WORD_ROW)};
constexpr std::array kSpreadWords{RELCO_SPREADS(RELCO_WORD_ROW)};
constexpr std::array kStatisticWords{RELCO_STATISTICS(RELCO_WORD_ROW)};
constexpr std::array kTieScopeWords{RELCO_TIE_SCOPES(RELCO_WORD_ROW)};
constexpr std::array kEvidenceUseWords{RELCO_EVIDENCE_USES(RELCO_WORD_ROW)};

}  // namespace

std::span<const Word> structure_words() {
  return kStructureWords;
}
std::span<const Word> payment_model_words() {
  return kPaymentModelWords;
}
std::span<const Word> change_verb_words() {
  return kChangeVerbWords;
}
std::span<const Word> intervention_words() {
  return kInterventionWords;
}
std::span<const Word> framing_words() {
  return kFramingWords;
}
std::span<const Word> survey_mode_words() {
  return kSurveyModeWords;
}
std::span<const Word> expectation_kind_words() {
  return kExpectationKindWords;
}
std::span<const Word> effect_scale_words() {
  return kEffectScaleWords;
}
std::span<const Word> point_words() {
  return kPointWords;
}
std::span<const Word> place_words() {
  constexpr std::size_t kNoPlaces = 2;  // weeks and replicates, the last two
  return std::span(kPointWords).first(kPointWords.size() - kNoPlaces);
}
std::span<const Word> apart_words() {
  return std::span(kPointWords).first(place_words().size() + 1);
}
std::span<const Word> spread_words() {
  return kSpreadWords;
}
std::span<const Word> statistic_words() {
  return kStatisticWords;
}
std::span<const Word> tie_scope_words() {
  return kTieScopeWords;
}
std::span<const Word> evidence_use_words() {
  return kEvidenceUseWords;
}

std::optional<std::size_t> find_word(std::span<const Word> words, std::string_view name) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].name == name) return i;
  }
  return std::nullopt;
}

}  // namespace relco
