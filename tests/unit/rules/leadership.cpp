#include "rules/leadership/leadership.h"

#include "rules/labour/labour.h"
#include "support/catch.h"
#include "unit/rules/any.h"
#include "unit/stats/approx.h"

using namespace relco;
using test::Any;

namespace {

constexpr LeadershipParameters kUsual{};
constexpr LabourParameters kLabour{};

LeaderWeek steady() {
  LeaderWeek w;
  w.support = w.stance = 0.5f;
  w.quality = w.aspiration = 0.6f;
  return w;
}

template <class Set>
float after(Set&& set) {
  LeaderWeek w = steady();
  set(w);
  return support_after(kUsual, w);
}

}  // namespace

TEST_CASE("leaders who see what they aspire to and feel no pressure stay as they are") {
  CHECK(support_after(kUsual, steady()) == 0.5f);
}

TEST_CASE("support follows results, shared payment and labour, and gives way to threat") {
  CHECK(after([](LeaderWeek& w) { w.quality = 0.9f; }) > 0.5f);
  CHECK(after([](LeaderWeek& w) { w.quality = 0.3f; }) < 0.5f);
  CHECK(after([](LeaderWeek& w) { w.aspiration = 0.9f; }) < 0.5f);
  CHECK(after([](LeaderWeek& w) { w.exposure = 0.5f; }) > 0.5f);
  CHECK(after([](LeaderWeek& w) { w.labour = 0.5f; }) > 0.5f);
  CHECK(after([](LeaderWeek& w) { w.labour = -0.5f; }) < 0.5f);
  CHECK(after([](LeaderWeek& w) { w.threat = 0.5f; }) < 0.5f);
  CHECK(after([](LeaderWeek& w) { w.policy = 0.5f; }) > 0.5f);
  CHECK(after([](LeaderWeek& w) { w.policy = -0.2f; }) < 0.5f);
  CHECK(after([](LeaderWeek& w) { w.stance = 0.9f; }) > 0.5f);
}

TEST_CASE("cost pressure costs support only where leaders believe in the trade-off") {
  CHECK(after([](LeaderWeek& w) { w.cost_pressure = 0.5f; }) == 0.5f);
  CHECK(after([](LeaderWeek& w) { w.trade_off = 1; }) == 0.5f);
  CHECK(after([](LeaderWeek& w) { w.cost_pressure = 0.5f, w.trade_off = 1; }) < 0.5f);
}

TEST_CASE("leaders whose support was moved return to their own stance when all is quiet") {
  for (const float start : {0.0f, 1.0f}) {
    LeaderWeek w = steady();
    w.support = start;
    for (int n = 0; n < 1000; ++n) w.support = support_after(kUsual, w);
    CHECK(w.support == test::Approx(w.stance).margin(1e-3));
  }
}

TEST_CASE("support stays in 0 to 1 and on the grid under any parameters") {
  Any any(1);
  std::size_t wrong = 0;
  for (int n = 0; n < 3000; ++n) {
    const LeadershipParameters p = any.parameters().leadership;
    const LeaderWeek w{any.stock(),       any.share(),       any.share(), any.share(),
                       any.share(),       any.number(-1, 1), any.share(), any.number(-1, 1),
                       any.number(-1, 1), any.share()};
    const float x = support_after(p, w);
    const float y = unit_support_after(p, any.stock(), any.share(), any.share(), any.share());
    wrong += !(x >= 0 && x <= 1 && to_grid(x) == x);
    wrong += !(y >= 0 && y <= 1 && to_grid(y) == y);
    const float felt = support_felt(p, any.share(), any.share());
    wrong += !(felt >= 0 && felt <= 1.000001f);
  }
  CHECK(wrong == 0);
}

TEST_CASE("a unit's leader follows those above, faster down than up, and rests when they do") {
  const auto move = [](float above) {
    return unit_support_after(kUsual, 0.5f, 0.5f, above, 0.5f) - 0.5f;
  };
  CHECK(move(0.5f) == 0);
  CHECK(move(0.9f) > 0);
  CHECK(move(0.1f) < 0);
  CHECK(-move(0.1f) > move(0.9f));
}

TEST_CASE("felt support lies between the unit's leader and the organisation's") {
  CHECK(support_felt(kUsual, 0.2f, 0.8f) > 0.2f);
  CHECK(support_felt(kUsual, 0.2f, 0.8f) < 0.8f);
  CHECK(support_felt(kUsual, 0.6f, 0.6f) == test::Approx(0.6f));
}

TEST_CASE("a union's strength alone does nothing") {
  for (float strength = 0; strength <= 1; strength += 0.1f) {
    for (const float process : {0.0f, 0.5f, 1.0f}) {
      CHECK(labour_relations(kLabour, 0, strength, process) == 0);
    }
  }
}

TEST_CASE("strength amplifies the stance, whichever way it points") {
  for (float strength = 0.1f; strength <= 1; strength += 0.1f) {
    const float weaker = strength - 0.1f;
    CHECK(labour_relations(kLabour, 0.4f, strength, 0.5f) >
          labour_relations(kLabour, 0.4f, weaker, 0.5f));
    CHECK(labour_relations(kLabour, -0.4f, strength, 0.5f) <
          labour_relations(kLabour, -0.4f, weaker, 0.5f));
  }
}

TEST_CASE("relations have the sign of the stance, rise with it and stay in -1 to 1") {
  Any any(2);
  std::size_t wrong = 0;
  for (int n = 0; n < 3000; ++n) {
    LabourParameters p = any.parameters().labour;
    p.strength_alone = 0;  // else the law is broken on purpose
    const float stance = any.number(-1, 1), strength = any.share(), process = any.share();
    const float relations = labour_relations(p, stance, strength, process);
    const float better = labour_relations(p, stance + 0.1f, strength, process);
    wrong += !(relations >= -1 && relations <= 1);
    wrong += stance > 0 ? relations < 0 : relations > 0;
    wrong += better < relations;
  }
  CHECK(wrong == 0);
}

TEST_CASE("partnership in name only gives nothing; an unfair process spares no adversary") {
  CHECK(labour_relations(kLabour, 0.8f, 0.8f, 0) == 0);
  CHECK(labour_relations(kLabour, 0.8f, 0.8f, 0.4f) > 0);
  CHECK(labour_relations(kLabour, 0.3f, 0.3f, 0.6f) > labour_relations(kLabour, 0.3f, 0.3f, 0.4f));
  CHECK(labour_relations(kLabour, -0.5f, 0.5f, 0) == labour_relations(kLabour, -0.5f, 0.5f, 1));
}
