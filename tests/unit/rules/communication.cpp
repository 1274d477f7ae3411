#include "rules/communication/communication.h"

#include <cmath>

#include "support/catch.h"
#include "unit/rules/any.h"
#include "unit/stats/approx.h"

using namespace relco;
using test::Any;

namespace {

constexpr CommunicationParameters kUsual{};
constexpr Tie kMiddling{0.6f, 0.6f, 0.6f};

struct Meeting {
  Tie tie = kMiddling;
  float need = 1;
  Profile sender, receiver;
  LinkView link;
  float strain = 0;
  [[nodiscard]] Chances chances() const {
    return relco::chances(kUsual, tie, need, sender, receiver, link, strain);
  }
};

template <class Set>
Chances with(Set&& set) {
  Meeting meeting;
  set(meeting);
  return meeting.chances();
}

const Chances kPlain = Meeting{}.chances();

// All luck that can go well, or badly: 0 is below every chance, the highest bits above.
constexpr ExchangeLuck kLucky{0, 0}, kUnlucky{~0u, ~0u};

}  // namespace

TEST_CASE("goals, knowledge and respect each make contact likelier") {
  CHECK(with([](Meeting& m) { m.tie.goals = 0.9f; }).contact > kPlain.contact);
  CHECK(with([](Meeting& m) { m.tie.knowledge = 0.9f; }).contact > kPlain.contact);
  CHECK(with([](Meeting& m) { m.tie.respect = 0.9f; }).contact > kPlain.contact);
}

TEST_CASE("people who need each other more talk more") {
  CHECK(with([](Meeting& m) { m.need = 3; }).contact > kPlain.contact);
}

TEST_CASE("knowledge makes messages timely and accurate; goals make them timely alone") {
  const Chances knows = with([](Meeting& m) { m.tie.knowledge = 0.9f; });
  CHECK(knows.timely > kPlain.timely);
  CHECK(knows.accurate > kPlain.accurate);
  const Chances aims = with([](Meeting& m) { m.tie.goals = 0.9f; });
  CHECK(aims.timely > kPlain.timely);
  CHECK(aims.accurate == kPlain.accurate);
}

TEST_CASE("problems come up where communication fails") {
  const Chances strained = with([](Meeting& m) { m.strain = 1; });
  CHECK(strained.contact < kPlain.contact);
  CHECK(strained.timely < kPlain.timely);
  CHECK(strained.accurate < kPlain.accurate);
  CHECK(strained.problem > kPlain.problem);
  CHECK(strained.solve < kPlain.solve);
}

TEST_CASE("where nobody is, nobody makes contact") {
  CHECK(with([](Meeting& m) { m.sender.presence = 0; }).contact == 0);
  CHECK(with([](Meeting& m) { m.receiver.presence = 0; }).contact == 0);
}

TEST_CASE("bias across a boundary keeps problems from being solved, and only across it") {
  const auto biased = [](Meeting& m) {
    m.sender.bias_role = m.sender.bias_unit = m.sender.bias_organisation = 0.5f;
  };
  CHECK(with(biased).solve == kPlain.solve);
  CHECK(with([&](Meeting& m) {
          biased(m);
          m.receiver.role = 1;
        }).solve < kPlain.solve);
  CHECK(with([&](Meeting& m) {
          biased(m);
          m.link.other_unit = 1;
        }).solve < kPlain.solve);
  CHECK(with([&](Meeting& m) {
          biased(m);
          m.link.other_organisation = 1;
        }).solve < kPlain.solve);
}

TEST_CASE("status silences upwards only, and humble inquiry gives the voice back") {
  const auto high = [](Meeting& m) { m.sender.status = 0.9f; };
  CHECK(with(high).solve < kPlain.solve);
  CHECK(with([](Meeting& m) { m.receiver.status = 0.9f; }).solve == kPlain.solve);
  CHECK(with([&](Meeting& m) {
          high(m);
          m.sender.inquiry = 1;
        }).solve == kPlain.solve);
}

TEST_CASE("closeness by place and closeness by attachment do not add up: the larger counts") {
  Profile a, b;
  LinkView link;
  a.attached = 0.3f;
  b.attached = 0.6f;
  CHECK(closeness(a, b, link) == 0.6f);
  link.near = 0.8f;
  CHECK(closeness(a, b, link) == 0.8f);
}

TEST_CASE("every chance is a chance, whatever the people, the place and the parameters") {
  Any any(1);
  std::size_t wrong = 0;
  for (int n = 0; n < 3000; ++n) {
    const Chances c = chances(any.parameters().communication, any.tie(), any.number(0, 9),
                              any.profile(), any.profile(), any.link(), any.number(-1, 3));
    const float shares[] = {c.contact, c.timely, c.accurate, c.problem, c.solve};
    for (const float x : shares) {
      wrong += !(x >= 0 && x <= 1);
    }
    wrong += !(c.excess >= 0);
  }
  CHECK(wrong == 0);
}

