#include "scenario/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace relco::scenario {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else {
      out += c;
    }
  }
  return out + '"';
}

// Whether YAML reads the bare text as this text and nothing else.
bool is_bare(std::string_view text) {
  static constexpr std::array kTaken{
      "true", "false", "yes",  "no",    "on",  "off", "null", "True", "False", "Yes", "No", "On",
      "Off",  "Null",  "TRUE", "FALSE", "YES", "NO",  "ON",   "OFF",  "NULL",  "y",   "n"};
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (text.empty() || !letter(text.front())) return false;
  if (std::find(kTaken.begin(), kTaken.end(), text) != kTaken.end()) return false;
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

std::string word(std::string_view text) {
  return is_bare(text) ? std::string(text) : quoted(text);
}

std::string scalar(const Value& value) {
  if (value.is_null()) return "null";
  return value.quoted ? word(value.text) : value.text;
}

bool is_single(const Value& value) {
  return value.is_scalar() || value.is_null();
}

// A list on one line, or an empty list or map; "" when the value needs lines of its own.
std::string on_one_line(const Value& value) {
  if (is_single(value)) return scalar(value);
  if (value.items.empty()) return value.is_list() ? "[]" : "{}";
  if (!value.is_list() || !std::all_of(value.items.begin(), value.items.end(), is_single))
    return "";
  std::string text = "[";
  for (const Value& item : value.items) {
    if (text.size() > 1) text += ", ";
    text += scalar(item);
  }
  return text + "]";
}

void write_yaml(const Value& value, std::size_t depth, std::string& out) {
  const std::string indent(2 * depth, ' ');
  bool first = true;
  for (const Value& item : value.items) {
    // The first key of a map in a list stands behind its dash.
    if (!(first && !out.empty() && out.back() == ' ')) out += indent;
    first = false;
    if (value.is_list()) {
      out += "- ";
      if (const std::string line = on_one_line(item); !line.empty())
        out += line + "\n";
      else
        write_yaml(item, depth + 1, out);
      continue;
    }
    out += word(item.key) + ":";
    if (const std::string line = on_one_line(item); !line.empty()) {
      out += " " + line + "\n";
    } else {
      out += '\n';
      write_yaml(item, depth + 1, out);
    }
  }
}

void write_json(const Value& value, std::size_t depth, std::string& out) {
  if (is_single(value)) {
    out += value.is_null() ? "null" : (value.quoted ? quoted(value.text) : value.text);
    return;
  }
  const char open = value.is_list() ? '[' : '{';
  const char close = value.is_list() ? ']' : '}';
  out += open;
  const bool flat =
      value.is_list() && std::all_of(value.items.begin(), value.items.end(), is_single);
  const std::string indent(2 * (depth + 1), ' ');
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    if (i > 0) out += flat ? ", " : ",";
    if (!flat) out += "\n" + indent;
    if (value.is_map()) out += quoted(value.items[i].key) + ": ";
    write_json(value.items[i], depth + 1, out);
  }
  if (!flat && !value.items.empty()) out += "\n" + std::string(2 * depth, ' ');
  out += close;
}

}  // namespace

std::string yaml_text(const Value& value) {
  std::string out;
  write_yaml(value, 0, out);
  return out;
}

std::string json_text(const Value& value) {
  std::string out;
  write_json(value, 0, out);
  return out + "\n";
}

}  // namespace relco::scenario
