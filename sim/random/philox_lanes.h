// Philox for sixteen directed ties at once: the same words as philox() for each of them.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/vector_targets.h"
#include "base/week.h"
#include "random/philox.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace relco {

inline constexpr std::size_t kPhiloxLanes = 16;

// Counters and words of one word each, `kPhiloxLanes` of them, aligned to 64 bytes.
struct PhiloxLanes {
  const std::uint32_t* from;
  const std::uint32_t* to;
  std::uint32_t* words[4];
};

inline void philox_lanes_baseline(const PhiloxLanes& lanes, Week week, PhiloxKey key) noexcept {
  for (std::size_t l = 0; l < kPhiloxLanes; ++l) {
    const Words words =
        philox({lanes.from[l], lanes.to[l], static_cast<std::uint32_t>(week), 0}, key);
    for (std::size_t n = 0; n < 4; ++n) lanes.words[n][l] = words[n];
  }
}

#if defined(__x86_64__)

// Products of 32 by 32 bits exist for every second lane only. So the even and the odd lanes go
// through the rounds apart, each in the low half of 64 bits; what the rounds leave in the high half
// never reaches a low one. WIDE is a vector of 64-bit numbers, MULTIPLY their product of low
// halves.
#define RELCO_PHILOX_LANES(WIDE, MULTIPLY)                                                      \
  constexpr std::size_t kAtOnce = sizeof(WIDE) / sizeof(std::uint32_t);                         \
  const WIDE low = WIDE{} + 0xffffffffu, first = WIDE{} + kPhiloxFactors[0],                    \
             second = WIDE{} + kPhiloxFactors[1];                                               \
  for (std::size_t l = 0; l < kPhiloxLanes; l += kAtOnce) {                                     \
    const WIDE from = *reinterpret_cast<const WIDE*>(lanes.from + l);                           \
    const WIDE to = *reinterpret_cast<const WIDE*>(lanes.to + l);                               \
    WIDE c[2][4] = {{from, to, WIDE{} + static_cast<std::uint32_t>(week), WIDE{}},              \
                    {from >> 32, to >> 32, WIDE{} + static_cast<std::uint32_t>(week), WIDE{}}}; \
    PhiloxKey k = key;                                                                          \
    for (int round = 0; round < kPhiloxRounds; ++round) {                                       \
      for (WIDE(&half)[4] : c) {                                                                \
        const WIDE a = MULTIPLY(half[0], first), b = MULTIPLY(half[2], second);                 \
        half[0] = (b >> 32) ^ half[1] ^ (WIDE{} + k.low);                                       \
        half[1] = b;                                                                            \
        half[2] = (a >> 32) ^ half[3] ^ (WIDE{} + k.high);                                      \
        half[3] = a;                                                                            \
      }                                                                                         \
      k.low += kPhiloxSteps[0];                                                                 \
      k.high += kPhiloxSteps[1];                                                                \
    }                                                                                           \
    for (int n = 0; n < 4; ++n) {                                                               \
      *reinterpret_cast<WIDE*>(lanes.words[n] + l) = (c[0][n] & low) | (c[1][n] << 32);         \
    }                                                                                           \
  }

RELCO_AVX2 inline void philox_lanes_avx2(const PhiloxLanes& lanes, Week week,
                                         PhiloxKey key) noexcept {
  using Wide [[gnu::vector_size(32), gnu::may_alias]] = std::uint64_t;
#define RELCO_MULTIPLY(a, b) \
  (reinterpret_cast<Wide>(   \
      _mm256_mul_epu32(reinterpret_cast<__m256i>(a), reinterpret_cast<__m256i>(b))))
  RELCO_PHILOX_LANES(Wide, RELCO_MULTIPLY)
#undef RELCO_MULTIPLY
}

RELCO_AVX512 inline void philox_lanes_avx512(const PhiloxLanes& lanes, Week week,
                                             PhiloxKey key) noexcept {
  using Wide [[gnu::vector_size(64), gnu::may_alias]] = std::uint64_t;
#define RELCO_MULTIPLY(a, b) \
  (reinterpret_cast<Wide>(   \
      _mm512_maskz_mul_epu32(0xff, reinterpret_cast<__m512i>(a), reinterpret_cast<__m512i>(b))))
  RELCO_PHILOX_LANES(Wide, RELCO_MULTIPLY)
#undef RELCO_MULTIPLY
}

#undef RELCO_PHILOX_LANES
#endif

}  // namespace relco
