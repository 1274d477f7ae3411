#include "rules/learning/learning.h"

#include <array>

#include "support/catch.h"
#include "unit/rules/any.h"

using namespace relco;
using test::Any;

namespace {

struct Ledger {
  std::array<std::array<std::int64_t, kComponents>, kTerms> steps{};
  std::array<std::array<int, kComponents>, kTerms> bookings{};
  void operator()(Term term, Component component, std::int32_t n) {
    steps[static_cast<std::size_t>(term)][static_cast<std::size_t>(component)] += n;
    ++bookings[static_cast<std::size_t>(term)][static_cast<std::size_t>(component)];
  }
  [[nodiscard]] std::int64_t of(Term term) const {
    std::int64_t sum = 0;
    for (const std::int64_t n : steps[static_cast<std::size_t>(term)]) sum += n < 0 ? -n : n;
    return sum;
  }
  [[nodiscard]] std::int64_t of(Term term, Component component) const {
    return steps[static_cast<std::size_t>(term)][static_cast<std::size_t>(component)];
  }
};

struct Case {
  Tie tie;
  float theirs = 0.5f;
  std::uint8_t heard = 0, sent = 0;
  Profile me, other;
  LinkView link;

  Ledger learn(const LearningParameters& p = {}) {
    Ledger ledger;
    relco::learn(p, logistic(p.anchor_custom), tie, theirs, heard, sent, me, other, link, ledger);
    return ledger;
  }
};

Case any_case(Any& any) {
  return {any.tie(),     any.stock(),   any.events(), any.events(),
          any.profile(), any.profile(), any.link()};
}

// Two people on equal terms with a middling tie.
Case plain() {
  Case out;
  out.tie = {0.5f, 0.5f, 0.5f};
  out.me.role = 1;
  out.other.role = 2;
  return out;
}

constexpr std::uint8_t kSolved = event::active | event::problem | event::solved;
constexpr std::uint8_t kBlamed = event::active | event::problem;
constexpr std::uint8_t kWell = event::active | event::well;

std::int64_t steps(float x) {
  return grid_steps(x);
}

}  // namespace

