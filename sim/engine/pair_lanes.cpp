#include "engine/pair_lanes.h"

#include <bit>

#include "base/vector_targets.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace relco {
namespace {

// Moves columns by the rows of the pairs, for any machine.
class ByRow {
 public:
  explicit ByRow(PairChunk& chunk) : chunk_(chunk) {}

  std::uint32_t collect(Pairs& p, std::uint32_t k, std::uint32_t end) const {
    PairChunk& chunk = chunk_;
    chunk.used = 0;
    for (; k < end && chunk.used < kLanes; ++k) {
      if (p.silent[k] >= kSilentYear && p.need[k] <= 0) {
        p.events0[k] = p.events1[k] = 0;
      } else {
        chunk.pair[chunk.used++] = k;
      }
    }
    return k;
  }

  template <class From, class To>
  void fetch(const std::vector<From>& column, To* lanes) const {
    const From* const from = column.data();
    const std::size_t used = chunk_.used;
    if (adjacent()) {
      for (std::size_t l = 0; l < used; ++l) lanes[l] = from[chunk_.pair[0] + l];
    } else {
      for (std::size_t l = 0; l < used; ++l) lanes[l] = from[chunk_.pair[l]];
    }
    for (std::size_t l = used; l < whole_steps(used); ++l) lanes[l] = lanes[used - 1];
  }

  template <class From, class To>
  void put(const From* lanes, std::vector<To>& column) const {
    To* const to = column.data();
    const std::size_t used = chunk_.used;
    if (adjacent()) {
      for (std::size_t l = 0; l < used; ++l) to[chunk_.pair[0] + l] = static_cast<To>(lanes[l]);
    } else {
      for (std::size_t l = 0; l < used; ++l) to[chunk_.pair[l]] = static_cast<To>(lanes[l]);
    }
  }

 private:
  // Mostly so, wherever no pair rests.
  [[nodiscard]] bool adjacent() const {
    return chunk_.pair[chunk_.used - 1] - chunk_.pair[0] == chunk_.used - 1;
  }
  PairChunk& chunk_;
};

#if defined(__x86_64__)

// The same sixteen rows at a time: a mask of those that are awake closes them up.
class ByMask {
 public:
  explicit ByMask(PairChunk& chunk) : chunk_(chunk) {}

  RELCO_AVX512 std::uint32_t collect(Pairs& p, std::uint32_t k, std::uint32_t end) const {
    PairChunk& chunk = chunk_;
    chunk.used = chunk.run_count = 0;
    const __m512i counting = _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    while (k < end && chunk.used < kLanes) {
      std::uint32_t rows = end - k < kRun ? end - k : kRun;
      const auto all = static_cast<__mmask16>((1u << rows) - 1u);
      const __m128i silent = _mm_maskz_loadu_epi8(all, &p.silent[k]);
      const __m512i need = _mm512_maskz_loadu_epi32(all, &p.need[k]);
      const std::uint32_t resting =
          _mm_mask_cmpge_epu8_mask(all, silent, _mm_set1_epi8(kSilentYear)) &
          _mm512_mask_cmple_epi32_mask(all, need, _mm512_setzero_si512());
      std::uint32_t awake = all & ~resting;
      while (chunk.used + static_cast<std::uint32_t>(std::popcount(awake)) > kLanes) {
        rows = static_cast<std::uint32_t>(std::bit_width(awake)) - 1;  // the last one has to wait
        awake &= ~(1u << rows);
      }
      const auto quiet = static_cast<__mmask16>(resting);
      _mm_mask_storeu_epi8(&p.events0[k], quiet, _mm_setzero_si128());
      _mm_mask_storeu_epi8(&p.events1[k], quiet, _mm_setzero_si128());
      if (awake != 0) {
        const std::uint32_t n = static_cast<std::uint32_t>(std::popcount(awake));
        const __m512i row = _mm512_add_epi32(counting, _mm512_set1_epi32(static_cast<int>(k)));
        close_up(awake, n, row, &chunk.pair[chunk.used]);
        chunk.runs[chunk.run_count++] = {k, awake};
        chunk.used += n;
      }
      k += rows;
    }
    return k;
  }

