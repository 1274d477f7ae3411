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

std::string TextTable::render(std::size_t indent, std::size_t width, bool colour) const {
  std::vector<std::size_t> widths = column_widths();
  const std::size_t gaps = widths.empty() ? 0 : widths.size() - 1;
  const std::size_t needed = std::accumulate(widths.begin(), widths.end(), indent);
  const std::size_t gap = needed + 2 * gaps <= width ? 2 : 1;
  if (needed + gap * gaps > width && !widths.empty()) {
    const std::size_t excess = needed + gap * gaps - width;
    widths[0] = widths[0] > excess + kNarrowest ? widths[0] - excess : kNarrowest;
  }
  std::string text;
  for (const auto& row : rows_) {
    // A first cell that is too long leaves its other lines above, so that numbers stand at its end.
    std::vector<std::string> first = stats::wrap(row.front().text, widths[0]);
    for (std::size_t i = 0; i + 1 < first.size(); ++i) {
      text += std::string(indent, ' ') + styled(first[i], row.front().style, colour) + "\n";
    }
    text += std::string(indent, ' ');
    for (std::size_t column = 0; column < row.size(); ++column) {
      const bool last = column + 1 == row.size();
      const std::string& cell = column == 0 ? first.back() : row[column].text;
      const std::string shown = padded(cell, alignment_[column], widths[column], last);
      text += styled(shown, row[column].style, colour) + (last ? "" : std::string(gap, ' '));
    }
    text.erase(text.find_last_not_of(' ') + 1);
    text += "\n";
  }
  return text;
}

}  // namespace relco::verdict
