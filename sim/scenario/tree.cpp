#include "scenario/tree.h"

#include <fmt/format.h>

namespace relco::scenario {

const Value* Value::find(std::string_view name) const {
  if (!is_map()) return nullptr;
  for (const Value& item : items) {
    if (item.key == name) return &item;
  }
  return nullptr;
}

Value* Value::find(std::string_view name) {
  return const_cast<Value*>(std::as_const(*this).find(name));
}

std::string_view Value::text_of(std::string_view name) const {
  const Value* child = find(name);
  return child != nullptr && child->is_scalar() ? std::string_view(child->text)
                                                : std::string_view();
}

Value& Value::put(std::string_view name, Value child) {
  if (is_null()) kind = Kind::map;
  child.key = name;
  items.push_back(std::move(child));
  return items.back();
}

Value& Value::push(Value child) {
  if (is_null()) kind = Kind::list;
  items.push_back(std::move(child));
  return items.back();
}

Value Value::plain(std::string text) {
  Value value;
  value.kind = Kind::scalar;
  value.text = std::move(text);
  return value;
}

Value Value::string(std::string text) {
  Value value = plain(std::move(text));
  value.quoted = true;
  return value;
}

std::size_t count_values(const Value& value) {
  std::size_t n = value.is_map() ? 1 + value.items.size() : 1;
  for (const Value& item : value.items) n += count_values(item);
  return n;
}

std::string shown(std::string_view text) {
  constexpr std::size_t kShown = 60;
  if (text.size() <= kShown) return fmt::format("'{}'", text);
  std::size_t end = kShown;  // never cut inside a character
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
  return fmt::format("'{}...'", text.substr(0, end));
}

std::string describe(const Value& value) {
  switch (value.kind) {
    case Value::Kind::null: return "nothing";
    case Value::Kind::list: return "a list";
    case Value::Kind::map: return "a map";
    case Value::Kind::scalar: break;
  }
  return shown(value.text);
}

}  // namespace relco::scenario
