// Exports of a real survey into answers, and answers out again. Two layouts are read:
//
//   long: one row per respondent and rated group: respondent, group, rated, seven items
//   wide: one row per respondent, one column per rated group and item: "nurse.frequent"
//
// Further columns are free. `site` and `wave` are read where there are such columns.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "survey/answers.h"
#include "survey/csv.h"

namespace relco::survey {

// How an export differs from what relco expects.
struct ColumnMap {
  // Our name of a column, item or roster column -> its name in the file. In the wide layout the
  // name of an item is what stands for {item} in `wide`.
  std::map<std::string, std::string> names;
  std::string wide;                  // "{group}.{item}"; "" finds out
  std::vector<std::string> missing;  // what stands for no answer, beside the usual
  // The frequency item tells an amount (1 far too little, 3 right, 5 far too much) and not yet how
  // good it is: turned into 1, 3, 5, 4, 2 (A03).
  bool frequency_is_amount = false;
};

// Throws UserError with everything that is wrong, by line and column.
[[nodiscard]] Answers read_answers(const CsvTable& table, const ColumnMap& map);

// Everyone who was asked, or works there: one row per group and place.
struct RosterRow {
  std::string organisation, sector, unit, group;
  std::size_t people = 0;
};
// Columns: group; people (else every row is one person); organisation, sector, unit. Throws
// UserError.
[[nodiscard]] std::vector<RosterRow> read_roster(const CsvTable& table, const ColumnMap& map);

// Sets who was asked. Throws UserError, naming the roster's file, for a group that answered and is
// not in the roster.
void set_asked(Answers& answers, const std::vector<RosterRow>& roster, const std::string& file);

// The long layout, and a roster.
[[nodiscard]] std::string to_csv(const Answers& answers);
[[nodiscard]] std::string to_csv(const std::vector<RosterRow>& roster);

}  // namespace relco::survey
