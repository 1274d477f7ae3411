#include "app/evidence_page.h"

#include <fmt/format.h>

#include "app/generated_docs.h"
#include "app/markdown.h"
#include "evidence/evidence.h"

namespace relco::app {
namespace {

using evidence::Entry;
using evidence::Kind;
using evidence::Status;

std::string columns_of(Kind kind) {
  switch (kind) {
    case Kind::figure:
      return "| id | figure | among whom | source | status |\n|---|---|---|---|---|\n";
    case Kind::pattern: return "| id | pattern | band | rests on | use |\n|---|---|---|---|---|\n";
    case Kind::row:
    case Kind::document: return "| id | |\n|---|---|\n";
  }
  return "";
}

std::string row_of(const Entry& entry) {
  if (entry.kind == Kind::figure) {
    return fmt::format("| {} | {} | {} | {} | {} |\n", entry.id, cell(entry.text),
                       cell(entry.setting), cell(entry.source), evidence::status_text(entry));
  }
  if (entry.kind == Kind::pattern) {
    return fmt::format("| {} | {} | {} | {} | {} |\n", entry.id, cell(entry.text), cell(entry.band),
                       entry.rests_on, entry.use);
  }
  return fmt::format("| {} | {} |\n", entry.id, cell(entry.text));
}

}  // namespace

std::string evidence_page() {
  std::string text =
      std::string("# Evidence\n\n") + kGeneratedNotice +
      "What scenarios, parameters and comments cite by id; `relco list --evidence E08` prints one. "
      "The figures are told in short; whoever builds on one should read its source.\n\n"
      "| status | meaning |\n|---|---|\n";
  for (const Status status : evidence::statuses()) {
    text += fmt::format("| {} | {} |\n", evidence::to_text(status), evidence::meaning(status));
  }
  std::string_view section;
  for (const Entry& entry : evidence::entries()) {
    if (entry.section != section) {
      section = entry.section;
      text += fmt::format("\n## {}\n\n{}", section, columns_of(entry.kind));
    }
    text += row_of(entry);
  }
  return text;
}

}  // namespace relco::app
