// One tree over another: inherited facts below, what a file or the command line says on top.
#pragma once

#include <string>
#include <string_view>

#include "scenario/names.h"
#include "scenario/table.h"

namespace relco::scenario {

// `over` wins: maps merge key by key, lists of named things thing by thing (same id, or same name),
// everything else is replaced as a whole. A key without a value takes the inherited one away. Keys
// and things of `over` come first, so that the first arm of the nearest file is the control.
// `keys` tells which keys the values may have; null members where nobody knows.
struct Keys {
  const Table* table = nullptr;
  bool of_things = false;  // the values hold things, each of which has the keys of the table
};
[[nodiscard]] Value merge_trees(Value base, Value over, Keys keys);

// Whether `value` is a list of maps that all have a name or an id.
[[nodiscard]] bool is_list_of_things(const Value& value);
// The thing called `name` in a list of things or a map, or null.
[[nodiscard]] Value* find_thing(Value& things, std::string_view name);

// The keys below a key.
[[nodiscard]] Keys keys_below(Keys keys, std::string_view key);
// Turns a short form such as `payment: bundled` into its map, so that keys can be set in it.
void expand_short_form(Value& value, Keys keys, std::string_view next_key);

// Sets the value at a dotted path below `root`, making maps on the way. Returns "" or what is
// wrong. Things cannot be made this way: `names` are those that exist.
[[nodiscard]] std::string set_path(Value& root, Keys keys, std::string_view path, Value value,
                                   const NameBook& names);

}  // namespace relco::scenario
