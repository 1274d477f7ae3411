// A table in a CSV file, read strictly: RFC 4180 quoting; commas, semicolons (as Excel writes them
// where the comma is the decimal sign) or tabs between fields; with or without a byte order mark.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace relco::survey {

struct CsvField {
  std::string text;  // without quotes and surrounding spaces
  int column = 1;    // where it starts in its line, counted in characters from 1
};

struct CsvRow {
  int line = 0;
  std::vector<CsvField> fields;  // as many as the header has
};

struct CsvTable {
  std::string file;
  char separator = ',';
  CsvRow header;
  std::vector<CsvRow> rows;
};

// Collects findings about one file, and stops listing them when they are too many to read.
class CsvFindings {
 public:
  explicit CsvFindings(std::string file) : file_(std::move(file)) {}
  void add(int line, int column, std::string path, std::string message);
  void add(const CsvRow& row, std::size_t field, std::string path, std::string message);
  void add(std::string message) { add(0, 0, "", std::move(message)); }
  [[nodiscard]] bool empty() const { return count_ == 0; }
  // Throws UserError with all that was found.
  void throw_if_any() const;

 private:
  std::string file_;
  Diagnostics diagnostics_;
  int count_ = 0;
};

// Throws UserError with everything that is wrong: "file:line:column: message" a line each.
[[nodiscard]] CsvTable parse_csv(std::string_view text, const std::string& file);

// A number with a point or a comma before its decimals; nothing for anything else.
[[nodiscard]] std::optional<double> csv_number(std::string_view text);

// The text as a field of a CSV file with commas: quoted where it must be.
[[nodiscard]] std::string csv_field(std::string_view text);

}  // namespace relco::survey
