#include "app/scenario_files.h"

#include <algorithm>
#include <filesystem>

#include "scenario/library.h"

namespace relco::app {

std::vector<std::string> scenario_files(const std::vector<std::string>& paths, Wanted wanted,
                                        std::string& findings) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  const auto add = [&files](const std::string& file) {
    if (std::find(files.begin(), files.end(), file) == files.end()) files.push_back(file);
  };
  for (const std::string& path : paths) {
    std::error_code failed;
    if (!fs::is_directory(path, failed)) {
      add(path);  // the reader says what is wrong with it
      continue;
    }
    const std::vector<ListedScenario> below = list_scenarios(path);
    if (below.empty()) {
      if (!findings.empty()) findings += '\n';
      findings += path + ": no scenario is in this folder (files that end in .yaml or .yml)";
    }
    for (const ListedScenario& listed : below) {
      const bool skipped =
          wanted == Wanted::with_claims && listed.claims.empty() && listed.problem.empty();
      if (!skipped) add((fs::path(path) / listed.file).lexically_normal().string());
    }
  }
  return files;
}

}  // namespace relco::app
