#include "app/list_evidence.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <boost/json.hpp>

#include "base/errors.h"
#include "stats/readable.h"

namespace relco::app {
namespace {

using evidence::Entry;
using evidence::Kind;

constexpr std::size_t kIndent = 8;  // room for the longest id

// What stands below the text of an entry: where it comes from and how far it can be trusted.
std::vector<std::string> below(const Entry& entry) {
  if (entry.kind == Kind::figure) {
    return {std::string(entry.setting),
            fmt::format("{}; {}", entry.source, evidence::status_text(entry))};
  }
  if (entry.kind == Kind::pattern) {
    return {fmt::format("band: {}", entry.band),
            fmt::format("rests on {}; parameters {} be fitted to it", entry.rests_on,
                        entry.use == "fit" ? "may" : "may not")};
  }
  return {};
}

std::string block(const Entry& entry, std::size_t width) {
  const std::string rest(kIndent, ' ');
  std::string text = stats::paragraph(entry.text, width, stats::pad_right(entry.id, kIndent), rest);
  for (const std::string& line : below(entry)) text += stats::paragraph(line, width, rest, rest);
  return text;
}

std::vector<const Entry*> all_entries() {
  std::vector<const Entry*> all;
  for (const Entry& entry : evidence::entries()) all.push_back(&entry);
  return all;
}

}  // namespace

std::vector<const Entry*> picked_evidence(const std::vector<std::string>& words) {
  if (words.empty()) return all_entries();
  std::vector<const Entry*> picked;
  std::string wrong;
  for (const std::string& word : words) {
    const std::vector<const Entry*> found = evidence::selected(word);
    for (const Entry* entry : found) {
      if (std::find(picked.begin(), picked.end(), entry) == picked.end()) picked.push_back(entry);
    }
    if (!found.empty()) continue;
    const std::string_view near = evidence::nearest_id(word, evidence::all_ids());
    wrong += fmt::format("{}there is no evidence '{}'{}", wrong.empty() ? "" : "\n", word,
                         near.empty() ? "; relco list --evidence prints all"
                                      : fmt::format("; did you mean '{}'?", near));
  }
  if (!wrong.empty()) throw UserError(wrong);
  return picked;
}

std::string evidence_text(const std::vector<const Entry*>& entries, std::size_t width) {
  std::string text;
  std::string_view section;
  for (const Entry* entry : entries) {
    if (entry->section != section) {
      text += fmt::format("{}{}\n\n", text.empty() ? "" : "\n", entry->section);
      section = entry->section;
    }
    text += block(*entry, width);
  }
  return text;
}

boost::json::value evidence_json(const std::vector<const Entry*>& entries) {
  boost::json::array list;
  for (const Entry* entry : entries) {
    boost::json::object one{{"id", entry->id},
                            {"kind", evidence::to_text(entry->kind)},
                            {"status", evidence::to_text(entry->status)},
                            {"unverified", evidence::is_unverified(entry->id)},
                            {"text", entry->text},
                            {"section", entry->section}};
    if (entry->kind == Kind::figure) {
      one["setting"] = entry->setting;
      one["source"] = entry->source;
    } else if (entry->kind == Kind::pattern) {
      one["band"] = entry->band;
      one["use"] = entry->use;
      boost::json::array ids;
      for (const std::string_view id : evidence::ids_in(entry->rests_on)) ids.emplace_back(id);
      one["rests_on"] = std::move(ids);
    }
    list.push_back(std::move(one));
  }
  return {{"evidence", std::move(list)}};
}

}  // namespace relco::app
