#include "engine/exchange_by_tie.h"

#include <algorithm>

#include "random/draws.h"
#include "rules/care/suggestion.h"
#include "rules/learning/learning.h"

namespace relco {
namespace {

constexpr std::int32_t kMostSilent = 255;
constexpr std::int64_t kMemoryUnit = 128;  // grid steps in 2^-16

// One side of one pair, taken out of the lanes.
struct Side {
  Profile who;
  Tie tie;
  float respect_before = 0;
  Events sent = 0;
};

Side side_of(const SideLanes& lanes, std::size_t lane) {
  Side side;
#define RELCO_LANE(type, name, rest, meaning) side.who.name = lanes.name[lane];
  RELCO_PROFILE(RELCO_LANE)
#undef RELCO_LANE
  side.tie = {lanes.goals[lane], lanes.knowledge[lane], lanes.respect[lane]};
  side.respect_before = side.tie.respect;
  return side;
}

// M1, M2: what happens on the tie, and what of it the other remembers.
void communicate(Side& me, const Profile& other, const CommunicationParameters& p,
                 const ExchangeLuck& luck, float need, const LinkView& view, SideLanes& lanes,
                 std::size_t lane) {
  if (need <= 0.0f) {
    lanes.events[lane] = 0;
    return;
  }
  const float there = me.who.presence * other.presence;
  const float strain = me.who.strain + me.who.weekday_strain * weekday(luck);
  const Chances c = chances(p, me.tie, need, me.who, other, view, strain);
  me.sent = happen(c, luck, there);
  lanes.events[lane] = me.sent;
  const bool contact = (me.sent & event::contact) != 0;
  if (there > 0.0f) {
    const float felt = contact ? clamp01(1.0f - p.excess_cost * c.excess) : 0.0f;
    lanes.memory.frequent[lane] = remember(lanes.memory.frequent[lane], felt);
  }
  const auto observe = [&](std::int32_t& memory, Events observable, Events event) {
    memory = remember_event(memory, me.sent, observable, event);
  };
  observe(lanes.memory.timely[lane], event::contact, event::timely);
  observe(lanes.memory.accurate[lane], event::contact, event::accurate);
  observe(lanes.memory.solving[lane], event::problem, event::solved);
}

void put_back(const Tie& tie, SideLanes& lanes, std::size_t lane) {
  lanes.goals[lane] = tie.goals;
  lanes.knowledge[lane] = tie.knowledge;
  lanes.respect[lane] = tie.respect;
}

// How long the pair has been silent, and whether the survey asks about it.
void close_week(TieLanes& t, std::size_t lane, Events sent, ExchangeSums& sums) {
  const bool contact = (sent & event::contact) != 0;
  t.silent[lane] = contact ? 0 : std::min(t.silent[lane] + 1, kMostSilent);
  t.known[lane] = t.silent[lane] < kSurveyWindow || t.need[lane] > 0.0f ? 1 : 0;
  sums.ties += t.known[lane];
  sums.evaluations += t.need[lane] > t.daily[lane] ? 1 : 0;
}

void add_items(const SideLanes& side, std::size_t lane, std::int64_t (&items)[kItems]) {
  const std::int32_t memories[] = {side.memory.frequent[lane], side.memory.timely[lane],
                                   side.memory.accurate[lane], side.memory.solving[lane]};
  for (std::size_t n = 0; n < 4; ++n) items[n] += memories[n] * kMemoryUnit;
  items[4] += grid_steps(side.goals[lane]);
  items[5] += grid_steps(side.knowledge[lane]);
  items[6] += grid_steps(side.respect[lane]);
}

void live_pair(TieLanes& t, const ExchangeSetting& setting, std::size_t lane, ExchangeSums& sums) {
  const Parameters& p = *setting.parameters;
  const LearningParameters learning = at_pace(p.learning);
  Side side[2] = {side_of(t.side[0], lane), side_of(t.side[1], lane)};
  const Draw draw = Luck::directed(setting.key, side[0].who.luck, side[1].who.luck, setting.week);
  for (int s = 0; s < 2; ++s) {
    communicate(side[s], side[1 - s].who, p.communication, luck_of(draw, s), t.need[lane],
                setting.view[s], t.side[s], lane);
  }
  for (int s = 0; s < 2; ++s) {
    const Side& other = side[1 - s];
    learn(learning, setting.sigma_custom, side[s].tie, other.respect_before, other.sent,
          side[s].sent, side[s].who, other.who, setting.view[s], sums.books[s]);
    put_back(side[s].tie, t.side[s], lane);
  }
  close_week(t, lane, side[0].sent | side[1].sent, sums);
  for (int s = 0; s < 2; ++s) {
    if (t.known[lane] != 0) add_items(t.side[s], lane, sums.items[s]);
    if (!setting.suggestions) continue;
    const Profile &a = side[s].who, &b = side[1 - s].who;
    const LinkView& view = setting.view[0];
    t.suggestion[s][lane] =
        suggestion_chance(p.care, side[s].tie, teammates(a, b, view), closeness(a, b, view));
  }
}

}  // namespace

void exchange_by_tie(TieLanes& lanes, const ExchangeSetting& setting, ExchangeSums& sums) noexcept {
  sums.begun = true;
  for (std::size_t lane = 0; lane < lanes.used; ++lane) live_pair(lanes, setting, lane, sums);
}

}  // namespace relco