TEST_CASE("ties stay in 0 to 1 and on the grid, whatever happens to whom under any parameters") {
  Any any(1);
  std::size_t wrong = 0;
  for (int n = 0; n < 20000; ++n) {
    Case one = any_case(any);
    one.learn(n % 4 == 0 ? any.parameters().learning : LearningParameters{});
    for (const float x : {one.tie.goals, one.tie.knowledge, one.tie.respect}) {
      wrong += !(x >= 0.0f && x <= 1.0f && to_grid(x) == x);
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("the terms that are booked add up to the change of each component, exactly") {
  Any any(2);
  std::size_t wrong = 0;
  for (int n = 0; n < 20000; ++n) {
    Case one = any_case(any);
    const Tie before = one.tie;
    const Ledger ledger = one.learn(n % 4 == 0 ? any.parameters().learning : LearningParameters{});
    const std::array<std::int64_t, kComponents> change{
        steps(one.tie.goals) - steps(before.goals),
        steps(one.tie.knowledge) - steps(before.knowledge),
        steps(one.tie.respect) - steps(before.respect)};
    for (std::size_t c = 0; c < kComponents; ++c) {
      std::int64_t sum = 0;
      for (const auto& term : ledger.steps) sum += term[c];
      wrong += sum != change[c];
      wrong += to_fixed(static_cast<double>(change[c]) / kGridUnit) != change[c] << kGridToFixed;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE(
    "a week of nothing heard and nothing sent moves by forgetting, anchors and teaching only") {
  Any any(3);
  for (int n = 0; n < 500; ++n) {
    Case one = any_case(any);
    one.heard = one.sent = any.coin() ? event::active : std::uint8_t{0};
    const Ledger ledger = one.learn();
    for (const Term term : {Term::reset, Term::smooth_work, Term::problem_solving, Term::blame,
                            Term::knowledge_gain}) {
      CHECK(ledger.of(term) == 0);
    }
  }
}

TEST_CASE("learning never books a reset, and no term that cannot be") {
  Any any(4);
  for (int n = 0; n < 200; ++n) {
    const Ledger ledger = any_case(any).learn();
    CHECK(ledger.bookings[static_cast<std::size_t>(Term::reset)] == std::array<int, kComponents>{});
  }
}

TEST_CASE("a mechanism whose coefficient is zero has term exactly zero") {
  Any any(5);
  const auto check = [&](Term term, float LearningParameters::*coefficient,
                         float LearningParameters::*second = nullptr,
                         float LearningParameters::*third = nullptr) {
    LearningParameters off;
    off.*coefficient = 0;
    if (second) off.*second = 0;
    if (third) off.*third = 0;
    std::int64_t with = 0, without = 0;
    for (int n = 0; n < 1000; ++n) {
      Case one = any_case(any), other = one;
      with += one.learn().of(term);
      without += other.learn(off).of(term);
    }
    CAPTURE(term_name(static_cast<std::size_t>(term)));
    CHECK(with != 0);
    CHECK(without == 0);
  };
  using P = LearningParameters;
  check(Term::smooth_work, &P::smooth);
  check(Term::problem_solving, &P::respect_solve, &P::goals_solve);
  check(Term::blame, &P::respect_solve, &P::goals_solve);
  check(Term::blame, &P::negativity, &P::negativity_strain);
  check(Term::knowledge_gain, &P::knowledge_accurate);
  check(Term::forgetting, &P::forgetting);
  check(Term::anchor_custom, &P::anchor_rate);
  check(Term::anchor_structure, &P::anchor_rate);
  check(Term::anchor_structure, &P::anchor_structures);
  check(Term::anchor_leadership, &P::anchor_rate);
  check(Term::anchor_payment, &P::anchor_payment, &P::anchor_one_sided);
  check(Term::anchor_labour, &P::anchor_rate);
  check(Term::anchor_identity, &P::anchor_own, &P::anchor_bias, &P::anchor_distrust);
  check(Term::intervention, &P::intervention_rate);
}

TEST_CASE("a mechanism with nothing to drive it has term exactly zero") {
  Any any(6);
  std::int64_t others = 0;
  for (int n = 0; n < 1000; ++n) {
    Case one = any_case(any);
    one.me.structures = one.other.structures = 0;
    one.me.anchor_leadership = 0;
    one.link.exposure = one.link.one_sided = 0;
    one.me.anchor_labour = 0;
    one.link.own_group = one.link.distrust = 0;
    one.me.bias_role = one.me.bias_unit = one.me.bias_organisation = one.me.bias_label = 0;
    one.me.learn_goals = one.me.learn_knowledge = one.me.learn_respect = 0;
    one.other.learn_goals = one.other.learn_knowledge = one.other.learn_respect = 0.5f;
    const Ledger ledger = one.learn();
    for (const Term term : {Term::anchor_structure, Term::anchor_leadership, Term::anchor_payment,
                            Term::anchor_labour, Term::anchor_identity, Term::intervention}) {
      CHECK(ledger.of(term) == 0);
    }
    others += ledger.of(Term::anchor_custom) + ledger.of(Term::forgetting);
  }
  CHECK(others > 0);
}

TEST_CASE("every driver alone pulls its own term and leaves the other anchors at zero") {
  const auto check = [](Term term, int sign, auto&& set) {
    Case one = plain();
    one.link.distrust = 0;
    set(one);
    const Ledger ledger = one.learn();
    for (const Term other : {Term::anchor_structure, Term::anchor_leadership, Term::anchor_payment,
                             Term::anchor_labour, Term::anchor_identity}) {
      CAPTURE(term_name(static_cast<std::size_t>(term)),
              term_name(static_cast<std::size_t>(other)));
      if (other != term) {
        CHECK(ledger.of(other) == 0);
        continue;
      }
      for (const Component component :
           {Component::goals, Component::knowledge, Component::respect}) {
        CHECK(sign * ledger.of(other, component) > 0);
      }
    }
  };
  check(Term::anchor_structure, +1, [](Case& c) { c.me.structures = c.other.structures = 0.6f; });
  check(Term::anchor_leadership, +1, [](Case& c) { c.me.anchor_leadership = 0.5f; });
  check(Term::anchor_leadership, -1, [](Case& c) { c.me.anchor_leadership = -0.5f; });
  check(Term::anchor_payment, +1, [](Case& c) { c.link.exposure = 0.5f; });
  check(Term::anchor_payment, -1, [](Case& c) { c.link.one_sided = 0.5f; });
  check(Term::anchor_labour, +1, [](Case& c) { c.me.anchor_labour = 0.5f; });
  check(Term::anchor_labour, -1, [](Case& c) { c.me.anchor_labour = -0.5f; });
  check(Term::anchor_identity, -1, [](Case& c) { c.me.bias_role = 0.5f; });
  check(Term::anchor_identity, -1, [](Case& c) { c.link.distrust = 0.5f; });
  check(Term::anchor_identity, +1, [](Case& c) { c.link.own_group = 1; });
}

TEST_CASE("payment acts on goals only as far as goals are shared already") {
  Case strangers = plain();
  strangers.tie.goals = 0;
  strangers.link.exposure = 1;
  CHECK(strangers.learn().of(Term::anchor_payment) == 0);
  Case few = plain(), many = plain();
  few.tie.goals = 0.2f;
  many.tie.goals = 0.8f;
  few.link.exposure = many.link.exposure = 0.5f;
  CHECK(many.learn().of(Term::anchor_payment, Component::respect) >
        few.learn().of(Term::anchor_payment, Component::respect));
}

TEST_CASE("blame hurts more than solving helps, from the same distance to the end of the scale") {
  for (float x = 0.1f; x < 1.0f; x += 0.1f) {
    Case solved = plain(), blamed = plain();
    solved.tie = {to_grid(1 - x), 0.5f, to_grid(1 - x)};
    blamed.tie = {to_grid(x), 0.5f, to_grid(x)};
    solved.heard = kSolved;
    blamed.heard = kBlamed;
    const Ledger good = solved.learn(), bad = blamed.learn();
    for (const Component component : {Component::goals, Component::respect}) {
      CHECK(good.of(Term::problem_solving, component) > 0);
      CHECK(-bad.of(Term::blame, component) > good.of(Term::problem_solving, component));
    }
  }
}

TEST_CASE("strain and bias make blame worse, bias makes solving teach less") {
  const auto blame = [](float strain, float bias) {
    Case one = plain();
    one.heard = kBlamed;
    one.me.strain = strain;
    one.me.bias_role = bias;
    return -one.learn().of(Term::blame, Component::respect);
  };
  const auto solving = [](float bias) {
    Case one = plain();
    one.heard = kSolved;
    one.me.bias_role = bias;
    return one.learn().of(Term::problem_solving, Component::respect);
  };
  CHECK(blame(1, 0) > blame(0, 0));
  CHECK(blame(0, 0.5f) > blame(0, 0));
  CHECK(blame(-1, 0) == blame(0, 0));
  CHECK(solving(0.5f) < solving(0));
  CHECK(solving(1) == 0);
  CHECK(solving(2) == 0);
}

TEST_CASE("a solved problem teaches more than smooth work") {
  Case solved = plain(), smooth = plain();
  smooth.theirs = smooth.tie.respect;
  solved.heard = kSolved;
  smooth.heard = kWell;
  const std::int64_t by_solving = solved.learn().of(Term::problem_solving, Component::goals);
  const std::int64_t by_work = smooth.learn().of(Term::smooth_work, Component::goals);
  CHECK(by_work > 0);
  CHECK(by_solving > by_work);
}

TEST_CASE("respect that comes back draws respect along, in smooth work only") {
  const auto gain = [](float theirs, std::uint8_t heard) {
    Case one = plain();
    one.theirs = theirs;
    one.heard = heard;
    return one.learn().of(Term::smooth_work, Component::respect);
  };
  CHECK(gain(0.9f, kWell) > gain(0.5f, kWell));
  CHECK(gain(0.5f, kWell) > gain(0.1f, kWell));
  CHECK(gain(0.9f, kBlamed) == 0);
}

TEST_CASE("knowledge comes from accurate messages, a little from sending, and has a ceiling") {
  const auto gain = [](float knowledge, std::uint8_t heard, std::uint8_t sent) {
    Case one = plain();
    one.tie.knowledge = knowledge;
    one.heard = heard;
    one.sent = sent;
    return one.learn().of(Term::knowledge_gain, Component::knowledge);
  };
  const std::uint8_t contact = event::contact, accurate = event::contact | event::accurate;
  CHECK(gain(0.5f, accurate, 0) > gain(0.5f, 0, contact));
  CHECK(gain(0.5f, 0, contact) > 0);
  CHECK(gain(0.5f, accurate, contact) > gain(0.5f, accurate, 0));
  CHECK(gain(0.5f, contact, 0) == 0);
  CHECK(gain(LearningParameters{}.knowledge_most, accurate, contact) <= 1);
}

TEST_CASE("knowledge fades faster in silence and slower within a profession") {
  const auto loss = [](std::uint8_t heard, bool own) {
    Case one = plain();
    one.heard = heard;
    if (own) one.other.role = one.me.role;
    return -one.learn().of(Term::forgetting, Component::knowledge);
  };
  CHECK(loss(0, false) > loss(event::contact, false));
  CHECK(loss(event::contact, false) > 0);
  CHECK(loss(0, true) < loss(0, false));
}

TEST_CASE("an intervention teaches only when both are at the table, and a negative dose hurts") {
  const auto taught = [](float mine, float theirs) {
    Case one = plain();
    one.me.learn_goals = mine;
    one.other.learn_goals = theirs;
    return one.learn().of(Term::intervention, Component::goals);
  };
  CHECK(taught(1, 0) == 0);
  CHECK(taught(0, 1) == 0);
  CHECK(taught(1, 1) > 0);
  CHECK(taught(1, 2) == taught(1, 1));
  CHECK(taught(2, 2) > taught(1, 1));
  CHECK(taught(-1, 1) < 0);
}

TEST_CASE("what one hears from the other moves no component that is not one's own") {
  // Learning of the two directions is independent but for the other's respect of last week.
  Any any(7);
  for (int n = 0; n < 200; ++n) {
    Case one = any_case(any), two = one;
    two.other.strain += 1;
    two.other.contact += 1;
    two.other.solving += 1;
    two.other.anchor_leadership += 1;
    two.other.anchor_labour += 1;
    two.other.bias_role += 1;
    one.learn();
    two.learn();
    CHECK(one.tie.goals == two.tie.goals);
    CHECK(one.tie.respect == two.tie.respect);
  }
}
