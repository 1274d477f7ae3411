#include "engine/tie_lanes.h"

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "random/draws.h"
#include "rules/care/suggestion.h"
#include "rules/learning/learning.h"

// Lanes do not depend on each other.
#if defined(__clang__)
#pragma clang diagnostic ignored "-Wpass-failed"  // builds for debugging keep their plain loops
#define RELCO_LANE_LOOP _Pragma("clang loop vectorize(assume_safety) interleave(disable)")
#else
#define RELCO_LANE_LOOP _Pragma("GCC ivdep")
#endif

namespace relco {
namespace {

constexpr std::int32_t kMostSilent = 255;

RELCO_LANE_RULE Profile profile_of(const SideLanes& side, std::size_t lane) noexcept {
  Profile out;
#define RELCO_LANE(type, name, rest, meaning) out.name = side.name[lane];
  RELCO_PROFILE(RELCO_LANE)
#undef RELCO_LANE
  return out;
}

RELCO_LANE_RULE Tie tie_of(const SideLanes& side, std::size_t lane) noexcept {
  return {side.goals[lane], side.knowledge[lane], side.respect[lane]};
}

// The luck of one direction. A loop of its own: integers only.
RELCO_LANE_STEP void draw(SideLanes& me, const SideLanes& other, const ExchangeSetting& setting,
                          std::size_t lanes) noexcept {
  const PhiloxKey key = setting.key;
  const Week week = setting.week;
  RELCO_LANE_LOOP
  for (std::size_t l = 0; l < lanes; ++l) {
    const Draw luck = Luck::directed(key, me.luck[l], other.luck[l], week);
    me.words[0][l] = luck.word(0);
    me.words[1][l] = luck.word(1);
    me.words[2][l] = luck.word(2);
    me.words[3][l] = luck.word(3);
  }
}

// Chances, events and memories of one direction (M1: contact as it is felt); the respect before the
// week is kept for the other.
RELCO_LANE_STEP void communicate(SideLanes& me, const SideLanes& other, const float* needs,
                                 const CommunicationParameters& parameters, const LinkView& link,
                                 std::size_t lanes) noexcept {
  const CommunicationParameters p = parameters;
  const LinkView view = link;
  RELCO_LANE_LOOP
  for (std::size_t l = 0; l < lanes; ++l) {
    const Profile sender = profile_of(me, l), receiver = profile_of(other, l);
    const Draw luck({me.words[0][l], me.words[1][l], me.words[2][l], me.words[3][l]});
    const float need = needs[l];
    const float there = need > 0.0f ? sender.presence * receiver.presence : 0.0f;
    const float strain = sender.strain + sender.weekday_strain * weekday(luck);
    const Chances c = chances(p, tie_of(me, l), need, sender, receiver, view, strain);
    const Events drawn = happen(c, luck, there);
    const Events events = need > 0.0f ? drawn : 0;
    me.events[l] = events;
    const float felt =
        (events & event::contact) != 0 ? clamp01(1.0f - p.excess_cost * c.excess) : 0.0f;
    const std::int32_t frequent = remember(me.memory.frequent[l], felt);
    me.memory.frequent[l] = there > 0.0f ? frequent : me.memory.frequent[l];
    me.memory.timely[l] =
        remember_event(me.memory.timely[l], events, event::contact, event::timely);
    me.memory.accurate[l] =
        remember_event(me.memory.accurate[l], events, event::contact, event::accurate);
    me.memory.solving[l] =
        remember_event(me.memory.solving[l], events, event::problem, event::solved);
    me.respect_before[l] = me.respect[l];
  }
}

// Sums of ledger terms over one chunk: 64 lanes of at most 2^23 steps fit 32 bits.
struct ChunkBooks {
  std::int32_t (&terms)[kTerms][kComponents];
  float grid;
  RELCO_LANE_STEP void operator()(Term term, Component component, float difference) const noexcept {
    terms[static_cast<std::size_t>(term)][static_cast<std::size_t>(component)] +=
        static_cast<std::int32_t>(difference * grid);
  }
};

RELCO_LANE_STEP void learn_lanes(SideLanes& me, const SideLanes& other, const float* grid,
                                 const LearningParameters& parameters, float sigma_custom,
                                 const LinkView& link, std::size_t lanes, Books& books) noexcept {
  const LearningParameters p = parameters;
  const LinkView view = link;
  std::int32_t terms[kTerms][kComponents] = {};
  RELCO_LANE_LOOP
  for (std::size_t l = 0; l < lanes; ++l) {
    Tie tie = tie_of(me, l);
    learn(p, sigma_custom, tie, other.respect_before[l], other.events[l], me.events[l],
          profile_of(me, l), profile_of(other, l), view, ChunkBooks{terms, grid[l]});
    me.goals[l] = tie.goals;
    me.knowledge[l] = tie.knowledge;
    me.respect[l] = tie.respect;
  }
  for (std::size_t t = 0; t < kTerms; ++t) {
    for (std::size_t c = 0; c < kComponents; ++c) books.terms[t][c] += terms[t][c];
  }
}

// How long the pairs have been silent, and which of them the survey asks about.
RELCO_LANE_STEP void close_week(TieLanes& t, std::size_t lanes, ExchangeSums& sums) noexcept {
  std::int32_t ties = 0, evaluations = 0;
  RELCO_LANE_LOOP
  for (std::size_t l = 0; l < lanes; ++l) {
    const bool contact = ((t.side[0].events[l] | t.side[1].events[l]) & event::contact) != 0;
    const std::int32_t longer = t.silent[l] < kMostSilent ? t.silent[l] + 1 : kMostSilent;
    t.silent[l] = contact ? 0 : longer;
    const std::int32_t used = t.grid[l] > 0.0f ? 1 : 0;
    const std::int32_t lively = t.need[l] > 0.0f ? used : 0;
    t.known[l] = t.silent[l] < kSurveyWindow ? used : lively;
    ties += t.known[l];
    evaluations += t.need[l] > t.daily[l] ? used : 0;
  }
  sums.ties += ties;
  sums.evaluations += evaluations;
}

// The seven items as the survey reads them (0-1 scaled), in grid steps: 2^16 to 2^23 for memories.
RELCO_LANE_STEP void add_items(const SideLanes& side, const std::int32_t* known, std::size_t lanes,
                               std::int64_t* items) noexcept {
  std::int32_t frequent = 0, timely = 0, accurate = 0, solving = 0;
  std::int32_t goals = 0, knowledge = 0, respect = 0;
  RELCO_LANE_LOOP
  for (std::size_t l = 0; l < lanes; ++l) {
    const std::int32_t mask = -known[l];
    frequent += side.memory.frequent[l] & mask;
    timely += side.memory.timely[l] & mask;
    accurate += side.memory.accurate[l] & mask;
    solving += side.memory.solving[l] & mask;
    goals += grid_steps(side.goals[l]) & mask;
    knowledge += grid_steps(side.knowledge[l]) & mask;
    respect += grid_steps(side.respect[l]) & mask;
  }
  items[0] += std::int64_t{frequent} * 128;
  items[1] += std::int64_t{timely} * 128;
  items[2] += std::int64_t{accurate} * 128;
  items[3] += std::int64_t{solving} * 128;
  items[4] += goals;
  items[5] += knowledge;
  items[6] += respect;
}

RELCO_LANE_STEP void look_at_suggestions(const SideLanes& me, const SideLanes& other,
                                         const CareParameters& parameters, const LinkView& link,
                                         std::size_t lanes, float* chance) noexcept {
  const CareParameters p = parameters;
  const LinkView view = link;
  RELCO_LANE_LOOP
  for (std::size_t l = 0; l < lanes; ++l) {
    const Profile a = profile_of(me, l), b = profile_of(other, l);
    chance[l] = suggestion_chance(p, tie_of(me, l), closeness(a, b, view));
  }
}

RELCO_LANE_STEP void live(TieLanes& t, const ExchangeSetting& setting,
                          ExchangeSums& sums) noexcept {
  const std::size_t lanes = whole_steps(t.used);
  const Parameters& p = *setting.parameters;
  for (int s = 0; s < 2; ++s) draw(t.side[s], t.side[1 - s], setting, lanes);
  for (int s = 0; s < 2; ++s) {
    communicate(t.side[s], t.side[1 - s], t.need, p.communication, setting.view[s], lanes);
  }
  for (int s = 0; s < 2; ++s) {
    learn_lanes(t.side[s], t.side[1 - s], t.grid, at_pace(p.learning), setting.sigma_custom,
                setting.view[s], lanes, sums.books[s]);
  }
  close_week(t, lanes, sums);
  for (int s = 0; s < 2; ++s) add_items(t.side[s], t.known, lanes, sums.items[s]);
  if (!setting.suggestions) return;
  for (int s = 0; s < 2; ++s) {
    look_at_suggestions(t.side[s], t.side[1 - s], p.care, setting.view[0], lanes, t.suggestion[s]);
  }
}

// One copy of the same code per set of instructions. All that they call is inlined, so that nothing
// compiled for one machine is ever linked into the code for another.
[[gnu::flatten]] void live_baseline(TieLanes& t, const ExchangeSetting& s,
                                    ExchangeSums& sums) noexcept {
  live(t, s, sums);
}
#if defined(__x86_64__)
[[gnu::flatten, gnu::target("avx2")]] void live_avx2(TieLanes& t, const ExchangeSetting& s,
                                                     ExchangeSums& sums) noexcept {
  live(t, s, sums);
}
[[gnu::flatten, gnu::target("avx512f,avx512bw,avx512dq,avx512vl")]] void live_avx512(
    TieLanes& t, const ExchangeSetting& s, ExchangeSums& sums) noexcept {
  live(t, s, sums);
}
#endif

constexpr VectorLevel kLevels[] = {VectorLevel::baseline, VectorLevel::avx2, VectorLevel::avx512};

std::size_t levels_here() {
#if defined(__x86_64__)
  if (!__builtin_cpu_supports("avx2")) return 1;
  const bool wide = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                    __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
  return wide ? 3 : 2;
#else
  return 1;
#endif
}

VectorLevel first_level() {
  const VectorLevel best = vector_levels().back();
  const char* asked = std::getenv("RELCO_VECTORS");
  if (asked == nullptr) return best;
  const std::string_view name = asked;
  if (name == "baseline") return VectorLevel::baseline;
  return name == "avx2" && best > VectorLevel::avx2 ? VectorLevel::avx2 : best;
}

std::atomic<VectorLevel>& level_in_use() {
  static std::atomic<VectorLevel> level = first_level();
  return level;
}

}  // namespace

void TieLanes::seat_four(int which, std::size_t lane, const Profile* const (&who)[4]) noexcept {
  using Four [[gnu::vector_size(16)]] = std::uint32_t;  // bits of four fields, or of four lanes
  constexpr std::size_t kFields = sizeof(Profile) / 4, kColumn = sizeof(std::uint32_t) * kLanes;
  static_assert(offsetof(SideLanes, goals) == kFields * kColumn);
  auto* const to = reinterpret_cast<unsigned char*>(&side[which]) + 4 * lane;
  const auto from = [&](int n, std::size_t field) {
    return reinterpret_cast<const unsigned char*>(who[n]) + 4 * field;
  };
  std::size_t field = 0;
  for (; field + 4 <= kFields; field += 4) {
    Four row[4];
    for (int n = 0; n < 4; ++n) std::memcpy(&row[n], from(n, field), sizeof(Four));
    const Four low01 = __builtin_shufflevector(row[0], row[1], 0, 4, 1, 5);
    const Four low23 = __builtin_shufflevector(row[2], row[3], 0, 4, 1, 5);
    const Four high01 = __builtin_shufflevector(row[0], row[1], 2, 6, 3, 7);
    const Four high23 = __builtin_shufflevector(row[2], row[3], 2, 6, 3, 7);
    const Four column[4] = {__builtin_shufflevector(low01, low23, 0, 1, 4, 5),
                            __builtin_shufflevector(low01, low23, 2, 3, 6, 7),
                            __builtin_shufflevector(high01, high23, 0, 1, 4, 5),
                            __builtin_shufflevector(high01, high23, 2, 3, 6, 7)};
    for (std::size_t n = 0; n < 4; ++n) {
      std::memcpy(to + (field + n) * kColumn, &column[n], sizeof(Four));
    }
  }
  for (; field < kFields; ++field) {
    for (int n = 0; n < 4; ++n) std::memcpy(to + field * kColumn + 4 * n, from(n, field), 4);
  }
}

void exchange(TieLanes& lanes, const ExchangeSetting& setting, ExchangeSums& sums) noexcept {
#if defined(__x86_64__)
  switch (vector_level()) {
    case VectorLevel::avx512: return live_avx512(lanes, setting, sums);
    case VectorLevel::avx2: return live_avx2(lanes, setting, sums);
    case VectorLevel::baseline: break;
  }
#endif
  live_baseline(lanes, setting, sums);
}

std::span<const VectorLevel> vector_levels() {
  return std::span(kLevels).first(levels_here());
}

VectorLevel vector_level() {
  return level_in_use().load(std::memory_order_relaxed);
}

void set_vector_level(VectorLevel level) {
  const VectorLevel best = vector_levels().back();
  level_in_use().store(level < best ? level : best, std::memory_order_relaxed);
}

}  // namespace relco
