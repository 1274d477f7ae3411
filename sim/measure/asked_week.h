// The answers to the questions of a run, week by week. Sums are whole numbers, so threads may add
// to them in any order; questions read the world and never touch it.
#pragma once

#include <span>
#include <vector>

#include "measure/asked_plan.h"
#include "measure/results.h"
#include "world/tally.h"

namespace relco {

using Tallies = std::array<Tally, kOutcomes>;

// Sums of one week.
struct AskedWeek {
  struct Sums {
    std::vector<std::array<ItemSums, kTieScopes>> ties;  // [point]; empty: nothing of ties is asked
    std::vector<Tally> tallies;                          // [point][quantity]
  };
  std::vector<Sums> questions;
  std::vector<Tallies> lanes;  // what cases of each lane did; empty: not asked

  void resize_for(const AskedPlan& plan, const World& world);
  void clear();
};

// Adds the ties of a block of standing pairs as they are after learning.
void ask_pairs(const AskedPlan& plan, const World& world, const PairBlock& block, AskedWeek& week);

// Adds the ties between the families of a lane and its teams, before cases end.
void ask_families(const AskedPlan& plan, const World& world, std::uint32_t lane, AskedWeek& week);

// Does anyone ask how suggestions are taken?
[[nodiscard]] bool asks_for_suggestions(const AskedPlan& plan);
// Adds the chance that `decides` takes a suggestion of `suggests` (people).
void ask_suggestion(const AskedPlan& plan, const World& world, std::uint32_t pair,
                    std::uint32_t decides, std::uint32_t suggests, double chance, AskedWeek& week);

[[nodiscard]] std::vector<AskedRecord> empty_asked(const AskedPlan& plan, Week weeks);

// At the end of the week: people, units, organisations and cases are looked at, and the answers
// written. `sums` are those of the organisations.
void record_asked(const AskedPlan& plan, const World& world, std::span<const OrganisationWeek> sums,
                  AskedWeek& week, std::vector<AskedRecord>& records);

}  // namespace relco
