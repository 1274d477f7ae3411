#include "app/results_input.h"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <sstream>

#include "base/errors.h"
#include "record/results_file.h"
#include "rules/mechanisms.h"
#include "scenario/load.h"

namespace relco::app {
namespace {

constexpr std::string_view kBlock = "block ";

[[noreturn]] void refuse(const std::string& path, const std::string& why) {
  throw PlaceError(fmt::format("'{}' {}", path, why));
}

std::string attribute(const record::Group& group, const char* name) {
  for (const auto& [key, value] : group.attributes) {
    const auto* text = std::get_if<std::string>(&value);
    if (key == name && text != nullptr) return *text;
  }
  return "";
}

std::string text(const record::Group& group, const char* name) {
  const record::Text* found = record::find_text(group, name);
  return found == nullptr ? "" : found->text;
}

// The lines of changed_parameters: what was set, and the mechanisms that were taken out.
Parameters parameters_of(const std::string& path, const std::string& lines,
                         std::vector<std::string>& changed) {
  std::vector<Override> overrides;
  std::vector<std::string> blocks;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) continue;
    changed.push_back(line);
    if (line.starts_with(kBlock)) {
      blocks.push_back(line.substr(kBlock.size()));
      if (find_mechanism(blocks.back()) == nullptr) {
        refuse(path, fmt::format("was run without a mechanism '{}' that this relco does not know",
                                 blocks.back()));
      }
      continue;
    }
    overrides.push_back(parse_override(line));
    if (find_parameter(overrides.back().path) == nullptr) {
      refuse(path, fmt::format("was run with a parameter '{}' that this relco does not know",
                               overrides.back().path));
    }
  }
  return blocked(parameters_with(overrides), blocks);
}

}  // namespace

bool is_results_file(const std::string& path) {
  constexpr std::string_view kSignature = "\x89HDF\r\n\x1a\n";
  std::array<char, kSignature.size()> start{};
  std::ifstream in(path, std::ios::binary);
  in.read(start.data(), start.size());
  return in.good() && std::string_view(start.data(), start.size()) == kSignature;
}

std::uint64_t ResultsInput::digest(std::size_t arm, int replicate, Week week) const {
  const auto runs = static_cast<std::size_t>(input.facts.replicates);
  const auto weeks = static_cast<std::size_t>(input.facts.horizon);
  const std::size_t cell = arm * runs + static_cast<std::size_t>(replicate);
  return static_cast<std::uint64_t>(digests[cell * weeks + static_cast<std::size_t>(week)]);
}

ResultsInput read_results_input(const std::string& path) {
  const record::Dataset data = record::read_results(path);
  const record::Group* made = record::find_group(data, "provenance");
  const record::Variable* digests = record::find_variable(data, "digest");
  const auto* values =
      digests == nullptr ? nullptr : std::get_if<std::vector<std::int64_t>>(&digests->data);
  if (made == nullptr || values == nullptr || text(*made, "scenario").empty()) {
    refuse(path, "is no results file of relco run: it carries no scenario with its worlds");
  }
  ResultsInput out;
  out.software = fmt::format("relco {} ({})", attribute(*made, "software_version"),
                             attribute(*made, "commit"));
  LoadedScenario loaded;
  try {
    loaded = load_resolved(text(*made, "scenario"), path, parameter_rows());
  } catch (const UserError& error) {
    refuse(path, fmt::format("carries a scenario that this relco cannot read; {} wrote it:\n{}",
                             out.software, error.what()));
  }
  ScenarioInput& input = out.input;
  input.facts = std::move(loaded.facts);
  input.facts.file = attribute(*made, "scenario_file");
  input.text = std::move(loaded.resolved_text);
  input.scenario_digest = std::move(loaded.digest_text);
  input.parameters =
      parameters_of(path, text(*made, "changed_parameters"), input.changed_parameters);
  const std::size_t cells =
      input.facts.arms.size() * static_cast<std::size_t>(input.facts.replicates);
  if (values->size() != cells * static_cast<std::size_t>(input.facts.horizon) ||
      input.scenario_digest != attribute(*made, "scenario_digest")) {
    refuse(path, "carries a scenario that is not the one of its results");
  }
  if (digest_text(digest_of(input.parameters)) != attribute(*made, "parameter_digest")) {
    refuse(path, fmt::format("was made by {}, whose model has other parameters than this one: only "
                             "that build can tell what happened in its run",
                             out.software));
  }
  out.digests = *values;
  return out;
}

}  // namespace relco::app
