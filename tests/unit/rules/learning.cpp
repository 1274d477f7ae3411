#include "rules/learning/learning.h"

#include <array>

#include "support/catch.h"
#include "unit/rules/any.h"

using namespace relco;
using test::Any;

namespace {

constexpr LearningParameters kUsual{};
constexpr Tie kMiddling{0.5f, 0.5f, 0.5f};
constexpr Events kSolved = event::active | event::problem | event::solved;
constexpr Events kBlamed = event::active | event::problem;
constexpr Events kSmooth = event::active | event::well;

// Without the pull of the anchor: what experience alone does.
LearningParameters free_of_anchors() {
  LearningParameters out;
  out.anchor_rate = 0;
  return out;
}

struct TieWeek {
  LearningParameters p = free_of_anchors();
  Tie tie = kMiddling;
  float theirs = 0.5f;
  Events heard = 0, sent = 0;
  Profile me, other;
  LinkView link;
  std::array<std::array<double, kComponents>, kTerms> booked{};

  Tie live() {
    Tie after = tie;
    learn(p, logistic(p.anchor_custom), after, theirs, heard, sent, me, other, link,
          [&](Term term, Component component, std::int32_t steps) {
            booked[static_cast<std::size_t>(term)][static_cast<std::size_t>(component)] +=
                static_cast<double>(steps) / static_cast<double>(kGridUnit);
          });
    return after;
  }
};

Tie after(Events heard, Events sent = 0) {
  TieWeek week;
  week.heard = heard;
  week.sent = sent;
  return week.live();
}

bool same(const Tie& a, const Tie& b) {
  return a.goals == b.goals && a.knowledge == b.knowledge && a.respect == b.respect;
}

}  // namespace

TEST_CASE("a week in silence costs knowledge and nothing else") {
  const Tie tie = after(0);
  CHECK(tie.goals == kMiddling.goals);
  CHECK(tie.respect == kMiddling.respect);
  CHECK(tie.knowledge < kMiddling.knowledge);
}

TEST_CASE("a problem solved together raises goals and respect, and more than a smooth week") {
  const Tie solved = after(kSolved), smooth = after(kSmooth);
  CHECK(solved.respect > smooth.respect);
  CHECK(solved.goals > smooth.goals);
  CHECK(smooth.respect > kMiddling.respect);
  CHECK(smooth.goals > kMiddling.goals);
}

TEST_CASE("blame takes more than a solved problem gives, and more still under strain") {
  const Tie blamed = after(kBlamed), solved = after(kSolved);
  CHECK(kMiddling.respect - blamed.respect > solved.respect - kMiddling.respect);
  CHECK(kMiddling.goals - blamed.goals > solved.goals - kMiddling.goals);
  TieWeek strained;
  strained.heard = kBlamed;
  strained.me.strain = 1;
  CHECK(strained.live().respect < blamed.respect);
}

TEST_CASE("bias takes from what good contact gives and adds to what blame takes") {
  TieWeek good, bad;
  good.heard = kSolved;
  bad.heard = kBlamed;
  for (TieWeek* week : {&good, &bad}) {
    week->other.role = 1;
    week->me.bias_role = 0.5f;
  }
  CHECK(good.live().respect < after(kSolved).respect);
  CHECK(bad.live().respect < after(kBlamed).respect);
}

TEST_CASE("accurate words teach those who hear them, and any word teaches who says it") {
  const Tie silent = after(0), told = after(event::active | event::contact | event::accurate);
  const Tie vague = after(event::active | event::contact);
  CHECK(told.knowledge > vague.knowledge);
  CHECK(vague.knowledge > silent.knowledge);
  CHECK(after(0, event::active | event::contact).knowledge > vague.knowledge);
}

TEST_CASE("nobody comes to know another profession's work better than can be known") {
  TieWeek week;
  week.heard = kSmooth | event::accurate;
  week.other.role = 1;
  week.p.forgetting = 0;
  week.tie.knowledge = to_grid(week.p.knowledge_most);
  CHECK(week.live().knowledge == week.tie.knowledge);
}

