#include "record/cube.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>

#include "base/errors.h"

namespace relco::record {

namespace {

// Written into every file by the library or by us; a caller's own would collide with them.
constexpr std::array<std::string_view, 12> kReservedAttributes = {
    "units",      "long_name", "title", "source",         "history",        "Conventions",
    "_FillValue", "CLASS",     "NAME",  "REFERENCE_LIST", "DIMENSION_LIST", "relco_results_format"};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_name(const std::string& name) {
  return !name.empty() && is_letter(name.front()) &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '-';
         });
}

// Tells the names of one name space apart.
class Names {
 public:
  void add(const std::string& name, std::string_view what) {
    RELCO_CHECK(is_name(name), "'{}' is no usable name of {}", name, what);
    RELCO_CHECK(seen_.insert(name).second, "two things in a results file are named '{}'", name);
  }

 private:
  std::set<std::string> seen_;
};

void check_attributes(const Attributes& attributes, const std::string& owner) {
  Names names;
  for (const auto& [name, value] : attributes) {
    names.add(name, "an attribute of " + owner);
    RELCO_CHECK(std::find(kReservedAttributes.begin(), kReservedAttributes.end(), name) ==
                    kReservedAttributes.end(),
                "attribute '{}' of {} is written by the results file itself", name, owner);
  }
}

void check_axis(const Axis& axis) {
  RELCO_CHECK(!axis.long_name.empty(), "axis '{}' has no long_name", axis.name);
  RELCO_CHECK(!axis.units.empty(), "axis '{}' has no units", axis.name);
  RELCO_CHECK(axis.labels.empty() || axis.values.empty(), "axis '{}' has labels and values",
              axis.name);
  for (double value : axis.values) {
    RELCO_CHECK(std::isfinite(value), "axis '{}' has a coordinate that is no number", axis.name);
    RELCO_CHECK(!axis.integral || (std::trunc(value) == value && std::abs(value) < 9e15),
                "axis '{}' is integral and has the coordinate {}", axis.name, value);
  }
}

void check_variable(const Dataset& dataset, const Variable& variable) {
  RELCO_CHECK(!variable.units.empty(), "variable '{}' has no units", variable.name);
  RELCO_CHECK(!variable.long_name.empty(), "variable '{}' has no long_name", variable.name);
  check_attributes(variable.attributes, "variable " + variable.name);
  std::size_t size = 1;
  std::set<std::string> used;
  for (const std::string& name : variable.axes) {
    const Axis* axis = find_axis(dataset, name);
    RELCO_CHECK(axis != nullptr, "variable '{}' lies on the unknown axis '{}'", variable.name,
                name);
    RELCO_CHECK(used.insert(name).second, "variable '{}' lies on the axis '{}' twice",
                variable.name, name);
    size *= axis->size();
  }
  const std::size_t given = value_count(variable.data);
  RELCO_CHECK(given == size, "variable '{}' has {} values, and its axes ask for {}", variable.name,
              given, size);
}

void check_group(const Group& group) {
  check_attributes(group.attributes, "group " + group.name);
  Names names;
  for (const Text& text : group.texts) {
    names.add(text.name, "a text of group " + group.name);
    RELCO_CHECK(!text.long_name.empty(), "text '{}' has no long_name", text.name);
  }
}

template <typename Thing>
const Thing* find_named(const std::vector<Thing>& things, const std::string& name) {
  const auto found = std::find_if(things.begin(), things.end(),
                                  [&name](const Thing& thing) { return thing.name == name; });
  return found == things.end() ? nullptr : &*found;
}

}  // namespace

std::size_t value_count(const Data& data) {
  return std::visit([](const auto& values) { return values.size(); }, data);
}

const Axis* find_axis(const Dataset& dataset, const std::string& name) {
  return find_named(dataset.axes, name);
}

const Variable* find_variable(const Dataset& dataset, const std::string& name) {
  return find_named(dataset.variables, name);
}

const Group* find_group(const Dataset& dataset, const std::string& name) {
  return find_named(dataset.groups, name);
}

const Text* find_text(const Group& group, const std::string& name) {
  return find_named(group.texts, name);
}

void check(const Dataset& dataset) {
  RELCO_CHECK(!dataset.title.empty() && !dataset.source.empty() && !dataset.history.empty(),
              "a results file needs title, source and history");
  check_attributes(dataset.attributes, "the file");
  Names names;
  for (const Axis& axis : dataset.axes) {
    names.add(axis.name, "an axis");
    check_axis(axis);
  }
  for (const Variable& variable : dataset.variables) {
    names.add(variable.name, "a variable");
    check_variable(dataset, variable);
  }
  for (const Group& group : dataset.groups) {
    names.add(group.name, "a group");
    check_group(group);
  }
}

}  // namespace relco::record
