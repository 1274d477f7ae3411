#include "app/results_dataset.h"

#include <fmt/format.h>

#include "app/results_cubes.h"
#include "base/build_info.h"

namespace relco::app {
namespace {

record::Group provenance(const ScenarioInput& input, const RunResult& result,
                         const std::string& command) {
  const BuildInfo& build = build_info();
  std::string parameters;
  for (const std::string& line : input.changed_parameters) parameters += line + '\n';
  return {"provenance",
          {{"software_version", std::string(build.version)},
           {"commit", std::string(build.commit)},
           {"compiler", std::string(build.compiler)},
           {"build_type", std::string(build.build_type)},
           {"command", command},
           {"scenario_file", input.facts.file},
           {"seed", fmt::format("{}", input.facts.seed)},
           {"run_digest", digest_text(result.digest)},
           {"scenario_digest", input.scenario_digest},
           {"parameter_digest", digest_text(digest_of(input.parameters))}},
          {{"scenario", "the scenario in full, inherited and set values included", input.text},
           {"changed_parameters", "model parameters that differ from their defaults", parameters}}};
}

}  // namespace

record::Dataset results_dataset(const ScenarioInput& input, const RunResult& result,
                                const std::string& command, const KeepLimits& limits) {
  record::Dataset data;
  data.title = input.facts.title.empty() ? input.facts.file : input.facts.title;
  data.source = fmt::format("relco {} ({})", build_info().version, build_info().commit);
  data.history = command;
  if (!input.facts.question.empty()) data.attributes.push_back({"comment", input.facts.question});
  const Cubes cubes(result.records, limits);
  cubes.add_axes(data);
  cubes.add_outcomes(data);
  cubes.add_ledger(data);
  cubes.add_regimes(data);
  cubes.add_digests(data);
  data.groups.push_back(provenance(input, result, command));
  return data;
}

}  // namespace relco::app
