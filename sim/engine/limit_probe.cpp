#include "engine/limit_probe.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <vector>

#include "base/numerics.h"
#include "base/vector_targets.h"
#include "engine/tie_lanes.h"
#include "random/draws.h"
#include "random/philox_lanes.h"

namespace relco {
namespace {

constexpr std::size_t kLeastBytes = std::size_t{1} << 20;
constexpr std::size_t kBytesPerMeasurement = std::size_t{256} << 20;
constexpr std::size_t kBlock = 512;         // evaluations whose draws stay in the first cache
constexpr std::size_t kDrawBlocks = 16384;  // of them per measurement

using Range = tbb::blocked_range<std::size_t>;
using DrawStep = void (*)(const PhiloxLanes&, Week, PhiloxKey) noexcept;

// Each thread gets one contiguous part, the same in every pass.
void for_parts(tbb::task_arena& arena, std::size_t count, const std::function<void(Range)>& part) {
  arena.execute([&] { tbb::parallel_for(Range(0, count), part, tbb::static_partitioner()); });
}

double median_rate(int repeats, double amount, const std::function<void()>& pass) {
  using Clock = std::chrono::steady_clock;
  pass();  // touches the pages, wakes the threads
  std::vector<double> rates;
  for (int i = 0; i < repeats; ++i) {
    const auto start = Clock::now();
    pass();
    const std::chrono::duration<double> seconds = Clock::now() - start;
    rates.push_back(amount / std::max(seconds.count(), 1e-9));
  }
  std::sort(rates.begin(), rates.end());
  return rates[rates.size() / 2];
}

double memory_rate(tbb::task_arena& arena, std::size_t bytes, int repeats) {
  std::vector<float> numbers(bytes / sizeof(float), 1.0f);
  float* data = numbers.data();
  const std::size_t passes = std::max<std::size_t>(1, kBytesPerMeasurement / bytes);
  const double moved = 2.0 * static_cast<double>(passes * numbers.size() * sizeof(float));
  return median_rate(repeats, moved, [&] {
    for (std::size_t pass = 0; pass < passes; ++pass) {
      for_parts(arena, numbers.size(), [data](Range range) {
        for (std::size_t i = range.begin(); i != range.end(); ++i) {
          data[i] = data[i] * 0.999f + 0.001f;
        }
      });
    }
  });
}

// The draws of a block, by the engine's own lanes.
struct DrawBlock {
  alignas(64) std::array<std::uint32_t, kBlock> from, to, w0, w1, w2, w3;

