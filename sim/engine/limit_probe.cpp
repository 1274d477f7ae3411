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

namespace relco {
namespace {

constexpr std::size_t kLeastBytes = std::size_t{1} << 20;
constexpr std::size_t kBytesPerMeasurement = std::size_t{256} << 20;
constexpr std::size_t kBlock = 512;         // evaluations whose draws stay in the first cache
constexpr std::size_t kDrawBlocks = 16384;  // of them per measurement

using Range = tbb::blocked_range<std::size_t>;

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

// Seven rounds of Philox for `kBlock` counters at a time, in the form that compilers vectorise; the
// same words as philox().
struct DrawBlock {
  std::array<std::uint32_t, kBlock> w0, w1, w2, w3;

  RELCO_LANE_STEP void fill(PhiloxKey key, std::uint32_t first, Week week) {
    for (std::uint32_t i = 0; i < kBlock; ++i) {
      w0[i] = first + i;
      w1[i] = (first + i) ^ 0x5bd1e995u;
      w2[i] = static_cast<std::uint32_t>(week);
      w3[i] = 0;
    }
    for (int round = 0; round < 7; ++round) {
      mix(key);
      key.low += 0x9E3779B9;
      key.high += 0xBB67AE85;
    }
  }

 private:
  RELCO_LANE_STEP void mix(PhiloxKey key) {
    for (std::uint32_t i = 0; i < kBlock; ++i) {
      const std::uint64_t a = std::uint64_t{0xD2511F53} * w0[i];
      const std::uint64_t b = std::uint64_t{0xCD9E8D57} * w2[i];
      w0[i] = static_cast<std::uint32_t>(b >> 32) ^ w1[i] ^ key.low;
      w1[i] = static_cast<std::uint32_t>(b);
      w2[i] = static_cast<std::uint32_t>(a >> 32) ^ w3[i] ^ key.high;
      w3[i] = static_cast<std::uint32_t>(a);
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

RELCO_LANE_STEP std::uint32_t draw_and_evaluate(DrawBlock& draws, PhiloxKey key,
                                                std::uint32_t first) {
  draws.fill(key, first, 1);
  return evaluate(draws);
}

// The same at each vector level, like the engine's own work on ties.
using Probe = std::uint32_t (*)(DrawBlock&, PhiloxKey, std::uint32_t);
std::uint32_t probe_baseline(DrawBlock& draws, PhiloxKey key, std::uint32_t first) {
  return draw_and_evaluate(draws, key, first);
}
#if defined(__x86_64__)
[[gnu::flatten]] RELCO_AVX2 std::uint32_t probe_avx2(DrawBlock& draws, PhiloxKey key,
                                                     std::uint32_t first) {
  return draw_and_evaluate(draws, key, first);
}
[[gnu::flatten]] RELCO_AVX512 std::uint32_t probe_avx512(DrawBlock& draws, PhiloxKey key,
                                                         std::uint32_t first) {
  return draw_and_evaluate(draws, key, first);
}
#endif

Probe probe_in_use() {
#if defined(__x86_64__)
  if (vector_level() == VectorLevel::avx512) return probe_avx512;
  if (vector_level() == VectorLevel::avx2) return probe_avx2;
#endif
  return probe_baseline;
}

double evaluation_rate(tbb::task_arena& arena, int repeats) {
  const PhiloxKey key = Luck(1, 0).key(Purpose::communication);
  const Probe probe = probe_in_use();
  std::vector<std::uint32_t> results(kDrawBlocks, 0);  // keeps the work from being left out
  return median_rate(repeats, static_cast<double>(kBlock * kDrawBlocks), [&] {
    for_parts(arena, kDrawBlocks, [&](Range blocks) {
      DrawBlock draws;
      for (std::size_t block = blocks.begin(); block != blocks.end(); ++block) {
        results[block] = probe(draws, key, static_cast<std::uint32_t>(block * kBlock));
      }
    });
  });
}

}  // namespace

MachineLimits probe_limits(std::size_t bytes, int threads, int repeats) {
  tbb::task_arena arena(threads > 0 ? threads : tbb::task_arena::automatic);
  MachineLimits limits;
  limits.bytes_per_second = memory_rate(arena, std::max(bytes, kLeastBytes), repeats);
  limits.evaluations_per_second = evaluation_rate(arena, repeats);
  return limits;
}

}  // namespace relco
