// A small results file with every kind of content, and a folder that cleans up after itself.
#pragma once

#include <stdlib.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <stdexcept>
#include <string>

#include "record/bytes.h"
#include "record/cube.h"
#include "record/disk.h"

namespace relco::record {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "relco-record-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const Path& path() const { return path_; }
  [[nodiscard]] Path operator/(const std::string& name) const { return path_ / name; }

 private:
  Path path_;
};

inline void write_bytes(const Path& path, std::span<const std::byte> bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(reinterpret_cast<const char*>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
}

inline std::vector<std::string> names_in(const Path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

inline Bytes payload(const std::string& text) {
  const auto bytes = as_bytes(text);
  return {bytes.begin(), bytes.end()};
}

// 2 arms x 3 replicates x 53 weeks x 2 scopes. Value of arm a, replicate r, week w, scope s:
// 1000 a + 100 r + w + s / 2, and NaN in week 0 of scope 1.
inline Dataset sample_dataset() {
  Dataset dataset;
  dataset.title = "two arms of a sample";
  dataset.source = "relco 0.0.0";
  dataset.history = "made by a test";
  dataset.attributes = {{"institution", std::string("nobody")}, {"weeks_run", std::int64_t{52}}};
  std::vector<double> weeks;
  for (int week = 0; week < 53; ++week) weeks.push_back(week);
  dataset.axes = {
      {"arm", "arm of the experiment", {"baseline", "with rounds"}, {}, "1", false},
      {"replicate", "replicate", {}, {0, 1, 2}, "1", true},
      {"week", "week since the beginning", {}, weeks, "week", true},
      {"scope", "whole system or organisation", {"system", "Rigshospitalet Ø"}, {}, "1", false},
      {"dose", "share of units reached", {}, {0.25, 0.5}, "1", false},
  };
  std::vector<double> coordination;
  std::vector<float> strain;
  std::vector<std::int64_t> ledger;
  for (int arm = 0; arm < 2; ++arm) {
    for (int replicate = 0; replicate < 3; ++replicate) {
      for (int week = 0; week < 53; ++week) {
        ledger.push_back((std::int64_t{1} << 60) + 1000 * arm + 100 * replicate + week);
        for (int scope = 0; scope < 2; ++scope) {
          const double value = 1000 * arm + 100 * replicate + week + scope / 2.0;
          const bool none = week == 0 && scope == 1;
          coordination.push_back(none ? std::numeric_limits<double>::quiet_NaN() : value);
          strain.push_back(static_cast<float>(value / 8));
        }
      }
    }
  }
  dataset.variables = {
      {"coordination",
       "1",
       "relational coordination",
       {"arm", "replicate", "week", "scope"},
       coordination,
       {{"valid_range", std::vector<double>{0, 3000}}}},
      {"strain", "hours", "strain", {"arm", "replicate", "week", "scope"}, strain, {}},
      {"ledger",
       "1",
       "sum of changes",
       {"arm", "replicate", "week"},
       ledger,
       {{"comment", std::string("exact")}, {"terms", std::vector<std::int64_t>{1, 2}}}},
      {"digest", "1", "digest of the world", {"arm"}, std::vector<std::string>{"0af1", "99e2"}, {}},
      {"effect", "1", "mean effect", {"dose"}, std::vector<double>{0.5, 1.5}, {}},
      {"population", "1", "people", {}, std::vector<std::int64_t>{640}, {}},
  };
  dataset.groups = {{"provenance",
                     {{"version", std::string("0.0.0")}, {"seed", std::int64_t{7}}},
                     {{"scenario", "resolved scenario", std::string(100000, 's') + "\nend: 1\n"},
                      {"command", "command line", "relco run scenario.yaml"}}}};
  return dataset;
}

}  // namespace relco::record
