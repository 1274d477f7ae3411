#include "engine/tie_lanes.h"

#include <fmt/format.h>

#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdlib>
#include <string_view>

#include "base/errors.h"
#include "base/vector_targets.h"
#include "random/draws.h"
#include "random/philox_lanes.h"
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

// Sixteen lanes from `first` on: a loop of constant length that becomes straight vector code.
static_assert(kLaneStep == kPhiloxLanes);

// The luck of one direction.
using DrawStep = void (*)(const PhiloxLanes&, Week, PhiloxKey) noexcept;
RELCO_LANE_STEP void draw(SideLanes& me, const SideLanes& other, const ExchangeSetting& setting,
                          DrawStep philox_step, std::size_t first) noexcept {
  std::uint32_t(&words)[4][kLanes] = me.words;
  philox_step({me.luck + first,
               other.luck + first,
               {words[0] + first, words[1] + first, words[2] + first, words[3] + first}},
              setting.week, setting.key);
}

// Chances, events and memories of one direction (M1: contact as it is felt); the respect before the
// week is kept for the other.
RELCO_LANE_STEP void communicate(SideLanes& me, const SideLanes& other, const float* needs,
                                 const CommunicationParameters& parameters, const LinkView& link,
                                 std::size_t first) noexcept {
  const CommunicationParameters p = parameters;
  const LinkView view = link;
  RELCO_LANE_LOOP
  for (std::size_t n = 0; n < kLaneStep; ++n) {
    const std::size_t l = first + n;
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

// The ledger's terms of one lane.
struct LaneBooks {
  std::int32_t (&terms)[kTerms][kComponents][kLaneStep];
  std::size_t lane;
  std::int32_t counts;
  RELCO_LANE_STEP void operator()(Term term, Component component,
                                  std::int32_t steps) const noexcept {
    terms[static_cast<std::size_t>(term)][static_cast<std::size_t>(component)][lane] +=
        steps & counts;
  }
};

// What may move the ties of these lanes this week.
RELCO_LANE_STEP Forces forces_on(const TieLanes& t, const ExchangeSetting& setting,
                                 std::size_t lanes) noexcept {
  for (const LinkView& view : setting.view) {
    if (view.exposure != 0.0f || view.one_sided != 0.0f) return Forces::all;
  }
  std::uint32_t any = 0;
  for (const SideLanes& side : t.side) {
    for (std::size_t l = 0; l < lanes; ++l) {
      any |= std::bit_cast<std::uint32_t>(side.anchor_labour[l]) |
             std::bit_cast<std::uint32_t>(side.learn_goals[l]) |
             std::bit_cast<std::uint32_t>(side.learn_knowledge[l]) |
             std::bit_cast<std::uint32_t>(side.learn_respect[l]);
    }
  }
  return (any << 1) != 0 ? Forces::all : Forces::standing;  // whatever the sign of nought
}

template <Forces kForces>
RELCO_LANE_STEP void learn_lanes(SideLanes& me, const SideLanes& other, const std::int32_t* counts,
                                 const LearningParameters& parameters, float sigma_custom,
                                 const LinkView& link, std::size_t first,
                                 std::int32_t (&terms)[kTerms][kComponents][kLaneStep]) noexcept {
  const LearningParameters p = parameters;
  const LinkView view = link;
  RELCO_LANE_LOOP
  for (std::size_t n = 0; n < kLaneStep; ++n) {
    const std::size_t l = first + n;
    Tie tie = tie_of(me, l);
    learn<kForces>(p, sigma_custom, tie, other.respect_before[l], other.events[l], me.events[l],
                   profile_of(me, l), profile_of(other, l), view, LaneBooks{terms, n, counts[l]});
    me.goals[l] = tie.goals;
    me.knowledge[l] = tie.knowledge;
    me.respect[l] = tie.respect;
  }
}

// How long the pairs have been silent, and which of them the survey asks about.
RELCO_LANE_STEP void close_week(TieLanes& t, std::size_t first,
                                ExchangeSums::ByLane& sums) noexcept {
  RELCO_LANE_LOOP
  for (std::size_t n = 0; n < kLaneStep; ++n) {
    const std::size_t l = first + n;
    const bool contact = ((t.side[0].events[l] | t.side[1].events[l]) & event::contact) != 0;
    const std::int32_t longer = t.silent[l] < kMostSilent ? t.silent[l] + 1 : kMostSilent;
    t.silent[l] = contact ? 0 : longer;
    const std::int32_t used = t.counts[l] & 1;
    const std::int32_t lively = t.need[l] > 0.0f ? used : 0;
    t.known[l] = t.silent[l] < kSurveyWindow ? used : lively;
    sums.ties[n] += t.known[l];
    sums.evaluations[n] += t.need[l] > t.daily[l] ? used : 0;
  }
}

// The seven items as the survey reads them (0-1 scaled).
RELCO_LANE_STEP void add_items(const SideLanes& side, const std::int32_t* known, std::size_t first,
                               std::int32_t (&items)[kItems][kLaneStep]) noexcept {
  RELCO_LANE_LOOP
  for (std::size_t n = 0; n < kLaneStep; ++n) {
    const std::size_t l = first + n;
    const std::int32_t mask = -known[l];
    items[0][n] += side.memory.frequent[l] & mask;
    items[1][n] += side.memory.timely[l] & mask;
    items[2][n] += side.memory.accurate[l] & mask;
    items[3][n] += side.memory.solving[l] & mask;
    items[4][n] += on_grid(side.goals[l]).steps & mask;
    items[5][n] += on_grid(side.knowledge[l]).steps & mask;
    items[6][n] += on_grid(side.respect[l]).steps & mask;
  }
}

RELCO_LANE_STEP void look_at_suggestions(const SideLanes& me, const SideLanes& other,
                                         const CareParameters& parameters, const LinkView& link,
                                         std::size_t first, float* chance) noexcept {
  const CareParameters p = parameters;
  const LinkView view = link;
  RELCO_LANE_LOOP
  for (std::size_t n = 0; n < kLaneStep; ++n) {
    const std::size_t l = first + n;
    const Profile a = profile_of(me, l), b = profile_of(other, l);
    chance[l] = suggestion_chance(p, tie_of(me, l), teammates(a, b, view), closeness(a, b, view));
  }
}

RELCO_LANE_STEP void live(TieLanes& t, const ExchangeSetting& setting, DrawStep philox_step,
                          ExchangeSums& sums) noexcept {
  const std::size_t lanes = whole_steps(t.used);
  const Parameters& p = *setting.parameters;
  const LearningParameters learning = at_pace(p.learning);
  const Forces forces = forces_on(t, setting, lanes);
  ExchangeSums::ByLane& to = sums.by_lane;
  if (to.steps + lanes / kLaneStep > ExchangeSums::ByLane::kMostSteps) sums.settle();
  to.steps += lanes / kLaneStep;
  for (std::size_t first = 0; first < lanes; first += kLaneStep) {
    for (int s = 0; s < 2; ++s) draw(t.side[s], t.side[1 - s], setting, philox_step, first);
    for (int s = 0; s < 2; ++s) {
      communicate(t.side[s], t.side[1 - s], t.need, p.communication, setting.view[s], first);
    }
    for (int s = 0; s < 2; ++s) {
      if (forces == Forces::standing) {
        learn_lanes<Forces::standing>(t.side[s], t.side[1 - s], t.counts, learning,
                                      setting.sigma_custom, setting.view[s], first, to.terms[s]);
      } else {
        learn_lanes<Forces::all>(t.side[s], t.side[1 - s], t.counts, learning, setting.sigma_custom,
                                 setting.view[s], first, to.terms[s]);
      }
    }
    close_week(t, first, to);
    for (int s = 0; s < 2; ++s) add_items(t.side[s], t.known, first, to.items[s]);
    if (!setting.suggestions) continue;
    for (int s = 0; s < 2; ++s) {
      look_at_suggestions(t.side[s], t.side[1 - s], p.care, setting.view[0], first,
                          t.suggestion[s]);
    }
  }
}

// One copy of the same code per set of instructions. All that they call is inlined, so that nothing
// compiled for one machine is ever linked into the code for another.
[[gnu::flatten]] void live_baseline(TieLanes& t, const ExchangeSetting& s,
                                    ExchangeSums& sums) noexcept {
  live(t, s, philox_lanes_baseline, sums);
}
#if defined(__x86_64__)
[[gnu::flatten]] RELCO_AVX2 void live_avx2(TieLanes& t, const ExchangeSetting& s,
                                           ExchangeSums& sums) noexcept {
  live(t, s, philox_lanes_avx2, sums);
}
[[gnu::flatten]] RELCO_AVX512 void live_avx512(TieLanes& t, const ExchangeSetting& s,
                                               ExchangeSums& sums) noexcept {
  live(t, s, philox_lanes_avx512, sums);
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
  if (asked == nullptr || *asked == '\0') return best;
  for (const VectorLevel level : kLevels) {
    if (name_of(level) == asked) return level < best ? level : best;
  }
  throw UserError(fmt::format(
      "RELCO_VECTORS is '{}' in the environment; it can be baseline, avx2 or avx512", asked));
}

std::atomic<VectorLevel>& level_in_use() {
  static std::atomic<VectorLevel> level = first_level();
  return level;
}

}  // namespace

void ExchangeSums::settle() noexcept {
  const auto take = [](std::int32_t(&lanes)[kLaneStep]) {
    std::int64_t sum = 0;
    for (const std::int32_t lane : lanes) sum += lane;
    return sum;
  };
  constexpr std::int64_t kMemoryUnit = 128;  // grid steps in 2^-16
  for (int s = 0; s < 2; ++s) {
    for (std::size_t t = 0; t < kTerms; ++t) {
      for (std::size_t c = 0; c < kComponents; ++c) {
        books[s].terms[t][c] += take(by_lane.terms[s][t][c]);
      }
    }
    for (std::size_t n = 0; n < kItems; ++n) {
      items[s][n] += take(by_lane.items[s][n]) * (n < 4 ? kMemoryUnit : 1);
    }
  }
  ties += take(by_lane.ties);
  evaluations += take(by_lane.evaluations);
  by_lane = {};
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

std::string_view name_of(VectorLevel level) {
  switch (level) {
    case VectorLevel::baseline: return "baseline";
    case VectorLevel::avx2: return "avx2";
    case VectorLevel::avx512: return "avx512";
  }
  return "";
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
