// relco list --coverage: the rows of the checklist, their claims, and what a check found.
#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "scenario/coverage.h"

namespace relco::app {

// The claims in the output of `relco check --json`; throws UserError when the file is none.
[[nodiscard]] std::vector<CheckedClaim> read_check_results(const std::string& path);

[[nodiscard]] std::string coverage_text(const std::vector<Coverage>& rows, std::size_t width);
[[nodiscard]] boost::json::array coverage_json(const std::vector<Coverage>& rows);

}  // namespace relco::app
