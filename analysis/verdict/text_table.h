// Columns of text for a terminal: aligned, coloured after they are padded, wrapped when too wide.
#pragma once

#include <string>
#include <vector>

namespace relco::verdict {

enum class Style : std::uint8_t { plain, heading, good, bad, quiet };

// The text in escape sequences; unchanged without colour. Blue and orange, because red and green
// look alike to many people.
[[nodiscard]] std::string styled(const std::string& text, Style style, bool colour);

struct Cell {
  std::string text;
  Style style = Style::plain;
};

class TextTable {
 public:
  // One character a column: 'l' or 'r' for left or right.
  explicit TextTable(std::string alignment) : alignment_(std::move(alignment)) {}
  void add(std::vector<Cell> row) { rows_.push_back(std::move(row)); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }

  // Rows of at most `width` characters, `indent` spaces before each. Columns are as wide as their
  // longest cell; where that is too much, gaps narrow to one space, then the first column breaks
  // into lines.
  [[nodiscard]] std::string render(std::size_t indent, std::size_t width, bool colour) const;

 private:
  [[nodiscard]] std::vector<std::size_t> column_widths() const;
  std::string alignment_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace relco::verdict
