#include "measure/scores.h"

#include <limits>
#include <utility>

namespace relco {
namespace {

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

// Totals of the week rather than means over cases or people.
bool is_total(Outcome outcome) {
  switch (outcome) {
    case Outcome::admissions:
    case Outcome::substitute_use:
    case Outcome::detentions:
    case Outcome::cost_by_payer:
    case Outcome::substitute_cost: return true;
    default: return false;
  }
}

// First and last item of a score.
std::optional<std::pair<std::size_t, std::size_t>> items_of(Outcome outcome) {
  using Items = std::pair<std::size_t, std::size_t>;
  switch (outcome) {
    case Outcome::rc_index:
    case Outcome::rc_within:
    case Outcome::rc_between:
    case Outcome::rc_family: return Items{0, 6};
    case Outcome::frequent: return Items{0, 0};
    case Outcome::timely: return Items{1, 1};
    case Outcome::accurate: return Items{2, 2};
    case Outcome::problem_solving: return Items{3, 3};
    case Outcome::goals: return Items{4, 4};
    case Outcome::knowledge: return Items{5, 5};
    case Outcome::respect: return Items{6, 6};
    case Outcome::communication_score: return Items{0, 3};
    case Outcome::relationship_score: return Items{4, 6};
    default: return {};
  }
}

bool looks_at(Outcome outcome, TieScope kind, std::optional<TieScope> only) {
  switch (outcome) {
    case Outcome::rc_within: return kind == TieScope::within;
    case Outcome::rc_between: return kind == TieScope::between;
    case Outcome::rc_family: return kind == TieScope::family;
    default: return only ? kind == *only : kind != TieScope::family;
  }
}

}  // namespace

bool is_score(Outcome outcome) {
  return items_of(outcome).has_value();
}

float tie_score(Outcome outcome, const ItemsByKind& ties, std::optional<TieScope> only) {
  const auto range = items_of(outcome);
  if (!range) return kNothing;
  double sum = 0;
  std::int64_t count = 0;
  for (std::size_t kind = 0; kind < kTieScopes; ++kind) {
    if (!looks_at(outcome, static_cast<TieScope>(kind), only)) continue;
    std::int64_t items = 0;
    for (std::size_t n = range->first; n <= range->second; ++n) items += ties[kind]->items[n];
    sum += static_cast<double>(items);
    count += ties[kind]->ties;
  }
  if (count == 0) return kNothing;
  const auto width = static_cast<double>(range->second - range->first + 1);
  const double mean = sum / static_cast<double>(count) / width;
  return static_cast<float>(1.0 + 4.0 * mean / static_cast<double>(kGridUnit));
}

float tallied_value(Outcome outcome, const Tally& tally) {
  const double sum = from_fixed(tally.sum);
  if (is_total(outcome)) return static_cast<float>(sum);
  if (tally.count == 0) return kNothing;
  return static_cast<float>(sum / static_cast<double>(tally.count));
}

}  // namespace relco
