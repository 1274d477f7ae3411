#include "record/store_identity.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/errors.h"

namespace relco::record {

namespace {

constexpr std::size_t kLongestShown = 80;

std::string escaped(std::string_view value) {
  std::string text;
  for (char c : value) {
    if (c == '\\') {
      text += "\\\\";
    } else if (c == '\n') {
      text += "\\n";
    } else {
      text += c;
    }
  }
  return text;
}

std::optional<std::string> unescaped(std::string_view text) {
  std::string value;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      value += text[i];
      continue;
    }
    ++i;
    const char escape = i < text.size() ? text[i] : '\0';
    if (escape != '\\' && escape != 'n') return std::nullopt;
    value += escape == 'n' ? '\n' : '\\';
  }
  return value;
}

const std::string* find(const Identity& identity, const std::string& key) {
  const auto found = std::find_if(identity.begin(), identity.end(),
                                  [&key](const auto& field) { return field.first == key; });
  return found == identity.end() ? nullptr : &found->second;
}

std::string shown(const std::string* value) {
  if (value == nullptr) return "nothing";
  const std::string text = escaped(*value);
  return text.size() <= kLongestShown ? fmt::format("'{}'", text)
                                      : fmt::format("'{}...'", text.substr(0, kLongestShown));
}

std::string difference(const std::string& key, const std::string* stored,
                       const std::string* wanted) {
  return fmt::format("\n  {}: {} there, {} now", key, shown(stored), shown(wanted));
}

}  // namespace

std::string identity_text(const Identity& identity) {
  std::string text;
  for (const auto& [key, value] : identity) {
    RELCO_CHECK(!key.empty() && key.find_first_of(":\n") == std::string::npos,
                "'{}' cannot be a key of an identity", key);
    RELCO_CHECK(find(identity, key) == &value, "the identity has '{}' twice", key);
    text += key + ": " + escaped(value) + "\n";
  }
  return text;
}

std::optional<Identity> parse_identity(const std::string& text) {
  Identity identity;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    const std::size_t colon = text.find(": ", begin);
    if (end == std::string::npos || colon == std::string::npos || colon >= end) return std::nullopt;
    std::optional<std::string> value =
        unescaped(std::string_view(text).substr(colon + 2, end - colon - 2));
    if (!value) return std::nullopt;
    identity.emplace_back(text.substr(begin, colon - begin), std::move(*value));
    begin = end + 1;
  }
  return identity;
}

std::string identity_differences(const Identity& stored, const Identity& wanted) {
  std::string lines;
  for (const auto& [key, value] : wanted) {
    const std::string* there = find(stored, key);
    if (there == nullptr || *there != value) lines += difference(key, there, &value);
  }
  for (const auto& [key, value] : stored) {
    if (find(wanted, key) == nullptr) lines += difference(key, &value, nullptr);
  }
  return lines;
}

}  // namespace relco::record
