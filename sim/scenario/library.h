// The scenarios below a folder, without running or fully checking them.
#pragma once

#include <string>
#include <vector>

namespace relco {

struct ListedClaim {
  std::string id, says;
  std::vector<std::string> evidence;
  std::string open;  // reason why it does not hold yet; "" is claimed to hold
  int line = 0;
};

struct ListedScenario {
  std::string file;  // below the folder asked for
  std::string title, question;
  std::vector<std::string> arms;     // in file order; factorials as "factorial(stance, strength)"
  std::string scenario;              // of an experiment: the scenario that it runs; else ""
  std::vector<std::string> factors;  // of an experiment
  std::vector<std::string> covers;   // rows of the checklist
  std::vector<ListedClaim> claims;   // the file's own, not inherited ones
  std::string problem;               // why the file cannot be listed; "" when it can

  [[nodiscard]] std::size_t open_claims() const {
    std::size_t n = 0;
    for (const ListedClaim& claim : claims) n += claim.open.empty() ? 0 : 1;
    return n;
  }
};

// Every .yaml and .yml file below `folder` (or the file itself), sorted by path. Files of facts
// only, which others extend, have neither arms nor claims; those in folders called baseline are
// left out. Throws UserError when there is no such folder or file.
[[nodiscard]] std::vector<ListedScenario> list_scenarios(const std::string& folder);

}  // namespace relco
