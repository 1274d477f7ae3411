#include "scenario/library.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "base/diagnostics.h"
#include "base/errors.h"
#include "scenario/documents.h"

namespace relco {
namespace {

namespace fs = std::filesystem;
using scenario::Value;

constexpr std::size_t kMaxFiles = 10'000;

std::vector<std::string> texts(const Value* value) {
  std::vector<std::string> out;
  if (value == nullptr) return out;
  if (value->is_scalar()) out.push_back(value->text);
  for (const Value& item : value->items) out.push_back(item.text);
  return out;
}

void list_arms(const Value& arms, std::vector<std::string>& names) {
  const bool factorial = arms.find("factorial") != nullptr;
  for (const Value& arm : arms.items) {
    if (!factorial || (arm.key != "factorial" && arm.key != "factors" && arm.key != "with")) {
      names.push_back(arm.key);
    } else if (arm.key == "factorial") {
      std::vector<std::string> factors;
      for (const Value& factor : arm.items) factors.push_back(factor.key);
      names.push_back(fmt::format("factorial({})", fmt::join(factors, ", ")));
    }
  }
}

ListedScenario list_one(const std::string& path) {
  ListedScenario listed;
  Diagnostics diagnostics;
  scenario::Documents documents(diagnostics);
  const auto tree = documents.load_alone(path);
  if (!tree || !diagnostics.empty()) listed.problem = diagnostics.report();
  if (!tree) return listed;
  listed.title = tree->text_of("title");
  listed.question = tree->text_of("question");
  listed.scenario = tree->text_of("scenario");
  if (const Value* factors = tree->find("factors")) {
    for (const Value& factor : factors->items) listed.factors.push_back(factor.key);
  }
  listed.covers = texts(tree->find("covers"));
  if (const Value* arms = tree->find("arms")) {
    if (listed.scenario.empty()) list_arms(*arms, listed.arms);
    if (!listed.scenario.empty()) listed.arms = texts(arms);
  }
  const Value* claims = tree->find("expect");
  if (claims == nullptr) return listed;
  for (const Value& claim : claims->items) {
    listed.claims.push_back({std::string(claims->is_map() ? claim.key : claim.text_of("id")),
                             std::string(claim.text_of("says")), texts(claim.find("evidence")),
                             std::string(claim.text_of("open")), claim.place.line});
  }
  return listed;
}

bool is_scenario_name(const fs::path& path) {
  return path.extension() == ".yaml" || path.extension() == ".yml";
}

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
    const fs::path& path = it->path();
    const bool skipped = path.filename() == "baseline" || path.filename().string().front() == '.';
    if (it->is_directory(error) && skipped) it.disable_recursion_pending();
    if (it->is_regular_file(error) && is_scenario_name(path)) files.push_back(path);
    if (files.size() > kMaxFiles) {
      throw UserError(fmt::format("{}: more than {} scenario files", folder.string(), kMaxFiles));
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::vector<ListedScenario> list_scenarios(const std::string& folder) {
  std::error_code error;
  std::vector<ListedScenario> scenarios;
  if (fs::is_regular_file(folder, error)) {
    scenarios.push_back(list_one(folder));
    scenarios.back().file = folder;
    return scenarios;
  }
  if (!fs::is_directory(folder, error)) {
    throw UserError(fmt::format("{}: there is no such folder or file", folder));
  }
  for (const fs::path& path : files_below(folder)) {
    scenarios.push_back(list_one(path.string()));
    scenarios.back().file = path.lexically_relative(folder).string();
  }
  return scenarios;
}

}  // namespace relco
