#include "app/scenario_input.h"

#include <fmt/format.h>

#include "base/errors.h"
#include "scenario/load.h"
#include "scenario/numbers.h"

namespace relco::app {
namespace {

std::vector<Override> overrides_of(const Settings& settings, const RunSize& size) {
  std::vector<Override> overrides;
  for (const std::string& setting : settings) overrides.push_back(parse_override(setting));
  const auto add = [&overrides](const char* path, const auto& value) {
    if (value) overrides.push_back({path, fmt::format("{}", *value)});
  };
  add("replicates", size.replicates);
  add("horizon", size.weeks);
  add("seed", size.seed);
  return overrides;
}

// Overrides that the reader has found good; a later one of the same path wins.
void set_parameter(Parameters& parameters, const Override& override) {
  const ParameterRow* row = find_parameter(override.path);
  const auto number = scenario::parse_number(override.value);
  RELCO_CHECK(row != nullptr && number, "unchecked setting {}={}", override.path, override.value);
  parameter(parameters, *row) = static_cast<float>(*number);
}

}  // namespace

ScenarioInput read_scenario(const std::string& path, const Settings& settings,
                            const RunSize& size) {
  LoadedScenario loaded = load_scenario(path, overrides_of(settings, size), parameter_rows());
  ScenarioInput input;
  input.facts = std::move(loaded.facts);
  input.text = std::move(loaded.resolved_text);
  input.scenario_digest = std::move(loaded.digest_text);
  for (const Override& override : loaded.parameter_overrides) {
    set_parameter(input.parameters, override);
    input.changed_parameters.push_back(override.path + '=' + override.value);
  }
  return input;
}

Parameters read_parameters(const Settings& settings) {
  Parameters parameters;
  for (const Override& override : overrides_of(settings, {})) {
    const ParameterRow* row = find_parameter(override.path);
    if (row == nullptr) {
      throw UserError(
          fmt::format("--set {}: there is no such parameter (see relco params)", override.path));
    }
    const auto number = scenario::parse_number(override.value);
    if (!number || *number < static_cast<double>(row->min) ||
        *number > static_cast<double>(row->max)) {
      throw UserError(fmt::format("--set {}: is {}; allowed is {} to {}", override.path,
                                  override.value, row->min, row->max));
    }
    set_parameter(parameters, override);
  }
  return parameters;
}

std::string digest_text(std::uint64_t digest) {
  return fmt::format("{:016x}", digest);
}

}  // namespace relco::app
