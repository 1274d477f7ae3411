// What is known: every figure, pattern and row of the checklist that a claim, a parameter or a
// comment cites by its id. The tables are the .def files beside this header; `relco list
// --evidence` and sim/docs/reference/evidence.md show them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace relco::evidence {

enum class Kind : std::uint8_t {
  figure,   // A01 to H12: what somebody measured
  pattern,  // V01 and on: what a sound model shows
  row,      // S0-01 and on: what a founding document tells; expectations cover rows
  document  // S0 to S4
};

// How far a figure can be trusted to be what its source says.
enum class Status : std::uint8_t {
  seen,      // on a copy of the page, mostly the abstract only
  recalled,  // known from the literature and not looked at: a prior, not a target
  derived,   // arithmetic on figures with another status
  founding,  // told by one of the founding documents
  chosen,    // a pattern: band and tolerance are the project's choice, from the evidence it names
  sought     // looked for and not found
};

struct Entry {
  std::string_view id;
  Kind kind = Kind::figure;
  Status status = Status::seen;
  std::string_view text;      // the figure, the statement, what the row tells, the title
  std::string_view setting;   // of a figure: among whom, where
  std::string_view source;    // of a figure; what stands before the first comma names it
  std::string_view section;   // heading that it stands under
  std::string_view band;      // of a pattern
  std::string_view use;       // of a pattern: fit or test
  std::string_view rests_on;  // of a pattern: ids with spaces between
};

// In the order in which people read them: figures A to H, patterns, documents, their rows.
[[nodiscard]] std::span<const Entry> entries();
[[nodiscard]] const Entry* find(std::string_view id);

// Ids that a claim may name as evidence: all. Ids that it may cover: the rows.
[[nodiscard]] const std::vector<std::string_view>& all_ids();
[[nodiscard]] const std::vector<std::string_view>& row_ids();

// Of `known`, the id that was probably meant, or "": first one that differs by capitals, dashes and
// zeros alone, then the nearest of the same letter.
[[nodiscard]] std::string_view nearest_id(std::string_view id,
                                          const std::vector<std::string_view>& known);

// The entries that `word` picks: the one with that id, or all whose ids begin with it ("E", "S0").
[[nodiscard]] std::vector<const Entry*> selected(std::string_view word);

// True for what nobody looked at: a band that rests on it says so wherever it is reported.
[[nodiscard]] bool is_unverified(std::string_view id);

// "Dummit et al. 2016"; "" for patterns, rows and documents.
[[nodiscard]] std::string_view cite(const Entry& entry);

// The ids of the registry's shape in a text, known or not: "C01, then S2-14" has two.
[[nodiscard]] std::vector<std::string_view> ids_in(std::string_view text);
// The text with " (recalled, unverified)" behind every id of which that is true.
[[nodiscard]] std::string marked(std::string_view text);

[[nodiscard]] std::string_view to_text(Kind kind);
[[nodiscard]] std::string_view to_text(Status status);
// "recalled, unverified" where that must be seen, else the word alone.
[[nodiscard]] std::string status_text(const Entry& entry);
[[nodiscard]] std::string_view meaning(Status status);
[[nodiscard]] std::span<const Status> statuses();

}  // namespace relco::evidence
