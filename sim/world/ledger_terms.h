// The named terms of which every change of every tie is the sum, and what they are summed over.
#pragma once

#include <cstddef>
#include <cstdint>

namespace relco {

// Named terms of the loop ledger, in the order in which they are applied within a week.
#define RELCO_TERMS(X)                                                    \
  X(reset, "newcomers and reassigned people start again from the norm")   \
  X(smooth_work, "contacts that simply went well")                        \
  X(problem_solving, "problems that were solved together")                \
  X(blame, "problems that ended in blame")                                \
  X(knowledge_gain, "learning what the others do")                        \
  X(forgetting, "knowledge and silent ties fade")                         \
  X(anchor_custom, "the pull of how things have always been done")        \
  X(anchor_structure, "the pull of the twelve structures")                \
  X(anchor_leadership, "leaders who support more or less than is usual")  \
  X(anchor_payment, "the pull of shared results that are paid for")       \
  X(anchor_labour, "the pull of relations between unions and management") \
  X(anchor_identity, "bias, status and distrust, less the own group")     \
  X(intervention, "what people learn directly in interventions")

#define RELCO_DECLARE_TERM(name, meaning) name,
enum class Term : std::uint8_t { RELCO_TERMS(RELCO_DECLARE_TERM) };
#undef RELCO_DECLARE_TERM
#define RELCO_COUNT_TERM(name, meaning) +1
inline constexpr std::size_t kTerms = 0 RELCO_TERMS(RELCO_COUNT_TERM);
#undef RELCO_COUNT_TERM

// Components of a tie, in storage order.
enum class Component : std::uint8_t { goals, knowledge, respect };
inline constexpr std::size_t kComponents = 3;

// Which ties a ledger row is about. A directed tie belongs to the organisation of its sender
// (family ties: of the provider).
enum class TieScope : std::uint8_t { within, between, family };
inline constexpr std::size_t kTieScopes = 3;

[[nodiscard]] const char* term_name(std::size_t term);
[[nodiscard]] const char* term_meaning(std::size_t term);

}  // namespace relco
