// Which scenario files are meant by the paths people type.
#pragma once

#include <string>
#include <vector>

namespace relco::app {

enum class Wanted { all, with_claims };

// Files as they are; folders as the scenarios below them (scenario/library.h), of which with_claims
// leaves out those without expectations. Each file once. Throws UserError for what is not there.
// A folder without any scenario is a mistake, and adds a line to `findings`.
[[nodiscard]] std::vector<std::string> scenario_files(const std::vector<std::string>& paths,
                                                      Wanted wanted, std::string& findings);

}  // namespace relco::app
