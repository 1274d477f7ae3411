// The form of arms: a map from names to lists of changes.
#include <fmt/format.h>

#include <map>
#include <set>

#include "scenario/forms.h"
#include "scenario/json_shapes.h"
#include "scenario/numbers.h"

namespace relco::scenario {
namespace {

// Arms: a map from names to lists of changes. Factorials are expanded before (factorial.cpp).
class ArmsForm : public Form {
 public:
  void read(Reading& reading, const Field&, const Value& value, void* target) const override {
    const std::optional<Value> map = as_map(value);
    if (!map) {
      reading.finding(value,
                      fmt::format("is {}; a map from arms to lists of changes is needed here",
                                  describe(value)));
      return;
    }
    std::set<std::string> names, ids;
    for (const Value& item : map->items) {
      const Reading::Step step(reading, item.key, item.place);
      if (!reading.check_new_name(item.key, item.key_place)) continue;
      ArmFacts arm = read_arm(reading, item);
      if (!names.insert(arm.name).second || !ids.insert(arm.id).second) {
        reading.finding(item, fmt::format("there are two arms '{}'", arm.name));
        continue;
      }
      static_cast<std::vector<ArmFacts>*>(target)->push_back(std::move(arm));
    }
  }

  std::optional<Value> write(const Field&, const void* target) const override {
    Value map = Value::map();
    for (const ArmFacts& arm : *static_cast<const std::vector<ArmFacts>*>(target)) {
      Value list = Value::list();
      for (const std::string& change : arm.changes) list.push(Value::string(change));
      std::map<std::string, double> usual;
      for (const std::string& change : arm.changes) usual[change] = 1;
      Value levels = Value::map();
      if (arm.levels != usual) {
        for (const auto& [factor, level] : arm.levels) {
          levels.put(factor, Value::plain(number_text(level)));
        }
      }
      if (levels.items.empty() && arm.id == arm.name) {
        map.put(arm.name, std::move(list));
        continue;
      }
      Value body = Value::map();
      if (arm.id != arm.name) body.put("id", Value::string(arm.id));
      body.put("changes", std::move(list));
      if (!levels.items.empty()) body.put("levels", std::move(levels));
      map.put(arm.name, std::move(body));
    }
    if (map.items.empty()) return {};
    return map;
  }

  Value schema(const Field&) const override {
    const Value text = type_schema("string");
    return any_of(
        {map_of(any_of({list_of(text), text, type_schema("object"), type_schema("null")})),
         list_of(type_schema("object"))});
  }
  std::string expects(const Field&) const override {
    return "map: arm -> list of changes; or a factorial, see below";
  }
  void gather(const Field&, const Value& value, NameBook& names) const override {
    const std::optional<Value> map = as_map(value);
    if (!map) return;
    for (const Value& item : map->items) {
      names.add(Thing::arm, item.key);
      const Value* levels = item.find("levels");
      if (levels == nullptr || !levels->is_map()) continue;
      for (const Value& level : levels->items) names.add(Thing::factor, level.key);
    }
  }

 private:
  // The map itself, or the map that a list of arms with names stands for.
  static std::optional<Value> as_map(const Value& value) {
    if (value.is_map()) return value;
    if (!value.is_list()) return std::nullopt;
    Value map = Value::map();
    for (const Value& item : value.items) {
      if (item.text_of("name").empty()) return std::nullopt;
      Value& arm = map.put(item.text_of("name"), item);
      arm.key_place = item.place;
      std::erase_if(arm.items, [](const Value& key) { return key.key == "name"; });
    }
    return map;
  }

  static ArmFacts read_arm(Reading& reading, const Value& item) {
    Field changes{"changes", "", &names_form()};
    changes.thing = Thing::change;
    ArmFacts arm;
    arm.name = arm.id = item.key;
    const Value* list = &item;
    if (item.is_map()) list = read_body(reading, item, arm);
    if (list != nullptr && !list->is_null()) {
      changes.form->read(reading, changes, *list, &arm.changes);
    }
    if (arm.levels.empty()) {  // every change is a factor: off or on
      for (const std::string& change : arm.changes) arm.levels[change] = 1;
    }
    return arm;
  }

  // An arm as a map: {id, changes, levels}. Returns the list of changes.
  static const Value* read_body(Reading& reading, const Value& body, ArmFacts& arm) {
    static const Field level{"levels", "level of each factor", &number_form<double>()};
    const Value* list = nullptr;
    for (const Value& item : body.items) {
      const Reading::Step step(reading, item.key, item.place);
      if (item.key == "changes") {
        list = &item;
      } else if (item.key == "name" && item.text == body.key) {
        continue;
      } else if (item.key == "id") {
        if (reading.check_new_name(item.text, item.place)) arm.id = item.text;
      } else if (item.key == "levels" && item.is_map()) {
        for (const Value& one : item.items) {
          if (const auto x = read_number(reading, level, one, false)) arm.levels[one.key] = *x;
        }
      } else {
        reading.unknown_key(item, {"changes", "id", "levels"});
      }
    }
    return list;
  }
};

}  // namespace

const Form& arms_form() {
  static const ArmsForm form;
  return form;
}

}  // namespace relco::scenario