  template <class From, class To>
  RELCO_AVX512 void fetch(const std::vector<From>& column, To* lanes) const {
    static_assert(sizeof(To) == 4);
    std::size_t lane = 0;
    for (std::size_t r = 0; r < chunk_.run_count; ++r) {
      const PairChunk::Run run = chunk_.runs[r];
      const auto n = static_cast<std::uint32_t>(std::popcount(run.taken));
      close_up(run.taken, n, widen(column.data() + run.row, run.taken), lanes + lane);
      lane += n;
    }
    const std::size_t spare = lane % kLaneStep;
    if (spare == 0) return;
    const auto rest = static_cast<__mmask16>(~((1u << spare) - 1u));
    const __m512i last = _mm512_set1_epi32(std::bit_cast<std::int32_t>(lanes[lane - 1]));
    _mm512_mask_storeu_epi32(lanes + lane - spare, rest, last);
  }

  template <class From, class To>
  RELCO_AVX512 void put(const From* lanes, std::vector<To>& column) const {
    static_assert(sizeof(From) == 4);
    for (std::size_t r = 0; r < chunk_.run_count; ++r) {
      const PairChunk::Run run = chunk_.runs[r];
      const auto n = static_cast<std::uint32_t>(std::popcount(run.taken));
      const __m512i closed = _mm512_maskz_loadu_epi32(low_bits(n), lanes);
      const auto taken = static_cast<__mmask16>(run.taken);
      narrow(_mm512_maskz_expand_epi32(taken, closed), taken, column.data() + run.row);
      lanes += n;
    }
  }

 private:
  static constexpr std::uint32_t kRun = 16;

