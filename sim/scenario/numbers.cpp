#include "scenario/numbers.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace relco::scenario {
namespace {

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// The number at the start of `text` and how many characters it takes; 0: there is none.
std::size_t leading_number(std::string_view text, double& number) {
  const std::size_t sign = !text.empty() && text.front() == '+' ? 1 : 0;
  const std::string_view digits = text.substr(sign);
  if (digits.empty() || (sign == 1 && digits.front() == '-')) return 0;
  const bool numeric = digits.front() == '-' || digits.front() == '.' ||
                       (digits.front() >= '0' && digits.front() <= '9');
  if (!numeric) return 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || !std::isfinite(number)) return 0;
  return sign + static_cast<std::size_t>(end - digits.data());
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
  double number = 0;
  const std::size_t length = leading_number(text, number);
  if (length == 0 || length != text.size()) return std::nullopt;
  return number;
}

std::optional<Quantity> parse_quantity(std::string_view text) {
  double number = 0;
  const std::size_t length = leading_number(text, number);
  if (length == 0) return std::nullopt;
  return Quantity{number, trim(text.substr(length))};
}

bool fits_unit(std::string_view suffix, std::string_view unit) {
  const std::string_view first = unit.substr(0, unit.find(' '));
  if (suffix.empty() || suffix == unit || suffix == first) return true;
  return first.size() > 1 && first.back() == 's' && suffix == first.substr(0, first.size() - 1);
}

std::optional<Week> parse_weeks(std::string_view text) {
  if (text.starts_with("week ")) text = trim(text.substr(5));
  const auto quantity = parse_quantity(text);
  if (!quantity) return std::nullopt;
  double weeks = quantity->number;
  if (quantity->suffix == "years" || quantity->suffix == "year") {
    weeks = std::round(weeks * static_cast<double>(kWeeksPerYear));
  } else if (!fits_unit(quantity->suffix, "weeks")) {
    return std::nullopt;
  }
  if (weeks != std::floor(weeks) || std::abs(weeks) > 1e6) return std::nullopt;
  return static_cast<Week>(weeks);
}

std::string number_text(double number) {
  if (number == 0) return "0";  // never "-0"
  return fmt::format("{}", number);
}

}  // namespace relco::scenario
