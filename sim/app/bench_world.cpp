#include "app/bench_world.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/errors.h"

namespace relco::app {
namespace {

constexpr const char* kWorld = "scenarios/bench/neighbourhoods.yaml";
constexpr int kNeighbourhood = 64;  // people

}  // namespace

std::string checkout_file(const std::string& file) {
  namespace fs = std::filesystem;
  if (fs::exists(file)) return file;
  std::error_code failed;
  for (fs::path at = fs::read_symlink("/proc/self/exe", failed); at.has_relative_path();
       at = at.parent_path()) {
    if (fs::exists(at / file, failed)) return (at / file).string();
  }
  throw UserError(fmt::format(
      "relco bench: cannot find {} here or above the program; name the file: relco bench FILE",
      file));
}

ScenarioInput bench_world(const std::string& file, int people, Week weeks) {
  RunSize size;
  size.weeks = weeks;
  size.replicates = 1;
  const int copies = std::max(1, people / kNeighbourhood);
  return read_scenario(file.empty() ? checkout_file(kWorld) : file,
                       {fmt::format("organisations.neighbourhood.copies={}", copies)}, size);
}

}  // namespace relco::app
