// No scenario file sets behaviour: every parameter of the model, written at every place of a file
// in every way that it could be written, is refused there.
#include <algorithm>
#include <set>

#include "base/diagnostics.h"
#include "rules/parameters.h"
#include "scenario/tables.h"
#include "scenario/text.h"
#include "scenario/yaml_text.h"
#include "unit/scenario/files.h"

using namespace relco;
using namespace relco::test;
using scenario::Value;

namespace {

// Something of every section, so that every kind of place is there.
constexpr std::string_view kEverything = R"(relco: 1
title: Everything
horizon: 104 weeks
system: {payment: {model: fee_for_service}, policy_pressure: 0.3}
roles: [{name: nurse, status: 0.4}]
payers: [{name: region, model: capitation}]
organisations:
  - name: hospital
    payer: region
    leadership: {support: {mean: 0.45, sd: 0.1}}
    structures: {team_meetings: 0.3}
    ties: {within: 3, between: 3, pairs: {nurse-physician: {index: 3.4}}}
    units:
      - {name: ward, staff: {nurse: 8, physician: 3}}
  - {name: home_care, sector: community, units: [{name: home, staff: {home_nurse: 4}}]}
unions:
  - {name: nurses, covers: {role: nurse}, strength: 0.7, stance: -0.2}
families: {household: {carers: {spouse: 1}}}
pathways:
  - name: stroke
    starts_per_week: 3
    team: {nurse: 2, physician: 1, home_nurse: 0.5, family: all}
    interdependence: {nurse-physician: 0.9}
    channels: [{name: institution, share: 0.3, price: 100}]
changes:
  redesign: {from: week 26, fidelity: 0.8, intervention: {kinds: [coaching]}, where: {unit: ward}}
  leaders: {leader: {support: 0.9}, structure: {team_meetings: 0.8}, staffing: {factor: 0.9}}
  money: {payment: {model: bundled, partners: [hospital, home_care]}, union: {stance: 0.5}, demand: {factor: 1.1}}
arms:
  as_is: []
  factorial: {size: [0, 1]}
  factors: {size: {change: redesign, field: dose}}
expect:
  - {id: V1, evidence: [D01], scope: {unit: ward}, level: {outcome: rc_index, arm: as_is, at_least: 1, minus: {outcome: rc_within}}}
)";

struct Place {
  std::string path;  // "organisations.0.leadership"
  std::vector<std::size_t> steps;
};

void collect_maps(const Value& value, const Place& here, std::vector<Place>& found) {
  if (value.is_map()) found.push_back(here);
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    Place below = here;
    const std::string& key = value.items[i].key;
    below.path += (below.path.empty() ? "" : ".") + (key.empty() ? std::to_string(i) : key);
    below.steps.push_back(i);
    collect_maps(value.items[i], below, found);
  }
}

Value tree_of(std::string_view text) {
  Diagnostics diagnostics;
  auto tree = scenario::parse_yaml(text, 0, "test.yaml", diagnostics);
  REQUIRE(tree);
  return *tree;
}

Value& at(Value& root, const Place& place) {
  Value* value = &root;
  for (const std::size_t step : place.steps) value = &value->items[step];
  return *value;
}

// Lines of what is wrong with the file, with real parameters; none when it loads. Nothing that a
// file says reaches the parameters.
std::vector<std::string> wrong_with(const std::string& path) {
  std::vector<std::string> lines;
  try {
    const LoadedScenario loaded = load_scenario(path, {}, parameter_rows());
    CHECK(loaded.parameter_overrides.empty());
  } catch (const UserError& error) {
    std::istringstream text(error.what());
    for (std::string line; std::getline(text, line);) lines.push_back(line);
  }
  return lines;
}

// A key to be written, and what below it.
struct Written {
  std::string key;
  Value value;
};
constexpr std::size_t kAtOnce = 60;  // fewer than the findings that are shown

// A word that is a key of the format, a fact, wherever it stands.
bool is_fact_word(std::string_view word) {
  const auto tables = scenario::all_tables();
  return std::any_of(tables.begin(), tables.end(),
                     [&](const scenario::Table* table) { return table->find(word) != nullptr; });
}

