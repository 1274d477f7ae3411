// The files that the commands of the survey read and write.
#pragma once

#include <string>
#include <vector>

#include "app/arguments.h"
#include "survey/import.h"

namespace relco::app {

// Throw UserError, for a file that cannot be read as well as for what is wrong in it.
[[nodiscard]] survey::ColumnMap column_map(const ExportLayout& layout);
[[nodiscard]] survey::CsvTable read_csv(const std::string& path);
[[nodiscard]] std::vector<survey::RosterRow> read_roster_file(const std::string& path,
                                                              const ExportLayout& layout);
// Answers of an export, with who was asked where there is a roster.
[[nodiscard]] survey::Answers read_answers_file(const std::string& path,
                                                const std::vector<survey::RosterRow>* roster,
                                                const std::string& roster_path,
                                                const ExportLayout& layout);
// The wave of that name; the last one when none is asked for. Throws UserError.
[[nodiscard]] std::size_t wave_of(const survey::Answers& answers,
                                  const std::optional<std::string>& name);

// Throws PlaceError when the file is there and may not be replaced.
void check_free(const std::optional<std::string>& path, bool force);

}  // namespace relco::app
