// relco docs: the generated documents, written or compared.
#include <fmt/format.h>

#include <filesystem>

#include "app/commands.h"
#include "app/console.h"
#include "app/generated_docs.h"
#include "app/text_file.h"
#include "base/errors.h"
#include "base/exit_codes.h"

namespace relco::app {
namespace {

namespace fs = std::filesystem;

int compare(const fs::path& folder) {
  int stale = 0;
  for (const GeneratedDocument& document : generated_documents()) {
    const fs::path path = folder / document.name;
    const auto written = fs::exists(path) ? read_text(path) : std::string();
    if (written == document.text) continue;
    ++stale;
    print(fmt::format("{}: {}\n", path.string(), fs::exists(path) ? "stale" : "missing"));
  }
  if (stale == 0) {
    print("all generated documents are fresh\n");
    return exit_good;
  }
  print(fmt::format("{} to mend: relco docs --write {}\n", stale, folder.string()));
  return exit_does_not_hold;
}

}  // namespace

int docs(const DocsArguments& arguments) {
  const fs::path folder = arguments.folder;
  if (arguments.check) return compare(folder);
  const fs::path around = folder.has_parent_path() ? folder.parent_path() : fs::path(".");
  if (!fs::is_directory(folder) && !fs::is_directory(around)) {
    throw UserError(
        fmt::format("{}: there is no such folder, nor the one it would be in; from the top of the "
                    "checkout, plain relco docs finds it, elsewhere --write names it",
                    folder.string()));
  }
  make_folder(folder);
  for (const GeneratedDocument& document : generated_documents()) {
    write_text(folder / document.name, document.text);
  }
  print(fmt::format("wrote {} documents to {}\n", generated_documents().size(), folder.string()));
  return exit_good;
}

}  // namespace relco::app
