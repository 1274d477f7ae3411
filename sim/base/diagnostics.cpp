#include "base/diagnostics.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "base/errors.h"
#include "base/printable.h"

namespace relco {
namespace {

// Levenshtein distance with a single row; the words are names, so quadratic cost is nothing.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substitute = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitute});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string Diagnostics::report() const {
  std::vector<const Finding*> sorted;
  sorted.reserve(findings_.size());
  for (const Finding& finding : findings_) sorted.push_back(&finding);
  std::stable_sort(sorted.begin(), sorted.end(), [](const Finding* a, const Finding* b) {
    return std::tie(a->file, a->line, a->column) < std::tie(b->file, b->line, b->column);
  });
  std::string text;
  for (const Finding* finding : sorted) {
    if (!text.empty()) text += '\n';
    text += place_text(*finding);
    if (!finding->path.empty()) text += printable(finding->path) + ": ";
    text += printable(finding->message);
  }
  return text;
}

std::string place_text(const Finding& finding) {
  std::string text = printable(finding.file);
  if (finding.line > 0) text += fmt::format(":{}:{}", finding.line, finding.column);
  return text + ": ";
}

std::string note_text(const Finding& note) {
  return fmt::format("{}note: {}: {}", place_text(note), printable(note.path),
                     printable(note.message));
}

void Diagnostics::throw_if_any() const {
  if (!findings_.empty()) throw UserError(report());
}

std::string_view nearest_name(std::string_view word, const std::vector<std::string_view>& known) {
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (std::string_view name : known) {
    const std::size_t distance = edit_distance(word, name);
    if (distance < best_distance) {
      best_distance = distance;
      best = name;
    }
  }
  return best;
}

}  // namespace relco
