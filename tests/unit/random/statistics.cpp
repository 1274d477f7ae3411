// Simple checks that keyed draws look like independent uniforms, along every part of their key.
#include <array>
#include <cmath>
#include <functional>

#include "random/draws.h"
#include "support/catch.h"

using namespace relco;

namespace {

constexpr int kDraws = 20000;

// A draw as a function of one part of the key, the other parts fixed.
using Along = std::function<Draw(std::uint32_t)>;

struct Direction {
  const char* name;
  Along draw;
};

const std::array<Direction, 8>& directions() {
  static const Luck luck(42, 7);
  static const PhiloxKey key = luck.key(Purpose::communication);
  static const std::array<Direction, 8> all{{
      {"seeds", [](std::uint32_t n) { return Luck(n, 0).draw(Purpose::facts, 5, 3); }},
      {"replicates", [](std::uint32_t n) { return Luck(1, n).draw(Purpose::facts, 5, 3); }},
      {"ids", [](std::uint32_t n) { return luck.draw(Purpose::leaving, n, 3); }},
      {"upper halves of ids",
       [](std::uint32_t n) { return luck.draw(Purpose::leaving, std::uint64_t{n} << 32, 3); }},
      {"weeks",
       [](std::uint32_t n) { return luck.draw(Purpose::leaving, 5, static_cast<Week>(n)); }},
      {"numbers", [](std::uint32_t n) { return luck.draw(Purpose::leaving, 5, 3, n); }},
      {"senders", [](std::uint32_t n) { return Luck::directed(key, n, 77, 3); }},
      {"receivers", [](std::uint32_t n) { return Luck::directed(key, 77, n, 3); }},
  }};
  return all;
}

// Correlation of word a of draw n with word b of draw n + lag.
double correlation(const Along& along, int a, int b, std::uint32_t lag) {
  double sum = 0, first = 0, second = 0, squares = 0, others = 0;
  for (std::uint32_t n = 0; n < kDraws; ++n) {
    const double x = static_cast<double>(along(n).uniform(a)) - 0.5;
    const double y = static_cast<double>(along(n + lag).uniform(b)) - 0.5;
    sum += x * y;
    first += x;
    second += y;
    squares += x * x;
    others += y * y;
  }
  const double mean = sum / kDraws - (first / kDraws) * (second / kDraws);
  return mean / std::sqrt((squares / kDraws) * (others / kDraws));
}

}  // namespace

TEST_CASE("draws fill 64 cells evenly along every part of their key and in every word") {
  for (const Direction& direction : directions()) {
    for (int word = 0; word < 4; ++word) {
      std::array<int, 64> cells{};
      for (std::uint32_t n = 0; n < kDraws; ++n) {
        ++cells[static_cast<std::size_t>(direction.draw(n).uniform(word) * 64)];
      }
      const double expected = kDraws / 64.0;
      double chi = 0;
      for (const int cell : cells) chi += (cell - expected) * (cell - expected) / expected;
      CAPTURE(direction.name, word, chi);
      CHECK(chi < 63 + 5 * std::sqrt(2 * 63.0));
      CHECK(chi > 63 - 5 * std::sqrt(2 * 63.0));
    }
  }
}

TEST_CASE("neighbours along every part of the key are not correlated") {
  const double bound = 4.5 / std::sqrt(static_cast<double>(kDraws));
  for (const Direction& direction : directions()) {
    for (const std::uint32_t lag : {1u, 2u, 52u}) {
      CAPTURE(direction.name, lag);
      CHECK(std::abs(correlation(direction.draw, 0, 0, lag)) < bound);
      CHECK(std::abs(correlation(direction.draw, 3, 3, lag)) < bound);
    }
  }
}

TEST_CASE("the four words of a draw are not correlated") {
  const double bound = 4.5 / std::sqrt(static_cast<double>(kDraws));
  for (const Direction& direction : directions()) {
    for (int a = 0; a < 4; ++a) {
      for (int b = 0; b < a; ++b) {
        CAPTURE(direction.name, a, b);
        CHECK(std::abs(correlation(direction.draw, a, b, 0)) < bound);
      }
    }
  }
}

TEST_CASE("the two directions of a pair, and two purposes, have luck of their own") {
  const Luck luck(4, 2);
  const PhiloxKey key = luck.key(Purpose::communication);
  double both = 0, purposes = 0;
  for (std::uint32_t n = 0; n < kDraws; ++n) {
    const auto centred = [](const Draw& draw) {
      return static_cast<double>(draw.uniform(0)) - 0.5;
    };
    both += centred(Luck::directed(key, n, n + 1, 3)) * centred(Luck::directed(key, n + 1, n, 3));
    purposes +=
        centred(luck.draw(Purpose::leaving, n, 3)) * centred(luck.draw(Purpose::layoff, n, 3));
  }
  const double bound = 4.5 / 12 / std::sqrt(static_cast<double>(kDraws));
  CHECK(std::abs(both / kDraws) < bound);
  CHECK(std::abs(purposes / kDraws) < bound);
}

TEST_CASE("the lower bits that weekdays come from are even, too") {
  const Luck luck(8, 0);
  std::array<int, 256> cells{};
  for (std::uint32_t n = 0; n < 10 * kDraws; ++n) {
    ++cells[luck.draw(Purpose::communication, n, 1).word(0) & 0xffu];
  }
  double chi = 0;
  const double expected = 10 * kDraws / 256.0;
  for (const int cell : cells) chi += (cell - expected) * (cell - expected) / expected;
  CHECK(chi < 255 + 5 * std::sqrt(2 * 255.0));
}
