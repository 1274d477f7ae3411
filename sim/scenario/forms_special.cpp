// Forms with a shape of their own: staff, teams, interdependence, carers, the place of a change.
#include <fmt/format.h>

#include "scenario/forms.h"
#include "scenario/json_shapes.h"
#include "scenario/numbers.h"
#include "scenario/pairs.h"

namespace relco::scenario {
namespace {

bool needs_map(Reading& reading, const Value& value, std::string_view what) {
  if (value.is_map()) return true;
  reading.finding(value, fmt::format("is {}; a map {} is needed here", describe(value), what));
  return false;
}

class StaffForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    if (!needs_map(reading, value, "from roles to posts")) return;
    for (const Value& item : value.items) {
      const Reading::Step step(reading, item.key, item.place);
      if (!reading.check_new_name(item.key, item.key_place)) continue;
      if (item.key == kFamily) {
        reading.finding(item.key_place, "families are no staff; see families and pathways");
      } else if (const auto posts = read_number(reading, field, item, false)) {
        (*static_cast<std::map<std::string, double>*>(target))[item.key] = *posts;
      }
    }
  }
  std::optional<Value> write(const Field&, const void* target) const override {
    Value map = Value::map();
    for (const auto& [role, posts] : *static_cast<const std::map<std::string, double>*>(target)) {
      map.put(role, Value::plain(number_text(posts)));
    }
    if (map.items.empty()) return {};
    return map;
  }
  Value schema(const Field& field) const override {
    return map_of(number_schema(field.range, false));
  }
  std::string expects(const Field&) const override { return "map: role -> posts"; }
  void gather(const Field&, const Value& value, NameBook& names) const override {
    if (!value.is_map()) return;
    for (const Value& item : value.items) names.add(Thing::role, item.key);
  }
};

// Members of a case's team by role; `family` may stand among them as all, none, true or false.
class TeamForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    auto& pathway = *static_cast<PathwayFacts*>(target);
    if (!needs_map(reading, value, "from roles to expected members")) return;
    for (const Value& item : value.items) {
      const Reading::Step step(reading, item.key, item.place);
      if (item.key == kFamily) {
        read_family(reading, item, pathway);
      } else if (reading.check_name(Thing::role, item.key, item.key_place)) {
        if (const auto n = read_number(reading, field, item, false)) pathway.team[item.key] = *n;
      }
    }
  }
  std::optional<Value> write(const Field&, const void* target) const override {
    const auto& pathway = *static_cast<const PathwayFacts*>(target);
    Value map = Value::map();
    for (const auto& [role, n] : pathway.team) map.put(role, Value::plain(number_text(n)));
    map.put(kFamily, Value::string(pathway.family ? "all" : "none"));
    return map;
  }
  Value schema(const Field& field) const override {
    Value family = Value::map();
    Value& words = family.put("enum", Value::list());
    words.push(Value::string("all"));
    words.push(Value::string("none"));
    words.push(Value::plain("true"));
    words.push(Value::plain("false"));
    Value schema = map_of(number_schema(field.range, false));
    schema.put("properties", Value::map()).put(kFamily, std::move(family));
    return schema;
  }
  std::string expects(const Field&) const override {
    return "map: role -> expected members; family: all or none";
  }

 private:
  static void read_family(Reading& reading, const Value& item, PathwayFacts& pathway) {
    const bool yes = item.text == "all" || item.text == "true" || item.text == "yes";
    const bool no = item.text == "none" || item.text == "false" || item.text == "no";
    if (!item.is_scalar() || yes == no) {
      reading.finding(item, fmt::format("is {}; all or none is needed here", describe(item)));
    } else {
      pathway.family = yes;
    }
  }
};

class InterdependenceForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    auto& pathway = *static_cast<PathwayFacts*>(target);
    if (!value.is_map()) {  // one number for every pair
      if (const auto x = read_number(reading, field, value, false)) {
        pathway.default_interdependence = *x;
      }
      return;
    }
    for (const Value& item : value.items) {
      const Reading::Step step(reading, item.key, item.place);
      const auto x = read_number(reading, field, item, false);
      if (item.key == "default") {
        if (x) pathway.default_interdependence = *x;
        continue;
      }
      auto pair = split_pair(item.key, reading.names());
      if (!pair) {
        reading.finding(item.key_place, no_pair_text(item.key, reading.names()));
        continue;
      }
      if (pair->second < pair->first) std::swap(pair->first, pair->second);
      if (!x) continue;
      if (!pathway.interdependence.emplace(*pair, *x).second) {
        reading.finding(item.key_place, "this pair is written twice, in whichever order");
      }
    }
  }
  std::optional<Value> write(const Field&, const void* target) const override {
    const auto& pathway = *static_cast<const PathwayFacts*>(target);
    Value map = Value::map();
    for (const auto& [pair, x] : pathway.interdependence) {
      map.put(pair.first + "-" + pair.second, Value::plain(number_text(x)));
    }
    map.put("default", Value::plain(number_text(pathway.default_interdependence)));
    return map;
  }
  Value schema(const Field& field) const override {
    return map_of(number_schema(field.range, false));
  }
  std::string expects(const Field&) const override {
    return "map: role-role -> 0 to 1 (either order), and default";
  }
};

class CarersForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    if (!needs_map(reading, value, "from kinds of carers to expected numbers")) return;
    for (const Value& item : value.items) {
      const Reading::Step step(reading, item.key, item.place);
      if (!reading.check_new_name(item.key, item.key_place)) continue;
      if (const auto fact = read_fact(reading, field, item)) {
        (*static_cast<std::map<std::string, Fact>*>(target))[item.key] = *fact;
      }
    }
  }
  std::optional<Value> write(const Field&, const void* target) const override {
    Value map = Value::map();
    for (const auto& [kind, n] : *static_cast<const std::map<std::string, Fact>*>(target)) {
      map.put(kind, write_fact(n));
    }
    if (map.items.empty()) return {};
    return map;
  }
  Value schema(const Field& field) const override { return map_of(fact_schema(field.range)); }
  std::string expects(const Field&) const override {
    return "map: kind of carer (your own words) -> expected number, a fact";
  }
};

// A place as a map of its keys, or a lone name of an organisation, unit, ... or `system`.
class WhereForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    if (!value.is_scalar()) {
      reading.read_table(field.table(), value, target);
      return;
    }
    auto& where = *static_cast<ChangeScope*>(target);
    if (value.text == "system") return;
    constexpr Thing kThings_[] = {Thing::organisation, Thing::unit,   Thing::pathway,
                                  Thing::labour_union, Thing::sector, Thing::role};
    if (!reading.check_name(kThings_, value.text, value.place)) return;
    const NameBook& names = reading.names();
    if (names.knows(Thing::organisation, value.text))
      where.organisation = value.text;
    else if (names.knows(Thing::unit, value.text))
      where.unit = value.text;
    else if (names.knows(Thing::pathway, value.text))
      where.pathway = value.text;
    else if (names.knows(Thing::labour_union, value.text))
      where.union_name = value.text;
    else if (names.knows(Thing::sector, value.text))
      where.sector = value.text;
    else
      where.role = value.text;
  }
  std::optional<Value> write(const Field& field, const void* target) const override {
    return write_given(field.table(), target);
  }
  Value schema(const Field& field) const override {
    return any_of({table_schema(field.table()), type_schema("string")});
  }
  std::string expects(const Field& field) const override {
    return fmt::format("a name, system, or a map, see {}", field.table().link());
  }
};

// Two organisations as a list: `merge: [north, south]`.
class PairForm : public Form {
 public:
  void read(Reading& reading, const Field&, const Value& value, void* target) const override {
    auto& merge = *static_cast<MergeChange*>(target);
    const auto names = one_or_more(reading, value);
    if (names.size() != 2) {
      reading.finding(value, "a list of exactly two organisations is needed here");
      return;
    }
    for (const Value* name : names) {
      if (!reading.check_name(Thing::organisation, name->text, name->place)) return;
    }
    merge.first = names[0]->text;
    merge.second = names[1]->text;
  }
  std::optional<Value> write(const Field&, const void* target) const override {
    const auto& merge = *static_cast<const MergeChange*>(target);
    Value list = Value::list();
    list.push(Value::string(merge.first));
    list.push(Value::string(merge.second));
    return list;
  }
  Value schema(const Field&) const override {
    Value schema = list_of(type_schema("string"));
    schema.put("minItems", Value::plain("2"));
    schema.put("maxItems", Value::plain("2"));
    return schema;
  }
  std::string expects(const Field&) const override { return "list of two organisations"; }
};

}  // namespace

const Form& staff_form() {
  static const StaffForm form;
  return form;
}
const Form& team_form() {
  static const TeamForm form;
  return form;
}
const Form& interdependence_form() {
  static const InterdependenceForm form;
  return form;
}
const Form& carers_form() {
  static const CarersForm form;
  return form;
}
const Form& where_form() {
  static const WhereForm form;
  return form;
}
const Form& pair_form() {
  static const PairForm form;
  return form;
}

}  // namespace relco::scenario
