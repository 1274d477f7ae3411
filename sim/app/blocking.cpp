#include "app/blocking.h"

#include <fmt/format.h>

#include "base/diagnostics.h"
#include "base/errors.h"
#include "rules/mechanisms.h"

namespace relco::app {

void block(ScenarioInput& input, const std::vector<std::string>& names) {
  std::vector<std::string_view> known;
  for (const Mechanism& mechanism : mechanisms()) known.push_back(mechanism.name);
  std::string findings;
  for (const std::string& name : names) {
    if (find_mechanism(name) != nullptr) {
      input.changed_parameters.push_back("block " + name);
      continue;
    }
    const std::string_view nearest = nearest_name(name, known);
    findings += fmt::format("{}--block {}: there is no such mechanism{} (see relco params)",
                            findings.empty() ? "" : "\n", name,
                            nearest.empty() ? "" : fmt::format("; did you mean '{}'?", nearest));
  }
  if (!findings.empty()) throw UserError(findings);
  input.parameters = blocked(input.parameters, names);
}

}  // namespace relco::app
