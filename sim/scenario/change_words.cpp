#include "scenario/change_words.h"

#include <fmt/format.h>

#include "scenario/tables.h"

namespace relco {
namespace {

using scenario::Value;

std::string words_of(const Value& value) {
  if (value.is_scalar()) {
    if (value.text == "true") return "yes";
    return value.text == "false" ? "no" : value.text;
  }
  std::string text;
  for (const Value& item : value.items) {
    const std::string words = words_of(item);
    if (words.empty()) continue;
    if (!text.empty()) text += value.is_map() ? "; " : ", ";
    if (value.is_map()) text += item.key + ' ';
    text += words;
  }
  return text;
}

}  // namespace

std::vector<std::string> change_words(const ChangeFacts& change) {
  const Value written = scenario::write_table(scenario::change_table(), &change);
  std::vector<std::string> lines;
  for (const Word& verb : change_verb_words()) {
    const Value* settings = written.find(verb.name);
    if (settings == nullptr) continue;
    const std::string words = words_of(*settings);
    lines.push_back(words.empty() ? std::string(verb.name)
                                  : fmt::format("{}: {}", verb.name, words));
  }
  return lines;
}

}  // namespace relco
