#include "engine/pair_lanes.h"

#include <bit>
#include <cstddef>

#include "base/vector_targets.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace relco {
namespace {

// A column of the store, and the lanes of it.
template <class Cell, class Lane>
struct Column {
  Cell* rows;
  Lane* lanes;
};
template <class Cell, class Lane>
Column<Cell, Lane> column(std::vector<Cell>& rows, Lane* lanes) {
  return {rows.data(), lanes};
}

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

  template <class... Columns>
  void fetch(const Columns&... columns) const {
    (fetch_one(columns), ...);
  }
  template <class... Columns>
  void put(const Columns&... columns) const {
    (put_one(columns), ...);
  }

  // Seats the people of the lanes on one side.
  void seat(const Profile* people, int side, const std::uint32_t* who, TieLanes& t) const {
    const std::size_t lanes = whole_steps(chunk_.used);
    for (std::size_t l = 0; l < lanes; l += 4, who += 4) {
      t.seat_four(side, l, {people + who[0], people + who[1], people + who[2], people + who[3]});
    }
  }

 private:
  template <class Cell, class Lane>
  void fetch_one(const Column<Cell, Lane>& c) const {
    const std::size_t used = chunk_.used;
    if (adjacent()) {
      for (std::size_t l = 0; l < used; ++l) c.lanes[l] = c.rows[chunk_.pair[0] + l];
    } else {
      for (std::size_t l = 0; l < used; ++l) c.lanes[l] = c.rows[chunk_.pair[l]];
    }
    for (std::size_t l = used; l < whole_steps(used); ++l) c.lanes[l] = c.lanes[used - 1];
  }
  template <class Cell, class Lane>
  void put_one(const Column<Cell, Lane>& c) const {
    const auto cell = [&](std::size_t l) { return static_cast<Cell>(c.lanes[l]); };
    const std::size_t used = chunk_.used;
    if (adjacent()) {
      for (std::size_t l = 0; l < used; ++l) c.rows[chunk_.pair[0] + l] = cell(l);
    } else {
      for (std::size_t l = 0; l < used; ++l) c.rows[chunk_.pair[l]] = cell(l);
    }
  }

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

  // Run by run, so that masks are made once for all columns.
  template <class... Columns>
  RELCO_AVX512 void fetch(const Columns&... columns) const {
    std::size_t lane = 0;
    const std::size_t count = chunk_.run_count;
    for (std::size_t r = 0; r < count; ++r) {
      const PairChunk::Run run = chunk_.runs[r];
      const auto n = static_cast<std::uint32_t>(std::popcount(run.taken));
      const __mmask16 taken = static_cast<__mmask16>(run.taken), low = low_bits(n);
      (_mm512_mask_storeu_epi32(
           columns.lanes + lane, low,
           _mm512_maskz_compress_epi32(taken, widen(columns.rows + run.row, taken))),
       ...);
      lane += n;
    }
    const std::size_t spare = lane % kLaneStep;
    if (spare == 0) return;
    const auto rest = static_cast<__mmask16>(~((1u << spare) - 1u));
    (_mm512_mask_storeu_epi32(
         columns.lanes + lane - spare, rest,
         _mm512_set1_epi32(std::bit_cast<std::int32_t>(columns.lanes[lane - 1]))),
     ...);
  }

  template <class... Columns>
  RELCO_AVX512 void put(const Columns&... columns) const {
    std::size_t lane = 0;
    const std::size_t count = chunk_.run_count;
    for (std::size_t r = 0; r < count; ++r) {
      const PairChunk::Run run = chunk_.runs[r];
      const auto n = static_cast<std::uint32_t>(std::popcount(run.taken));
      const __mmask16 taken = static_cast<__mmask16>(run.taken), low = low_bits(n);
      (narrow(_mm512_maskz_expand_epi32(taken, _mm512_maskz_loadu_epi32(low, columns.lanes + lane)),
              taken, columns.rows + run.row),
       ...);
      lane += n;
    }
  }