TEST_CASE("respect is returned, and respect that is not returned goes") {
  TieWeek more, less;
  more.heard = less.heard = kSmooth;
  more.theirs = 0.9f;
  less.theirs = 0.1f;
  CHECK(more.live().respect > less.live().respect);
}

TEST_CASE("what is taught takes both at the table; what hurts takes one") {
  TieWeek alone, both, hurt;
  alone.me.learn_goals = both.me.learn_goals = both.other.learn_goals = 1;
  hurt.me.learn_goals = -1;
  CHECK(same(alone.live(), after(0)));
  CHECK(both.live().goals > kMiddling.goals);
  CHECK(hurt.live().goals < kMiddling.goals);
}

TEST_CASE("structures, leaders, labour and shared results pull ties up; one-sided pressure down") {
  const auto pulled = [](auto set) {
    TieWeek week;
    week.p.anchor_rate = LearningParameters{}.anchor_rate;
    week.tie.goals = 0.8f;
    set(week);
    return week.live().respect;
  };
  const float plain = pulled([](TieWeek&) {});
  CHECK(pulled([](TieWeek& w) { w.me.structures = 1; }) > plain);
  CHECK(pulled([](TieWeek& w) { w.me.leader = 1; }) > plain);
  CHECK(pulled([](TieWeek& w) { w.me.anchor_labour = 1; }) > plain);
  CHECK(pulled([](TieWeek& w) { w.link.exposure = 1; }) > plain);
  CHECK(pulled([](TieWeek& w) { w.link.one_sided = 1; }) < plain);
  CHECK(pulled([](TieWeek& w) { w.link.distrust = 1; }) < plain);
}

TEST_CASE("exposure to the partner's result pulls only where goals are shared already") {
  TieWeek none;
  none.p.anchor_rate = LearningParameters{}.anchor_rate;
  none.tie.goals = to_grid(none.p.payment_ground);
  TieWeek exposed = none;
  exposed.link.exposure = 1;
  CHECK(same(none.live(), exposed.live()));
}

TEST_CASE("a mechanism that is switched off books exactly nothing") {
  TieWeek week;
  week.heard = kSolved;
  week.live();
  for (const Term term : {Term::blame, Term::smooth_work, Term::anchor_structure,
                          Term::anchor_leadership, Term::anchor_payment, Term::anchor_labour,
                          Term::anchor_identity, Term::anchor_custom, Term::intervention}) {
    for (const double x : week.booked[static_cast<std::size_t>(term)]) CHECK(x == 0);
  }
}

TEST_CASE("at pace 0 nothing moves a tie, whatever happens on it") {
  Any any(1);
  LearningParameters frozen;
  frozen.pace = 0;
  for (int n = 0; n < 500; ++n) {
    TieWeek week;
    week.p = at_pace(frozen);
    week.tie = any.tie();
    week.heard = any.events();
    week.sent = any.events();
    week.me = any.profile();
    week.other = any.profile();
    week.link = any.link();
    CHECK(same(week.live(), week.tie));
  }
}

TEST_CASE("what the ledger books adds up to the move of the tie, bit for bit, within 0 and 1") {
  Any any(2);
  std::size_t wrong = 0;
  for (int n = 0; n < 4000; ++n) {
    TieWeek week;
    week.p = any.parameters().learning;
    week.tie = any.tie();
    week.theirs = any.stock();
    week.heard = any.events();
    week.sent = any.events();
    week.me = any.profile();
    week.other = any.profile();
    week.link = any.link();
    const Tie end = week.live();
    const float before[] = {week.tie.goals, week.tie.knowledge, week.tie.respect};
    const float now[] = {end.goals, end.knowledge, end.respect};
    for (std::size_t c = 0; c < kComponents; ++c) {
      double sum = static_cast<double>(before[c]);
      for (const auto& term : week.booked) sum += term[c];
      wrong += sum != static_cast<double>(now[c]);
      wrong += !(now[c] >= 0 && now[c] <= 1 && to_grid(now[c]) == now[c]);
    }
  }
  CHECK(wrong == 0);
}
