#include "random/philox.h"

#include <array>
#include <cstdint>
#include <vector>

#include "base/hash.h"
#include "random/philox_lanes.h"
#include "support/catch.h"

#if __has_include(<Random123/philox.h>)
#define RELCO_HAS_RANDOM123 1
#include <Random123/philox.h>
#endif

using namespace relco;

namespace {

struct Known {
  Words counter;
  PhiloxKey key;
  Words seven, ten;
};

// Published with Random123 (kat_vectors): zeros, ones, digits of pi.
constexpr Known kKnown[] = {{{0, 0, 0, 0},
                             {0, 0},
                             {0x5f6fb709, 0x0d893f64, 0x4f121f81, 0x4f730a48},
                             {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
                            {{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
                             {0xffffffff, 0xffffffff},
                             {0x5207ddc2, 0x45165e59, 0x4d8ee751, 0x8c52f662},
                             {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
                            {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
                             {0xa4093822, 0x299f31d0},
                             {0x4dfccaba, 0x190a87f0, 0xc47362ba, 0xb6b5242a},
                             {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}}};

}  // namespace

TEST_CASE("Philox4x32 gives the published answers after 7 and 10 rounds") {
  for (const Known& known : kKnown) {
    CHECK(philox<7>(known.counter, known.key) == known.seven);
    CHECK(philox<10>(known.counter, known.key) == known.ten);
    CHECK(philox(known.counter, known.key) == known.seven);
  }
}

TEST_CASE("Philox is known at compile time") {
  static_assert(philox<10>({0, 0, 0, 0}, {0, 0})[0] == 0x6627e8d5);
  static_assert(philox<0>({1, 2, 3, 4}, {5, 6}) == Words{1, 2, 3, 4});
  SUCCEED();
}

#ifdef RELCO_HAS_RANDOM123
template <int Rounds>
void compare_with_random123() {
  r123::Philox4x32_R<Rounds> reference;
  for (std::uint64_t n = 0; n < 5000; ++n) {
    const auto word = [&](std::uint64_t k) {
      return static_cast<std::uint32_t>(mix64(n * 6 + k + 1));
    };
    typename r123::Philox4x32_R<Rounds>::ctr_type counter = {{word(0), word(1), word(2), word(3)}};
    typename r123::Philox4x32_R<Rounds>::key_type key = {{word(4), word(5)}};
    const auto expected = reference(counter, key);
    const Words found = philox<Rounds>({word(0), word(1), word(2), word(3)}, {word(4), word(5)});
    for (std::size_t k = 0; k < 4; ++k) REQUIRE(found[k] == expected[k]);
  }
}

TEST_CASE("Philox equals the authors' own code for any counter and key") {
  compare_with_random123<7>();
  compare_with_random123<10>();
}
#endif

TEST_CASE("sixteen draws at once are sixteen draws, whatever the instructions") {
  std::vector<decltype(&philox_lanes_baseline)> levels = {philox_lanes_baseline};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) levels.push_back(philox_lanes_avx2);
  if (__builtin_cpu_supports("avx512dq")) levels.push_back(philox_lanes_avx512);
#endif
  std::size_t wrong = 0;
  for (std::uint64_t n = 0; n < 200; ++n) {
    alignas(64) std::array<std::uint32_t, kPhiloxLanes> from{}, to{};
    for (std::size_t l = 0; l < kPhiloxLanes; ++l) {
      from[l] = static_cast<std::uint32_t>(mix64(100 * n + l));
      to[l] = static_cast<std::uint32_t>(mix64(100 * n + l + 50));
    }
    const auto week = static_cast<Week>(n * n);
    const PhiloxKey key{static_cast<std::uint32_t>(mix64(n)),
                        static_cast<std::uint32_t>(mix64(n) >> 32)};
    for (const auto level : levels) {
      alignas(64) std::array<std::uint32_t, kPhiloxLanes> words[4] =
          {};  // nothing of another level
      level({from.data(),
             to.data(),
             {words[0].data(), words[1].data(), words[2].data(), words[3].data()}},
            week, key);
      for (std::size_t l = 0; l < kPhiloxLanes; ++l) {
        const Words one = philox({from[l], to[l], static_cast<std::uint32_t>(week), 0}, key);
        for (std::size_t w = 0; w < 4; ++w) wrong += words[w][l] != one[w];
      }
    }
  }
  CHECK(wrong == 0);
}
