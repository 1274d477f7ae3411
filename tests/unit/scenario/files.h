// Scenario files written for one test and gone after it.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/errors.h"
#include "scenario/load.h"
#include "support/catch.h"

namespace relco::test {

class Folder {
 public:
  Folder() {
    static int count = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("relco-scenario-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
    std::filesystem::create_directories(path_);
  }
  ~Folder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string write(const std::string& name, std::string_view text) const {
    const std::filesystem::path path = path_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }
  [[nodiscard]] std::string at(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

// Rows as rules declare them, enough to tell parameters from facts.
inline const std::vector<ParameterRow>& some_parameters() {
  static const std::vector<ParameterRow> rows = [] {
    ParameterRow contact;
    contact.rule = "communication";
    contact.field = "f0";
    contact.default_value = -0.585f;
    contact.min = -5;
    contact.max = 5;
    return std::vector<ParameterRow>{contact};
  }();
  return rows;
}

inline LoadedScenario load(const std::string& path, const std::vector<Override>& overrides = {}) {
  return load_scenario(path, overrides, some_parameters());
}
inline LoadedScenario load_text(std::string_view text,
                                const std::vector<Override>& overrides = {}) {
  const Folder folder;
  return load(folder.write("test.yaml", text), overrides);
}

// The findings about a file, without the folder it is in; none when it loads.
inline std::vector<std::string> findings_at(const std::string& path,
                                            const std::vector<Override>& overrides = {}) {
  std::vector<std::string> lines;
  try {
    static_cast<void>(load(path, overrides));
  } catch (const UserError& error) {
    std::istringstream text(error.what());
    const std::string folder = std::filesystem::path(path).parent_path().string() + "/";
    for (std::string line; std::getline(text, line);) {
      lines.push_back(line.starts_with(folder) ? line.substr(folder.size()) : line);
    }
  }
  return lines;
}
inline std::vector<std::string> findings(std::string_view text,
                                         const std::vector<Override>& overrides = {}) {
  const Folder folder;
  return findings_at(folder.write("test.yaml", text), overrides);
}
// The only finding, for files with one mistake.
inline std::string finding(std::string_view text, const std::vector<Override>& overrides = {}) {
  const auto all = findings(text, overrides);
  CAPTURE(all);
  CHECK(all.size() == 1);
  return all.empty() ? "" : all.front();
}

inline void check_says(const std::string& text, const std::string& words) {
  CAPTURE(text, words);
  CHECK(text.find(words) != std::string::npos);
}

// A small scenario that loads; tests add to it or spoil it.
inline constexpr std::string_view kSmall = R"(relco: 1
title: Small
horizon: 104 weeks
organisations:
  - name: hospital
    leadership: {support: 0.45}
    units:
      - {name: ward, staff: {nurse: 8, physician: 3}}
  - name: home_care
    sector: community
    units: [{name: home, staff: {home_nurse: 4}}]
unions:
  - {name: nurses, covers: {role: nurse}, strength: 0.7, stance: -0.2}
pathways:
  - name: stroke
    starts_per_week: 3
    team: {nurse: 2, physician: 1, home_nurse: 0.5}
changes:
  redesign: {from: week 26, fidelity: 0.8, intervention: coaching}
arms:
  as_is: []
  reform: [redesign]
)";

inline std::string small_with(std::string_view more) {
  return std::string(kSmall) + std::string(more);
}

// `text` with the first `from` replaced by `to`, which must be there.
inline std::string changed(std::string_view text, std::string_view from, std::string_view to) {
  std::string out(text);
  const std::size_t at = out.find(from);
  REQUIRE(at != std::string::npos);
  return out.replace(at, from.size(), to);
}

}  // namespace relco::test
