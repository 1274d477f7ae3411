// JSON as people and programs both can read it.
#pragma once

#include <boost/json/value.hpp>
#include <string>

namespace relco::app {

// Indented by two spaces, lists of plain values on one line, ending with a line feed.
[[nodiscard]] std::string json_text(const boost::json::value& value);

// A float as the decimal number that people wrote: 0.1f is 0.1, not 0.10000000149.
[[nodiscard]] double plain_number(float value);

}  // namespace relco::app
