#include "scenario/reading.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "scenario/tables.h"

namespace relco::scenario {

namespace {

constexpr std::size_t kLongestName = 120;  // comparing longer words would cost more than it tells

// The nearest name among those of similar length; comparing takes the product of the lengths, so of
// very many long names only the first are looked at.
std::string_view nearest_of(std::string_view word, const std::vector<std::string_view>& known) {
  const std::size_t most = 4'000'000 / ((word.size() + 8) * (word.size() + 8));
  std::vector<std::string_view> similar;
  for (const std::string_view name : known) {
    if (similar.size() >= most) break;
    const std::size_t slack = std::max<std::size_t>(2, word.size() / 3);
    if (name.size() <= word.size() + slack && word.size() <= name.size() + slack) {
      similar.push_back(name);
    }
  }
  return nearest_name(word, similar);
}

// Where in the format a key belongs that does not belong here.
std::string key_elsewhere(std::string_view key) {
  if (key.size() > kLongestName || key.size() < 4) return "";
  std::vector<std::string_view> keys;
  for (const Table* table : all_tables()) {
    for (const Field& field : table->fields) keys.push_back(field.key);
  }
  const std::string_view near = nearest_name(key, keys);
  if (near.empty()) return "";
  for (const Table* table : all_tables()) {
    if (table->find(near) == nullptr) continue;
    return fmt::format("; '{}' is a key of {}", near, table->name);
  }
  return "";
}

}  // namespace

std::string hint(std::string_view word, const std::vector<std::string_view>& known) {
  if (known.empty() || word.size() > kLongestName) return "";
  if (const std::string_view near = nearest_of(word, known); !near.empty()) {
    return fmt::format("; did you mean '{}'?", near);
  }
  constexpr std::size_t kShown = 12;
  if (known.size() <= kShown) return fmt::format("; known are {}", fmt::join(known, ", "));
  const std::vector<std::string_view> first(known.begin(), known.begin() + kShown);
  return fmt::format("; known are {}, ... ({} in all)", fmt::join(first, ", "), known.size());
}

namespace {

const Field* nearest_field(const Table& table, std::string_view key) {
  std::vector<std::string_view> keys;
  for (const Field& field : table.fields) keys.push_back(field.key);
  return table.find(nearest_of(key.substr(0, kLongestName), keys));
}

// The value of a key, or of one that is no key and was probably meant to be it.
const Value* meant_for(const Table& table, const Field& field, const Value& value) {
  if (const Value* exact = value.find(field.key)) return exact;
  for (const Value& item : value.items) {
    if (table.find(item.key) == nullptr && nearest_field(table, item.key) == &field) return &item;
  }
  return nullptr;
}

}  // namespace

Reading::Step::Step(Reading& reading, std::string_view key, Place place)
    : reading_(reading), length_(reading.path_.size()) {
  if (!reading_.path_.empty()) reading_.path_ += '.';
  reading_.path_ += key.substr(0, 120);
  reading_.places_.emplace(reading_.path_, place);
}

Reading::Step::~Step() {
  reading_.path_.resize(length_);
}

void Reading::finding(Place place, std::string message) {
  if (diagnostics_.size() >= kMaxFindings) {
    ++left_out_;
    return;
  }
  diagnostics_.add({source(place.file), place.line, place.column, path_, std::move(message)});
}

void Reading::finding_at(const std::string& path, std::string message) {
  path_ = path;
  finding(place_of(path), std::move(message));
  path_.clear();
}

void Reading::note_at(const std::string& path, std::string message) {
  if (notes_.size() >= kMaxFindings) return;
  const Place place = place_of(path);
  Finding note{source(place.file), place.line, place.column, path, std::move(message)};
  // Copies of a change that a factorial makes are written in one place and need one note.
  const bool said = std::any_of(notes_.begin(), notes_.end(), [&](const Finding& one) {
    return one.line > 0 && one.line == note.line && one.column == note.column &&
           one.file == note.file && one.message == note.message;
  });
  if (!said) notes_.push_back(std::move(note));
}

// Where the path was written, or its nearest parent that was.
Place Reading::place_of(std::string path) const {
  auto found = places_.find(path);
  while (found == places_.end() && path.rfind('.') != std::string::npos) {
    path.resize(path.rfind('.'));
    found = places_.find(path);
  }
  return found == places_.end() ? Place{} : found->second;
}

void Reading::report_left_out() {
  if (left_out_ == 0) return;
  diagnostics_.add({source(0), 0, 0, "", fmt::format("{} more findings are not shown", left_out_)});
}

std::string_view Reading::parameter_named(std::string_view key) const {
  if (key == "parameters" || key == "params") return key;
  const std::size_t dot = key.find('.');
  for (const ParameterRow& row : parameters_) {
    if (key == row.rule || key == row.field) return key;
    if (dot != std::string_view::npos && key.substr(0, dot) == row.rule) return key;
  }
  return {};
}

void Reading::unknown_key(const Value& value, const std::vector<std::string_view>& known) {
  if (full()) return finding(value.key_place, "");
  if (!parameter_named(value.key).empty()) {
    finding(value.key_place,
            fmt::format("'{}' is a model parameter; scenarios hold facts only, use --set for "
                        "research",
                        value.key));
  } else if (value.key == "<<") {
    finding(value.key_place, "merge keys (<<) are not part of the format; use extends");
  } else {
    std::string help = hint(value.key, known);
    if (nearest_name(value.key.substr(0, kLongestName), known).empty()) {
      if (const std::string elsewhere = key_elsewhere(value.key); !elsewhere.empty()) {
        help = elsewhere;
      }
    }
    finding(value.key_place, fmt::format("unknown key {}{}", shown(value.key), help));
  }
}

bool Reading::check_name(std::span<const Thing> things, std::string_view name, Place place) {
  std::vector<std::string_view> known;
  for (const Thing thing : things) {
    if (names_.knows(thing, name)) return true;
    if (full()) continue;
    const auto some = names_.all(thing);
    known.insert(known.end(), some.begin(), some.end());
  }
  std::string kinds;
  for (const Thing thing : things) {
    kinds += kinds.empty() ? "" : " or ";
    kinds += word_for(thing);
  }
  finding(place, fmt::format("there is no {} named {}{}", kinds, shown(name), hint(name, known)));
  return false;
}

bool Reading::check_new_name(std::string_view name, Place place) {
  constexpr std::size_t kLongest = 120;
  const bool edges = !name.empty() && (name.front() == ' ' || name.back() == ' ');
  const bool strange = std::any_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == '/';
  });
  if (!name.empty() && name.size() <= kLongest && !edges && !strange) return true;
  finding(place, fmt::format("'{}' cannot be a name: 1 to {} characters, no quotes, slashes, line "
                             "breaks or spaces at the ends",
                             name.substr(0, kLongest), kLongest));
  return false;
}

