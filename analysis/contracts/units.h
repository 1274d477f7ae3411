// How the numbers of a contract are read: in the outcome's unit, in per cent, in weeks.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "contracts/contracts.h"

namespace relco::contracts {

struct Tally {
  std::size_t held = 0, broken = 0, open = 0;
};
[[nodiscard]] Tally tally_of(std::span<const ContractResult> results);

// The word that scenario files use: "share_of_replicates".
[[nodiscard]] std::string_view kind_name(ExpectationKind kind);

// Unit of `value` as stored (a share is 0.03): the outcome's for levels and differences, "1" for
// shares and pure numbers, "week".
[[nodiscard]] std::string unit_of(const ContractResult& result);

// The same for people: 0.03 becomes "3.0 %".
[[nodiscard]] std::string value_text(const ContractResult& result);
[[nodiscard]] std::string interval_text(const ContractResult& result);  // "" when unknown
[[nodiscard]] std::string band_text(const ContractResult& result);      // "-5 to -2 %", "above 0"

}  // namespace relco::contracts
