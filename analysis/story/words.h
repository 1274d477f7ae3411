// Small words of the story: names taken apart and compared, the terms of the ledger in the words of
// one tie.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "story/names.h"
#include "world/ledger_terms.h"

namespace relco::story {

// "social_worker" reads "social worker".
[[nodiscard]] std::string spaced(std::string_view name);
// "surgeon 1 ..." reads "Surgeon 1 ...".
[[nodiscard]] std::string capital(std::string text);
// Whatever the capitals, and whether words are joined by spaces or underscores.
[[nodiscard]] bool same_name(std::string_view a, std::string_view b);
// At every `mark`, without spaces around the parts; never empty.
[[nodiscard]] std::vector<std::string> split(std::string_view text, std::string_view mark);
// "12"; no sign, at most nine digits.
[[nodiscard]] std::optional<int> whole(std::string_view text);
// "12.3", "-2.1" (began before the run); "4" has no week: kNever.
[[nodiscard]] std::optional<CaseNumber> read_case(std::string_view text);
// "a, b and c"
[[nodiscard]] std::string joined(const std::vector<std::string>& words);
[[nodiscard]] std::string upper(std::string text);
[[nodiscard]] std::string ordinal(int n);  // "second", "11th"
// "1 week", "3 weeks"
[[nodiscard]] std::string counted(long long n, std::string_view one, std::string_view many = "");

// What a term is called in a table, and in a sentence when it lifts or wears down a tie.
struct TermWords {
  std::string_view label, up, down;
};
[[nodiscard]] const TermWords& words_of(Term term);

}  // namespace relco::story