void Reading::read_table(const Table& table, const Value& value, void* target) {
  if (!value.is_map() && !value.is_null()) {
    const Field* lone = table.short_key.empty() ? nullptr : table.find(table.short_key);
    if (lone == nullptr) {
      finding(value, fmt::format("is {}; a map of keys is needed here", describe(value)));
      return;
    }
    lone->form->read(*this, *lone, value, lone->at(target));
  } else {
    for (const Value& item : value.items) read_key(table, item, target);
    for (const Field& field : table.fields) {
      if (field.required && meant_for(table, field, value) == nullptr) {
        finding(value, fmt::format("needs '{}': {}", field.key, field.meaning));
      }
    }
  }
  if (table.finish != nullptr) table.finish(*this, value, target);
}

void Reading::read_key(const Table& table, const Value& item, void* target) {
  const Field* field = table.find(item.key);
  const Step step(*this, item.key, item.place);
  if (field == nullptr) {
    std::vector<std::string_view> known;
    for (const Field& f : table.fields) {
      if (f.spelling != Spelling::other) known.push_back(f.key);
    }
    unknown_key(item, known);
  } else if (item.is_null() && !field->may_be_bare) {
    finding(item.key_place, "has no value");  // nearly always an unfinished line
  } else {
    field->form->read(*this, *field, item, field->at(target));
  }
}

const Field* Table::find(std::string_view key) const {
  for (const Field& field : fields) {
    if (field.key == key) return &field;
  }
  return nullptr;
}

std::string Table::title() const {
  if (name.starts_with("change.")) return fmt::format("`{}:` in a change", name.substr(7));
  if (name.starts_with("claim.")) return fmt::format("`{}:` in a claim", name.substr(6));
  return name;
}

std::string Table::link() const {
  std::string anchor;
  for (const char c : title()) {
    if (c == ' ')
      anchor += '-';
    else if (c != '`' && c != ':')
      anchor += c;
  }
  return fmt::format("[{}](#{})", name.substr(name.find('.') + 1), anchor);
}

Value write_table(const Table& table, const void* owner) {
  Value map = Value::map();
  for (const Field& field : table.fields) {
    if (field.spelling != Spelling::usual) continue;
    if (auto value = field.form->write(field, field.in(owner))) {
      map.put(field.key, std::move(*value));
    }
  }
  return map;
}

std::optional<Value> write_given(const Table& table, const void* owner) {
  Value map = write_table(table, owner);
  if (map.items.empty()) return {};
  return map;
}

void gather_names(const Table& table, const Value& value, NameBook& names) {
  if (!value.is_map()) return;
  for (const Value& item : value.items) {
    // A misspelt key is one mistake, not one for each name below it that nobody would know.
    const Field* field = table.find(item.key);
    if (field == nullptr) field = nearest_field(table, item.key);
    if (field != nullptr) field->form->gather(*field, item, names);
  }
}

std::string range_text(const Range& range) {
  if (range.has_low() && range.has_high()) return fmt::format("{} to {}", range.low, range.high);
  if (range.has_low()) return fmt::format("at least {}", range.low);
  if (range.has_high()) return fmt::format("at most {}", range.high);
  return "";
}

}  // namespace relco::scenario
