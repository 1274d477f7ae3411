#include "world/vocabulary.h"

namespace relco {
namespace {

#define RELCO_WORD_ROW(name, meaning) Word{#name, meaning},

constexpr std::array kStructureWords{RELCO_STRUCTURES(RELCO_WORD_ROW)};
constexpr std::array kPaymentModelWords{RELCO_PAYMENT_MODELS(RELCO_WORD_ROW)};
constexpr std::array kChangeVerbWords{RELCO_CHANGE_VERBS(RELCO_WORD_ROW)};
constexpr std::array kInterventionWords{RELCO_INTERVENTIONS(RELCO_WORD_ROW)};

}  // namespace

std::span<const Word> structure_words() { return kStructureWords; }
std::span<const Word> payment_model_words() { return kPaymentModelWords; }
std::span<const Word> change_verb_words() { return kChangeVerbWords; }
std::span<const Word> intervention_words() { return kInterventionWords; }

std::optional<std::size_t> find_word(std::span<const Word> words, std::string_view name) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].name == name) return i;
  }
  return std::nullopt;
}

}  // namespace relco
