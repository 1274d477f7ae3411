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
  // The last column holds sentences that may be broken.
  void breaks_last() { breaks_last_ = true; }
  [[nodiscard]] bool empty() const { return rows_.empty(); }

  // Rows of at most `width` characters, `indent` spaces before each. Columns are as wide as their
  // longest cell; where that is too much, the last column breaks into lines if breaks_last();
  // else gaps narrow to one space, then the first column breaks.
  [[nodiscard]] std::string render(std::size_t indent, std::size_t width, bool colour) const;

 private:
  [[nodiscard]] std::vector<std::size_t> column_widths() const;
  [[nodiscard]] std::string render_row(const std::vector<Cell>& row,
                                       const std::vector<std::size_t>& widths, std::size_t gap,
                                       std::size_t indent, bool colour) const;
  void fit(std::vector<std::size_t>& widths, std::size_t& gap, std::size_t room) const;
  std::string alignment_;
  bool breaks_last_ = false;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace relco::verdict
