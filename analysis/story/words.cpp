#include "story/words.h"

#include <fmt/format.h>

#include <charconv>

namespace relco::story {
namespace {

constexpr TermWords kTermWords[] = {
    {"starting again", "starting again", "starting again"},
    {"smooth work", "contacts that simply went well", "contacts that simply went well"},
    {"problem solving", "problems solved together", "problems solved together"},
    {"blame", "problems that ended in blame", "problems that ended in blame"},
    {"knowledge gain", "learning what the other does", "learning what the other does"},
    {"forgetting", "forgetting what the other does", "forgetting what the other does"},
    {"custom", "the custom of the place", "the custom of the place"},
    {"structures", "structures that bring people together", "structures that keep people apart"},
    {"leadership", "leaders who support it more than is usual",
     "leaders who support it less than is usual"},
    {"payment", "shared results that are paid for", "an incentive that only one side bears"},
    {"labour relations", "good relations between unions and management",
     "strained relations between unions and management"},
    {"identity and status", "being of one group", "bias, status and distrust"},
    {"interventions", "what interventions taught", "interventions that backfired"},
};
static_assert(std::size(kTermWords) == kTerms);

char plain(char c) {
  if (c == '_' || c == '-') return ' ';
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string spaced(std::string_view name) {
  std::string text(name);
  for (char& c : text) c = c == '_' ? ' ' : c;
  return text;
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

bool same_name(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t n = 0; n < a.size(); ++n) {
    if (plain(a[n]) != plain(b[n])) return false;
  }
  return true;
}

std::vector<std::string> split(std::string_view text, std::string_view mark) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t at = text.find(mark);
    std::string_view part = text.substr(0, at);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    parts.emplace_back(part);
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + mark.size());
  }
}

std::optional<int> whole(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool digits = !text.empty() && text.front() != '-' && text.size() < 10;
  if (!digits || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<CaseNumber> read_case(std::string_view text) {
  const bool before = !text.empty() && text.front() == '-';
  if (before) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view last = point == std::string_view::npos ? text : text.substr(point + 1);
  const auto n = whole(last);
  const auto week =
      point == std::string_view::npos ? std::optional(kNever) : whole(text.substr(0, point));
  if (!n || *n < 1 || !week) return std::nullopt;
  return CaseNumber{before && *week != kNever ? -*week : *week, *n};
}

std::string counted(long long n, std::string_view one, std::string_view many) {
  if (n == 1) return fmt::format("1 {}", one);
  return many.empty() ? fmt::format("{} {}s", n, one) : fmt::format("{} {}", n, many);
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t n = 0; n < words.size(); ++n) {
    text += (n == 0 ? "" : n + 1 == words.size() ? " and " : ", ") + words[n];
  }
  return text;
}

std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

std::string ordinal(int n) {
  constexpr const char* kFirst[] = {"first", "second", "third", "fourth", "fifth", "sixth"};
  if (n >= 1 && n <= 6) return kFirst[n - 1];
  const bool teen = n / 10 % 10 == 1;
  const char* end = teen || n % 10 > 3 || n % 10 == 0 ? "th"
                    : n % 10 == 1                     ? "st"
                    : n % 10 == 2                     ? "nd"
                                                      : "rd";
  return fmt::format("{}{}", n, end);
}

const TermWords& words_of(Term term) {
  return kTermWords[static_cast<std::size_t>(term)];
}

}  // namespace relco::story
