// Files and what they extend, merged into one tree.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "scenario/tree.h"

namespace relco::scenario {

// Where `reference`, written in `file`, is found: beside the file, in a folder baseline/ there, and
// the same in each folder above and in the scenarios/ below it, so that a scenario may lie anywhere
// in the library or beside it. The nearest wins; nothing found is the place beside the file.
[[nodiscard]] std::string resolve_reference(const std::string& file, const std::string& reference);

class Documents {
 public:
  explicit Documents(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  // The merged tree of a file and everything it extends, or nothing and findings.
  [[nodiscard]] std::optional<Value> load(const std::string& path);
  // The tree of the file alone.
  [[nodiscard]] std::optional<Value> load_alone(const std::string& path);
  // The tree of such a text; findings call its place `path`.
  [[nodiscard]] std::optional<Value> load_text(const std::string& text, const std::string& path);
  // A value given on the command line; `name` is what findings call its place.
  [[nodiscard]] std::optional<Value> parse_argument(const std::string& text,
                                                    const std::string& name);
  // Names of everything read so far; places of values count into it.
  [[nodiscard]] const std::vector<std::string>& sources() const { return sources_; }

 private:
  [[nodiscard]] std::optional<Value> load_below(const std::string& path, const Value* reference);
  [[nodiscard]] std::optional<Value> inherit(const std::string& path, Value own);

  Diagnostics& diagnostics_;
  std::vector<std::string> sources_;
  std::vector<std::string> open_;  // files being loaded, outermost first, in canonical form
  int loaded_ = 0;
  std::size_t bytes_ = 0;  // of all files together
};

}  // namespace relco::scenario
