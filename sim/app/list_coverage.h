// relco list --coverage: the rows of the checklist, their claims, and what a check found.
#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "scenario/coverage.h"

namespace relco::app {

// What `relco check --json` printed.
struct CheckResults {
  std::string path;  // "": nothing was checked
  std::vector<CheckedClaim> claims;
  bool plain = true;    // all of the model with its own parameters, and all replicates
  std::string remarks;  // in sentences, why not, or that another program checked; "" is no remark
};

// Throws UserError when the file is none of that kind.
[[nodiscard]] CheckResults read_check_results(const std::string& path);

[[nodiscard]] std::string coverage_text(const std::vector<Coverage>& rows,
                                        const CheckResults& results, std::size_t width);
[[nodiscard]] boost::json::array coverage_json(const std::vector<Coverage>& rows);

}  // namespace relco::app
