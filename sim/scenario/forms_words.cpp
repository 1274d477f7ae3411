// Forms of text: free text, names that are given, names that refer, words of closed tables.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "scenario/forms.h"
#include "scenario/json_shapes.h"

namespace relco::scenario {
namespace {

std::string& text_at(void* target) {
  return *static_cast<std::string*>(target);
}
const std::string& text_at(const void* target) {
  return *static_cast<const std::string*>(target);
}

std::vector<std::string_view> names_of(std::span<const Word> words) {
  std::vector<std::string_view> names;
  for (const Word& word : words) names.push_back(word.name);
  return names;
}

// One alone, or a list of them.
Value some_schema(const Value& item) {
  return any_of({list_of(item), item});
}

Value enum_schema(std::span<const Word> words) {
  Value schema = Value::map();
  Value& values = schema.put("enum", Value::list());
  for (const Word& word : words) values.push(Value::string(std::string(word.name)));
  return schema;
}

// The index of the word, or nothing and a finding with the nearest one.
std::optional<std::size_t> read_word(Reading& reading, std::span<const Word> words,
                                     const Value& value) {
  const auto text = read_text(reading, value);
  if (!text) return std::nullopt;
  const auto index = find_word(words, *text);
  if (!index) {
    reading.finding(value, fmt::format("{} is no word of this table{}", describe(value),
                                       hint(*text, names_of(words))));
  }
  return index;
}

class TextForm : public Form {
 public:
  void read(Reading& reading, const Field&, const Value& value, void* target) const override {
    if (auto text = read_text(reading, value)) text_at(target) = std::move(*text);
  }
  std::optional<Value> write(const Field&, const void* target) const override {
    if (text_at(target).empty()) return {};
    return Value::string(text_at(target));
  }
  Value schema(const Field&) const override {
    return any_of({type_schema("string"), type_schema("number")});  // a number is text as well
  }
  std::string expects(const Field&) const override { return "text"; }
};

// Text that is also a name others may refer to, such as a sector.
class LabelForm : public TextForm {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    const auto text = read_text(reading, value);
    if (!text || !reading.check_new_name(*text, value.place)) return;
    TextForm::read(reading, field, value, target);
  }
  void gather(const Field& field, const Value& value, NameBook& names) const override {
    if (value.is_scalar()) names.add(field.thing, value.text);
  }
  std::string expects(const Field&) const override { return "a word of your own"; }
};

class NewNameForm : public TextForm {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    const auto text = read_text(reading, value);
    if (!text || !reading.check_new_name(*text, value.place)) return;
    TextForm::read(reading, field, value, target);
  }
  std::string expects(const Field&) const override { return "a name of your own"; }
};

class NameForm : public TextForm {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    const auto text = read_text(reading, value);
    if (text && reading.check_name(field.thing, *text, value.place)) text_at(target) = *text;
  }
  std::string expects(const Field& field) const override {
    const std::string_view word = word_for(field.thing);
    const bool vowel = std::string_view("aeio").find(word.front()) != std::string_view::npos;
    return fmt::format("name of {} {}", vowel ? "an" : "a", word);
  }
};

class TextsForm : public Form {
 public:
  void read(Reading& reading, const Field&, const Value& value, void* target) const override {
    auto& texts = *static_cast<std::vector<std::string>*>(target);
    texts.clear();
    for (const Value* item : one_or_more(reading, value)) texts.push_back(item->text);
  }
  std::optional<Value> write(const Field&, const void* target) const override {
    const auto& texts = *static_cast<const std::vector<std::string>*>(target);
    if (texts.empty()) return {};
    Value list = Value::list();
    for (const std::string& text : texts) list.push(Value::string(text));
    return list;
  }
  Value schema(const Field&) const override { return some_schema(type_schema("string")); }
  std::string expects(const Field&) const override { return "list of texts"; }
};

