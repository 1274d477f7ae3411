#include "app/list_coverage.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>

#include "app/scenario_input.h"
#include "app/text_file.h"
#include "base/build_info.h"
#include "base/errors.h"
#include "evidence/evidence.h"
#include "rules/parameters.h"
#include "stats/readable.h"

namespace relco::app {
namespace {

namespace json = boost::json;

ClaimState state_of(const json::object& contract) {
  if (contract.at("held").as_bool()) return ClaimState::held;
  return contract.at("open").as_bool() ? ClaimState::open : ClaimState::broken;
}

std::string list_of(const json::value& words) {
  std::vector<std::string> out;
  for (const json::value& word : words.as_array()) out.emplace_back(word.as_string());
  return fmt::format("{}", fmt::join(out, ", "));
}

// What the file says of the model that was checked, and whether that is the model as it is.
void read_header(const json::object& file, const std::string& path, CheckResults& results) {
  const auto remark = [&](bool plain, const std::string& sentence) {
    results.plain = results.plain && plain;
    results.remarks += (results.remarks.empty() ? "" : " ") + sentence;
  };
  if (!file.contains("settings") || !file.contains("blocked") || !file.contains("quick")) {
    remark(false, fmt::format("{} does not say which model was checked.", path));
    return;
  }
  const std::string set = list_of(file.at("settings")), blocked = list_of(file.at("blocked"));
  if (!set.empty()) remark(false, fmt::format("{} is of other settings: {}.", path, set));
  if (!blocked.empty()) remark(false, fmt::format("{} is of a model without {}.", path, blocked));
  if (file.at("quick").as_bool()) {
    remark(false, fmt::format("{} is a quick check of few replicates.", path));
  }
  const std::string usual = digest_text(digest_of(Parameters{}));
  if (!file.contains("parameters") || file.at("parameters").as_string() != usual) {
    remark(false, fmt::format("{} is of other parameters than this program's.", path));
  }
  const std::string commit(file.at("commit").as_string());
  if (commit != build_info().commit) {
    remark(true, fmt::format("{} was checked by commit {}; this program is of {}.", path, commit,
                             build_info().commit));
  }
}

std::string counts_text(const Coverage& row) {
  const std::size_t n = row.claims.size();
  std::string text = fmt::format("{} {}", n, n == 1 ? "claim" : "claims");
  const auto add = [&](ClaimState state, std::string_view word) {
    if (row.count(state) > 0) text += fmt::format(", {} {}", row.count(state), word);
  };
  add(ClaimState::held, "held");
  add(ClaimState::broken, "broken");
  add(ClaimState::open, "open");
  return fmt::format("{}: {}", text, fmt::join(row.files(), ", "));
}

std::string summary(const std::vector<Coverage>& rows) {
  std::size_t known = 0, with = 0, checked = 0, hold = 0, broken = 0;
  for (const Coverage& row : rows) {
    known += row.known ? 1 : 0;
    with += row.known && !row.claims.empty() ? 1 : 0;
    hold += row.state() == "holds" ? 1 : 0;
    broken += row.state() == "broken" ? 1 : 0;
    checked += row.count(ClaimState::held) + row.count(ClaimState::broken) > 0 ? 1 : 0;
  }
  std::string text =
      fmt::format("{} of {} rows of the checklist have an expectation.", with, known);
  if (checked > 0) return text + fmt::format(" {} hold, {} are broken.", hold, broken);
  return text + " Whether they hold: relco check --json >FILE, then --results FILE.";
}

}  // namespace

CheckResults read_check_results(const std::string& path) {
  if (!std::filesystem::is_regular_file(path)) {
    throw UserError(fmt::format("{}: there is no such file", path));
  }
  CheckResults results;
  results.path = path;
  try {
    const json::value document = json::parse(read_text(path));
    read_header(document.as_object(), path, results);
    for (const json::value& value : document.as_object().at("contracts").as_array()) {
      const json::object& one = value.as_object();
      results.claims.push_back({std::string(one.at("file").as_string()),
                                std::string(one.at("id").as_string()), state_of(one)});
    }
  } catch (const std::exception& error) {
    throw UserError(
        fmt::format("{}: is not what relco check --json prints ({})", path, error.what()));
  }
  return results;
}

std::string coverage_text(const std::vector<Coverage>& rows, const CheckResults& results,
                          std::size_t width) {
  constexpr std::size_t kIndent = 24;
  const std::string rest(kIndent, ' ');
  std::string text;
  for (const Coverage& row : rows) {
    const evidence::Entry* entry = evidence::find(row.row);
    const std::string head = fmt::format("{:<8}{:<16}", row.row, row.state());
    text += stats::paragraph(entry == nullptr ? "not in the checklist" : entry->text, width, head,
                             rest);
    if (!row.claims.empty()) text += stats::paragraph(counts_text(row), width, rest, rest);
  }
  text += "\n" + stats::paragraph(summary(rows), width);
  if (!results.plain) {
    text += stats::paragraph("Not of the model as it is: " + results.remarks, width);
  } else if (!results.remarks.empty()) {
    text += stats::paragraph(results.remarks, width);
  }
  return text;
}

json::array coverage_json(const std::vector<Coverage>& rows) {
  json::array list;
  for (const Coverage& row : rows) {
    const evidence::Entry* entry = evidence::find(row.row);
    list.push_back({{"row", row.row},
                    {"text", entry == nullptr ? "" : entry->text},
                    {"state", row.state()},
                    {"claims", row.claims.size()},
                    {"open", row.count(ClaimState::open)},
                    {"held", row.count(ClaimState::held)},
                    {"broken", row.count(ClaimState::broken)},
                    {"files", json::value_from(row.files())}});
  }
  return list;
}

}  // namespace relco::app
