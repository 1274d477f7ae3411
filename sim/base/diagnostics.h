// Findings about files that people write: collected, sorted by place, reported together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace relco {

// One thing that is wrong. Line and column count from 1; 0 means "the file as a whole".
struct Finding {
  std::string file;
  int line = 0;
  int column = 0;
  std::string path;     // dotted path of the value, such as pathways.hip.uncertainty
  std::string message;  // what is wrong, the value, the allowed range, the nearest known name
};

// "file:12:5: ", with what steers a terminal escaped.
[[nodiscard]] std::string place_text(const Finding& finding);

// A remark on what is not wrong but may not be meant: "file:12:5: note: path: message".
[[nodiscard]] std::string note_text(const Finding& note);

class Diagnostics {
 public:
  void add(Finding finding) { findings_.push_back(std::move(finding)); }
  [[nodiscard]] bool empty() const { return findings_.empty(); }
  [[nodiscard]] std::size_t size() const { return findings_.size(); }
  [[nodiscard]] const std::vector<Finding>& findings() const { return findings_; }

  // All findings as text, one a line, "file:line:column: path: message", in file order; what
  // steers a terminal is escaped.
  [[nodiscard]] std::string report() const;

  // Throws UserError with report() when anything was found.
  void throw_if_any() const;

 private:
  std::vector<Finding> findings_;
};

// The known word closest to `word`, or "" when none is near enough to be meant (edit distance at
// most a third of the word's length, at least 2).
[[nodiscard]] std::string_view nearest_name(std::string_view word,
                                            const std::vector<std::string_view>& known);

}  // namespace relco
