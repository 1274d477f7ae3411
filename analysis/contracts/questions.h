// What a claim asks of a run beyond the records that every run keeps.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "measure/asked.h"

namespace relco::contracts {

// Nothing where the records of the system and of organisations have the answer. `weeks` is the
// length of the run.
[[nodiscard]] std::optional<Asked> asked_by(const Facts& facts, const ExpectationFacts& claim,
                                            Week weeks);

// Is it a slope in units of the spread between cases, which records of organisations do not hold?
[[nodiscard]] bool is_by_case(const ExpectationFacts& claim);

// Adds a question, or its quantities to one about the same place.
void add_question(std::vector<Asked>& questions, const Asked& asked);

// Column of a quantity in the answers to a question.
[[nodiscard]] std::optional<std::size_t> place_of(const Asked& asked, std::string_view quantity);

// "burnout, unit ward, role nurse"
[[nodiscard]] std::string text_of(const Asked& asked);
// "unit ward, role nurse"; "" for the whole system
[[nodiscard]] std::string text_of(const AskedScope& scope);

}  // namespace relco::contracts
