// A document as a tree of values that know where they were written. The reader takes such a tree,
// the writers of canonical text, schema and reference make one; only yaml_text.cpp knows YAML.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace relco::scenario {

// Where a value is written. `file` counts into the list of sources of a load; lines and columns
// count from 1, 0 means the source as a whole (a value given on the command line).
struct Place {
  int file = 0;
  int line = 0;
  int column = 0;
};

struct Value {
  enum class Kind : std::uint8_t { null, scalar, list, map };

  Kind kind = Kind::null;
  bool quoted = false;       // a scalar that is text, whatever it looks like
  std::string key;           // name of the value inside a map
  std::string text;          // of a scalar
  std::vector<Value> items;  // of a list or map, in file order
  Place place, key_place;

  [[nodiscard]] bool is_null() const { return kind == Kind::null; }
  [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }
  [[nodiscard]] bool is_list() const { return kind == Kind::list; }
  [[nodiscard]] bool is_map() const { return kind == Kind::map; }

  [[nodiscard]] const Value* find(std::string_view name) const;
  [[nodiscard]] Value* find(std::string_view name);
  // Text of the scalar child `name`, or "".
  [[nodiscard]] std::string_view text_of(std::string_view name) const;

  // Adds a child to a map or list; the value turns into one if it was null.
  Value& put(std::string_view name, Value child);
  Value& push(Value child);

  [[nodiscard]] static Value plain(std::string text);   // a number or true / false
  [[nodiscard]] static Value string(std::string text);  // text
  [[nodiscard]] static Value list() {
    Value v;
    v.kind = Kind::list;
    return v;
  }
  [[nodiscard]] static Value map() {
    Value v;
    v.kind = Kind::map;
    return v;
  }
};

// Values in the tree, keys included.
[[nodiscard]] std::size_t count_values(const Value& value);

// 'text' in quotes, cut where it is long.
[[nodiscard]] std::string shown(std::string_view text);

// Text for people about what kind of thing stands there: "a list", "a map", "nothing", "'abc'".
[[nodiscard]] std::string describe(const Value& value);

}  // namespace relco::scenario
