// Parts of the model that can be taken out, or held still, to see what they do: one closed table.
// Research and tests only: scenarios cannot set behaviour. A mechanism is blocked by giving
// parameters other values, so that rules know nothing of it.
//
// To block a rule is to hold what it moves where it started, or to cut what follows from it; to
// block a term of the loop ledger is to take that term out; to hold an outcome is to hold the stock
// behind it. What is not a rule, a term or an outcome is a mutation: a model without one of its
// assumptions, which contracts should notice.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/parameters.h"
#include "world/outcomes.h"

namespace relco {

struct Mechanism {
  std::string_view name;
  std::string_view meaning;  // what happens when it is blocked
  void (*block)(Parameters&);
};

// All, in the order of the table.
[[nodiscard]] std::span<const Mechanism> mechanisms();
[[nodiscard]] const Mechanism* find_mechanism(std::string_view name);

// The parameters with these mechanisms blocked; names must be known.
[[nodiscard]] Parameters blocked(Parameters parameters, std::span<const std::string> names);

// The mechanism that holds an outcome; null where nothing in the model follows from it.
[[nodiscard]] const Mechanism* mechanism_behind(Outcome outcome);

}  // namespace relco
