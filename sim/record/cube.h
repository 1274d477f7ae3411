// What a results file says, free of file formats: named axes, labelled cubes over them, and the
// provenance texts. write_results() stores it, read_results() gives it back.
//
// A dataset that breaks a rule stated here is a bug of the caller: check() throws BugError.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace relco::record {

// Names (of axes, variables, attributes, groups and texts) start with a letter and go on with
// letters, digits, underscores, dots and hyphens: what HDF5, netCDF and R all take. No two axes,
// variables or groups may share a name.

// What can be said about a variable, a group or the whole file. Order is kept.
using AttributeValue =
    std::variant<std::string, double, std::int64_t, std::vector<double>, std::vector<std::int64_t>>;
using Attributes = std::vector<std::pair<std::string, AttributeValue>>;

// One direction of a cube: arm, replicate, week, organisation, outcome ... Its coordinates are
// either labels or numbers; exactly one of the two lists may be filled. Both empty: length 0.
struct Axis {
  std::string name;
  std::string long_name;            // never empty; one line for people
  std::vector<std::string> labels;  // for choosing by name; UTF-8
  std::vector<double> values;       // for choosing by number
  std::string units = "1";          // of the values; see Variable::units
  bool integral = false;            // values are whole numbers, to be stored as such

  [[nodiscard]] std::size_t size() const { return labels.size() + values.size(); }
};

// The numbers (or texts) of one variable, row-major: the last axis runs fastest. Exact sums in
// fixed point are int64; give them a `scale_factor` attribute (2^-32) and readers see real numbers.
using Data = std::variant<std::vector<double>, std::vector<float>, std::vector<std::int64_t>,
                          std::vector<std::string>>;

// One labelled cube. No axes: a single value.
struct Variable {
  std::string name;
  // UDUNITS spelling ("1" for pure numbers and for texts); never empty. Plural time units (hours,
  // days ...) are stored in the singular, because xarray turns the plural into time stamps.
  std::string units = "1";
  std::string long_name;          // never empty
  std::vector<std::string> axes;  // names of Dataset::axes, slowest first
  Data data;                      // as many as the product of the axes' sizes; NaN: no value
  Attributes attributes;          // anything beyond units and long_name
};

// A long text kept whole: the resolved scenario, the command.
struct Text {
  std::string name;
  std::string long_name;
  std::string text;
};

// Things about the run that are no cubes, such as the group "provenance".
struct Group {
  std::string name;
  Attributes attributes;
  std::vector<Text> texts;
};

struct Dataset {
  std::string title;    // CF: what is in the file; never empty
  std::string source;   // CF: the model that made it; never empty
  std::string history;  // CF: what was done, newest line last; never empty
  Attributes attributes;
  std::vector<Axis> axes;
  std::vector<Variable> variables;
  std::vector<Group> groups;
};

// Values in a variable's data, whatever their type.
[[nodiscard]] std::size_t value_count(const Data& data);

// Null when there is none of that name.
[[nodiscard]] const Axis* find_axis(const Dataset& dataset, const std::string& name);
[[nodiscard]] const Variable* find_variable(const Dataset& dataset, const std::string& name);
[[nodiscard]] const Group* find_group(const Dataset& dataset, const std::string& name);
[[nodiscard]] const Text* find_text(const Group& group, const std::string& name);

// Throws BugError, naming the axis or variable, when the dataset breaks a rule of this page.
void check(const Dataset& dataset);

}  // namespace relco::record
