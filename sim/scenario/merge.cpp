#include "scenario/merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "scenario/table.h"

namespace relco::scenario {
namespace {

bool is_part_of_fact(std::string_view key) {
  return key == "mean" || key == "sd" || key == "min" || key == "max";
}

std::string_view id_of(const Value& thing) {
  const std::string_view id = thing.text_of("id");
  if (!id.empty()) return id;
  const std::string_view name = thing.text_of("name");
  return name.empty() ? std::string_view(thing.key) : name;
}
std::string_view name_of(const Value& thing) {
  const std::string_view name = thing.text_of("name");
  if (!name.empty()) return name;
  return thing.key.empty() ? id_of(thing) : std::string_view(thing.key);
}

// Things by id and by name, at their index.
class Index {
 public:
  explicit Index(const Value& things) {
    for (std::size_t i = 0; i < things.items.size(); ++i) {
      ids_.emplace(id_of(things.items[i]), i);
      names_.emplace(name_of(things.items[i]), i);
    }
  }
  [[nodiscard]] const std::size_t* find(const Value& thing) const {
    if (const auto it = ids_.find(std::string(id_of(thing))); it != ids_.end()) return &it->second;
    if (const auto it = names_.find(std::string(name_of(thing))); it != names_.end())
      return &it->second;
    return nullptr;
  }

 private:
  std::unordered_map<std::string, std::size_t> ids_, names_;  // own copies: things get moved
};

// Lists of things and maps of things mix; the result is a map from names where either is one.
Value merge_things(Value base, Value over, Keys keys) {
  const Index index(base);
  const bool map = base.is_map() || over.is_map();
  std::vector<bool> taken(base.items.size(), false);
  std::vector<Value> merged;
  const auto keep = [&](Value thing, std::string name, Place place) {
    thing.key = map ? std::move(name) : std::string();
    if (thing.key_place.line == 0) thing.key_place = place;
    merged.push_back(std::move(thing));
  };
  for (Value& thing : over.items) {
    const std::string name(name_of(thing));
    const Place place = thing.place;
    const std::size_t* at = index.find(thing);
    if (at == nullptr || taken[*at]) {
      keep(std::move(thing), name, place);
      continue;
    }
    taken[*at] = true;
    if (thing.is_null() && over.is_map()) continue;  // taken away
    Value& below = base.items[*at];
    if (name_of(below) != name) {  // found by its id, and called otherwise here
      std::erase_if(below.items, [](const Value& key) { return key.key == "name"; });
    }
    keep(merge_trees(std::move(below), std::move(thing), {keys.table, false}), name, place);
  }
  for (std::size_t i = 0; i < base.items.size(); ++i) {
    if (taken[i]) continue;
    const std::string name(name_of(base.items[i]));
    keep(std::move(base.items[i]), name, base.items[i].place);
  }
  over.kind = map ? Value::Kind::map : Value::Kind::list;
  over.items = std::move(merged);
  return over;
}

Value merge_maps(Value base, Value over, Keys keys) {
  std::unordered_map<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < base.items.size(); ++i) index.emplace(base.items[i].key, i);
  std::vector<bool> taken(base.items.size(), false);
  std::vector<Value> merged;
  for (Value& item : over.items) {
    const auto at = index.find(item.key);
    if (at == index.end()) {
      merged.push_back(std::move(item));
      continue;
    }
    taken[at->second] = true;
    if (item.is_null()) continue;  // taken away
    const Keys below = keys_below(keys, item.key);
    merged.push_back(merge_trees(base.items[at->second], std::move(item), below));
  }
  for (std::size_t i = 0; i < base.items.size(); ++i) {
    if (!taken[i]) merged.push_back(std::move(base.items[i]));
  }
  over.items = std::move(merged);
  return over;
}

}  // namespace

bool is_list_of_things(const Value& value) {
  return value.is_list() && !value.items.empty() &&
         std::all_of(value.items.begin(), value.items.end(), [](const Value& item) {
           return !item.text_of("name").empty() || !item.text_of("id").empty();
         });
}

Value* find_thing(Value& things, std::string_view name) {
  if (things.is_map()) return things.find(name);
  for (Value& thing : things.items) {
    if (name_of(thing) == name || id_of(thing) == name) return &thing;
  }
  return nullptr;
}

Keys keys_below(Keys keys, std::string_view key) {
  if (keys.of_things) return {keys.table, false};
  const Field* field = keys.table == nullptr ? nullptr : keys.table->find(key);
  if (field == nullptr || field->table == nullptr) return {};
  return {&field->table(), field->holds_things};
}