  // Four fields of sixteen people at a time: quarters of a register hold four people each, and a
  // transposition inside the quarters makes columns of them.
  RELCO_AVX512 void seat(const Profile* people, int which, const std::uint32_t* who,
                         TieLanes& t) const {
    constexpr std::size_t kFields = sizeof(Profile) / 4, kColumn = sizeof(std::uint32_t) * kLanes;
    static_assert(offsetof(SideLanes, goals) == kFields * kColumn && kFields % 4 != 0);
    auto* const side = reinterpret_cast<unsigned char*>(&t.side[which]);
    for (std::size_t l = 0; l < whole_steps(chunk_.used); l += kLaneStep, who += kLaneStep) {
      const float* from[kLaneStep];
      for (std::size_t n = 0; n < kLaneStep; ++n) {
        from[n] = reinterpret_cast<const float*>(people + who[n]);
      }
      // The last four fields overlap with those before.
      for (std::size_t group = 0; group <= kFields / 4; ++group) {
        const std::size_t field = group < kFields / 4 ? 4 * group : kFields - 4;
        constexpr __mmask16 kAll = 0xffff;  // g++ warns of the forms without a mask
        __m512 rows[4];
        for (std::size_t n = 0; n < 4; ++n) {
          rows[n] = _mm512_castps128_ps512(_mm_loadu_ps(from[n] + field));
          rows[n] = _mm512_insertf32x4(rows[n], _mm_loadu_ps(from[n + 4] + field), 1);
          rows[n] = _mm512_insertf32x4(rows[n], _mm_loadu_ps(from[n + 8] + field), 2);
          rows[n] = _mm512_insertf32x4(rows[n], _mm_loadu_ps(from[n + 12] + field), 3);
        }
        const __m512 low01 = _mm512_maskz_unpacklo_ps(kAll, rows[0], rows[1]);
        const __m512 low23 = _mm512_maskz_unpacklo_ps(kAll, rows[2], rows[3]);
        const __m512 high01 = _mm512_maskz_unpackhi_ps(kAll, rows[0], rows[1]);
        const __m512 high23 = _mm512_maskz_unpackhi_ps(kAll, rows[2], rows[3]);
        auto* const to = reinterpret_cast<float*>(side + field * kColumn) + l;
        _mm512_store_ps(to, _mm512_shuffle_ps(low01, low23, 0x44));
        _mm512_store_ps(to + kLanes, _mm512_shuffle_ps(low01, low23, 0xee));
        _mm512_store_ps(to + 2 * kLanes, _mm512_shuffle_ps(high01, high23, 0x44));
        _mm512_store_ps(to + 3 * kLanes, _mm512_shuffle_ps(high01, high23, 0xee));
      }
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

template <class Columns>
RELCO_LANE_STEP std::uint32_t load(Pairs& p, std::uint32_t begin, std::uint32_t end,
                                   const Profile* people, float daily, PairChunk& chunk,
                                   TieLanes& t) {
  const Columns columns(chunk);
  const std::uint32_t next = columns.collect(p, begin, end);
  if (chunk.used == 0) return next;
  SideLanes &a = t.side[0], &b = t.side[1];
  alignas(64) std::int32_t need[kLanes], meets_daily[kLanes];
  columns.fetch(column(p.goals0, a.goals), column(p.knowledge0, a.knowledge),
                column(p.respect0, a.respect), column(p.goals1, b.goals),
                column(p.knowledge1, b.knowledge), column(p.respect1, b.respect),
                column(p.need, need), column(p.lower, chunk.lower), column(p.upper, chunk.upper));
  columns.fetch(column(p.frequent0, a.memory.frequent), column(p.timely0, a.memory.timely),
                column(p.accurate0, a.memory.accurate), column(p.solving0, a.memory.solving),
                column(p.frequent1, b.memory.frequent), column(p.timely1, b.memory.timely),
                column(p.accurate1, b.memory.accurate), column(p.solving1, b.memory.solving),
                column(p.silent, t.silent), column(p.daily, meets_daily));
  const std::size_t lanes = whole_steps(chunk.used);
  std::int32_t first = 0;
  for (std::size_t l = 0; l < lanes; ++l) {
    t.need[l] = static_cast<float>(need[l]) * (1.0f / kNeedUnit);
    t.daily[l] = meets_daily[l] != 0 ? daily : 0.0f;
    first |= t.silent[l] >= kSilentYear ? 1 : 0;
  }
  chunk.first_meetings = first != 0;
  columns.seat(people, 0, chunk.lower, t);
  columns.seat(people, 1, chunk.upper, t);
  t.use(chunk.used);
  return next;
}

template <class Columns>
RELCO_LANE_STEP void store(PairChunk& chunk, TieLanes& t, Pairs& p) {
  const Columns columns(chunk);
  SideLanes &a = t.side[0], &b = t.side[1];
  columns.put(column(p.goals0, a.goals), column(p.knowledge0, a.knowledge),
              column(p.respect0, a.respect), column(p.goals1, b.goals),
              column(p.knowledge1, b.knowledge), column(p.respect1, b.respect),
              column(p.events0, a.events), column(p.events1, b.events));
  columns.put(column(p.frequent0, a.memory.frequent), column(p.timely0, a.memory.timely),
              column(p.accurate0, a.memory.accurate), column(p.solving0, a.memory.solving),
              column(p.frequent1, b.memory.frequent), column(p.timely1, b.memory.timely),
              column(p.accurate1, b.memory.accurate), column(p.solving1, b.memory.solving),
              column(p.silent, t.silent));
}

#if defined(__x86_64__)
[[gnu::flatten]] RELCO_AVX512 std::uint32_t load_avx512(Pairs& p, std::uint32_t begin,
                                                        std::uint32_t end, const Profile* people,
                                                        float daily, PairChunk& chunk,
                                                        TieLanes& t) {
  return load<ByMask>(p, begin, end, people, daily, chunk, t);
}
[[gnu::flatten]] RELCO_AVX512 void store_avx512(PairChunk& chunk, TieLanes& t, Pairs& p) {
  store<ByMask>(chunk, t, p);
}
[[gnu::flatten]] RELCO_AVX2 std::uint32_t load_avx2(Pairs& p, std::uint32_t begin,
                                                    std::uint32_t end, const Profile* people,
                                                    float daily, PairChunk& chunk, TieLanes& t) {
  return load<ByRow>(p, begin, end, people, daily, chunk, t);
}
[[gnu::flatten]] RELCO_AVX2 void store_avx2(PairChunk& chunk, TieLanes& t, Pairs& p) {
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
    case VectorLevel::baseline:
    case VectorLevel::scalar: break;
  }
#endif
  return load<ByRow>(pairs, begin, end, profiles.data(), daily, chunk, lanes);
}

void store_pairs(PairChunk& chunk, TieLanes& lanes, Pairs& pairs) {
#if defined(__x86_64__)
  switch (vector_level()) {
    case VectorLevel::avx512: return store_avx512(chunk, lanes, pairs);
    case VectorLevel::avx2: return store_avx2(chunk, lanes, pairs);
    case VectorLevel::baseline:
    case VectorLevel::scalar: break;
  }
#endif
  store<ByRow>(chunk, lanes, pairs);
}

}  // namespace relco