TEST_CASE("a message is in time or accurate only if there was contact, solved only if a problem") {
  Any any(2);
  std::size_t wrong = 0;
  for (int n = 0; n < 4000; ++n) {
    Chances c;
    c.contact = any.share();
    c.timely = any.share();
    c.accurate = any.share();
    c.problem = any.share();
    c.solve = any.share();
    const Events events = happen(c, luck_of(any.draw(), 0), 1);
    const bool contact = (events & event::contact) != 0;
    wrong += !contact && (events & (event::timely | event::accurate | event::excess)) != 0;
    wrong += (events & event::problem) == 0 && (events & event::solved) != 0;
    wrong += (events & event::active) == 0;
  }
  CHECK(wrong == 0);
}

TEST_CASE("events come as often as their chances say, each given the one before") {
  Any any(3);
  const Chances c{0.7f, 0.6f, 0.8f, 0.4f, 0.3f, 0};
  constexpr int kWeeks = 40000;
  int contact = 0, timely = 0, accurate = 0, both = 0, problem = 0, solved = 0, contact_problem = 0;
  for (int n = 0; n < kWeeks; ++n) {
    const Events events = happen(c, luck_of(any.draw(), n % 2), 1);
    const bool reached = (events & event::contact) != 0, trouble = (events & event::problem) != 0;
    const bool in_time = (events & event::timely) != 0, right = (events & event::accurate) != 0;
    contact += reached;
    timely += in_time;
    accurate += right;
    both += in_time && right;
    problem += trouble;
    solved += (events & event::solved) != 0;
    contact_problem += reached && trouble;
  }
  const auto share = [](int events) { return static_cast<double>(events) / kWeeks; };
  constexpr double kFar = 0.01;  // four standard errors
  CHECK(std::abs(share(contact) - 0.7) < kFar);
  CHECK(std::abs(share(timely) - 0.7 * 0.6) < kFar);
  CHECK(std::abs(share(accurate) - 0.7 * 0.8) < kFar);
  CHECK(std::abs(share(both) - 0.7 * 0.6 * 0.8) < kFar);
  CHECK(std::abs(share(problem) - 0.4) < kFar);
  CHECK(std::abs(share(solved) - 0.4 * 0.3) < kFar);
  CHECK(std::abs(share(contact_problem) - 0.7 * 0.4) < kFar);
}

TEST_CASE("nothing happens between people who do not need each other") {
  const Chances sure{1, 1, 1, 1, 1, 1};
  CHECK(happen(sure, kLucky, 0) == 0);
  CHECK(happen(Chances{}, kUnlucky, 1) == event::active);
}

TEST_CASE("contact is marked as more than needed beyond the threshold, and nowhere below") {
  Chances c{1, 1, 1, 0, 0, 0};
  CHECK((happen(c, kLucky, 1) & event::excess) == 0);
  c.excess = 0.1f;
  CHECK((happen(c, kLucky, 1) & event::excess) != 0);
  c.contact = 0;
  CHECK((happen(c, kLucky, 1) & event::excess) == 0);
  CHECK(kPlain.excess == 0);
}

TEST_CASE("contacts fall on each of five days alike") {
  int days[5] = {};
  for (std::uint32_t low = 0; low < 256; ++low) {
    const float day = weekday(ExchangeLuck{low, 0});
    REQUIRE((day >= -2 && day <= 2));
    ++days[static_cast<int>(day + 2)];
  }
  for (const int count : days) CHECK((count == 51 || count == 52));
}

TEST_CASE("people of one unit are of one team; others as far as one is attached to the other's") {
  Profile a, b;
  LinkView link;
  CHECK(teammates(a, b, link) == 1);
  link.other_unit = 1;
  CHECK(teammates(a, b, link) == 0);
  b.attached = 0.6f;
  CHECK(teammates(a, b, link) == 0.6f);
  CHECK(teammates(b, a, link) == 0.6f);
}

TEST_CASE("strain rises with load, burnout and hurry, and idleness relieves it only so far") {
  const auto strain = [](float load, float burnout, float pressure) {
    return strain_of(kUsual, load, burnout, pressure);
  };
  CHECK(strain(1, 0.2f, 0.5f) == test::Approx(0).margin(1e-6));
  CHECK(strain(1.3f, 0.2f, 0.5f) > strain(1, 0.2f, 0.5f));
  CHECK(strain(1, 0.5f, 0.5f) > strain(1, 0.2f, 0.5f));
  CHECK(strain(1, 0.2f, 0.9f) > strain(1, 0.2f, 0.5f));
  CHECK(strain(0.5f, 0.2f, 0.5f) == strain(0.1f, 0.2f, 0.5f));
  CHECK(strain(0, 0.2f, 0.9f) == strain(0, 0.2f, 0.5f));  // nobody hurries without work
}
