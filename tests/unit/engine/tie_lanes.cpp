#include "engine/tie_lanes.h"

#include <algorithm>
#include <cstring>
#include <memory>

#include "rules/care/suggestion.h"
#include "rules/learning/learning.h"
#include "support/at_level.h"
#include "support/catch.h"
#include "unit/rules/any.h"

using namespace relco;
using test::Any;

namespace {

// One pair as rules see it, and the same pair in a lane.
struct Pair {
  Profile profile[2];
  Tie tie[2];
  std::int32_t memory[2][4];
  float need = 0;
  std::int32_t silent = 0;
};

Pair any_pair(Any& any) {
  Pair out;
  for (int s = 0; s < 2; ++s) {
    out.profile[s] = any.profile();
    out.profile[s].presence = any.below(8) == 0 ? 0.0f : 1.0f;
    out.profile[s].luck = any.below(0xffffffff);
    out.tie[s] = any.tie();
    for (std::int32_t& memory : out.memory[s]) memory = static_cast<std::int32_t>(any.below(65536));
  }
  out.need = any.below(4) == 0 ? 0.0f : any.number(0.1f, 5);
  out.silent = static_cast<std::int32_t>(any.below(256));
  return out;
}

void put(const Pair& pair, std::size_t lane, TieLanes& lanes) {
  for (int s = 0; s < 2; ++s) {
    lanes.seat(s, lane, pair.profile[s]);
    SideLanes& side = lanes.side[s];
    side.goals[lane] = pair.tie[s].goals;
    side.knowledge[lane] = pair.tie[s].knowledge;
    side.respect[lane] = pair.tie[s].respect;
    side.memory.frequent[lane] = pair.memory[s][0];
    side.memory.timely[lane] = pair.memory[s][1];
    side.memory.accurate[lane] = pair.memory[s][2];
    side.memory.solving[lane] = pair.memory[s][3];
  }
  lanes.need[lane] = pair.need;
  lanes.daily[lane] = 0.5f;
  lanes.silent[lane] = pair.silent;
}

// The week of one pair, straight from the rules.
struct Lived {
  Events events[2] = {};
  Tie tie[2];
  Books books[2];

  Lived(const Pair& pair, const ExchangeSetting& setting) {
    const Parameters& p = *setting.parameters;
    const Draw draw =
        Luck::directed(setting.key, pair.profile[0].luck, pair.profile[1].luck, setting.week);
    for (int s = 0; s < 2; ++s) {
      const Profile &me = pair.profile[s], &other = pair.profile[1 - s];
      const ExchangeLuck luck = luck_of(draw, s);
      const float strain = me.strain + me.weekday_strain * weekday(luck);
      const Chances c =
          chances(p.communication, pair.tie[s], pair.need, me, other, setting.view[s], strain);
      events[s] = pair.need > 0 ? happen(c, luck, me.presence * other.presence) : 0;
    }
    for (int s = 0; s < 2; ++s) {
      tie[s] = pair.tie[s];
      learn(p.learning, setting.sigma_custom, tie[s], pair.tie[1 - s].respect, events[1 - s],
            events[s], pair.profile[s], pair.profile[1 - s], setting.view[s], books[s]);
    }
  }
};

struct LaneWeek {
  explicit LaneWeek(std::uint64_t seed, std::size_t used)
      : any(seed), lanes(std::make_unique<TieLanes>()) {
    setting.parameters = &parameters;
    setting.lanes = &lane_parameters;
    setting.sigma_custom = logistic(parameters.learning.anchor_custom);
    setting.key = Luck(seed, 0).key(Purpose::communication);
    setting.week = static_cast<Week>(any.below(100));
    setting.view[0] = any.link();
    setting.view[1] = any.link();
    setting.suggestions = true;
    for (std::size_t lane = 0; lane < used; ++lane) pairs.push_back(any_pair(any));
    for (std::size_t lane = 0; lane < whole_steps(used); ++lane) {
      put(pairs[std::min(lane, used - 1)], lane, *lanes);
    }
    lanes->use(used);
  }
  void live() {
    exchange(*lanes, setting, sums);
    sums.settle();
  }
  Any any;
  Parameters parameters;
  LaneParameters lane_parameters{parameters};
  ExchangeSetting setting;
  std::vector<Pair> pairs;
  std::unique_ptr<TieLanes> lanes;
  ExchangeSums sums;
};

}  // namespace

TEST_CASE("lanes do to every pair what the rules do to one, at every vector level") {
  for (const VectorLevel level : vector_levels()) {
    const test::AtLevel at(level);
    std::size_t wrong = 0;
    for (const std::size_t used : {1u, 2u, 15u, 16u, 17u, 63u, 64u}) {
      LaneWeek week(used, used);
      week.live();
      for (std::size_t lane = 0; lane < used; ++lane) {
        const Lived lived(week.pairs[lane], week.setting);
        for (int s = 0; s < 2; ++s) {
          const SideLanes& side = week.lanes->side[s];
          wrong += side.events[lane] != lived.events[s];
          wrong += side.goals[lane] != lived.tie[s].goals;
          wrong += side.knowledge[lane] != lived.tie[s].knowledge;
          wrong += side.respect[lane] != lived.tie[s].respect;
        }
      }
    }
    CAPTURE(static_cast<int>(level));
    CHECK(wrong == 0);
  }
}

