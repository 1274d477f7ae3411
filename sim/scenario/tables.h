// The tables of the format, one per kind of map. Owners are the structs of world/facts.h.
#pragma once

#include "scenario/table.h"

namespace relco::scenario {

// Facts (tables_people.cpp, tables_care.cpp)
[[nodiscard]] const Table& role_table();
[[nodiscard]] const Table& pair_start_table();
[[nodiscard]] const Table& ties_table();
[[nodiscard]] const Table& leadership_table();
[[nodiscard]] const Table& structures_table();
[[nodiscard]] const Table& unit_table();
[[nodiscard]] const Table& organisation_table();
[[nodiscard]] const Table& union_table();
[[nodiscard]] const Table& coverage_table();
[[nodiscard]] const Table& household_table();
[[nodiscard]] const Table& family_table();
[[nodiscard]] const Table& payment_table();
[[nodiscard]] const Table& payer_table();
[[nodiscard]] const Table& channel_table();
[[nodiscard]] const Table& pathway_table();
// Changes
[[nodiscard]] const Table& where_table();
[[nodiscard]] const Table& change_table();
[[nodiscard]] std::vector<Field> verb_fields();  // tables_verbs.cpp
// Claims (tables_claim.cpp)
[[nodiscard]] const Table& claim_scope_table();  // owner is ClaimScope of an ExpectationFacts
[[nodiscard]] const Table& claim_table();
[[nodiscard]] std::span<const Word> regime_words();

// Every table once, in the order of the reference; scenario_table() first.
[[nodiscard]] std::vector<const Table*> all_tables();

}  // namespace relco::scenario
