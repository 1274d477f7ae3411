// One week of one pair of partners, both directions: communication, learning and ledger fused into
// one pass over memory. The rules it calls know nothing of each other or of storage.
#pragma once

#include "base/numerics.h"
#include "rules/learning/learning.h"
#include "rules/parameters.h"

namespace relco {

// How a rater remembers the partner's communication: slow means over the survey's window.
struct Memory {
  std::uint16_t frequent = 0, timely = 0, accurate = 0, solving = 0;
};

// One side of a pair: its tie, the memory of what it sends, and this week's events from it.
struct End {
  Tie tie;
  Memory memory;
  std::uint8_t events = 0;
};

[[nodiscard]] inline std::uint16_t remember(std::uint16_t memory, float observed) noexcept {
  constexpr float kRate = 2.0f / (kSurveyWindow + 1);
  const auto old = static_cast<float>(memory);
  return static_cast<std::uint16_t>(old + kRate * (observed * 65535.0f - old) + 0.5f);
}

inline void remember_week(Memory& memory, std::uint8_t events, float excess_cost) noexcept {
  const bool contact = (events & event::contact) != 0;
  memory.frequent = remember(memory.frequent, contact ? clamp01(1.0f - excess_cost) : 0.0f);
  if (contact) {
    memory.timely = remember(memory.timely, (events & event::timely) ? 1.0f : 0.0f);
    memory.accurate = remember(memory.accurate, (events & event::accurate) ? 1.0f : 0.0f);
  }
  if (events & event::problem) {
    memory.solving = remember(memory.solving, (events & event::solved) ? 1.0f : 0.0f);
  }
}

// Sums of ledger terms of one direction, in grid steps.
struct Books {
  std::int64_t terms[kTerms][kComponents] = {};
  void operator()(Term term, Component component, std::int32_t steps) noexcept {
    terms[static_cast<std::size_t>(term)][static_cast<std::size_t>(component)] += steps;
  }
};

// What happens between a and b in the week. `need` in cases; 0 leaves only forgetting and anchors.
inline void exchange(const Parameters& p, float sigma_custom, PhiloxKey key, Week week, float need,
                     const Profile& pa, const Profile& pb, const LinkView& va, const LinkView& vb,
                     End& a, End& b, Books& books_a, Books& books_b) noexcept {
  a.events = b.events = 0;
  if (need > 0.0f) {
    const CommunicationParameters& c = p.communication;
    const Draw luck_a = Luck::directed(key, pa.luck, pb.luck, week);
    const Draw luck_b = Luck::directed(key, pb.luck, pa.luck, week);
    const Chances ca = chances(c, a.tie, need, pa, pb, va, pa.strain + pa.weekday_strain * weekday(luck_a));
    const Chances cb = chances(c, b.tie, need, pb, pa, vb, pb.strain + pb.weekday_strain * weekday(luck_b));
    const float there = pa.presence * pb.presence;
    a.events = happen(ca, luck_a, there);
    b.events = happen(cb, luck_b, there);
    if (there > 0.0f) {
      remember_week(a.memory, a.events, c.excess_cost * ca.excess);
      remember_week(b.memory, b.events, c.excess_cost * cb.excess);
    }
  }
  const float respect_a = a.tie.respect;
  learn(p.learning, sigma_custom, a.tie, b.tie.respect, b.events, a.events, pa, pb, va, books_a);
  learn(p.learning, sigma_custom, b.tie, respect_a, a.events, b.events, pb, pa, vb, books_b);
}

// The seven items as the survey reads them, in grid steps (0-1 scaled), added to `items`.
inline void add_items(const End& end, std::int64_t* items) noexcept {
  items[0] += std::int64_t{end.memory.frequent} * 128;  // 2^16 -> 2^23
  items[1] += std::int64_t{end.memory.timely} * 128;
  items[2] += std::int64_t{end.memory.accurate} * 128;
  items[3] += std::int64_t{end.memory.solving} * 128;
  items[4] += grid_steps(end.tie.goals);
  items[5] += grid_steps(end.tie.knowledge);
  items[6] += grid_steps(end.tie.respect);
}

}  // namespace relco