TEST_CASE(
    "a week in which nobody is paid, in a union or taught is left out term by term, same bits") {
  for (const VectorLevel level : vector_levels()) {
    const test::AtLevel at(level);
    // In the last round one lane is taught, so that all lanes go the whole way.
    for (const std::size_t taught : {64u, 5u}) {
      LaneWeek week(11, 48);
      for (std::size_t lane = 0; lane < 48; ++lane) {
        for (Profile& one : week.pairs[lane].profile) {
          one.anchor_labour = one.learn_knowledge = one.learn_respect = 0.0f;
          one.learn_goals = lane == taught ? 0.5f : 0.0f;
        }
        put(week.pairs[lane], lane, *week.lanes);
      }
      for (LinkView& view : week.setting.view) view.exposure = view.one_sided = 0.0f;
      week.live();
      std::size_t wrong = 0;
      Books expected[2];
      for (std::size_t lane = 0; lane < 48; ++lane) {
        const Lived lived(week.pairs[lane], week.setting);
        for (int s = 0; s < 2; ++s) {
          const SideLanes& side = week.lanes->side[s];
          wrong += side.goals[lane] != lived.tie[s].goals;
          wrong += side.knowledge[lane] != lived.tie[s].knowledge;
          wrong += side.respect[lane] != lived.tie[s].respect;
          for (std::size_t t = 0; t < kTerms; ++t) {
            for (std::size_t c = 0; c < kComponents; ++c) {
              expected[s].terms[t][c] += lived.books[s].terms[t][c];
            }
          }
        }
      }
      CAPTURE(static_cast<int>(level), taught);
      CHECK(wrong == 0);
      for (int s = 0; s < 2; ++s) {
        CHECK(std::memcmp(expected[s].terms, week.sums.books[s].terms, sizeof expected[s].terms) ==
              0);
      }
    }
  }
}

TEST_CASE("the books of lanes are the sums of their pairs' books, spare lanes count for nothing") {
  for (const VectorLevel level : vector_levels()) {
    const test::AtLevel at(level);
    for (const std::size_t used : {1u, 16u, 33u, 64u}) {
      LaneWeek week(100 + used, used);
      week.live();
      for (int s = 0; s < 2; ++s) {
        Books expected;
        for (const Pair& pair : week.pairs) {
          const Lived lived(pair, week.setting);
          for (std::size_t t = 0; t < kTerms; ++t) {
            for (std::size_t c = 0; c < kComponents; ++c) {
              expected.terms[t][c] += lived.books[s].terms[t][c];
            }
          }
        }
        CAPTURE(static_cast<int>(level), used, s);
        CHECK(std::memcmp(expected.terms, week.sums.books[s].terms, sizeof expected.terms) == 0);
      }
    }
  }
}

TEST_CASE("silence grows by a week without contact and ends with it, whoever spoke") {
  LaneWeek week(7, 64);
  week.live();
  for (std::size_t lane = 0; lane < 64; ++lane) {
    const Events events = week.lanes->side[0].events[lane] | week.lanes->side[1].events[lane];
    const std::int32_t before = week.pairs[lane].silent;
    const std::int32_t expected = (events & event::contact) != 0 ? 0 : std::min(before + 1, 255);
    CHECK(week.lanes->silent[lane] == expected);
  }
}

TEST_CASE("pairs without need exchange nothing and remember nothing new") {
  LaneWeek week(8, 32);
  for (std::size_t lane = 0; lane < 32; ++lane) week.lanes->need[lane] = 0;
  week.live();
  for (std::size_t lane = 0; lane < 32; ++lane) {
    for (int s = 0; s < 2; ++s) {
      CHECK(week.lanes->side[s].events[lane] == 0);
      CHECK(week.lanes->side[s].memory.frequent[lane] == week.pairs[lane].memory[s][0]);
      CHECK(week.lanes->side[s].memory.solving[lane] == week.pairs[lane].memory[s][3]);
    }
  }
  CHECK(week.sums.evaluations == 0);
}

TEST_CASE("memories stay in 16 bits and move towards what is observed") {
  for (std::int32_t memory = 0; memory < 65536; memory += 113) {
    const std::int32_t down = remember(memory, 0), up = remember(memory, 1);
    CHECK((down >= 0 && down <= memory));
    CHECK((up <= 65535 && up >= memory));
  }
  std::int32_t memory = 65535;
  for (int week = 0; week < 200; ++week) memory = remember(memory, 0);
  CHECK(memory < 65535 / 1000);
}

TEST_CASE("a rater's score moves only with what the other does: the other direction is not seen") {
  // Law of the survey: raising only j -> i moves only i's rating of j.
  LaneWeek week(9, 16), other(9, 16);
  for (std::size_t lane = 0; lane < 16; ++lane) {
    other.lanes->side[1].goals[lane] = 1;
    other.lanes->side[1].knowledge[lane] = 1;
  }
  week.live();
  other.live();
  for (std::size_t lane = 0; lane < 16; ++lane) {
    CHECK(week.lanes->side[0].memory.frequent[lane] == other.lanes->side[0].memory.frequent[lane]);
    CHECK(week.lanes->side[0].events[lane] == other.lanes->side[0].events[lane]);
  }
}
