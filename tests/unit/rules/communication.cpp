#include "rules/communication/communication.h"

#include <array>
#include <cstdlib>
#include <functional>

#include "support/catch.h"
#include "unit/rules/any.h"
#include "unit/stats/approx.h"

using namespace relco;
using test::Any;

namespace {

struct Case {
  Tie tie{0.5f, 0.5f, 0.5f};
  float need = 1;
  Profile sender, receiver;
  LinkView link;
  float strain = 0.2f;

  [[nodiscard]] Chances chances(const CommunicationParameters& p = {}) const {
    return relco::chances(p, tie, need, sender, receiver, link, strain);
  }
};

Case any_case(Any& any) {
  return {any.tie(),     any.number(0.01f, 6), any.profile(),
          any.profile(), any.link(),           any.number(-1, 3)};
}

using Part = float Chances::*;

// Moves `what` through eleven values of [0, 1] in many random cases; `part` must move with `sign`,
// and somewhere really move.
void check_monotone(Part part, int sign, const std::function<void(Case&, float)>& set) {
  Any any(17);
  bool moves = false;
  std::size_t wrong = 0;
  for (int n = 0; n < 300; ++n) {
    Case one = any_case(any);
    set(one, 0);
    float before = one.chances().*part;
    for (int k = 1; k <= 10; ++k) {
      set(one, static_cast<float>(k) * 0.1f);
      const float after = one.chances().*part;
      const float change = static_cast<float>(sign) * (after - before);
      wrong += change < -1e-6f;
      moves |= change > 1e-4f;
      before = after;
    }
  }
  CHECK(wrong == 0);
  CHECK(moves);
}

}  // namespace

TEST_CASE("all chances of communication lie in 0 to 1, whatever the parameters and people") {
  Any any(1);
  std::size_t wrong = 0;
  for (int n = 0; n < 5000; ++n) {
    const Case one = any_case(any);
    const Chances c =
        one.chances(n % 2 == 0 ? any.parameters().communication : CommunicationParameters{});
    for (const float chance : {c.contact, c.timely, c.accurate, c.problem, c.solve}) {
      wrong += !(chance >= 0.0f && chance <= 1.0f);
    }
    wrong += !(c.excess >= 0.0f);
  }
  CHECK(wrong == 0);
}

TEST_CASE(
    "contact grows with goals, knowledge, respect, structures, need, nearness, coordinators") {
  check_monotone(&Chances::contact, +1, [](Case& c, float x) { c.tie.goals = x; });
  check_monotone(&Chances::contact, +1, [](Case& c, float x) { c.tie.knowledge = x; });
  check_monotone(&Chances::contact, +1, [](Case& c, float x) { c.tie.respect = x; });
  check_monotone(&Chances::contact, +1, [](Case& c, float x) { c.receiver.structures = x; });
  check_monotone(&Chances::contact, +1, [](Case& c, float x) { c.link.structures_reach = x; });
  check_monotone(&Chances::contact, +1, [](Case& c, float x) { c.need = 5 * x; });
  check_monotone(&Chances::contact, +1, [](Case& c, float x) { c.link.near = x; });
  check_monotone(&Chances::contact, +1, [](Case& c, float x) { c.sender.contact = 2 * x; });
}

TEST_CASE("strain takes from contact, timeliness, accuracy and solving, and adds problems") {
  const auto strain = [](Case& c, float x) { c.strain = 3 * x - 1; };
  check_monotone(&Chances::contact, -1, strain);
  check_monotone(&Chances::timely, -1, strain);
  check_monotone(&Chances::accurate, -1, strain);
  check_monotone(&Chances::solve, -1, strain);
  check_monotone(&Chances::problem, +1, strain);
}

TEST_CASE("messages come in time with goals and knowledge, accurate with knowledge") {
  check_monotone(&Chances::timely, +1, [](Case& c, float x) { c.tie.goals = x; });
  check_monotone(&Chances::timely, +1, [](Case& c, float x) { c.tie.knowledge = x; });
  check_monotone(&Chances::accurate, +1, [](Case& c, float x) { c.tie.knowledge = x; });
  check_monotone(&Chances::timely, +1, [](Case& c, float x) { c.link.shared_systems = x; });
  check_monotone(&Chances::accurate, +1, [](Case& c, float x) { c.link.shared_systems = x; });
}

TEST_CASE("good ties prevent problems, and what problems remain are solved more often") {
  const auto tie = [](Case& c, float x) { c.tie = {x, x, x}; };
  check_monotone(&Chances::problem, -1, tie);
  check_monotone(&Chances::solve, +1, tie);
  check_monotone(&Chances::solve, +1, [](Case& c, float x) { c.tie.goals = x; });
  check_monotone(&Chances::solve, +1, [](Case& c, float x) { c.tie.respect = x; });
  check_monotone(&Chances::solve, +1, [](Case& c, float x) { c.sender.solving = 2 * x; });
}

TEST_CASE("bias and standing above the other take from solving, humble inquiry gives it back") {
  check_monotone(&Chances::solve, -1, [](Case& c, float x) {
    c.sender.role = 1;
    c.receiver.role = 2;
    c.sender.bias_role = x;
  });
  check_monotone(&Chances::solve, -1, [](Case& c, float x) { c.sender.status = x; });
  check_monotone(&Chances::solve, +1, [](Case& c, float x) { c.sender.inquiry = x; });
}

