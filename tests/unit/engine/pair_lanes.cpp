#include "engine/pair_lanes.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "base/hash.h"
#include "support/at_level.h"
#include "support/catch.h"

using namespace relco;

namespace {

// Pairs of any state; of every `one_in` pairs about one is awake.
Pairs any_pairs(std::size_t rows, std::uint64_t seed, std::uint64_t one_in) {
  Pairs pairs;
  pairs.resize(rows);
  std::uint64_t n = seed << 32;
  Pairs::for_each_column(pairs, [&](const ColumnInfo&, auto& column) {
    for (auto& value : column) {
      using Value = std::remove_cvref_t<decltype(value)>;
      if constexpr (std::is_same_v<Value, float>) {
        value = static_cast<float>(mix64(++n) >> 40) * 0x1p-24f;
      } else {
        value = static_cast<Value>(mix64(++n) >> 11);
      }
    }
  });
  for (std::size_t k = 0; k < rows; ++k) {
    const bool awake = mix64(++n) % one_in == 0;
    pairs.lower[k] %= 50;
    pairs.upper[k] %= 50;
    pairs.silent[k] = awake ? static_cast<std::uint8_t>(mix64(++n) % kSilentYear) : 200;
    pairs.need[k] = awake && n % 2 == 0 ? 700 : 0;
  }
  return pairs;
}

bool rests(const Pairs& pairs, std::size_t k) {
  return pairs.silent[k] >= kSilentYear && pairs.need[k] <= 0;
}

std::uint64_t digest(const Pairs& pairs) {
  std::uint64_t out = 0;
  Pairs::for_each_column(pairs, [&](const ColumnInfo&, const auto& column) {
    const auto* const bytes = reinterpret_cast<const char*>(column.data());
    out = combine64(out, hash_bytes({bytes, column.size() * sizeof(column[0])}));
  });
  return out;
}

struct Store {
  Store(std::size_t rows, std::uint64_t one_in) : pairs(any_pairs(rows, rows, one_in)), people(50) {
    for (std::uint32_t i = 0; i < people.size(); ++i) people[i].luck = 1000 + i;
  }
  Pairs pairs;
  std::vector<Profile> people;
  PairChunk chunk;
  std::unique_ptr<TieLanes> lanes = std::make_unique<TieLanes>();
};

constexpr std::size_t kSizes[] = {1, 15, 16, 17, 63, 64, 65, 200, 777};

}  // namespace

TEST_CASE("every awake pair comes into the lanes once and in order, no resting one, at any level") {
  for (const VectorLevel level : vector_levels()) {
    const test::AtLevel at(level);
    for (const std::size_t rows : kSizes) {
      for (const std::uint64_t one_in : {1u, 2u, 9u}) {
        Store store(rows, one_in);
        std::vector<std::uint32_t> expected, came;
        for (std::uint32_t k = 0; k < rows; ++k) {
          if (!rests(store.pairs, k)) expected.push_back(k);
        }
        const auto end = static_cast<std::uint32_t>(rows);
        for (std::uint32_t k = 0; k < end;) {
          k = load_pairs(store.pairs, k, end, store.people, 0.5f, store.chunk, *store.lanes);
          const auto& taken = store.chunk.pair;
          came.insert(came.end(), taken, taken + store.chunk.used);
        }
        CAPTURE(static_cast<int>(level), rows, one_in);
        CHECK(came == expected);
      }
    }
  }
}

TEST_CASE("lanes hold what the columns and the people of their pairs hold, spare lanes the last") {
  for (const VectorLevel level : vector_levels()) {
    const test::AtLevel at(level);
    for (const std::size_t rows : kSizes) {
      Store store(rows, 2);
      const auto end = static_cast<std::uint32_t>(rows);
      load_pairs(store.pairs, 0, end, store.people, 0.5f, store.chunk, *store.lanes);
      const std::size_t used = store.chunk.used;
      std::size_t wrong = 0;
      for (std::size_t l = 0; l < whole_steps(used); ++l) {
        const std::uint32_t k = store.chunk.pair[std::min(l, used - 1)];
        const TieLanes& t = *store.lanes;
        wrong += t.side[0].goals[l] != store.pairs.goals0[k];
        wrong += t.side[1].respect[l] != store.pairs.respect1[k];
        wrong += t.side[0].memory.frequent[l] != store.pairs.frequent0[k];
        wrong += t.side[1].memory.solving[l] != store.pairs.solving1[k];
        wrong += t.side[0].luck[l] != store.people[store.pairs.lower[k]].luck;
        wrong += t.side[1].luck[l] != store.people[store.pairs.upper[k]].luck;
        wrong += t.silent[l] != store.pairs.silent[k];
        wrong += t.need[l] != static_cast<float>(store.pairs.need[k]) / kNeedUnit;
        wrong += t.daily[l] != (store.pairs.daily[k] != 0 ? 0.5f : 0.0f);
        wrong += t.counts[l] != (l < used ? -1 : 0);
      }
      CAPTURE(static_cast<int>(level), rows);
      CHECK(wrong == 0);
    }
  }
}

TEST_CASE("what is taken back lands on its own pair, and nothing else changes but resting events") {
  for (const VectorLevel level : vector_levels()) {
    const test::AtLevel at(level);
    for (const std::size_t rows : kSizes) {
      Store store(rows, 2);
      Pairs expected = store.pairs;
      for (std::size_t k = 0; k < rows; ++k) {
        expected.events0[k] = rests(expected, k) ? 0 : static_cast<std::uint8_t>(k % 64);
        expected.events1[k] = rests(expected, k) ? 0 : static_cast<std::uint8_t>(k % 61);
        expected.goals1[k] = rests(expected, k) ? expected.goals1[k] : static_cast<float>(k) / 1024;
      }
      const auto end = static_cast<std::uint32_t>(rows);
      for (std::uint32_t k = 0; k < end;) {
        k = load_pairs(store.pairs, k, end, store.people, 0.5f, store.chunk, *store.lanes);
        if (store.chunk.used == 0) break;
        for (std::size_t l = 0; l < store.chunk.used; ++l) {
          const std::uint32_t pair = store.chunk.pair[l];
          store.lanes->side[0].events[l] = static_cast<Events>(pair % 64);
          store.lanes->side[1].events[l] = static_cast<Events>(pair % 61);
          store.lanes->side[1].goals[l] = static_cast<float>(pair) / 1024;
        }
        store_pairs(store.chunk, *store.lanes, store.pairs);
      }
      CAPTURE(static_cast<int>(level), rows);
      CHECK(digest(store.pairs) == digest(expected));
    }
  }
}
