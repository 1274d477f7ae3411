#include "app/survey_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/text_file.h"
#include "base/diagnostics.h"
#include "base/errors.h"

namespace relco::app {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostBytes = 64u << 20;

// What --column may name.
const std::vector<std::string_view>& our_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all{"respondent", "group",        "rated",  "site", "wave",
                                      "people",     "organisation", "sector", "unit"};
    all.insert(all.end(), survey::kItemNames.begin(), survey::kItemNames.end());
    return all;
  }();
  return names;
}

}  // namespace

survey::ColumnMap column_map(const ExportLayout& layout) {
  survey::ColumnMap map;
  map.wide = layout.wide;
  map.missing = layout.missing;
  map.frequency_is_amount = layout.frequency_is_amount;
  std::string wrong;
  for (const std::string& pair : layout.columns) {
    const std::size_t at = pair.find('=');
    const std::string ours = pair.substr(0, at);
    if (at == std::string::npos || at + 1 == pair.size()) {
      wrong += fmt::format("--column {}: OURS=THEIRS is needed, such as respondent=ID\n", pair);
    } else if (std::find(our_names().begin(), our_names().end(), ours) == our_names().end()) {
      const std::string_view near = nearest_name(ours, our_names());
      wrong +=
          fmt::format("--column {}: there is no column '{}'{} (see relco survey score --help)\n",
                      pair, ours, near.empty() ? "" : fmt::format("; did you mean '{}'?", near));
    } else if (!map.names.emplace(ours, pair.substr(at + 1)).second) {
      wrong += fmt::format("--column {}: '{}' is named twice\n", pair, ours);
    }
  }
  if (!wrong.empty()) throw UserError(wrong.substr(0, wrong.size() - 1));
  return map;
}

survey::CsvTable read_csv(const std::string& path) {
  std::error_code failed;
  if (!fs::exists(path, failed)) throw UserError(fmt::format("{}: no such file", path));
  if (!fs::is_regular_file(path, failed)) {
    throw UserError(fmt::format("{}: not a regular file", path));
  }
  if (const auto bytes = fs::file_size(path, failed); !failed && bytes > kMostBytes) {
    throw UserError(fmt::format("{}: {} bytes; a survey has at most {}", path, bytes, kMostBytes));
  }
  try {
    return survey::parse_csv(read_text(path), path);
  } catch (const PlaceError& error) {
    throw UserError(fmt::format("{}: {}", path, error.what()));
  }
}

std::vector<survey::RosterRow> read_roster_file(const std::string& path,
                                                const ExportLayout& layout) {
  return survey::read_roster(read_csv(path), column_map(layout));
}

survey::Answers read_answers_file(const std::string& path,
                                  const std::vector<survey::RosterRow>* roster,
                                  const std::string& roster_path, const ExportLayout& layout) {
  survey::Answers answers = survey::read_answers(read_csv(path), column_map(layout));
  if (roster != nullptr) survey::set_asked(answers, *roster, roster_path);
  return answers;
}

std::size_t wave_of(const survey::Answers& answers, const std::optional<std::string>& name) {
  if (!name) return answers.waves.size() - 1;
  const auto at = std::find(answers.waves.begin(), answers.waves.end(), *name);
  if (at == answers.waves.end()) {
    std::string known;
    for (const std::string& wave : answers.waves) known += (known.empty() ? "" : ", ") + wave;
    throw UserError(fmt::format("--wave {}: no such wave; there are: {}", *name,
                                known.empty() ? "none, the file has no column 'wave'" : known));
  }
  return static_cast<std::size_t>(at - answers.waves.begin());
}

void check_free(const std::optional<std::string>& path, bool force) {
  if (path && !force && fs::exists(*path)) {
    throw PlaceError(fmt::format("{} is there already; --force replaces it", *path));
  }
}

}  // namespace relco::app
