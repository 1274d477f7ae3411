// Philox4x32: a counter-based generator (Salmon et al., SC'11). The same 128-bit counter and 64-bit
// key give the same four words anywhere; nothing is carried from draw to draw, so order and
// threads cannot matter. Seven rounds pass the statistical test batteries; decision 0002.
#pragma once

#include <array>
#include <cstdint>

namespace relco {

using Words = std::array<std::uint32_t, 4>;

struct PhiloxKey {
  std::uint32_t low = 0, high = 0;
};

inline constexpr int kPhiloxRounds = 7;
inline constexpr std::uint32_t kPhiloxFactors[2] = {0xD2511F53, 0xCD9E8D57};
inline constexpr std::uint32_t kPhiloxSteps[2] = {0x9E3779B9, 0xBB67AE85};  // of the key

template <int Rounds = kPhiloxRounds>
[[nodiscard]] constexpr Words philox(Words counter, PhiloxKey key) noexcept {
  for (int round = 0; round < Rounds; ++round) {
    const std::uint64_t first = std::uint64_t{kPhiloxFactors[0]} * counter[0];
    const std::uint64_t second = std::uint64_t{kPhiloxFactors[1]} * counter[2];
    counter = {static_cast<std::uint32_t>(second >> 32) ^ counter[1] ^ key.low,
               static_cast<std::uint32_t>(second),
               static_cast<std::uint32_t>(first >> 32) ^ counter[3] ^ key.high,
               static_cast<std::uint32_t>(first)};
    key.low += kPhiloxSteps[0];
    key.high += kPhiloxSteps[1];
  }
  return counter;
}

}  // namespace relco
