// What a run starts from: the scenario read, the numbers of the command line put in, the
// parameters.
#pragma once

#include <string>
#include <vector>

#include "app/arguments.h"
#include "base/diagnostics.h"
#include "rules/parameters.h"
#include "world/facts.h"

namespace relco::app {

struct ScenarioInput {
  Facts facts;
  std::string text;             // the scenario in full: everything inherited and set, canonical
  std::string scenario_digest;  // of what shapes a run: claims and titles do not count
  std::vector<Finding> notes;   // remarks of the reader, see tell_notes()
  Parameters parameters;
  std::vector<std::string> changed_parameters;  // "learning.goals_solve=0.03", as typed
  std::vector<std::string> changed_facts;       // "organisations.ward.workload=1.05", likewise
};

// Throws UserError with everything that is wrong in the file and in the settings.
[[nodiscard]] ScenarioInput read_scenario(const std::string& path, const Settings& settings,
                                          const RunSize& size = {});

// The reader's remarks on standard error, a line each.
void tell_notes(const ScenarioInput& input);

// The parameters alone, for what needs no scenario. Settings of anything else are a UserError.
[[nodiscard]] Parameters read_parameters(const Settings& settings);

// The lines "path=value" of a file; empty ones and those that begin with # are none. Throws
// UserError for a file that cannot be read or has other lines.
[[nodiscard]] Settings read_settings(const std::string& file);

// "0123456789abcdef"
[[nodiscard]] std::string digest_text(std::uint64_t digest);

}  // namespace relco::app
