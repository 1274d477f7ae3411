// The ledger of a single tie in a single week: what the sums over scopes are made of.
#include <array>

#include "random/draws.h"
#include "rules/learning/learning.h"
#include "support/catch.h"

using namespace relco;

namespace {

struct OneTieBook {
  std::array<std::array<std::int64_t, kComponents>, kTerms> terms{};
  void operator()(Term term, Component component, std::int32_t steps) {
    terms[static_cast<std::size_t>(term)][static_cast<std::size_t>(component)] += steps;
  }
  [[nodiscard]] std::int64_t sum(std::size_t component) const {
    std::int64_t out = 0;
    for (const auto& term : terms) out += term[component];
    return out;
  }
};

// The nth of many quite different weeks: any tie, anything heard and sent, any two people.
struct AnyWeek {
  explicit AnyWeek(std::uint32_t n) : n_(n) {
    tie = {to_grid(next()), to_grid(next()), to_grid(next())};
    if (n % 7 == 0) tie.respect = n % 14 == 0 ? 0.0f : 1.0f;  // at the ends of the scale
    theirs = to_grid(next());
    heard = static_cast<Events>(next() * 64.0f);
    sent = static_cast<Events>(next() * 64.0f);
    for (Profile* one : {&me, &other}) {
      one->strain = 2.0f * next() - 1.0f;
      one->structures = next();
      one->bias_role = next();
      one->bias_unit = next();
      one->leader = 2.0f * next() - 1.0f;
      one->anchor_labour = 2.0f * next() - 1.0f;
      one->learn_goals = 2.0f * next() - 1.0f;
      one->learn_knowledge = 2.0f * next() - 1.0f;
      one->learn_respect = 2.0f * next() - 1.0f;
      one->role = next() < 0.5f ? 1 : 2;
    }
    link.other_unit = next() < 0.5f ? 1.0f : 0.0f;
    link.exposure = next();
    link.one_sided = next();
    link.distrust = next();
  }

  Tie tie;
  float theirs = 0;
  Events heard = 0, sent = 0;
  Profile me, other;
  LinkView link;

 private:
  float next() { return Luck(11, n_).draw(Purpose::facts, at_++, 0).uniform(0); }
  std::uint32_t n_;
  std::uint64_t at_ = 1;
};

}  // namespace

TEST_CASE("the terms of one tie in one week add up to what each component gained or lost") {
  const LearningParameters p;
  const float custom = logistic(p.anchor_custom);
  std::size_t wrong = 0, moved = 0;
  for (std::uint32_t n = 0; n < 20000; ++n) {
    AnyWeek week(n);
    const Tie before = week.tie;
    OneTieBook book;
    learn(p, custom, week.tie, week.theirs, week.heard, week.sent, week.me, week.other, week.link,
          book);
    const std::array<float, kComponents> gained = {week.tie.goals - before.goals,
                                                   week.tie.knowledge - before.knowledge,
                                                   week.tie.respect - before.respect};
    for (std::size_t c = 0; c < kComponents; ++c) {
      wrong += book.sum(c) != grid_steps(gained[c]) ? 1 : 0;
      moved += book.sum(c) != 0 ? 1 : 0;
    }
  }
  CHECK(wrong == 0);
  CHECK(moved > 50000);
}
