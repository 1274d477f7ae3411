#include "verdict/text_table.h"

#include <algorithm>
#include <numeric>

#include "stats/readable.h"

namespace relco::verdict {
namespace {

constexpr std::size_t kNarrowest = 12;  // of a first column that breaks

std::string padded(const std::string& text, char alignment, std::size_t width, bool last) {
  if (alignment == 'r') return stats::pad_left(text, width);
  return last ? text : stats::pad_right(text, width);
}

// Wrapped, with the spaces that a cell begins with kept.
std::vector<std::string> lines_of(const std::string& text, std::size_t width) {
  const std::size_t start = std::min(text.find_first_not_of(' '), text.size());
  std::vector<std::string> lines = stats::wrap(text, width > start ? width - start : 1);
  for (std::string& line : lines) line.insert(0, start, ' ');
  return lines;
}

}  // namespace

std::string styled(const std::string& text, Style style, bool colour) {
  if (!colour || text.empty()) return text;
  switch (style) {
    case Style::plain: return text;
    case Style::heading: return "\x1b[1m" + text + "\x1b[0m";
    case Style::good: return "\x1b[38;5;33m" + text + "\x1b[0m";
    case Style::bad: return "\x1b[38;5;208m" + text + "\x1b[0m";
    case Style::quiet: return "\x1b[2m" + text + "\x1b[0m";
  }
  return text;
}

std::vector<std::size_t> TextTable::column_widths() const {
  std::vector<std::size_t> widths(alignment_.size(), 0);
  for (const auto& row : rows_) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      widths[column] = std::max(widths[column], stats::display_width(row[column].text));
    }
  }
  return widths;
}

void TextTable::fit(std::vector<std::size_t>& widths, std::size_t& gap, std::size_t room) const {
  const std::size_t gaps = widths.size() - 1;
  const auto needed = [&] {
    return std::accumulate(widths.begin(), widths.end(), std::size_t{0}) + gap * gaps;
  };
  const auto narrow = [&](std::size_t& column, std::size_t least) {
    if (needed() <= room) return;
    const std::size_t excess = needed() - room;
    column = std::max(column > excess ? column - excess : 0, std::min(column, least));
  };
  if (breaks_last_) narrow(widths.back(), kNarrowest);
  if (needed() > room) gap = 1;
  narrow(widths.front(), kNarrowest);
}

std::string TextTable::render(std::size_t indent, std::size_t width, bool colour) const {
  std::vector<std::size_t> widths = column_widths();
  if (widths.empty()) return "";
  std::size_t gap = 2;
  fit(widths, gap, width > indent ? width - indent : 0);
  std::string text;
  for (const auto& row : rows_) text += render_row(row, widths, gap, indent, colour);
  return text;
}

std::string TextTable::render_row(const std::vector<Cell>& row,
                                  const std::vector<std::size_t>& widths, std::size_t gap,
                                  std::size_t indent, bool colour) const {
  // A first cell that is too long leaves its other lines above, so that numbers stand at its end;
  // a last one goes on below.
  const std::vector<std::string> first = lines_of(row.front().text, widths.front());
  const bool full = row.size() == widths.size();
  const std::vector<std::string> last =
      full ? lines_of(row.back().text, widths.back()) : std::vector<std::string>{};
  std::string text;
  for (std::size_t i = 0; i + 1 < first.size(); ++i) {
    text += std::string(indent, ' ') + styled(first[i], row.front().style, colour) + "\n";
  }
  std::string line(indent, ' ');
  std::size_t at = indent;
  for (std::size_t column = 0; column < row.size(); ++column) {
    const bool ends = full && column + 1 == row.size() && column > 0;
    const std::string& cell = column == 0 ? first.back() : (ends ? last.front() : row[column].text);
    line +=
        styled(padded(cell, alignment_[column], widths[column], ends), row[column].style, colour);
    if (!ends) line += std::string(gap, ' '), at += widths[column] + gap;
  }
  text += line.erase(line.find_last_not_of(' ') + 1) + "\n";
  for (std::size_t i = 1; i < last.size(); ++i) {
    text += std::string(at, ' ') + styled(last[i], row.back().style, colour) + "\n";
  }
  return text;
}

}  // namespace relco::verdict
