#include "engine/tie_lanes.h"

#include <fmt/format.h>

#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdlib>
#include <string_view>

#include "base/errors.h"
#include "base/vector_targets.h"
#include "engine/exchange_by_tie.h"
#include "random/draws.h"
#include "random/philox_lanes.h"
#include "rules/care/suggestion.h"
#include "rules/learning/learning.h"

#if defined(__clang__)
#pragma clang diagnostic ignored "-Wpass-failed"  // builds for debugging keep their plain loops
#endif

namespace relco {
namespace {

constexpr std::int32_t kMostSilent = 255;
std::atomic<bool> ledger_kept = true;

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

// The luck of both directions.
using DrawStep = void (*)(const PhiloxLanes&, Week, PhiloxKey) noexcept;
RELCO_LANE_STEP void draw(TieLanes& t, const ExchangeSetting& setting, DrawStep philox_step,
                          std::size_t first) noexcept {
  std::uint32_t(&words)[4][kLanes] = t.words;
  philox_step({t.side[0].luck + first,
               t.side[1].luck + first,
               {words[0] + first, words[1] + first, words[2] + first, words[3] + first}},
              setting.week, setting.key);
}

// Chances, events and memories of one direction (M1: contact as it is felt).
RELCO_LANE_STEP void communicate(SideLanes& me, std::size_t l, const Profile& sender,
                                 const Profile& receiver, const Tie& tie, const ExchangeLuck& luck,
                                 float need, const CommunicationParameters& p,
                                 const LinkView& view) noexcept {
  const float there = need > 0.0f ? sender.presence * receiver.presence : 0.0f;
  const float strain = sender.strain + sender.weekday_strain * weekday(luck);
  const Chances c = chances(p, tie, need, sender, receiver, view, strain);
  const Events events = happen(c, luck, there);
  me.events[l] = events;
  const float felt =
      (events & event::contact) != 0 ? clamp01(1.0f - p.excess_cost * c.excess) : 0.0f;
  const std::int32_t frequent = remember(me.memory.frequent[l], felt);
  me.memory.frequent[l] = there > 0.0f ? frequent : me.memory.frequent[l];
  me.memory.timely[l] = remember_event(me.memory.timely[l], events, event::contact, event::timely);
  me.memory.accurate[l] =
      remember_event(me.memory.accurate[l], events, event::contact, event::accurate);
  me.memory.solving[l] =
      remember_event(me.memory.solving[l], events, event::problem, event::solved);
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

struct NoBooks {
  RELCO_LANE_STEP void operator()(Term, Component, std::int32_t) const noexcept {}
};

enum class Ledger { kept, none };

template <Ledger kLedger>
RELCO_LANE_STEP auto books_of(std::int32_t (&terms)[kTerms][kComponents][kLaneStep],
                              std::size_t lane, std::int32_t counts) noexcept {
  if constexpr (kLedger == Ledger::kept) {
    return LaneBooks{terms, lane, counts};
  } else {
    return NoBooks{};
  }
}

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

// Communication of both directions.
RELCO_LANE_STEP void communicate_step(TieLanes& t, const ExchangeSetting& setting,
                                      std::size_t first) noexcept {
  const LinkView view0 = setting.view[0], view1 = setting.view[1];
  const LaneParameters& parameters = *setting.lanes;
  SideLanes &a = t.side[0], &b = t.side[1];
  RELCO_LANE_LOOP
  for (std::size_t n = 0; n < kLaneStep; ++n) {
    const std::size_t l = first + n;
    const CommunicationParameters p = parameters.communication.at(n);
    const Profile who0 = profile_of(a, l), who1 = profile_of(b, l);
    const ExchangeLuck luck0{t.words[0][l], t.words[1][l]}, luck1{t.words[2][l], t.words[3][l]};
    communicate(a, l, who0, who1, tie_of(a, l), luck0, t.need[l], p, view0);
    communicate(b, l, who1, who0, tie_of(b, l), luck1, t.need[l], p, view1);
  }
}

// Learning of both directions.
template <Forces kForces, Ledger kLedger>
RELCO_LANE_STEP void learn_step(TieLanes& t, const ExchangeSetting& setting, std::size_t first,
                                ExchangeSums::ByLane& sums) noexcept {
  const float sigma_custom = setting.sigma_custom;
  const LinkView view0 = setting.view[0], view1 = setting.view[1];
  const LaneParameters& parameters = *setting.lanes;
  SideLanes &a = t.side[0], &b = t.side[1];
  RELCO_LANE_LOOP
  for (std::size_t n = 0; n < kLaneStep; ++n) {
    const std::size_t l = first + n;
    const LearningParameters p = parameters.learning.at(n);
    const Profile who0 = profile_of(a, l), who1 = profile_of(b, l);
    Tie tie0 = tie_of(a, l), tie1 = tie_of(b, l);
    const float respect0 = tie0.respect, respect1 = tie1.respect;
    const Events sent0 = a.events[l], sent1 = b.events[l];
    learn<kForces>(p, sigma_custom, tie0, respect1, sent1, sent0, who0, who1, view0,
                   books_of<kLedger>(sums.terms[0], n, t.counts[l]));
    learn<kForces>(p, sigma_custom, tie1, respect0, sent0, sent1, who1, who0, view1,
                   books_of<kLedger>(sums.terms[1], n, t.counts[l]));
    a.goals[l] = tie0.goals;
    a.knowledge[l] = tie0.knowledge;
    a.respect[l] = tie0.respect;
    b.goals[l] = tie1.goals;
    b.knowledge[l] = tie1.knowledge;
    b.respect[l] = tie1.respect;
  }
}

template <Ledger kLedger>
RELCO_LANE_STEP void learn_lanes(TieLanes& t, const ExchangeSetting& setting, Forces forces,
                                 std::size_t lanes, ExchangeSums::ByLane& sums) noexcept {
  if (forces == Forces::standing) {
    for (std::size_t first = 0; first < lanes; first += kLaneStep) {
      learn_step<Forces::standing, kLedger>(t, setting, first, sums);
    }
  } else {
    for (std::size_t first = 0; first < lanes; first += kLaneStep) {
      learn_step<Forces::all, kLedger>(t, setting, first, sums);
    }
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
    items[4][n] += GridShare(side.goals[l]).steps() & mask;
    items[5][n] += GridShare(side.knowledge[l]).steps() & mask;
    items[6][n] += GridShare(side.respect[l]).steps() & mask;
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
  const Forces forces = forces_on(t, setting, lanes);
  ExchangeSums::ByLane& to = sums.by_lane;
  if (to.steps + lanes / kLaneStep > ExchangeSums::ByLane::kMostSteps) sums.settle();
  to.steps += lanes / kLaneStep;
  sums.begun = true;
  for (std::size_t first = 0; first < lanes; first += kLaneStep)
    draw(t, setting, philox_step, first);
  for (std::size_t first = 0; first < lanes; first += kLaneStep)
    communicate_step(t, setting, first);
  if (ledger_kept.load(std::memory_order_relaxed)) {
    learn_lanes<Ledger::kept>(t, setting, forces, lanes, to);
  } else {
    learn_lanes<Ledger::none>(t, setting, forces, lanes, to);
  }
  for (std::size_t first = 0; first < lanes; first += kLaneStep) {
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

constexpr VectorLevel kLevels[] = {VectorLevel::scalar, VectorLevel::baseline, VectorLevel::avx2,
                                   VectorLevel::avx512};

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
      "RELCO_VECTORS is '{}' in the environment; it can be scalar, baseline, avx2 or avx512",
      asked));
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
  if (vector_level() == VectorLevel::scalar) return exchange_by_tie(lanes, setting, sums);
#if defined(__x86_64__)
  switch (vector_level()) {
    case VectorLevel::avx512: return live_avx512(lanes, setting, sums);
    case VectorLevel::avx2: return live_avx2(lanes, setting, sums);
    case VectorLevel::baseline:
    case VectorLevel::scalar: break;
  }
#endif
  live_baseline(lanes, setting, sums);
}

std::string_view name_of(VectorLevel level) {
  switch (level) {
    case VectorLevel::scalar: return "scalar";
    case VectorLevel::baseline: return "baseline";
    case VectorLevel::avx2: return "avx2";
    case VectorLevel::avx512: return "avx512";
  }
  return "";
}

std::span<const VectorLevel> vector_levels() {
  return std::span(kLevels).subspan(1, levels_here());
}

VectorLevel vector_level() {
  return level_in_use().load(std::memory_order_relaxed);
}

void set_vector_level(VectorLevel level) {
  const VectorLevel best = vector_levels().back();
  level_in_use().store(level < best ? level : best, std::memory_order_relaxed);
}

void set_ledger_kept(bool kept) {
  ledger_kept.store(kept, std::memory_order_relaxed);
}

}  // namespace relco
