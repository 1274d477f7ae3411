// Starting ties by pairs of roles: a map in which the order of a pair matters.
#include <fmt/format.h>

#include "scenario/forms.h"
#include "scenario/json_shapes.h"
#include "scenario/pairs.h"

namespace relco::scenario {
namespace {

using Pairs = std::map<std::pair<std::string, std::string>, PairStart>;

class TiePairsForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    if (!value.is_map()) {
      reading.finding(value,
                      fmt::format("is {}; a map from pairs of roles to scores is needed here",
                                  describe(value)));
      return;
    }
    for (const Value& item : value.items) {
      const Reading::Step step(reading, item.key, item.place);
      const auto pair = split_pair(item.key, reading.names());
      if (!pair) {
        reading.finding(item.key_place, no_pair_text(item.key, reading.names()));
      } else if (pair->first == kFamily || pair->second == kFamily) {
        reading.finding(item.key_place, "ties with families start where 'family' says");
      } else {
        read_start(reading, field, item, (*static_cast<Pairs*>(target))[*pair]);
      }
    }
  }

  std::optional<Value> write(const Field& field, const void* target) const override {
    Value map = Value::map();
    for (const auto& [pair, start] : *static_cast<const Pairs*>(target)) {
      map.put(pair.first + "-" + pair.second, write_table(field.table(), &start));
    }
    if (map.items.empty()) return {};
    return map;
  }
  Value schema(const Field& field) const override {
    return map_of(any_of({fact_schema(field.range), table_schema(field.table())}));
  }
  std::string expects(const Field& field) const override {
    return fmt::format("map: role-role -> a fact, 1 to 5, or a map, see {}", field.table().link());
  }

 private:
  // A fact may be a map itself, so its keys tell the two kinds of map apart.
  static void read_start(Reading& reading, const Field& field, const Value& item,
                         PairStart& start) {
    const bool fact = !item.is_map() || item.find("mean") != nullptr;
    if (!fact) {
      reading.read_table(field.table(), item, &start);
    } else if (const auto index = read_fact(reading, field, item)) {
      start.index = *index;
    }
  }
};

}  // namespace

const Form& tie_pairs_form() {
  static const TiePairsForm form;
  return form;
}

}  // namespace relco::scenario
