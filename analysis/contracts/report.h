// Contracts as `relco check` reports them: for programs and for people.
#pragma once

#include <boost/json/value.hpp>
#include <span>
#include <string>
#include <vector>

#include "contracts/contracts.h"

namespace relco::contracts {

// {contracts: [...], held, broken, open}. Each contract has file, id, says, held, open, value, low,
// high, band [low, high], seeds; and line, kind, evaluated, seeds_asked, agreed, agree, sign, unit,
// about, across, spread, minus (in words), note, reason, evidence, evidence_unverified. null stands
// for unknown numbers and open ends. `held` and `open` may both be true (marked open, but it
// holds); broken is neither.
[[nodiscard]] boost::json::value to_json(std::span<const ContractResult> results);

// One block per claim, by file, and a last line "n held, n broken, n open". With colour: escape
// sequences around the words, in blue and orange, which colour-blind people tell apart.
[[nodiscard]] std::string to_text(std::span<const ContractResult> results, std::size_t width,
                                  bool colour);

// The evidence of the claim that nobody looked at: what the registry says is recalled, and what the
// scenario itself marks as unverified; in the claim's order.
[[nodiscard]] std::vector<std::string> unverified_evidence(const ExpectationFacts& claim);

// Markdown: counts by use and by how well the evidence is known, then a table for each file. A
// claim that could not be evaluated counts as not tested.
[[nodiscard]] std::string to_markdown(std::span<const ContractResult> results);

// "12 held, 1 broken, 2 open"
[[nodiscard]] std::string summary_line(std::span<const ContractResult> results);
// The same of claims that parameters may be fitted to and of those kept for testing, a line each;
// "" where none says which it is.
[[nodiscard]] std::string lines_by_use(std::span<const ContractResult> results);

}  // namespace relco::contracts