  RELCO_AVX512 static __mmask16 low_bits(std::uint32_t n) {
    return static_cast<__mmask16>((1u << n) - 1u);
  }
  RELCO_AVX512 static void close_up(std::uint32_t taken, std::uint32_t n, __m512i row,
                                    void* lanes) {
    _mm512_mask_storeu_epi32(lanes, low_bits(n),
                             _mm512_maskz_compress_epi32(static_cast<__mmask16>(taken), row));
  }
  // Rows outside the mask may lie beyond the end of the column: they are not read.
  RELCO_AVX512 static __m512i widen(const void* rows, std::uint32_t taken, std::size_t width) {
    const auto mask = static_cast<__mmask16>(taken);
    if (width == 1) return _mm512_maskz_cvtepu8_epi32(mask, _mm_maskz_loadu_epi8(mask, rows));
    if (width == 2) return _mm512_maskz_cvtepu16_epi32(mask, _mm256_maskz_loadu_epi16(mask, rows));
    return _mm512_maskz_loadu_epi32(mask, rows);
  }
  template <class T>
  RELCO_AVX512 static __m512i widen(const T* rows, std::uint32_t taken) {
    return widen(rows, taken, sizeof(T));
  }
  template <class T>
  RELCO_AVX512 static void narrow(__m512i values, __mmask16 mask, T* rows) {
    if constexpr (sizeof(T) == 1) {
      _mm_mask_storeu_epi8(rows, mask, _mm512_maskz_cvtepi32_epi8(mask, values));
    } else if constexpr (sizeof(T) == 2) {
      _mm256_mask_storeu_epi16(rows, mask, _mm512_maskz_cvtepi32_epi16(mask, values));
    } else {
      _mm512_mask_storeu_epi32(rows, mask, values);
    }
  }
  PairChunk& chunk_;
};

#endif

// The columns of one side, in the order of its lanes.
struct SideColumns {
  std::vector<float>&goals, &knowledge, &respect;
  std::vector<std::uint16_t>&frequent, &timely, &accurate, &solving;
  std::vector<std::uint8_t>& events;
};
SideColumns side_columns(Pairs& p, int side) {
  if (side == 0) {
    return {p.goals0,  p.knowledge0, p.respect0, p.frequent0,
            p.timely0, p.accurate0,  p.solving0, p.events0};
  }
  return {p.goals1,  p.knowledge1, p.respect1, p.frequent1,
          p.timely1, p.accurate1,  p.solving1, p.events1};
}

template <class Columns>
RELCO_LANE_STEP std::uint32_t load(Pairs& p, std::uint32_t begin, std::uint32_t end,
                                   const Profile* people, float daily, PairChunk& chunk,
                                   TieLanes& t) {
  const Columns columns(chunk);
  const std::uint32_t next = columns.collect(p, begin, end);
  if (chunk.used == 0) return next;
  for (int s = 0; s < 2; ++s) {
    const SideColumns from = side_columns(p, s);
    SideLanes& side = t.side[s];
    columns.fetch(from.goals, side.goals);
    columns.fetch(from.knowledge, side.knowledge);
    columns.fetch(from.respect, side.respect);
    columns.fetch(from.frequent, side.memory.frequent);
    columns.fetch(from.timely, side.memory.timely);
    columns.fetch(from.accurate, side.memory.accurate);
    columns.fetch(from.solving, side.memory.solving);
  }
  alignas(64) std::int32_t need[kLanes], meets_daily[kLanes];
  columns.fetch(p.silent, t.silent);
  columns.fetch(p.need, need);
  columns.fetch(p.daily, meets_daily);
  columns.fetch(p.lower, chunk.lower);
  columns.fetch(p.upper, chunk.upper);
  const std::size_t lanes = whole_steps(chunk.used);
  std::int32_t first = 0;
  for (std::size_t l = 0; l < lanes; ++l) {
    t.need[l] = static_cast<float>(need[l]) * (1.0f / kNeedUnit);
    t.daily[l] = meets_daily[l] != 0 ? daily : 0.0f;
    first |= t.silent[l] >= kSilentYear ? 1 : 0;
  }
  chunk.first_meetings = first != 0;
  for (std::size_t l = 0; l < lanes; l += 4) {
    const auto seat = [&](int side, const std::uint32_t* who) {
      t.seat_four(side, l, {people + who[0], people + who[1], people + who[2], people + who[3]});
    };
    seat(0, &chunk.lower[l]);
    seat(1, &chunk.upper[l]);
  }
  t.use(chunk.used);
  return next;
}

template <class Columns>
RELCO_LANE_STEP void store(PairChunk& chunk, const TieLanes& t, Pairs& p) {
  const Columns columns(chunk);
  for (int s = 0; s < 2; ++s) {
    const SideColumns to = side_columns(p, s);
    const SideLanes& side = t.side[s];
    columns.put(side.goals, to.goals);
    columns.put(side.knowledge, to.knowledge);
    columns.put(side.respect, to.respect);
    columns.put(side.memory.frequent, to.frequent);
    columns.put(side.memory.timely, to.timely);
    columns.put(side.memory.accurate, to.accurate);
    columns.put(side.memory.solving, to.solving);
    columns.put(side.events, to.events);
  }
  columns.put(t.silent, p.silent);
}

#if defined(__x86_64__)
[[gnu::flatten]] RELCO_AVX512 std::uint32_t load_avx512(Pairs& p, std::uint32_t begin,
                                                        std::uint32_t end, const Profile* people,
                                                        float daily, PairChunk& chunk,
                                                        TieLanes& t) {
  return load<ByMask>(p, begin, end, people, daily, chunk, t);
}
[[gnu::flatten]] RELCO_AVX512 void store_avx512(PairChunk& chunk, const TieLanes& t, Pairs& p) {
  store<ByMask>(chunk, t, p);
}
[[gnu::flatten]] RELCO_AVX2 std::uint32_t load_avx2(Pairs& p, std::uint32_t begin,
                                                    std::uint32_t end, const Profile* people,
                                                    float daily, PairChunk& chunk, TieLanes& t) {
  return load<ByRow>(p, begin, end, people, daily, chunk, t);
}
[[gnu::flatten]] RELCO_AVX2 void store_avx2(PairChunk& chunk, const TieLanes& t, Pairs& p) {
  store<ByRow>(chunk, t, p);
}
#endif

}  // namespace

std::uint32_t load_pairs(Pairs& pairs, std::uint32_t begin, std::uint32_t end,
                         const std::vector<Profile>& profiles, float daily, PairChunk& chunk,
                         TieLanes& lanes) {
#if defined(__x86_64__)
  switch (vector_level()) {
    case VectorLevel::avx512:
      return load_avx512(pairs, begin, end, profiles.data(), daily, chunk, lanes);
    case VectorLevel::avx2:
      return load_avx2(pairs, begin, end, profiles.data(), daily, chunk, lanes);
    case VectorLevel::baseline: break;
  }
#endif
  return load<ByRow>(pairs, begin, end, profiles.data(), daily, chunk, lanes);
}

void store_pairs(PairChunk& chunk, const TieLanes& lanes, Pairs& pairs) {
#if defined(__x86_64__)
  switch (vector_level()) {
    case VectorLevel::avx512: return store_avx512(chunk, lanes, pairs);
    case VectorLevel::avx2: return store_avx2(chunk, lanes, pairs);
    case VectorLevel::baseline: break;
  }
#endif
  store<ByRow>(chunk, lanes, pairs);
}

}  // namespace relco
