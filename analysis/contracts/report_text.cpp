#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "contracts/report.h"
#include "contracts/units.h"
#include "evidence/evidence.h"
#include "stats/readable.h"

namespace relco::contracts {
namespace {

constexpr std::size_t kStatus = 8;  // room for the status word

struct Status {
  std::string_view word;
  std::string_view colour;  // blue, orange, none: told apart with any kind of colour vision
};

Status status_of(const ContractResult& result) {
  if (result.held) return {"held", "\x1b[38;5;33m"};
  if (result.open) return {"open", "\x1b[2m"};
  return {"BROKEN", "\x1b[1;38;5;208m"};
}

std::string status_text(const ContractResult& result, bool colour) {
  const Status status = status_of(result);
  const std::string gap(kStatus - status.word.size(), ' ');
  if (!colour) return std::string(status.word) + gap;
  return fmt::format("{}{}\x1b[0m{}", status.colour, status.word, gap);
}

// "evidence E08 (Dummit et al. 2016), A08 (RC Analytics; recalled, unverified), S0-15"
std::string evidence_text(const ExpectationFacts& claim) {
  std::string text;
  const std::vector<std::string> unverified = unverified_evidence(claim);
  for (const std::string& id : claim.evidence) {
    const evidence::Entry* entry = evidence::find(id);
    std::string known(entry == nullptr ? "" : evidence::cite(*entry));
    if (std::find(unverified.begin(), unverified.end(), id) != unverified.end()) {
      known += std::string(known.empty() ? "" : "; ") + "recalled, unverified";
    }
    text += (text.empty() ? "" : ", ") + id + (known.empty() ? "" : " (" + known + ")");
  }
  return text.empty() ? "no evidence cited" : "evidence " + text;
}

// "episode cost, bundle against as is: -3.1 % (-3.9 to -2.4), claimed -5 to -2 %"
std::string number_text(const ContractResult& result) {
  std::string text = result.about + ": " + value_text(result);
  const std::string interval = interval_text(result);
  if (!interval.empty()) text += fmt::format(" ({})", interval);
  text += ", claimed " + band_text(result);
  if (result.claim.agree > 0 && !std::isnan(result.agreed)) {
    text += fmt::format(" in {} of seeds, found in {}", stats::percent(result.claim.agree),
                        stats::percent(result.agreed));
  }
  return text;
}

std::string seeds_text(const ContractResult& result) {
  const int asked = result.claim.seeds;
  if (result.seeds < asked) return fmt::format("{} of the {} seeds asked for", result.seeds, asked);
  return fmt::format("{} {}", result.seeds, result.seeds == 1 ? "seed" : "seeds");
}

std::string block(const ContractResult& result, std::size_t id_width, std::size_t width,
                  bool colour) {
  const std::size_t indent = 2 + kStatus + id_width + 2;
  const std::string rest(indent, ' ');
  const std::string head =
      "  " + status_text(result, colour) + stats::pad_right(result.claim.id, id_width) + "  ";
  std::string text;
  for (const std::string& line : stats::wrap(result.claim.says, width - indent)) {
    text += (text.empty() ? head : rest) + line + "\n";
  }
  if (result.evaluated) {
    text += stats::paragraph(number_text(result), width, rest, rest);
    const std::string basis = seeds_text(result) + "; " + evidence_text(result.claim);
    text += stats::paragraph(basis, width, rest, rest);
  } else {
    text += stats::paragraph(evidence_text(result.claim), width, rest, rest);
  }
  if (!result.note.empty()) text += stats::paragraph(result.note, width, rest, rest);
  if (result.open) text += stats::paragraph("open: " + result.claim.open, width, rest, rest);
  return text;
}

}  // namespace

std::vector<std::string> unverified_evidence(const ExpectationFacts& claim) {
  std::vector<std::string> ids;
  const auto& by_hand = claim.evidence_unverified;
  for (const std::string& id : claim.evidence) {
    const bool said = std::find(by_hand.begin(), by_hand.end(), id) != by_hand.end();
    if (said || evidence::is_unverified(id)) ids.push_back(id);
  }
  return ids;
}

std::string summary_line(std::span<const ContractResult> results) {
  const Tally tally = tally_of(results);
  return fmt::format("{} held, {} broken, {} open", tally.held, tally.broken, tally.open);
}

std::string lines_by_use(std::span<const ContractResult> results) {
  std::string text;
  for (const auto& [use, meaning] :
       {std::pair<std::string_view, std::string_view>{"fit", "parameters may be fitted to them"},
        {"test", "kept for testing"}}) {
    std::vector<ContractResult> of_use;
    std::copy_if(results.begin(), results.end(), std::back_inserter(of_use),
                 [use = use](const ContractResult& result) { return result.claim.use == use; });
    if (of_use.empty()) continue;
    text += fmt::format("{:<6}{} ({})\n", use, summary_line(of_use), meaning);
  }
  return text;
}

std::string to_text(std::span<const ContractResult> results, std::size_t width, bool colour) {
  std::size_t id_width = 4;
  for (const ContractResult& result : results) {
    id_width = std::max(id_width, stats::display_width(result.claim.id));
  }
  std::string text;
  const std::string* file = nullptr;
  for (const ContractResult& result : results) {
    if (file == nullptr || *file != result.claim.file) {
      if (file != nullptr) text += "\n";
      file = &result.claim.file;
      if (!file->empty()) text += *file + "\n";
    }
    text += block(result, id_width, std::max<std::size_t>(width, 60), colour);
  }
  if (!results.empty()) text += "\n";
  return text + lines_by_use(results) + summary_line(results) + "\n";
}

}  // namespace relco::contracts
