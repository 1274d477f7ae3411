// Exact sums of what happened in a week, per organisation. Integers, so order never matters.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <vector>

#include "base/fixed.h"
#include "world/ledger_terms.h"
#include "world/outcomes.h"

namespace relco {

// Adds to a shared integer from any thread. Integer addition commutes, so the sum is the same for
// every order; nothing reads it before the phase is over.
template <class Integer>
inline void add_shared(Integer& sum, Integer term) noexcept {
  std::atomic_ref<Integer>(sum).fetch_add(term, std::memory_order_relaxed);
}

struct Tally {
  Fixed sum = 0;
  std::int64_t count = 0;
  Fixed squares = 0;  // of values that single cases have, in case_unit() (world/outcomes.h)

  void add(double value) noexcept {
    add_shared(sum, to_fixed(value));
    add_shared(count, std::int64_t{1});
  }
  void add_case(double value, double unit) noexcept {
    add(value);
    add_shared(squares, to_fixed((value / unit) * (value / unit)));
  }
};

// The same within one task, which nobody else adds to; shared at its end.
struct TaskTally {
  Fixed sum = 0;
  std::int64_t count = 0;

  void add(double value) noexcept {
    sum += to_fixed(value);
    ++count;
  }
  void commit(Tally& to) const noexcept {
    if (count == 0) return;
    add_shared(to.sum, sum);
    add_shared(to.count, count);
  }
};

// The seven items of the survey, in its order.
inline constexpr std::size_t kItems = 7;

// The survey's items summed over some ties.
struct ItemSums {
  std::array<std::int64_t, kItems> items{};  // units of the grid (2^-23)
  std::int64_t ties = 0;                     // directed ties counted
};

// Sums over the ties of one organisation and tie scope.
struct TieSums : ItemSums {
  std::array<std::array<std::int64_t, kComponents>, kTerms> terms{};  // ledger, grid steps
};

struct OrganisationWeek {
  std::array<Tally, kOutcomes> outcomes;
  std::array<TieSums, kTieScopes> ties;
  std::int64_t evaluations = 0;  // directed ties with a shared active case
};

[[nodiscard]] inline Tally& tally(OrganisationWeek& week, Outcome outcome) {
  return week.outcomes[static_cast<std::size_t>(outcome)];
}

}  // namespace relco
