// A week of RC-mini, level by level in lanes.
#include <cstring>

#include "base/fixed.h"
#include "base/vector_targets.h"
#include "engine/rc_mini/rc_mini.h"
#include "engine/rc_mini/sums.h"
#include "engine/rc_mini/tie.h"
#include "engine/tie_lanes.h"
#include "parallel/parallel.h"
#include "random/philox_lanes.h"

namespace relco {
namespace {

using mini::kCases, mini::kTeamPairs, mini::Sums, mini::Told;

constexpr std::size_t kMostSlots = kCases * kTeamPairs + mini::kMostLevels * (kLaneStep - 1);
constexpr std::size_t kTogether = 16;  // neighbourhoods worth handing over at once

// The rows of one neighbourhood.
struct Rows {
  const std::uint32_t *lower, *upper;
  float* side[2][3];  // goals, knowledge, respect
  std::size_t count;  // with those that fill up the last step
};

Rows rows_of(RcMini& world, std::size_t neighbourhood) {
  Pairs& p = world.pairs;
  const std::size_t first = world.first_pair[neighbourhood];
  return {p.lower.data() + first,
          p.upper.data() + first,
          {{p.goals0.data() + first, p.knowledge0.data() + first, p.respect0.data() + first},
           {p.goals1.data() + first, p.knowledge1.data() + first, p.respect1.data() + first}},
          world.first_pair[neighbourhood + 1] - first};
}

// What a week of one neighbourhood works on.
struct Work {
  Rows rows;
  const std::uint32_t* level_pairs;
  std::uint32_t levels;
  Week week;
  PhiloxKey key;
  const std::uint16_t* told;  // of its cases
  float* quality;
};

using DrawStep = void (*)(const PhiloxLanes&, Week, PhiloxKey) noexcept;

// One evaluation of sixteen pairs from `row` on, of which the first `used` count.
RELCO_LANE_STEP void evaluate_step(const Work& w, DrawStep philox_step, std::size_t row,
                                   std::int32_t used, Week number, Told* slots) noexcept {
  alignas(64) std::uint32_t from[kLaneStep], to[kLaneStep], words[4][kLaneStep];
  std::memcpy(from, w.rows.lower + row, sizeof from);
  std::memcpy(to, w.rows.upper + row, sizeof to);
  philox_step({from, to, {words[0], words[1], words[2], words[3]}}, number, w.key);
  float *g0 = w.rows.side[0][0] + row, *k0 = w.rows.side[0][1] + row, *r0 = w.rows.side[0][2] + row;
  float *g1 = w.rows.side[1][0] + row, *k1 = w.rows.side[1][1] + row, *r1 = w.rows.side[1][2] + row;
  RELCO_LANE_LOOP
  for (std::size_t n = 0; n < kLaneStep; ++n) {
    const Draw luck({words[0][n], words[1][n], words[2][n], words[3][n]});
    const std::int32_t counts = static_cast<std::int32_t>(n) < used ? 1 : 0;
    slots[n] = mini::evaluate(g0[n], k0[n], r0[n], luck, 0, counts) +
               mini::evaluate(g1[n], k1[n], r1[n], luck, 1, counts);
  }
}

// Grid steps of one component of both sides; 252 steps of lanes of 2^23 each still fit 32 bits.
RELCO_LANE_STEP std::int64_t sum_of(const Rows& rows, int component) noexcept {
  std::uint32_t lanes[kLaneStep] = {};
  for (std::size_t row = 0; row < rows.count; row += kLaneStep) {
    const float *a = rows.side[0][component] + row, *b = rows.side[1][component] + row;
    RELCO_LANE_LOOP
    for (std::size_t n = 0; n < kLaneStep; ++n) {
      lanes[n] += static_cast<std::uint32_t>(GridShare(a[n]).steps() + GridShare(b[n]).steps());
    }
  }
  std::int64_t sum = 0;
  for (const std::uint32_t lane : lanes) sum += lane;
  return sum;
}

RELCO_LANE_STEP std::int64_t judge_cases(const Work& w, const Told* slots) noexcept {
  std::int64_t sum = 0;
  for (std::uint32_t c = 0; c < kCases; ++c) {
    const std::uint16_t* told = w.told + c * kTeamPairs;
    Told all = 0;
    for (std::uint32_t m = 0; m < kTeamPairs; ++m) all += slots[told[m]];
    w.quality[c] = mini::quality(all);
    sum += to_fixed(static_cast<double>(w.quality[c]));
  }
  return sum;
}

RELCO_LANE_STEP void live(const Work& w, DrawStep philox_step, Sums& sums) noexcept {
  alignas(64) Told slots[kMostSlots];
  Told* slot = slots;
  for (std::uint32_t level = 0; level < w.levels; ++level) {
    const auto pairs = static_cast<std::int32_t>(w.level_pairs[level]);
    const Week number = mini::number_of(w.week, level);
    for (std::int32_t row = 0; row < pairs; row += kLaneStep, slot += kLaneStep) {
      evaluate_step(w, philox_step, static_cast<std::size_t>(row), pairs - row, number, slot);
    }
  }
  sums.goals = sum_of(w.rows, 0);
  sums.knowledge = sum_of(w.rows, 1);
  sums.respect = sum_of(w.rows, 2);
  sums.quality = judge_cases(w, slots);
}

// The same code per set of instructions, as for the engine's own ties (tie_lanes.cpp).
[[gnu::flatten]] void live_baseline(const Work& w, Sums& sums) noexcept {
  live(w, philox_lanes_baseline, sums);
}
#if defined(__x86_64__)
[[gnu::flatten]] RELCO_AVX2 void live_avx2(const Work& w, Sums& sums) noexcept {
  live(w, philox_lanes_avx2, sums);
}
[[gnu::flatten]] RELCO_AVX512 void live_avx512(const Work& w, Sums& sums) noexcept {
  live(w, philox_lanes_avx512, sums);
}
#endif

using Live = void (*)(const Work&, Sums&) noexcept;

Live live_in_use() {
#if defined(__x86_64__)
  if (vector_level() == VectorLevel::avx512) return live_avx512;
  if (vector_level() == VectorLevel::avx2) return live_avx2;
#endif
  return live_baseline;
}

Work work_of(RcMini& world, std::size_t n) {
  const std::uint32_t level = world.first_level[n];
  return {rows_of(world, n),
          world.level_pairs.data() + level,
          world.first_level[n + 1] - level,
          static_cast<Week>(world.weeks.size()),
          world.key,
          world.told.data() + n * kCases * kTeamPairs,
          world.quality.data() + n * kCases};
}

}  // namespace

void live_week(RcMini& world) {
  if (vector_level() == VectorLevel::scalar) return live_week_by_tie(world);
  const Live live_one = live_in_use();
  const std::size_t count = world.neighbourhoods();
  std::vector<Sums> sums((count + kTogether - 1) / kTogether);
  for_each_range(count, kTogether, [&](std::size_t begin, std::size_t end) {
    for (std::size_t n = begin; n < end; ++n) {
      Sums own;
      live_one(work_of(world, n), own);
      sums[begin / kTogether] += own;
    }
  });
  Sums all;
  for (const Sums& some : sums) all += some;
  mini::record(world, all);
}

}  // namespace relco