TEST_CASE("inquiry helps only those who are asked from above") {
  Any any(3);
  for (int n = 0; n < 200; ++n) {
    Case one = any_case(any);
    one.sender.status = 0.3f;
    one.receiver.status = 0.3f + 0.5f * any.share();
    const float before = one.chances().solve;
    one.sender.inquiry = any.share();
    CHECK(one.chances().solve == before);
  }
}

TEST_CASE("nobody meets nobody: without presence of either side nothing happens at all") {
  Any any(4);
  for (int n = 0; n < 500; ++n) {
    Case one = any_case(any);
    (any.coin() ? one.sender : one.receiver).presence = 0;
    const Chances c = one.chances();
    CHECK(c.contact == 0.0f);
    CHECK(happen(c, any.draw(), one.sender.presence * one.receiver.presence) == 0);
  }
}

TEST_CASE("time, accuracy and solving come only with contact and problem") {
  Any any(5);
  for (int n = 0; n < 3000; ++n) {
    const std::uint8_t events = happen(any_case(any).chances(), any.draw(), 1);
    CHECK((events & event::active) != 0);
    if (!(events & event::contact)) CHECK((events & (event::timely | event::accurate)) == 0);
    if (!(events & event::problem)) CHECK((events & event::solved) == 0);
  }
}

TEST_CASE("with the same draw, higher chances never take an event away") {
  Any any(6);
  for (int n = 0; n < 3000; ++n) {
    const Draw luck = any.draw();
    Chances low{any.share(), any.share(), any.share(), 0, 0, 0};
    Chances high = low;
    high.contact += (1 - low.contact) * any.share();
    high.timely += (1 - low.timely) * any.share();
    const std::uint8_t few = happen(low, luck, 1), many = happen(high, luck, 1);
    CHECK((few & many) == few);
  }
}

TEST_CASE("chances 0 and 1 are never and always") {
  Any any(7);
  for (int n = 0; n < 1000; ++n) {
    CHECK(happen({1, 1, 1, 1, 1, 0}, any.draw(), 1) == 63);
    CHECK(happen({0, 1, 1, 0, 1, 0}, any.draw(), 1) == event::active);
  }
}

TEST_CASE("one's own way of being paid moves contact at home and not across organisations") {
  Any any(8);
  for (int n = 0; n < 200; ++n) {
    Case one = any_case(any);
    one.sender.own_effort = 0;
    const float before = one.chances().contact;
    one.sender.own_effort = 0.5f;
    one.link.other_organisation == 1.0f ? CHECK(one.chances().contact == before)
                                        : CHECK(one.chances().contact >= before);
  }
}

TEST_CASE("bias is felt only across the boundaries that are there") {
  Profile me, other;
  me.bias_role = 0.1f;
  me.bias_unit = 0.2f;
  me.bias_organisation = 0.4f;
  me.bias_label = 0.8f;
  LinkView link;
  CHECK(felt_bias(me, other, link) == 0);
  other.role = 1;
  CHECK(felt_bias(me, other, link) == test::Approx(0.1f));
  other.label = 1;
  CHECK(felt_bias(me, other, link) == test::Approx(0.9f));
  link.other_unit = 1;
  CHECK(felt_bias(me, other, link) == test::Approx(1.1f));
  link.other_organisation = 1;
  CHECK(felt_bias(me, other, link) == test::Approx(1.5f));
}

TEST_CASE("structures and closeness are felt by both sides alike") {
  Any any(9);
  for (int n = 0; n < 200; ++n) {
    const Profile a = any.profile(), b = any.profile();
    const LinkView link = any.link();
    CHECK(felt_structures(a, b, link) == felt_structures(b, a, link));
    CHECK(closeness(a, b, link) == closeness(b, a, link));
  }
}

TEST_CASE("strain grows with load, burnout and hurry, and low load relieves only so much") {
  const CommunicationParameters p;
  float before = strain_of(p, 0.0f, 0.2f, 0.5f);
  for (int k = 1; k <= 40; ++k) {
    const float now = strain_of(p, static_cast<float>(k) * 0.05f, 0.2f, 0.5f);
    CHECK(now >= before);
    before = now;
  }
  CHECK(strain_of(p, 0.1f, 0.2f, 0.5f) == strain_of(p, 0.5f * (1 - p.strain_relief), 0.2f, 0.5f));
  CHECK(strain_of(p, 1, 0.8f, 0.5f) > strain_of(p, 1, 0.2f, 0.5f));
  CHECK(strain_of(p, 1, 0.2f, 0.9f) > strain_of(p, 1, 0.2f, 0.5f));
  CHECK(strain_of(p, 1, 0.2f, 0.5f) == 0.0f);
}

TEST_CASE("weekdays run from Monday to Friday, about equally often") {
  Any any(10);
  std::array<int, 5> days{};
  for (int n = 0; n < 5000; ++n) ++days[static_cast<std::size_t>(weekday(any.draw()) + 2.0f)];
  for (const int day : days) CHECK(std::abs(day - 1000) < 130);
}
