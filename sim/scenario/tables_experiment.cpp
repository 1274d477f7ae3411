// Keys of experiment files.
#include "scenario/tables_experiment.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "scenario/forms.h"
#include "scenario/json_shapes.h"
#include "scenario/numbers.h"

namespace relco::scenario {
namespace {

constexpr Word kDesigns[] = {
    {"grid", "every combination of levels"},
    {"latin_hypercube", "each factor evenly spread over its range, in random company"},
    {"sobol",
     "a low-discrepancy sequence, shifted by the seed; the first points stay the same "
     "when more are asked for"}};
constexpr Word kScales[] = {{"linear", "equal steps"}, {"log", "equal ratios"}};
std::span<const Word> design_words() {
  return kDesigns;
}
std::span<const Word> scale_words() {
  return kScales;
}

// Scalars as they are written.
class LevelsForm : public Form {
 public:
  void read(Reading& reading, const Field&, const Value& value, void* target) const override {
    auto& levels = *static_cast<std::vector<std::string>*>(target);
    for (const Value* item : one_or_more(reading, value)) {
      if (std::find(levels.begin(), levels.end(), item->text) != levels.end()) {
        reading.finding(*item, fmt::format("{} is listed twice", describe(*item)));
      } else {
        levels.push_back(item->text);
      }
    }
  }
  std::optional<Value> write(const Field&, const void* target) const override {
    const auto& levels = *static_cast<const std::vector<std::string>*>(target);
    if (levels.empty()) return {};
    Value list = Value::list();
    for (const std::string& level : levels) {
      list.push(parse_number(level) ? Value::plain(level) : Value::string(level));
    }
    return list;
  }
  Value schema(const Field&) const override {
    return list_of(any_of({type_schema("number"), type_schema("string"), type_schema("boolean")}));
  }
  std::string expects(const Field&) const override { return "list of values"; }
};

class RangeForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    auto& range = *static_cast<std::vector<double>*>(target);
    if (!value.is_list() || value.items.size() != 2) {
      reading.finding(value, fmt::format("is {}; [low, high] is needed here", describe(value)));
      return;
    }
    for (const Value& item : value.items) {
      if (const auto x = read_number(reading, field, item, false)) range.push_back(*x);
    }
    if (range.size() == 2 && range[0] < range[1]) return;
    if (range.size() == 2) reading.finding(value, "does not rise");
    range.clear();
  }
  std::optional<Value> write(const Field&, const void* target) const override {
    const auto& range = *static_cast<const std::vector<double>*>(target);
    if (range.empty()) return {};
    Value list = Value::list();
    for (const double end : range) list.push(Value::plain(number_text(end)));
    return list;
  }
  Value schema(const Field&) const override {
    Value schema = list_of(type_schema("number"));
    schema.put("minItems", Value::plain("2"));
    schema.put("maxItems", Value::plain("2"));
    return schema;
  }
  std::string expects(const Field&) const override { return "[low, high]"; }
};

// path: value
class SettingsForm : public Form {
 public:
  void read(Reading& reading, const Field&, const Value& value, void* target) const override {
    if (!value.is_map()) {
      reading.finding(
          value, fmt::format("is {}; a map from paths to values is needed here", describe(value)));
      return;
    }
    for (const Value& item : value.items) {
      const Reading::Step step(reading, item.key, item.place);
      if (!item.is_scalar()) {
        reading.finding(item, fmt::format("is {}; a single value is needed here", describe(item)));
        continue;
      }
      static_cast<std::vector<Override>*>(target)->push_back(
          {item.key, item.text,
           fmt::format("{}:{}:{}", reading.source(item.place.file), item.place.line,
                       item.place.column)});
    }
  }
  std::optional<Value> write(const Field&, const void* target) const override {
    Value map = Value::map();
    for (const Override& one : *static_cast<const std::vector<Override>*>(target)) {
      map.put(one.path, Value::string(one.value));
    }
    if (map.items.empty()) return {};
    return map;
  }
  Value schema(const Field&) const override {
    return map_of(any_of({type_schema("number"), type_schema("string"), type_schema("boolean")}));
  }
  std::string expects(const Field&) const override { return "map: path -> value"; }
};

// name: {path: , levels: }, in the order of the file.
class FactorsForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    if (!value.is_map() || value.items.empty()) {
      reading.finding(value,
                      fmt::format("is {}; a map from factors to what they set is needed here",
                                  describe(value)));
      return;
    }
    for (const Value& item : value.items) {
      const Reading::Step step(reading, item.key, item.place);
      FactorFacts factor;
      factor.name = factor.id = item.key;
      factor.place = fmt::format("{}:{}:{}", reading.source(item.place.file), item.key_place.line,
                                 item.key_place.column);
      reading.read_table(field.table(), item, &factor);
      static_cast<std::vector<FactorFacts>*>(target)->push_back(std::move(factor));
    }
  }
  std::optional<Value> write(const Field& field, const void* target) const override {
    Value map = Value::map();
    for (const FactorFacts& factor : *static_cast<const std::vector<FactorFacts>*>(target)) {
      map.put(factor.name, write_table(field.table(), &factor));
    }
    return map;
  }
  Value schema(const Field& field) const override { return map_of(table_schema(field.table())); }
  void gather(const Field&, const Value& value, NameBook& names) const override {
    for (const Value& item : value.items) names.add(Thing::factor, item.key);
  }
  std::string expects(const Field& field) const override {
    return fmt::format("map: name -> factor, see {}", field.table().link());
  }
};

