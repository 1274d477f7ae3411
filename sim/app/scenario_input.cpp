#include "app/scenario_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "app/console.h"
#include "base/errors.h"
#include "scenario/experiment.h"
#include "scenario/load.h"
#include "scenario/numbers.h"

namespace relco::app {
namespace {

std::vector<Override> overrides_of(const Settings& settings, const RunSize& size) {
  std::vector<Override> overrides;
  for (const std::string& setting : settings) overrides.push_back(parse_override(setting));
  const auto add = [&overrides](const char* path, const auto& value) {
    if (value) overrides.push_back({path, fmt::format("{}", *value), {}});
  };
  add("replicates", size.replicates);
  add("horizon", size.weeks);
  add("seed", size.seed);
  return overrides;
}

}  // namespace

ScenarioInput read_scenario(const std::string& path, const Settings& settings,
                            const RunSize& size) {
  if (is_experiment(path)) {
    throw UserError(fmt::format("{}: is an experiment, not a scenario; relco sweep runs it", path));
  }
  LoadedScenario loaded = load_scenario(path, overrides_of(settings, size), parameter_rows());
  ScenarioInput input;
  input.facts = std::move(loaded.facts);
  input.text = std::move(loaded.resolved_text);
  input.scenario_digest = std::move(loaded.digest_text);
  input.notes = std::move(loaded.notes);
  input.parameters = parameters_with(loaded.parameter_overrides);
  for (const Override& override : loaded.parameter_overrides) {
    input.changed_parameters.push_back(override.path + '=' + override.value);
  }
  for (const std::string& setting : settings) {
    const bool parameter =
        std::find(input.changed_parameters.begin(), input.changed_parameters.end(), setting) !=
        input.changed_parameters.end();
    if (!parameter) input.changed_facts.push_back(setting);
  }
  return input;
}

void tell_notes(const ScenarioInput& input) {
  for (const Finding& one : input.notes) note(note_text(one) + '\n');
}

Parameters read_parameters(const Settings& settings) {
  const std::vector<Override> overrides = overrides_of(settings, {});
  for (const Override& override : overrides) {
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
  }
  return parameters_with(overrides);
}

Settings read_settings(const std::string& file) {
  constexpr std::uintmax_t kMostBytes = 1u << 20;
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error) ||
      std::filesystem::file_size(file, error) > kMostBytes) {
    throw UserError(fmt::format("{}: cannot be read as a file of settings: {}", file,
                                std::filesystem::is_regular_file(file, error)
                                    ? "it is longer than 1 MB"
                                    : "there is no such file"));
  }
  std::ifstream in(file);
  if (!in) throw UserError(fmt::format("{}: cannot be read", file));
  Settings settings;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const std::size_t equals = line.find('=');
    if (equals == 0 || equals == std::string::npos) {
      throw UserError(fmt::format("{}:{}: a line is written path=value", file, number));
    }
    settings.push_back(line);
  }
  return settings;
}

std::string digest_text(std::uint64_t digest) {
  return fmt::format("{:016x}", digest);
}

}  // namespace relco::app
