#include "app/json_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <cstdlib>

namespace relco::app {
namespace {

bool is_plain(const boost::json::value& value) {
  if (value.is_object()) return value.get_object().empty();
  if (!value.is_array()) return true;
  const auto& items = value.get_array();
  return std::none_of(items.begin(), items.end(), [](const boost::json::value& item) {
    return item.is_object() || item.is_array();
  });
}

void append(std::string& text, const boost::json::value& value, std::size_t depth);

template <typename Items, typename Each>
void append_items(std::string& text, const Items& items, std::size_t depth, Each each) {
  bool first = true;
  for (const auto& item : items) {
    text += first ? "\n" : ",\n";
    text.append(2 * (depth + 1), ' ');
    each(item);
    first = false;
  }
  text += '\n';
  text.append(2 * depth, ' ');
}

// One line, with the spaces that make it readable.
void append_plain(std::string& text, const boost::json::value& value) {
  if (value.is_double()) {
    const double number = value.get_double();
    text += std::isfinite(number) ? fmt::format("{}", number) : "null";
  } else if (value.is_array()) {
    text += '[';
    bool first = true;
    for (const auto& item : value.get_array()) {
      if (!first) text += ", ";
      append_plain(text, item);
      first = false;
    }
    text += ']';
  } else {
    text += boost::json::serialize(value);
  }
}

void append(std::string& text, const boost::json::value& value, std::size_t depth) {
  if (is_plain(value)) {
    append_plain(text, value);
  } else if (value.is_object()) {
    text += '{';
    append_items(text, value.get_object(), depth, [&](const auto& member) {
      text += boost::json::serialize(member.key()) + ": ";
      append(text, member.value(), depth + 1);
    });
    text += '}';
  } else {
    text += '[';
    append_items(text, value.get_array(), depth,
                 [&](const boost::json::value& item) { append(text, item, depth + 1); });
    text += ']';
  }
}

}  // namespace

std::string json_text(const boost::json::value& value) {
  std::string text;
  append(text, value, 0);
  return text + '\n';
}

double plain_number(float value) {
  return std::strtod(fmt::format("{}", value).c_str(), nullptr);
}

}  // namespace relco::app
