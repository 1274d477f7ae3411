#include "app/other_build.h"

#include <fmt/format.h>
#include <sys/wait.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "app/console.h"
#include "base/errors.h"

namespace relco::app {
namespace {

namespace fs = std::filesystem;

// Standard output of a command; its standard error goes where ours goes.
std::string output_of(const std::vector<std::string>& words) {
  const std::string command = shell_words(words);
  std::fflush(nullptr);
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) throw UserError(fmt::format("cannot start {}", words.front()));
  std::string text;
  char block[4096];
  while (const std::size_t count = std::fread(block, 1, sizeof block, pipe)) {
    text.append(block, count);
  }
  const int status = pclose(pipe);
  if (status != 0) {
    throw UserError(fmt::format("{} failed (exit code {})", command,
                                WIFEXITED(status) ? WEXITSTATUS(status) : -1));
  }
  return text;
}

}  // namespace

std::vector<std::string> builds_beside_this() {
  std::error_code failed;
  const fs::path self = fs::read_symlink("/proc/self/exe", failed);
  if (failed) return {};
  // build/<preset>/sim/app/relco
  const fs::path own = self.parent_path().parent_path().parent_path();
  std::vector<std::string> programs;
  if (own.parent_path().filename() != "build") return programs;
  for (const auto& folder : fs::directory_iterator(own.parent_path(), failed)) {
    const fs::path program = folder.path() / "sim" / "app" / "relco";
    const std::string name = folder.path().filename().string();
    const bool sanitised = name.find("asan") != std::string::npos;  // right, but takes an age
    if (folder.path() == own || sanitised || !fs::exists(program, failed)) continue;
    programs.push_back(program.string());
  }
  std::sort(programs.begin(), programs.end());
  return programs;
}

std::string commit_of(const std::string& program) {
  const std::string text = output_of({program, "--version"});
  const auto from = text.find("commit ");
  if (from == std::string::npos) return "unknown";
  const auto to = text.find(',', from);
  return text.substr(from + 7, to == std::string::npos ? to : to - from - 7);
}

std::string digest_from(const std::string& program, const VerifyArguments& arguments) {
  std::vector<std::string> words{program,  "run",      arguments.scenario,
                                 "--json", "--no-out", "--quiet"};
  const auto add = [&words](const char* option, const auto& value) {
    if (value) words.insert(words.end(), {option, fmt::format("{}", *value)});
  };
  for (const std::string& setting : arguments.set) words.insert(words.end(), {"--set", setting});
  add("--replicates", arguments.size.replicates);
  add("--weeks", arguments.size.weeks);
  add("--seed", arguments.size.seed);
  boost::system::error_code failed;
  const boost::json::value said = boost::json::parse(output_of(words), failed);
  const auto* object = failed ? nullptr : said.if_object();
  const auto* digest = object == nullptr ? nullptr : object->if_contains("digest");
  if (digest == nullptr || !digest->is_string()) {
    throw UserError(fmt::format("{} did not tell a digest", program));
  }
  return std::string(digest->get_string());
}

}  // namespace relco::app
