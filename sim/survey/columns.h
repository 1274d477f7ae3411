// Finding the columns that are meant in a table that somebody else laid out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "survey/import.h"

namespace relco::survey {

// Lower case, with '_' for spaces and hyphens: "Shared goals" is "shared_goals".
[[nodiscard]] std::string plain_name(std::string_view name);

class Columns {
 public:
  Columns(const CsvTable& table, const ColumnMap& map, CsvFindings& findings);

  // The column of our name, or nothing. A name that was given and is not there is a finding.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view ours);
  // The same, and a finding when there is none.
  [[nodiscard]] std::optional<std::size_t> need(std::string_view ours);
  // What the file calls one of our columns or items.
  [[nodiscard]] std::string name_of(std::string_view ours) const;

 private:
  const CsvTable& table_;
  const ColumnMap& map_;
  CsvFindings& findings_;
};

// A column of the wide layout.
struct WideColumn {
  std::size_t field = 0, item = 0;
  std::string group;
};
// The columns that hold the answers of the wide layout, by the pattern that was given or the usual
// one that fits most columns; none: this is no wide layout.
[[nodiscard]] std::vector<WideColumn> wide_columns(const CsvTable& table, const ColumnMap& map,
                                                   const Columns& columns);

}  // namespace relco::survey
