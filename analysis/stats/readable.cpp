#include "stats/readable.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace relco::stats {
namespace {
constexpr int kMostDecimals = 4;
}

Reading reading_of(const OutcomeRow& row) {
  if (row.unit == "share") return {100, "%", "%-points"};
  if (row.unit == "per year") return {100, "% a year", "%-points a year"};
  if (row.unit == "1-5") return {1, "", "points"};
  return {1, row.unit, row.unit};
}

std::string words_of(std::string_view name) {
  std::string words(name);
  std::replace(words.begin(), words.end(), '_', ' ');
  if (words.rfind("rc ", 0) == 0) words.replace(0, 2, "RC");
  return words;
}

int decimals_for(double scale) {
  const double size = std::abs(scale);
  if (!(size > 0) || std::isinf(size)) return 2;
  // Rounded first, so that 0.0996 is read as 0.10 with two decimals.
  const double exponent = std::floor(std::log10(size) + 0.002);
  return static_cast<int>(std::clamp(1.0 - exponent, 0.0, double{kMostDecimals}));
}

int decimals_of_level(double level, const Interval& interval) {
  const double half = (interval.high - interval.low) / 2;
  return std::min(decimals_for(half > 0 ? half : level / 10), decimals_for(level / 100));
}

int decimals_of_change(double change, const Interval& interval, double level) {
  const double half = (interval.high - interval.low) / 2;
  const double size = std::max(std::abs(change), half > 0 ? half : 0.0);
  if (size == 0 && level == 0) return 0;
  const int most = std::abs(level) > 0 ? decimals_for(level / 100) : kMostDecimals;
  return std::min(decimals_for(size > 0 ? size : level / 10), most);
}

std::string number(double value, int decimals) {
  if (std::isnan(value)) return "-";
  if (std::isinf(value)) return value > 0 ? "never" : "-infinity";
  std::string digits = fmt::format("{:.{}f}", std::abs(value), decimals);
  const bool zero = digits.find_first_not_of("0.") == std::string::npos;
  const std::size_t point = std::min(digits.find('.'), digits.size());
  for (std::size_t place = point; place > 3; place -= 3) digits.insert(place - 3, ",");
  return (value < 0 && !zero ? "-" : "") + digits;
}

std::string signed_number(double value, int decimals) {
  std::string text = number(value, decimals);
  const bool zero = text.find_first_of("123456789") == std::string::npos;
  return value > 0 && !zero ? "+" + text : text;
}

std::string short_number(double value) {
  if (std::isnan(value)) return "-";
  if (std::abs(value) >= 1e6) return number(value, 0);
  const std::string text = fmt::format("{:.6g}", value);
  if (std::abs(value) < 10000) return text;
  const std::size_t point = text.find('.');
  return number(value, point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1));
}

std::string percent(double share) {
  if (std::isnan(share)) return "-";
  const double value = 100 * share;
  const bool fine = (value > 0 && value < 0.95) || (value > 99.05 && value < 100);
  return number(value, fine ? 1 : 0) + " %";
}

std::string percent_range(const Interval& interval) {
  if (!interval.known()) return "-";
  return number(100 * interval.low, 0) + "-" + number(100 * interval.high, 0) + " %";
}

std::string range_text(const Interval& interval, int decimals, bool with_sign) {
  if (!interval.known()) return "needs more replicates";
  const auto show = with_sign ? signed_number : number;
  return show(interval.low, decimals) + " to " + show(interval.high, decimals);
}

std::size_t display_width(std::string_view text) {
  const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; };
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins));
}

std::string pad_right(std::string_view text, std::size_t width) {
  const std::size_t shown = display_width(text);
  return std::string(text) + std::string(width > shown ? width - shown : 0, ' ');
}

std::string pad_left(std::string_view text, std::size_t width) {
  const std::size_t shown = display_width(text);
  return std::string(width > shown ? width - shown : 0, ' ') + std::string(text);
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t start = text.find_first_not_of(" \n", at);
    if (start == std::string_view::npos) break;
    at = std::min(text.find_first_of(" \n", start), text.size());
    const std::string_view word = text.substr(start, at - start);
    if (!lines.back().empty() && display_width(lines.back()) + 1 + display_width(word) > width) {
      lines.emplace_back();
    }
    if (!lines.back().empty()) lines.back() += ' ';
    lines.back() += word;
  }
  return lines;
}

std::string paragraph(std::string_view text, std::size_t width, std::string_view first,
                      std::string_view rest) {
  const std::size_t before = std::max(display_width(first), display_width(rest));
  std::string block;
  for (const std::string& line : wrap(text, width > before + 10 ? width - before : 10)) {
    block += block.empty() ? first : rest;
    block += line;
    block += '\n';
  }
  return block;
}

}  // namespace relco::stats