  void aim(std::uint32_t first) {
    for (std::uint32_t i = 0; i < kBlock; ++i) {
      from[i] = first + i;
      to[i] = (first + i) ^ 0x5bd1e995u;
    }
  }
  RELCO_LANE_STEP void fill(DrawStep philox_step, PhiloxKey key, Week week) {
    for (std::size_t i = 0; i < kBlock; i += kPhiloxLanes) {
      philox_step({&from[i], &to[i], {&w0[i], &w1[i], &w2[i], &w3[i]}}, week, key);
    }
  }
};

RELCO_LANE_RULE float unit(std::uint32_t word) {
  return static_cast<float>(static_cast<std::int32_t>(word >> 8)) * 0x1p-24f;
}

// One direction of a block of ties: draws, five logistic functions each, how much happened.
RELCO_LANE_RULE std::uint32_t evaluate(const DrawBlock& draws) {
  std::uint32_t events = 0;
  for (std::uint32_t i = 0; i < kBlock; ++i) {
    const float x = static_cast<float>(static_cast<std::int32_t>(i)) * (1.0f / kBlock);
    events += unit(draws.w0[i]) < logistic(x - 0.5f);
    events += unit(draws.w1[i]) < logistic(1.5f * x - 0.5f);
    events += unit(draws.w2[i]) < logistic(3.0f * x - 0.3f);
    events += unit(draws.w3[i]) < logistic(8.0f * x - 3.0f);
    events += unit(draws.w3[i] << 16) < logistic(2.0f * x - 1.0f);
  }
  return events;
}

RELCO_LANE_RULE float unit16(std::uint32_t half) {
  return static_cast<float>(static_cast<std::int32_t>(half)) * 0x1p-16f;
}

// Both directions of a block of pairs of RC-mini.
RELCO_LANE_RULE std::uint32_t evaluate_mini(const DrawBlock& draws) {
  std::uint32_t events = 0;
  for (std::uint32_t i = 0; i < kBlock; ++i) {
    const float x = static_cast<float>(static_cast<std::int32_t>(i)) * (1.0f / kBlock);
    events += unit16(draws.w0[i] >> 16) < 0.25f + 0.5f * x;
    events += unit16(draws.w1[i] >> 16) < logistic_near(3.5f * x - 1.0f);
    events += unit16(draws.w2[i] >> 16) < logistic_near(3.0f * x - 1.0f);
    events += unit16(draws.w3[i] >> 16) < logistic_near(3.5f * x - 1.5f);
    events += unit16(draws.w0[i] & 0xffffu) < 0.75f - 0.5f * x;
    events += unit16(draws.w1[i] & 0xffffu) < logistic_near(2.5f - 3.5f * x);
    events += unit16(draws.w2[i] & 0xffffu) < logistic_near(2.0f - 3.0f * x);
    events += unit16(draws.w3[i] & 0xffffu) < logistic_near(2.0f - 3.5f * x);
  }
  return events;
}

template <ProbeWork kWork>
RELCO_LANE_STEP std::uint32_t draw_and_evaluate(DrawBlock& draws, DrawStep philox_step,
                                                PhiloxKey key, Week week) {
  draws.fill(philox_step, key, week);
  return kWork == ProbeWork::rc_mini ? evaluate_mini(draws) : evaluate(draws);
}

// The same at each vector level, like the engine's own work on ties.
using Probe = std::uint32_t (*)(DrawBlock&, PhiloxKey, Week);
template <ProbeWork kWork>
[[gnu::flatten]] std::uint32_t probe_baseline(DrawBlock& draws, PhiloxKey key, Week week) {
  return draw_and_evaluate<kWork>(draws, philox_lanes_baseline, key, week);
}
#if defined(__x86_64__)
template <ProbeWork kWork>
[[gnu::flatten]] RELCO_AVX2 std::uint32_t probe_avx2(DrawBlock& draws, PhiloxKey key, Week week) {
  return draw_and_evaluate<kWork>(draws, philox_lanes_avx2, key, week);
}
template <ProbeWork kWork>
[[gnu::flatten]] RELCO_AVX512 std::uint32_t probe_avx512(DrawBlock& draws, PhiloxKey key,
                                                         Week week) {
  return draw_and_evaluate<kWork>(draws, philox_lanes_avx512, key, week);
}
#endif

template <ProbeWork kWork>
Probe probe_in_use() {
#if defined(__x86_64__)
  if (vector_level() == VectorLevel::avx512) return probe_avx512<kWork>;
  if (vector_level() == VectorLevel::avx2) return probe_avx2<kWork>;
#endif
  return probe_baseline<kWork>;
}

double evaluation_rate(tbb::task_arena& arena, ProbeWork work, int repeats) {
  const PhiloxKey key = Luck(1, 0).key(Purpose::communication);
  const bool mini = work == ProbeWork::rc_mini;
  const Probe probe =
      mini ? probe_in_use<ProbeWork::rc_mini>() : probe_in_use<ProbeWork::complete>();
  const std::size_t each = mini ? 2 : 1;               // evaluations of one draw
  std::vector<std::uint32_t> results(kDrawBlocks, 0);  // keeps the work from being left out
  return median_rate(repeats, static_cast<double>(each * kBlock * kDrawBlocks), [&] {
    for_parts(arena, kDrawBlocks, [&](Range blocks) {
      DrawBlock draws;
      draws.aim(static_cast<std::uint32_t>(blocks.begin()));
      for (std::size_t block = blocks.begin(); block != blocks.end(); ++block) {
        results[block] = probe(draws, key, static_cast<Week>(block));
      }
    });
  });
}

}  // namespace

MachineLimits probe_limits(std::size_t bytes, int threads, ProbeWork work, int repeats) {
  tbb::task_arena arena(threads > 0 ? threads : tbb::task_arena::automatic);
  MachineLimits limits;
  limits.bytes_per_second = memory_rate(arena, std::max(bytes, kLeastBytes), repeats);
  limits.evaluations_per_second = evaluation_rate(arena, work, repeats);
  return limits;
}

}  // namespace relco
