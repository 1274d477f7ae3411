#include "evidence/evidence.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/diagnostics.h"

namespace relco::evidence {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// "S0-06", "s0-6" and "S006" are one, and so are "E08" and "e8": small letters, without dashes and
// without zeros in front of the number.
std::string bare(std::string_view id) {
  std::string text;
  for (const char c : id) {
    if (c != '-' && c != ' ') text += small(c);
  }
  const std::size_t number = text.starts_with('s') ? 2 : 1;  // S0 is the document
  while (text.size() > number + 1 && text[number] == '0') text.erase(number, 1);
  return text;
}

std::vector<std::string_view> ids_of(bool rows_only) {
  std::vector<std::string_view> ids;
  for (const Entry& entry : entries()) {
    if (!rows_only || entry.kind == Kind::row) ids.push_back(entry.id);
  }
  return ids;
}

// Length of an id at the start of the text, or 0: A01, V20, S0, S0-06, S2-08a.
std::size_t id_length(std::string_view text) {
  const auto digit = [text](std::size_t i) { return i < text.size() && is_digit(text[i]); };
  std::size_t length = 0;
  if (text.front() == 'S' && text.size() > 1 && text[1] >= '0' && text[1] <= '4') {
    length = 2;
    if (text.size() > 2 && text[2] == '-' && digit(3) && digit(4)) {
      length = 5;
      if (length < text.size() && text[length] >= 'a' && text[length] <= 'g') ++length;
    }
  } else if (((text.front() >= 'A' && text.front() <= 'H') || text.front() == 'V') && digit(1) &&
             digit(2)) {
    length = 3;
  }
  const bool goes_on = length < text.size() && (is_digit(text[length]) || is_letter(text[length]) ||
                                                text[length] == '_' || text[length] == '-');
  return goes_on ? 0 : length;
}

struct StatusRow {
  std::string_view name, meaning;
};
constexpr std::array kStatusRows{
    StatusRow{"seen", "on a copy of the page, mostly the abstract only"},
    StatusRow{"recalled",
              "unverified: known from the literature, not looked at; a prior, not a target"},
    StatusRow{"derived", "arithmetic on other figures"},
    StatusRow{"founding", "told by one of the project's founding documents"},
    StatusRow{"chosen", "a band that the project chose from the evidence it names"},
    StatusRow{"sought", "looked for and not found"}};
constexpr std::array kStatuses{Status::seen,     Status::recalled, Status::derived,
                               Status::founding, Status::chosen,   Status::sought};
static_assert(kStatusRows.size() == kStatuses.size());

}  // namespace

const Entry* find(std::string_view id) {
  static const std::map<std::string_view, const Entry*> by_id = [] {
    std::map<std::string_view, const Entry*> made;
    for (const Entry& entry : entries()) made.emplace(entry.id, &entry);
    return made;
  }();
  const auto found = by_id.find(id);
  return found == by_id.end() ? nullptr : found->second;
}

const std::vector<std::string_view>& all_ids() {
  static const std::vector<std::string_view> ids = ids_of(false);
  return ids;
}

const std::vector<std::string_view>& row_ids() {
  static const std::vector<std::string_view> ids = ids_of(true);
  return ids;
}

std::string_view nearest_id(std::string_view id, const std::vector<std::string_view>& known) {
  constexpr std::size_t kLongest = 20;
  if (id.empty() || id.size() > kLongest) return {};
  const std::string meant = bare(id);
  for (const std::string_view one : known) {
    if (bare(one) == meant) return one;
  }
  std::string large(id);  // the letter is the section, and seldom wrong
  if (large.front() >= 'a' && large.front() <= 'z') large.front() -= 'a' - 'A';
  std::vector<std::string_view> same_letter;
  for (const std::string_view one : known) {
    if (one.front() == large.front()) same_letter.push_back(one);
  }
  return nearest_name(large, same_letter);
}

std::vector<const Entry*> selected(std::string_view word) {
  std::vector<const Entry*> found;
  if (const Entry* one = find(word); one != nullptr && one->kind != Kind::document) {
    return {one};
  }
  for (const Entry& entry : entries()) {
    if (!word.empty() && entry.id.starts_with(word)) found.push_back(&entry);
  }
  return found;
}

bool is_unverified(std::string_view id) {
  const Entry* entry = find(id);
  return entry != nullptr && entry->status == Status::recalled;
}

std::string_view cite(const Entry& entry) {
  return entry.source.substr(0, entry.source.find(','));
}

std::vector<std::string_view> ids_in(std::string_view text) {
  std::vector<std::string_view> ids;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && (is_letter(text[i - 1]) || is_digit(text[i - 1]) || text[i - 1] == '_')) continue;
    const std::size_t length = id_length(text.substr(i));
    if (length == 0) continue;
    ids.push_back(text.substr(i, length));
    i += length - 1;
  }
  return ids;
}

std::string marked(std::string_view text) {
  std::string out;
  std::size_t done = 0;
  for (const std::string_view id : ids_in(text)) {
    const std::size_t end = static_cast<std::size_t>(id.data() - text.data()) + id.size();
    out += text.substr(done, end - done);
    if (is_unverified(id)) out += " (recalled, unverified)";
    done = end;
  }
  return out += text.substr(done);
}

std::string_view to_text(Kind kind) {
  switch (kind) {
    case Kind::figure: return "figure";
    case Kind::pattern: return "pattern";
    case Kind::row: return "row";
    case Kind::document: return "document";
  }
  return "";
}

std::string_view to_text(Status status) {
  return kStatusRows[static_cast<std::size_t>(status)].name;
}

std::string status_text(const Entry& entry) {
  const std::string word(to_text(entry.status));
  return entry.status == Status::recalled ? word + ", unverified" : word;
}

std::string_view meaning(Status status) {
  return kStatusRows[static_cast<std::size_t>(status)].meaning;
}

std::span<const Status> statuses() {
  return kStatuses;
}

}  // namespace relco::evidence
