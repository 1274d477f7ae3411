// The mechanism behind the format: one Field per key says everything about it, and reader,
// canonical text, JSON Schema and reference all come from the fields. The tables themselves are in
// tables_*.cpp.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/reading.h"
#include "world/vocabulary.h"

namespace relco::scenario {

struct Range {
  double low = -1e300;
  double high = 1e300;
  [[nodiscard]] bool has_low() const { return low > -1e299; }
  [[nodiscard]] bool has_high() const { return high < 1e299; }
  [[nodiscard]] bool holds(double x) const { return x >= low && x <= high; }
};
[[nodiscard]] std::string range_text(const Range& range);  // "0 to 1", "at least 0", ""

// A key that says the same as another one is read, but canonical text does without it.
enum class Spelling : std::uint8_t {
  usual,
  short_form,  // listed in schema and reference
  other        // in the schema only
};

struct Field;

// How a kind of value is read, written and described. One object per kind, without state.
class Form {
 public:
  virtual ~Form() = default;
  // Reads `value` into the member that `target` points to; findings go to `reading`.
  virtual void read(Reading& reading, const Field& field, const Value& value,
                    void* target) const = 0;
  // The canonical value of the member, or nothing when it is not set.
  [[nodiscard]] virtual std::optional<Value> write(const Field& field,
                                                   const void* target) const = 0;
  // The JSON Schema of the value (without description and default).
  [[nodiscard]] virtual Value schema(const Field& field) const = 0;
  // What may be written, for the reference: "number, 0 to 1", "list of names of organisations".
  [[nodiscard]] virtual std::string expects(const Field& field) const = 0;
  // Adds the names that `value` defines, before anything is read.
  virtual void gather(const Field& /*field*/, const Value& /*value*/, NameBook& /*names*/) const {}
};

struct Field {
  std::string_view key;
  std::string_view meaning;
  const Form* form = nullptr;
  void* (*at)(void* owner) = nullptr;  // the member inside its owner
  std::string_view unit = {};          // "" for a pure number
  Range range = {};
  const Table& (*table)() = nullptr;           // keys of a section, or of each thing in a list
  std::span<const Word> (*words)() = nullptr;  // a closed set of words
  Thing thing = Thing::nothing;                // what a name refers to, or what a list defines
  bool required = false;
  bool default_varies = false;  // with other keys; the meaning says how
  bool holds_things = false;    // the table is that of each thing in a list or map
  Spelling spelling = Spelling::usual;
  bool may_be_bare = false;  // `key:` without a value says something
  std::string_view example = {};

  [[nodiscard]] const void* in(const void* owner) const { return at(const_cast<void*>(owner)); }
};

// The keys of one kind of map.
struct Table {
  std::string name;  // "organisation", "change.merge", "claim.effect"
  std::string_view meaning;
  std::vector<Field> fields;
  const void* defaults = nullptr;   // an owner as it is before anything is read
  std::string_view short_key = {};  // `x: scalar or list` is short for `x: {short_key: ...}`
  // What must hold between the keys; called when all are read.
  void (*finish)(Reading& reading, const Value& value, void* target) = nullptr;

  [[nodiscard]] const Field* find(std::string_view key) const;
  // Heading of the table in the reference, and a link to it.
  [[nodiscard]] std::string title() const;
  [[nodiscard]] std::string link() const;
};

// Canonical map of all set fields of `owner`.
[[nodiscard]] Value write_table(const Table& table, const void* owner);
// The same; none where everything is as it is by default.
[[nodiscard]] std::optional<Value> write_given(const Table& table, const void* owner);
void gather_names(const Table& table, const Value& value, NameBook& names);

// The table of the whole document (tables_scenario.cpp): owner is Facts.
[[nodiscard]] const Table& scenario_table();

}  // namespace relco::scenario
