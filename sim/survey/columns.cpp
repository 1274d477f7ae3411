#include "survey/columns.h"

#include <fmt/format.h>

#include <algorithm>

namespace relco::survey {
namespace {

constexpr std::string_view kItem = "{item}", kGroup = "{group}";
constexpr std::string_view kUsual[] = {"{group}.{item}", "{item}.{group}", "{group}:{item}",
                                       "{item}:{group}", "{group}_{item}", "{item}_{group}"};

std::string known_columns(const CsvTable& table) {
  std::string text;
  for (const CsvField& name : table.header.fields) {
    if (text.size() > 120) return text + ", ...";
    text += (text.empty() ? "" : ", ") + name.text;
  }
  return text;
}

// The group in a column name that follows the pattern with this item put in; nothing otherwise.
std::optional<std::string> group_in(std::string_view column, std::string pattern,
                                    std::string_view item) {
  pattern.replace(pattern.find(kItem), kItem.size(), item);
  const std::size_t at = pattern.find(kGroup);
  const std::string before = plain_name(pattern.substr(0, at));
  const std::string after = plain_name(pattern.substr(at + kGroup.size()));
  const std::string plain = plain_name(column);
  if (plain.size() <= before.size() + after.size() || plain.size() != column.size() ||
      !plain.starts_with(before) || !plain.ends_with(after)) {
    return std::nullopt;
  }
  return std::string(column.substr(before.size(), column.size() - before.size() - after.size()));
}

}  // namespace

std::string plain_name(std::string_view name) {
  std::string plain(name);
  for (char& c : plain) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == ' ' || c == '-') c = '_';
  }
  return plain;
}

Columns::Columns(const CsvTable& table, const ColumnMap& map, CsvFindings& findings)
    : table_(table), map_(map), findings_(findings) {}

std::string Columns::name_of(std::string_view ours) const {
  const auto given = map_.names.find(std::string(ours));
  return given == map_.names.end() ? std::string(ours) : given->second;
}

std::optional<std::size_t> Columns::find(std::string_view ours) {
  const std::string wanted = name_of(ours);
  const auto& names = table_.header.fields;
  for (std::size_t n = 0; n < names.size(); ++n) {
    if (names[n].text == wanted) return n;
  }
  for (std::size_t n = 0; n < names.size(); ++n) {
    if (plain_name(names[n].text) == plain_name(wanted)) return n;
  }
  return std::nullopt;
}

std::optional<std::size_t> Columns::need(std::string_view ours) {
  if (const auto found = find(ours)) return found;
  const std::string wanted = name_of(ours);
  std::vector<std::string_view> known;
  for (const CsvField& name : table_.header.fields) known.push_back(name.text);
  const std::string_view near = nearest_name(wanted, known);
  findings_.add(table_.header.line, 1, "",
                fmt::format("no column '{}'{}; there are: {}. Name it by --column {}=NAME", wanted,
                            near.empty() ? "" : fmt::format(" (is '{}' meant?)", near),
                            known_columns(table_), ours));
  return std::nullopt;
}

std::vector<WideColumn> wide_columns(const CsvTable& table, const ColumnMap& map,
                                     const Columns& columns) {
  std::vector<std::string> patterns;
  if (map.wide.empty()) {
    patterns.assign(std::begin(kUsual), std::end(kUsual));
  } else {
    patterns.push_back(map.wide);
  }
  std::vector<WideColumn> best;
  for (const std::string& pattern : patterns) {
    std::vector<WideColumn> found;
    for (std::size_t field = 0; field < table.header.fields.size(); ++field) {
      for (std::size_t item = 0; item < kItems; ++item) {
        auto group =
            group_in(table.header.fields[field].text, pattern, columns.name_of(kItemNames[item]));
        if (!group) continue;
        found.push_back({field, item, std::move(*group)});
        break;
      }
    }
    if (found.size() > best.size()) best = std::move(found);
  }
  return best;
}

}  // namespace relco::survey
