#include "calibrate/space.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/diagnostics.h"
#include "base/errors.h"

namespace relco::calibrate {
namespace {

const ParameterRow& row_at(const std::string& path) {
  if (const ParameterRow* row = find_parameter(path)) return *row;
  std::vector<std::string> known;
  for (const ParameterRow& row : parameter_rows()) {
    known.push_back(fmt::format("{}.{}", row.rule, row.field));
  }
  const std::string_view near = nearest_name(path, {known.begin(), known.end()});
  throw UserError(fmt::format("there is no parameter '{}'{} (see relco params)", path,
                              near.empty() ? "" : fmt::format("; did you mean '{}'?", near)));
}

}  // namespace

std::string Dimension::path() const {
  return fmt::format("{}.{}", row->rule, row->field);
}

std::vector<Dimension> make_space(std::span<const std::string> paths, double reach) {
  std::vector<Dimension> space;
  for (const std::string& path : paths) {
    const ParameterRow& row = row_at(path);
    const double low = static_cast<double>(row.min), high = static_cast<double>(row.max);
    const double middle = static_cast<double>(row.default_value), arm = reach * (high - low);
    space.push_back({&row, std::max(low, middle - arm), std::min(high, middle + arm)});
  }
  return space;
}

std::vector<std::string> free_parameters() {
  std::vector<std::string> paths;
  for (const ParameterRow& row : parameter_rows()) {
    if (row.origin == Origin::literature || !(row.max > row.min)) continue;
    if (row.source.find("mutation checks") != std::string_view::npos) continue;  // switches
    paths.push_back(fmt::format("{}.{}", row.rule, row.field));
  }
  return paths;
}

Parameters at(const Parameters& base, std::span<const Dimension> space,
              std::span<const double> unit) {
  Parameters parameters = base;
  for (std::size_t i = 0; i < space.size(); ++i) {
    const auto value = static_cast<float>(space[i].value(std::clamp(unit[i], 0.0, 1.0)));
    parameter(parameters, *space[i].row) = std::clamp(value, space[i].row->min, space[i].row->max);
  }
  return parameters;
}

std::vector<double> unit_of(const Parameters& parameters, std::span<const Dimension> space) {
  std::vector<double> unit;
  for (const Dimension& one : space) {
    unit.push_back(one.unit(static_cast<double>(parameter(parameters, *one.row))));
  }
  return unit;
}

}  // namespace relco::calibrate
