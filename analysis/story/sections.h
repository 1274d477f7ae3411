// The parts of the story's text, in the order in which they are read.
#pragma once

#include <string>

#include "story/explanation.h"
#include "verdict/sections.h"

namespace relco::story {

using verdict::Page;

// "surgeon 1's tie", "towards the family"; the one of a direction: 0 is whom the story is about.
[[nodiscard]] const std::string& me(const Explanation& told, std::size_t direction);
[[nodiscard]] const std::string& other(const Explanation& told, std::size_t direction);

// Why there is no tie in this week; "" when there is. `brief` names of the two.
[[nodiscard]] std::string why_not(const TieStory& story, const std::array<End, 2>& who);

// "Since the start it rose by 0.12 points to 3.80. It was lifted by ... and worn down by ...".
[[nodiscard]] std::string move_sentence(const Strength& from, const Strength& to,
                                        const TermSteps& terms, const std::string& when);
// "interventions +0.20 and blame -0.03": the leading ones; "" when all are nought.
[[nodiscard]] std::string leading(const TermSteps& terms);

// What happened in the last week that is told of.
[[nodiscard]] std::string week_sentences(const Explanation& told);

[[nodiscard]] std::string strength_section(const Explanation& told, Page page);
[[nodiscard]] std::string moves_section(const Explanation& told, Page page);
[[nodiscard]] std::string week_section(const Explanation& told, Page page);
[[nodiscard]] std::string other_section(const Explanation& told, Page page);
[[nodiscard]] std::string control_section(const Explanation& told, Page page);

}  // namespace relco::story
