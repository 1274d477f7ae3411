// relco params: the one set of behavioural parameters, and where each comes from.
#include <fmt/format.h>

#include <boost/json.hpp>

#include "app/commands.h"
#include "app/console.h"
#include "app/json_text.h"
#include "base/exit_codes.h"
#include "evidence/evidence.h"
#include "rules/mechanisms.h"
#include "rules/parameters.h"

namespace relco::app {
namespace {

boost::json::array unverified_in(std::string_view source) {
  boost::json::array ids;
  for (const std::string_view id : evidence::ids_in(source)) {
    if (evidence::is_unverified(id)) ids.emplace_back(id);
  }
  return ids;
}

boost::json::value to_json(const ParameterRow& row) {
  return {{"path", fmt::format("{}.{}", row.rule, row.field)},
          {"default", plain_number(row.default_value)},
          {"min", plain_number(row.min)},
          {"max", plain_number(row.max)},
          {"unit", row.unit},
          {"origin", to_text(row.origin)},
          {"source", row.source},
          {"evidence_unverified", unverified_in(row.source)},
          {"meaning", row.meaning}};
}

// What blocking a mechanism does to the parameters: "learning.pace=0".
std::string changes_of(const Mechanism& mechanism) {
  const Parameters usual;
  Parameters without;
  mechanism.block(without);
  std::string text;
  for (const ParameterRow& row : parameter_rows()) {
    const float value = parameter(without, row);
    if (value == parameter(usual, row)) continue;
    text += fmt::format("{}{}.{}={:.4g}", text.empty() ? "" : " ", row.rule, row.field, value);
  }
  return text;
}

void print_mechanisms() {
  print("\nMechanisms that --block NAME takes out of a run or check, and what changes for it:\n");
  for (const Mechanism& mechanism : mechanisms()) {
    print(fmt::format("  {:<28} {}\n      {}\n", mechanism.name, mechanism.meaning,
                      changes_of(mechanism)));
  }
}

void print_table() {
  std::string_view rule;
  for (const ParameterRow& row : parameter_rows()) {
    if (row.rule != rule) {
      print(fmt::format("{}{}\n", rule.empty() ? "" : "\n", row.rule));
      rule = row.rule;
    }
    print(fmt::format("  {:<40} {:>9}  {:<18} {:<10} {:<11} {}\n",
                      fmt::format("{}.{}", row.rule, row.field), row.default_value,
                      fmt::format("{} to {}", row.min, row.max), row.unit, to_text(row.origin),
                      evidence::marked(row.source)));
    print(fmt::format("      {}\n", row.meaning));
  }
  print(
      "\nColumns: path, default, allowed range, unit, origin, source; below: meaning.\n"
      "What an id among the sources stands for: relco list --evidence ID\n"
      "Another value for one run: relco run SCENARIO --set PATH=VALUE\n");
}

}  // namespace

int params(const ParamsArguments& arguments) {
  if (!arguments.json) {
    print_table();
    print_mechanisms();
    return exit_good;
  }
  boost::json::array rows;
  for (const ParameterRow& row : parameter_rows()) rows.push_back(to_json(row));
  boost::json::array parts;
  for (const Mechanism& mechanism : mechanisms()) {
    parts.push_back({{"name", mechanism.name},
                     {"meaning", mechanism.meaning},
                     {"changes", changes_of(mechanism)}});
  }
  print(json_text({{"parameters", std::move(rows)}, {"mechanisms", std::move(parts)}}));
  return exit_good;
}

}  // namespace relco::app
