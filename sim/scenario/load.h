// Scenario files into facts. Strict: everything that is wrong is found at once.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "params/row.h"
#include "rules/parameters.h"
#include "world/facts.h"

namespace relco {

// `--set path=value`: the path is that of a fact ("organisations.hospital.leadership.support") or
// of a behavioural parameter ("communication.f0"); the value is written as it would be in a file.
struct Override {
  std::string path, value;
  std::string place = {};  // "file:line:column" where it is written; "" is the command line
};

struct LoadedScenario {
  Facts facts;
  // All facts after inheritance, overrides and defaults as YAML that loads as the same facts. The
  // order of the file does not show, except that of arms (the first is the control).
  std::string resolved_text;
  // Sixteen hexadecimal digits that tell two scenarios apart which run differently: titles,
  // checklist ids and claims do not count.
  std::string digest_text;
  std::vector<Finding> notes;      // what is no mistake and perhaps not meant, in file order
  std::vector<std::string> files;  // the file first, then what it extends
  std::vector<Override> parameter_overrides;  // paths and values are valid
};

// Throws UserError with all findings: "file:line:column: path: message" a line each. `parameters`
// are the rows of all rules: their names are refused in files, and their overrides checked.
[[nodiscard]] LoadedScenario load_scenario(const std::string& path,
                                           std::span<const Override> overrides,
                                           std::span<const ParameterRow> parameters);

// The same of the text of a scenario in full, such as `resolved_text` or what a results file keeps;
// `name` is what findings call its place.
[[nodiscard]] LoadedScenario load_resolved(const std::string& text, const std::string& name,
                                           std::span<const ParameterRow> parameters);

// The default parameters with these overrides, which a load found good; a later one of the same
// path wins.
[[nodiscard]] Parameters parameters_with(std::span<const Override> overrides);

// "path=value" as typed behind --set. Throws UserError when there is no "=" or no path.
[[nodiscard]] Override parse_override(const std::string& text);

}  // namespace relco
