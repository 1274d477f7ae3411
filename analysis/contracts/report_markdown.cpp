#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "contracts/report.h"
#include "contracts/units.h"
#include "stats/readable.h"

namespace relco::contracts {
namespace {

// Text of a cell: a bar would end it.
std::string cell(std::string_view text) {
  std::string safe;
  for (const char c : text) safe += c == '|' ? std::string("\\|") : std::string(1, c);
  return safe;
}

bool rests_on_unverified(const ContractResult& result) {
  return !unverified_evidence(result.claim).empty();
}

// A claim that was not run says nothing about the model, whatever its mark.
bool untested(const ContractResult& result) {
  return !result.evaluated;
}

std::string_view state_of(const ContractResult& result) {
  if (untested(result)) return "not tested";
  if (result.held) return "held";
  return result.open ? "open" : "**broken**";
}

std::string found(const ContractResult& result) {
  if (untested(result)) return result.note.empty() ? "-" : result.note;
  const std::string interval = interval_text(result);
  std::string text = value_text(result);
  if (!interval.empty()) text += fmt::format(" ({})", interval);
  return text;
}

std::string claimed(const ContractResult& result) {
  std::string text = band_text(result);
  if (result.claim.agree > 0) {
    text += fmt::format("; in {} of seeds", stats::percent(result.claim.agree));
    if (!std::isnan(result.agreed)) {
      text += fmt::format(", found in {}", stats::percent(result.agreed));
    }
  }
  return text;
}

std::string evidence(const ExpectationFacts& claim) {
  const std::vector<std::string> unverified = unverified_evidence(claim);
  std::string text;
  for (const std::string& id : claim.evidence) {
    const bool recalled = std::find(unverified.begin(), unverified.end(), id) != unverified.end();
    text += (text.empty() ? "" : ", ") + id + (recalled ? " (unverified)" : "");
  }
  return text.empty() ? "-" : text;
}

std::string row(const ContractResult& result) {
  const ExpectationFacts& claim = result.claim;
  std::string says = claim.says;
  if (!claim.open.empty()) says += " *Open: " + claim.open + "*";
  const std::string seeds = untested(result) ? "-" : fmt::format("{}", result.seeds);
  return fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} |\n", cell(claim.id), cell(says),
                     state_of(result), cell(found(result)), cell(claimed(result)), seeds,
                     claim.use.empty() ? "-" : claim.use, cell(evidence(claim)));
}

using Which = std::function<bool(const ContractResult&)>;

std::string count_row(std::span<const ContractResult> results, std::string_view name,
                      const Which& which) {
  std::size_t held = 0, broken = 0, open = 0, not_tested = 0;
  for (const ContractResult& result : results) {
    if (!which(result)) continue;
    ++(untested(result) ? not_tested : result.held ? held : result.open ? open : broken);
  }
  return fmt::format("| {} | {} | {} | {} | {} |\n", name, held, broken, open, not_tested);
}

}  // namespace

std::string to_markdown(std::span<const ContractResult> results) {
  const auto used_as = [](std::string_view use) {
    return [use](const ContractResult& result) { return result.claim.use == use; };
  };
  std::string text =
      "| claims | held | broken | open | not tested |\n|---|---|---|---|---|\n" +
      count_row(results, "all", [](const ContractResult&) { return true; }) +
      count_row(results, "that parameters may be fitted to (*fit*)", used_as("fit")) +
      count_row(results, "kept for testing (*test*)", used_as("test")) +
      count_row(results, "that do not say", used_as("")) +
      count_row(results, "whose band rests on unverified evidence", rests_on_unverified);
  const std::string* file = nullptr;
  for (const ContractResult& result : results) {
    if (file == nullptr || *file != result.claim.file) {
      file = &result.claim.file;
      text += fmt::format(
          "\n## {}\n\n| claim | says | state | found | claimed | seeds | use | evidence |\n"
          "|---|---|---|---|---|---|---|---|\n",
          file->empty() ? "claims" : *file);
    }
    text += row(result);
  }
  return text;
}

}  // namespace relco::contracts
