// From exact sums of one week to the value of an outcome.
#pragma once

#include <array>
#include <optional>

#include "world/tally.h"

namespace relco {

// Sums of the survey's items by kind of ties: within, between, family.
using ItemsByKind = std::array<const ItemSums*, kTieScopes>;

// Whether the outcome is a score of the survey rather than something that is tallied.
[[nodiscard]] bool is_score(Outcome outcome);

// M3: the survey score (1-5) that a tie outcome has over these ties: the indices of one kind of
// ties look at those; all others at the ties between providers, or at those of kind `only`. NaN
// where there is no such tie, or where the outcome is no score.
[[nodiscard]] float tie_score(Outcome outcome, const ItemsByKind& ties,
                              std::optional<TieScope> only = {});

// What a tally says: a total of the week, or a mean over cases, people or looks; NaN without any.
[[nodiscard]] float tallied_value(Outcome outcome, const Tally& tally);

}  // namespace relco
