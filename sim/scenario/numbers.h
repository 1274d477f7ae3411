// Numbers and weeks as people write them, and back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/week.h"

namespace relco::scenario {

// A plain number without a unit, in full; no nan, no hexadecimal. ".inf" is not a number either.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

// "12", "0.4 hours" with the unit "hours per week": the number, and what follows it.
struct Quantity {
  double number = 0;
  std::string_view suffix;  // "" when there is none
};
[[nodiscard]] std::optional<Quantity> parse_quantity(std::string_view text);

// Whether `suffix` may stand behind a number whose unit is `unit` ("hours" for "hours per week").
[[nodiscard]] bool fits_unit(std::string_view suffix, std::string_view unit);

// "208 weeks", "week 26", "4 years", "26": whole weeks.
[[nodiscard]] std::optional<Week> parse_weeks(std::string_view text);

// The shortest text that reads back as the same number.
[[nodiscard]] std::string number_text(double number);

}  // namespace relco::scenario
