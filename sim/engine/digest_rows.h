// Hashes of the rows of a table, column by column at the vector level in use.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <vector>

#include "base/hash.h"
#include "base/vector_targets.h"
#include "engine/tie_lanes.h"
#include "world/column.h"

namespace relco {

inline constexpr std::size_t kRows =
    256;  // rows hashed together; their sums stay in the first cache

// Identities of rows hashed together. A pair has two; `second` is empty elsewhere.
struct RowKeys {
  std::array<std::uint64_t, kRows> identity, second;
  std::array<std::uint32_t, kRows> organisation;
};

template <class T>
[[gnu::always_inline]] inline std::uint32_t bits_of(const T& value, std::size_t word) {
  if constexpr (std::is_same_v<T, float>) {
    return std::bit_cast<std::uint32_t>(value);
  } else if constexpr (std::is_integral_v<T> && sizeof(T) <= 4) {
    return static_cast<std::make_unsigned_t<T>>(value);
  } else {
    std::uint32_t bits = 0;
    std::memcpy(&bits, reinterpret_cast<const unsigned char*>(&value) + 4 * word,
                std::min<std::size_t>(4, sizeof(T) - 4 * word));
    return bits;
  }
}

// sums[i] += bits * multiply for one word of every value, at the vector level in use.
template <class T>
[[gnu::always_inline]] inline void add_whole(const T* rows, std::size_t word, std::size_t count,
                                             std::uint64_t multiply, std::uint64_t* sums) {
  for (std::size_t i = 0; i < count; ++i) sums[i] += bits_of(rows[i], word) * multiply;
}

#if defined(__x86_64__)
template <class T>
RELCO_AVX512 void add_avx512(const T* rows, std::size_t word, std::size_t count,
                             std::uint64_t multiply, std::uint64_t* sums) {
  add_whole(rows, word, count, multiply, sums);
}

// Without a 64-bit product of lanes: from the halves of `multiply`.
template <class T>
RELCO_AVX2 void add_avx2(const T* rows, std::size_t word, std::size_t count, std::uint64_t multiply,
                         std::uint64_t* sums) {
  const auto low = static_cast<std::uint32_t>(multiply);
  const auto high = static_cast<std::uint32_t>(multiply >> 32);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t bits = bits_of(rows[i], word);
    sums[i] += std::uint64_t{bits} * low + (std::uint64_t{bits * high} << 32);
  }
}
#endif

template <class T>
void add_word(const T* rows, std::size_t word, std::size_t count, std::uint64_t multiply,
              std::uint64_t* sums) {
#if defined(__x86_64__)
  switch (vector_level()) {
    case VectorLevel::avx512: return add_avx512(rows, word, count, multiply, sums);
    case VectorLevel::avx2: return add_avx2(rows, word, count, multiply, sums);
    case VectorLevel::baseline:
    case VectorLevel::scalar: break;
  }
#endif
  add_whole(rows, word, count, multiply, sums);
}

// The identity is one more word of the row, or two: the finished hash is
// mix64(sum + constant + identity * odd number of the table (+ second * another)).
[[gnu::always_inline]] inline void finish_rows(RowKeys& keys, bool pairs, std::uint64_t salt,
                                               std::uint64_t constant, std::size_t count,
                                               std::uint64_t* sums) {
  const std::uint64_t first = mix64(salt + 1) | 1u, second = mix64(salt + 2) | 1u;
  if (pairs) {
    for (std::size_t i = 0; i < count; ++i) sums[i] += keys.second[i] * second;
  }
  for (std::size_t i = 0; i < count; ++i) {
    sums[i] = mix64(sums[i] + constant + keys.identity[i] * first);
  }
}

#if defined(__x86_64__)
RELCO_AVX512 inline void finish_avx512(RowKeys& keys, bool pairs, std::uint64_t salt,
                                       std::uint64_t constant, std::size_t count,
                                       std::uint64_t* sums) {
  finish_rows(keys, pairs, salt, constant, count, sums);
}
RELCO_AVX2 inline void finish_avx2(RowKeys& keys, bool pairs, std::uint64_t salt,
                                   std::uint64_t constant, std::size_t count, std::uint64_t* sums) {
  finish_rows(keys, pairs, salt, constant, count, sums);
}
#endif

inline void finish(RowKeys& keys, bool pairs, std::uint64_t salt, std::uint64_t constant,
                   std::size_t count, std::uint64_t* sums) {
#if defined(__x86_64__)
  switch (vector_level()) {
    case VectorLevel::avx512: return finish_avx512(keys, pairs, salt, constant, count, sums);
    case VectorLevel::avx2: return finish_avx2(keys, pairs, salt, constant, count, sums);
    case VectorLevel::baseline:
    case VectorLevel::scalar: break;
  }
#endif
  finish_rows(keys, pairs, salt, constant, count, sums);
}

// Adds (bits + K) * M of every column value of rows [begin, end) to their sums; K and M are odd
// constants of the column, so any single change of bits changes the sum. K * M waits for the end.
class ColumnSums {
 public:
  ColumnSums(std::size_t begin, std::size_t end) : begin_(begin), end_(end) { sums_.fill(0); }

  template <class T>
  void operator()(const ColumnInfo& info, const std::vector<T>& column) {
    if (info.kind == ColumnKind::reference) return;  // part of the row's identity
    const std::uint64_t salt = mix64(hash_text(info.table) + hash_text(info.name));
    fetch_ahead(column);
    constexpr std::size_t kWords = (sizeof(T) + 3) / 4;
    for (std::size_t word = 0; word < kWords; ++word) {
      const std::uint64_t add = mix64(salt + 2 * word), multiply = mix64(salt + 2 * word + 1) | 1u;
      constant_ += add * multiply;
      add_word(column.data() + begin_, word, end_ - begin_, multiply, sums_.data());
    }
  }
  // The finished hashes of all rows.
  const std::uint64_t* rows(RowKeys& keys, bool pairs, std::uint64_t salt) {
    finish(keys, pairs, salt, constant_, end_ - begin_, sums_.data());
    return sums_.data();
  }

 private:
  // The stretches of a column are too short for the machine to guess that more of it is wanted.
  template <class T>
  void fetch_ahead(const std::vector<T>& column) const {
    const std::size_t last = std::min(column.size(), end_ + kRows);
    constexpr std::size_t kStep = std::max<std::size_t>(1, 64 / sizeof(T));
    for (std::size_t i = end_; i < last; i += kStep) __builtin_prefetch(&column[i]);
  }

  std::size_t begin_, end_;
  std::uint64_t constant_ = 0;
  std::array<std::uint64_t, kRows> sums_;
};

}  // namespace relco