void expand_short_form(Value& value, Keys keys, std::string_view next_key) {
  if (value.is_map() || value.is_null() || keys.of_things) return;
  std::string_view key;
  if (keys.table != nullptr)
    key = keys.table->short_key;
  else if (value.is_scalar() && is_part_of_fact(next_key))
    key = "mean";
  if (key.empty()) return;
  Value map = Value::map();
  map.key = value.key;
  map.place = value.place;
  map.key_place = value.key_place;
  map.put(key, std::move(value));
  value = std::move(map);
}

Value merge_trees(Value base, Value over, Keys keys) {
  if (over.is_map()) {
    expand_short_form(base, keys, over.items.empty() ? std::string_view() : over.items[0].key);
  }
  const bool maps = keys.of_things && base.is_map() && over.is_map();
  const bool things_below = is_list_of_things(base) || maps;
  const bool things_above = is_list_of_things(over);
  if ((things_below && (things_above || over.is_map())) || (things_above && base.is_map())) {
    return merge_things(std::move(base), std::move(over), keys);
  }
  if (base.is_map() && over.is_map()) return merge_maps(std::move(base), std::move(over), keys);
  return over;
}

namespace {

// The child that the start of `path` names, the longest if several do; `used` is the length.
Value* child_named(Value& value, std::string_view path, std::size_t& used) {
  Value* best = nullptr;
  used = 0;
  const auto consider = [&](Value& child, std::string_view name) {
    const bool fits =
        path.starts_with(name) && (path.size() == name.size() || path[name.size()] == '.');
    if (fits && !name.empty() && name.size() > used) {
      best = &child;
      used = name.size();
    }
  };
  for (Value& child : value.items) {
    if (value.is_map()) {
      consider(child, child.key);
    } else {
      consider(child, name_of(child));
      consider(child, id_of(child));
    }
  }
  return best;
}

void replace(Value& old, Value value) {
  const bool thing = old.is_map() && value.is_map() && old.key.empty();
  value.key = old.key;
  value.key_place = value.place;
  if (thing) {  // a thing in a list keeps its name
    for (const char* key : {"name", "id"}) {
      const Value* kept = old.find(key);
      if (kept != nullptr && value.find(key) == nullptr) value.put(key, *kept);
    }
  }
  old = std::move(value);
}

// What is missing when a path names a thing that is not there.
std::string no_such_thing(const Value& things, Thing kind, std::string_view name) {
  std::vector<std::string_view> known;
  for (const Value& one : things.items) known.push_back(things.is_map() ? one.key : name_of(one));
  return fmt::format("there is no {} named '{}'{}", word_for(kind), name, hint(name, known));
}

Value& add_child(Value& value, std::string_view key, Place place) {
  Value fresh;
  fresh.place = fresh.key_place = place;
  if (!value.is_list()) return value.put(key, std::move(fresh));
  fresh.put("name", Value::string(std::string(key)));
  return value.push(std::move(fresh));
}

}  // namespace

std::string set_path(Value& root, Keys keys, std::string_view path, Value value,
                     const NameBook& names) {
  Value* at = &root;
  Thing kind = Thing::nothing;  // of the things in *at
  while (true) {
    expand_short_form(*at, keys, path.substr(0, path.find('.')));
    if (at->is_null()) at->kind = Value::Kind::map;
    if (!at->is_map() && !(keys.of_things && at->is_list())) {
      return fmt::format("{} has no keys below it", describe(*at));
    }
    std::size_t used = 0;
    Value* child = child_named(*at, path, used);
    if (child == nullptr) {
      used = std::min(path.find('.'), path.size());
      const std::string_view key = path.substr(0, used);
      if (key.empty()) return "the path has an empty step";
      const bool known_role = kind == Thing::role && names.knows(Thing::role, key);
      if (keys.of_things && !known_role) return no_such_thing(*at, kind, key);
      child = &add_child(*at, key, value.place);
    }
    const std::string_view step = path.substr(0, used);
    const Field* field = keys.table == nullptr || keys.of_things ? nullptr : keys.table->find(step);
    kind = field == nullptr ? Thing::nothing : field->thing;
    keys = keys_below(keys, step);
    at = child;
    if (used == path.size()) break;
    path.remove_prefix(used + 1);
  }
  replace(*at, std::move(value));
  return "";
}

}  // namespace relco::scenario