class NamesForm : public TextsForm {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    auto& names = *static_cast<std::vector<std::string>*>(target);
    names.clear();
    std::set<std::string_view> seen;
    for (const Value* item : one_or_more(reading, value)) {
      if (!reading.check_name(field.thing, item->text, item->place)) continue;
      if (!seen.insert(item->text).second) {
        reading.finding(*item, fmt::format("{} is listed twice", describe(*item)));
      } else {
        names.push_back(item->text);
      }
    }
    // A set, so the order of the file must not show; only a claim of order lists arms in order.
    if (field.thing != Thing::arm) std::sort(names.begin(), names.end());
  }
  std::string expects(const Field& field) const override {
    return fmt::format("list of names ({})", word_for(field.thing));
  }
};

class WordForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    if (const auto index = read_word(reading, field.words(), value)) {
      *static_cast<std::uint8_t*>(target) = static_cast<std::uint8_t>(*index);
    }
  }
  std::optional<Value> write(const Field& field, const void* target) const override {
    return Value::string(
        std::string(field.words()[*static_cast<const std::uint8_t*>(target)].name));
  }
  Value schema(const Field& field) const override { return enum_schema(field.words()); }
  std::string expects(const Field& field) const override {
    return fmt::format("{}", fmt::join(names_of(field.words()), ", "));
  }
};

class WordTextForm : public WordForm {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    if (const auto index = read_word(reading, field.words(), value)) {
      text_at(target) = field.words()[*index].name;
    }
  }
  std::optional<Value> write(const Field&, const void* target) const override {
    if (text_at(target).empty()) return {};
    return Value::string(text_at(target));
  }
};

// Another name of protocol_rollout, which people take from the structure that it builds.
constexpr std::string_view kSharedProtocol = "shared_protocol";

std::string_view usual_intervention(std::string_view text) {
  return text == kSharedProtocol ? "protocol_rollout" : text;
}

class InterventionsForm : public Form {
 public:
  void read(Reading& reading, const Field&, const Value& value, void* target) const override {
    auto& kinds = *static_cast<std::vector<Intervention>*>(target);
    for (const Value* item : one_or_more(reading, value)) {
      Value word = *item;
      word.text = usual_intervention(item->text);
      const auto index = read_word(reading, intervention_words(), word);
      if (!index) continue;
      const auto kind = static_cast<Intervention>(*index);
      if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) {
        reading.finding(*item, fmt::format("{} is listed twice", describe(*item)));
      } else {
        kinds.push_back(kind);
      }
    }
    std::sort(kinds.begin(), kinds.end());
  }
  std::optional<Value> write(const Field&, const void* target) const override {
    Value list = Value::list();
    for (const Intervention kind : *static_cast<const std::vector<Intervention>*>(target)) {
      const auto index = static_cast<std::size_t>(kind);
      list.push(Value::string(std::string(intervention_words()[index].name)));
    }
    if (list.items.empty()) return {};
    return list;
  }
  Value schema(const Field&) const override {
    Value words = enum_schema(intervention_words());
    words.find("enum")->push(Value::string(std::string(kSharedProtocol)));
    return some_schema(words);
  }
  std::string expects(const Field&) const override { return "list of interventions"; }
};

}  // namespace

std::optional<std::string> read_text(Reading& reading, const Value& value) {
  if (value.is_scalar() && !value.text.empty()) return value.text;
  reading.finding(value, fmt::format("is {}; text is needed here",
                                     value.is_scalar() ? "empty" : describe(value)));
  return std::nullopt;
}

std::vector<const Value*> one_or_more(Reading& reading, const Value& value) {
  std::vector<const Value*> values;
  if (!value.is_list()) {
    if (read_text(reading, value)) values.push_back(&value);
    return values;
  }
  for (const Value& item : value.items) {
    if (read_text(reading, item)) values.push_back(&item);
  }
  return values;
}

const Form& text_form() {
  static const TextForm form;
  return form;
}
const Form& label_form() {
  static const LabelForm form;
  return form;
}
const Form& new_name_form() {
  static const NewNameForm form;
  return form;
}
const Form& name_form() {
  static const NameForm form;
  return form;
}
const Form& texts_form() {
  static const TextsForm form;
  return form;
}
const Form& names_form() {
  static const NamesForm form;
  return form;
}
const Form& word_form() {
  static const WordForm form;
  return form;
}
const Form& word_text_form() {
  static const WordTextForm form;
  return form;
}
const Form& interventions_form() {
  static const InterventionsForm form;
  return form;
}

}  // namespace relco::scenario
