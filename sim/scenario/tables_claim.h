// Parts of the table of claims. Keys with which a claim compares inside one arm: whom it is about,
// what it subtracts, and how far places lie apart (tables_contrast.cpp).
#pragma once

#include <vector>

#include "scenario/table.h"
#include "world/facts.h"

namespace relco::scenario {

[[nodiscard]] Field minus_field();                 // `minus:`
[[nodiscard]] std::vector<Field> spread_fields();  // `across:`, `spread:`

// `minus:` of a claim, and whom that is about.
[[nodiscard]] const Table& minus_table();
[[nodiscard]] const Table& minus_scope_table();

// What must hold between these keys once the claim is read; fills in what `minus` leaves out.
// `body` is the map of the claim's kind.
void finish_contrast(Reading& reading, const Value& body, ExpectationFacts& claim);

// What must hold between all keys of a claim (finish_claim.cpp).
void finish_claim(Reading& reading, const Value& value, void* claim);

}  // namespace relco::scenario
