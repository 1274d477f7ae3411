// Stable 64-bit hashing: the same number on every machine, compiler and run, for ever.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

namespace relco {

// Bijective finaliser (the murmur3 / splitmix64 family): every input bit reaches every output bit.
[[nodiscard]] constexpr std::uint64_t mix64(std::uint64_t x) noexcept {
  x ^= x >> 30;
  x *= 0xbf58476d1ce4e5b9ULL;
  x ^= x >> 27;
  x *= 0x94d049bb133111ebULL;
  x ^= x >> 31;
  return x;
}

// Ordered combination: combine(a, b) != combine(b, a).
[[nodiscard]] constexpr std::uint64_t combine64(std::uint64_t a, std::uint64_t b) noexcept {
  return mix64(a * 0x9e3779b97f4a7c15ULL + mix64(b + 0x632be59bd9b4e019ULL));
}

// FNV-1a over the bytes, finished by mix64; for names, so length does not matter.
[[nodiscard]] constexpr std::uint64_t hash_text(std::string_view text) noexcept {
  std::uint64_t h = 0xcbf29ce484222325ULL;
  for (char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return mix64(h);
}

// Eight bytes at a time, for files and blobs.
[[nodiscard]] inline std::uint64_t hash_bytes(std::string_view bytes) noexcept {
  std::uint64_t h = mix64(bytes.size() + 1);
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    std::uint64_t word = 0;
    for (std::size_t k = 0; k < 8; ++k) {
      word |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i + k])) << (8 * k);
    }
    h = combine64(h, word);
  }
  return combine64(h, hash_text(bytes.substr(i)));
}

}  // namespace relco