std::vector<Written> every_way() {
  std::vector<Written> ways;
  std::set<std::string> seen;
  Value all = Value::map();
  for (const ParameterRow& row : parameter_rows()) {
    const std::string rule(row.rule), field(row.field);
    const Value value = Value::plain("0.5");
    ways.push_back({rule + "." + field, value});
    if (!is_fact_word(field) && seen.insert(field).second) ways.push_back({field, value});
    Value* of_rule = all.find(rule);
    if (of_rule == nullptr) of_rule = &all.put(rule, Value::map());
    of_rule->put(field, value);
  }
  for (const Value& rule : all.items) {
    if (!is_fact_word(rule.key)) ways.push_back({rule.key, rule});
  }
  for (const char* key : {"parameters", "params"}) ways.push_back({key, all});
  return ways;
}

// Keys of `ways` from `first` on that no finding names.
std::vector<std::string> let_in(const std::vector<std::string>& lines,
                                const std::vector<Written>& ways, std::size_t first,
                                std::size_t end) {
  std::vector<std::string> keys;
  for (std::size_t w = first; w < end; ++w) {
    const std::string named = "'" + ways[w].key + "' is a model parameter";
    const bool refused = std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
      return line.find(named) != std::string::npos;
    });
    if (!refused) keys.push_back(ways[w].key);
  }
  return keys;
}

// Keys that are not refused there as a parameter.
std::vector<std::string> not_refused(const Folder& folder, Value root, const Place& place,
                                     std::vector<Written> ways) {
  std::vector<std::string> found;
  std::erase_if(ways, [&](const Written& way) { return at(root, place).find(way.key) != nullptr; });
  for (std::size_t first = 0; first < ways.size(); first += kAtOnce) {
    const std::size_t end = std::min(ways.size(), first + kAtOnce);
    Value changed = root;
    for (std::size_t w = first; w < end; ++w) {
      Value value = ways[w].value;
      value.key.clear();
      at(changed, place).put(ways[w].key, std::move(value));
    }
    const auto lines = wrong_with(folder.write("test.yaml", scenario::yaml_text(changed)));
    const auto more = let_in(lines, ways, first, end);
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

}  // namespace

TEST_CASE("no parameter can be written anywhere in a scenario file, in any way") {
  const Folder folder;
  const Value root = tree_of(kEverything);
  REQUIRE(wrong_with(folder.write("whole.yaml", kEverything)).empty());
  std::vector<Place> places;
  collect_maps(root, {}, places);
  const std::vector<Written> ways = every_way();
  CHECK(ways.size() > parameter_rows().size());
  std::set<std::string> names_only;  // keys there are names that the file gives, and say no more
  for (const Place& place : places) {
    const auto found = not_refused(folder, root, place, ways);
    CAPTURE(place.path, found);
    CHECK((found.empty() || found.size() == ways.size()));
    if (!found.empty()) names_only.insert(place.path);
  }
  CHECK(names_only ==
        std::set<std::string>{"arms", "arms.factorial", "arms.factors", "changes",
                              "families.household.carers", "organisations.0.ties.pairs",
                              "organisations.0.units.0.staff", "organisations.1.units.0.staff",
                              "pathways.0.interdependence", "pathways.0.team"});
}

TEST_CASE("a parameter in a file that another one extends is refused there") {
  const Folder folder;
  for (const ParameterRow& row : parameter_rows()) {
    const std::string path = std::string(row.rule) + "." + std::string(row.field);
    CAPTURE(path);
    folder.write("base.yaml", std::string(kSmall) + path + ": 0.5\n");
    const auto lines = wrong_with(folder.write("test.yaml", "relco: 1\nextends: base.yaml\n"));
    REQUIRE(lines.size() == 1);
    check_says(lines.front(), "base.yaml:23:1: ");
    check_says(lines.front(), "'" + path + "' is a model parameter");
  }
}

TEST_CASE("a level of a factorial cannot set a parameter") {
  const Folder folder;
  for (const ParameterRow& row : parameter_rows()) {
    const std::string path = std::string(row.rule) + "." + std::string(row.field);
    CAPTURE(path);
    const std::string text = changed(kEverything, "field: dose", "field: " + path);
    CHECK_FALSE(wrong_with(folder.write("test.yaml", text)).empty());
  }
}

TEST_CASE("a parameter is set by --set alone, and said to be") {
  const Folder folder;
  const std::string path = folder.write("test.yaml", kEverything);
  for (const ParameterRow& row : parameter_rows()) {
    const std::string name = std::string(row.rule) + "." + std::string(row.field);
    CAPTURE(name);
    const LoadedScenario loaded = load_scenario(
        path, std::vector<Override>{{name, std::to_string(row.max), {}}}, parameter_rows());
    CHECK(loaded.parameter_overrides.size() == 1);
  }
}