// Names become names of variables in the results file.
bool is_variable_name(std::string_view name) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !name.empty() && name.size() <= 60 && letter(name[0]) &&
         std::all_of(name.begin(), name.end(),
                     [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

void finish_factor(Reading& reading, const Value& value, void* target) {
  const auto& factor = *static_cast<FactorFacts*>(target);
  const auto reserved = reserved_names();
  if (!is_variable_name(factor.name)) {
    reading.finding(value.key_place,
                    "cannot be the name of a factor: a letter, then letters, "
                    "digits and underscores, at most 60");
  } else if (find_outcome(factor.name) ||
             std::find(reserved.begin(), reserved.end(), factor.name) != reserved.end()) {
    reading.finding(value.key_place,
                    "is the name of something that every sweep reports; give the "
                    "factor another name");
  }
  const bool levels = value.find("levels") != nullptr, range = value.find("range") != nullptr;
  if (levels == range) {
    reading.finding(
        value, levels ? "has levels and a range; one of them is meant" : "needs levels or a range");
  }
  if (levels && !range && factor.levels.empty()) {
    reading.finding(*value.find("levels"), "needs a level at least");
  }
  if (levels && (factor.steps > 0 || factor.whole || factor.scale != FactorScale::linear)) {
    reading.finding(value, "steps, whole and scale belong to a range");
  }
  if (factor.scale == FactorScale::log && !factor.range.empty() && factor.range[0] <= 0) {
    reading.finding(value, "a range on a log scale starts above 0");
  }
}

void finish_experiment(Reading& reading, const Value& value, void* target) {
  auto& experiment = *static_cast<ExperimentFacts*>(target);
  experiment.seed_given = value.find("seed") != nullptr;
  const bool sampled = experiment.design != DesignKind::grid;
  if (sampled && experiment.points == 0) {
    reading.finding(value, "a sampled design needs 'points'");
  }
  const Value* points = value.find("points");
  if (!sampled && points != nullptr) {
    reading.finding(*points,
                    "a grid has as many points as its levels make; points belong to the "
                    "designs latin_hypercube and sobol");
  }
  double product = 1;
  for (FactorFacts& factor : experiment.factors) {
    if (factor.is_range() && !sampled && factor.steps == 0) factor.steps = 5;
    product *= factor.is_range() ? factor.steps : static_cast<double>(factor.levels.size());
  }
  if (!sampled && product > 1e6) {
    reading.finding(value, fmt::format("the grid has {:.3g} points; allowed are 1000000", product));
  }
  const Value* smallest = value.find("smallest");
  if (smallest != nullptr) finish_smallest(reading, *smallest, experiment);
}

}  // namespace

std::span<const std::string_view> reserved_names() {
  static constexpr std::string_view kReserved[] = {
      "point",       "arm",    "replicate", "week",     "regime",  "regime_level", "regime_slope",
      "regime_gain", "tipped", "digest",    "settings", "problem", "provenance"};
  return kReserved;
}

const Table& factor_table() {
  using O = FactorFacts;
  using F = Of<O>;
  static const O defaults;
  static const LevelsForm levels;
  static const RangeForm range;
  static const Table table{
      "factor",
      "One thing that varies between points.",
      {required(example(F::texts<&O::paths>("path",
                                            "what gets the value: dotted paths as of --set, "
                                            "one or a list"),
                        "changes.redesign.dose")),
       example(F::special<&O::levels>("levels", levels, "values that it takes"), "[0, 0.5, 1]"),
       example(F::special<&O::range>("range", range, "numbers between which it lies"), "[0, 1]"),
       F::number<&O::steps>("steps", {2, 1000}, "",
                            "levels that a grid takes from the range, ends included; default: 5"),
       F::word<&O::scale>("scale", scale_words, "how the range is divided"),
       F::flag<&O::whole>("whole", "values of the range are rounded to whole numbers"),
       F::text<&O::unit>("unit", "unit of the values, for the results file"),
       F::text<&O::meaning>("meaning", "one line, for the results file")},
      &defaults,
      {},
      finish_factor};
  return table;
}

const Table& experiment_table() {
  using O = ExperimentFacts;
  using F = Of<O>;
  static const O defaults;
  static const FactorsForm factors;
  static const SettingsForm settings;
  static const Table table{
      "experiment",
      "An experiment runs one scenario at many points.",
      {required(F::special("relco", version_form(), "version of the format")),
       F::text<&O::title>("title", "one line"),
       F::text<&O::question>("question", "what the experiment asks"),
       required(
           F::text<&O::scenario>("scenario", "file of the scenario; looked for as extends is")),
       F::special<&O::settings>("set", settings, "settings that hold at every point, as of --set"),
       required([] {
         Field field = F::special<&O::factors>("factors", factors, "what varies");
         field.table = factor_table;
         return field;
       }()),
       F::word<&O::design>("design", design_words, "which points are run"),
       F::number<&O::points>("points", {1, 1e6}, "", "points of a sampled design"),
       F::names<&O::arms>("arms", Thing::arm, "arms that are run; default: all of the scenario"),
       F::number<&O::replicates>("replicates", {1, 100000}, "",
                                 "runs of each arm at each point; default: the scenario's"),
       F::special<&O::horizon>("weeks", week_form(), "how long a run is; default: the scenario's",
                               {1, 5200}),
       F::special<&O::seed>("seed", seed_form(), "of all luck; default: the scenario's"),
       F::names<&O::outcomes>("outcomes", Thing::outcome, "what is reported beside the regimes"),
       F::special<&O::window>("window", week_form(),
                              "last weeks of a run over which outcomes and regimes are taken",
                              {1, 5200}),
       smallest_field(),
       F::special<&O::keep_every>("keep_every", week_form(),
                                  "keep the path of every outcome too, as means over so many weeks",
                                  {1, 5200})},
      &defaults,
      {},
      finish_experiment};
  return table;
}

}  // namespace relco::scenario
