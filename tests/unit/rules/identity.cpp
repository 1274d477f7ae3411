#include "rules/identity/identity.h"

#include <cmath>

#include "genesis/genesis.h"
#include "rules/identity/occupant.h"
#include "support/catch.h"
#include "support/worlds.h"
#include "unit/rules/any.h"
#include "unit/stats/approx.h"

using namespace relco;
using test::Any;

namespace {

constexpr IdentityParameters kUsual{};

BoundaryWeek any_boundary(Any& any) {
  return {any.number(0, 10), any.share(), any.share()};
}

IdentityWeek any_week(Any& any) {
  return {any.share(), any.share(), any.number(1, 6), any.share(), any.number(-1, 1)};
}

bool on_grid_share(float x) {
  return x >= 0 && x <= 1 && to_grid(x) == x;
}

}  // namespace

TEST_CASE("bias and larger identity stay in 0 to 1 and on the grid under any parameters") {
  Any any(1);
  std::size_t wrong = 0;
  for (int n = 0; n < 5000; ++n) {
    const IdentityParameters p = any.parameters().identity;
    wrong += !on_grid_share(bias_after(p, any.stock(), any_boundary(any), any_week(any)));
    wrong += !on_grid_share(larger_after(p, any.stock(), any.number(-2, 2), any.share()));
    const float bias = any.share();
    const float acting = acting_bias(p, bias, any.share(), any.share());
    wrong += !(acting >= 0 && acting <= bias);
  }
  CHECK(wrong == 0);
}

TEST_CASE(
    "a label alone sustains bias: without any contact it settles at the boundary's distance") {
  for (const float start : {0.0f, 0.9f}) {
    float bias = start;
    IdentityWeek week;
    week.distance = 0.3f;
    for (int n = 0; n < 2000; ++n) bias = bias_after(kUsual, bias, {}, week);
    CHECK(bias == test::Approx(0.3f).margin(1e-4));
  }
}

TEST_CASE("bias falls with good contact, more under its conditions, and rises with bad") {
  const auto after = [](float good, float bad, float conditions) {
    IdentityWeek week;
    week.distance = 0.4f;
    week.conditions = conditions;
    week.negativity = 2;
    return bias_after(kUsual, 0.4f, {10, good, bad}, week);
  };
  CHECK(after(1, 0, 0) < after(0, 0, 0));
  CHECK(after(1, 0, 1) < after(1, 0, 0));
  CHECK(after(0, 1, 0) > after(0, 0, 0));
  CHECK(after(0, 1, 1) == after(0, 1, 0));
}

TEST_CASE("few contacts make anxious; none at all and many do not") {
  const auto after = [](float contacts) {
    IdentityWeek week;
    week.distance = 0.4f;
    return bias_after(kUsual, 0.4f, {contacts, 0, 0}, week);
  };
  CHECK(after(1) > after(0));
  CHECK(after(1) > after(2));
  CHECK(after(kUsual.anxiety_until) == after(0));
  CHECK(after(20) == after(0));
}

TEST_CASE("threat and meeting only one's own harden, joint days soften") {
  const auto after = [](float threat, float harden) {
    IdentityWeek week;
    week.distance = 0.4f;
    week.threat = threat;
    week.harden = harden;
    return bias_after(kUsual, 0.4f, {}, week);
  };
  CHECK(after(1, 0) > after(0, 0));
  CHECK(after(0, 1) > after(0, 0));
  CHECK(after(0, -1) < after(0, 0));
}

TEST_CASE("identification with the larger whole grows with what cultivates it and fades without") {
  CHECK(larger_after(kUsual, 0.5f, 1, 0) > 0.5f);
  CHECK(larger_after(kUsual, 0.5f, 0, 1) > larger_after(kUsual, 0.5f, 0, 0));
  CHECK(larger_after(kUsual, 0.5f, 0, 0) < 0.5f);
  CHECK(larger_after(kUsual, 0.5f, -1, 0) < larger_after(kUsual, 0.5f, 0, 0));
  float larger = 0.9f;
  for (int n = 0; n < 3000; ++n) larger = larger_after(kUsual, larger, 0, 0);
  CHECK(larger == test::Approx(kUsual.larger_start).margin(1e-3));
}

TEST_CASE("habits of contact lie evenly around nothing, and a new occupant has another") {
  Parameters parameters;
  parameters.communication.contact_habit = 0.9f;
  World world = make_world(make_blueprint(test::two_partners(), parameters), parameters, 0, 0);
  double sum = 0;
  for (const float habit : world.people.habit) {
    CHECK(std::abs(habit) <= 0.9f);
    sum += static_cast<double>(habit);
  }
  const auto people = static_cast<double>(world.people.habit.size());
  CHECK(std::abs(sum / people) < 0.9 * 3 / std::sqrt(3 * people));
  const float before = world.people.habit[0];
  ++world.people.occupant[0];
  bring_habit(world, parameters, 0);
  CHECK(world.people.habit[0] != before);
  parameters.communication.contact_habit = 0;
  bring_habit(world, parameters, 0);
  CHECK(world.people.habit[0] == 0);
}

TEST_CASE("the bias that acts falls with the larger identity and with leaders' support") {
  CHECK(acting_bias(kUsual, 0.5f, 0, 0) == 0.5f);
  CHECK(acting_bias(kUsual, 0.5f, 1, 0) == 0);
  CHECK(acting_bias(kUsual, 0.5f, 0.3f, 0.5f) < acting_bias(kUsual, 0.5f, 0.3f, 0.1f));
  CHECK(acting_bias(kUsual, 0.5f, 0.3f, 0.5f) < acting_bias(kUsual, 0.5f, 0.1f, 0.5f));
  CHECK(acting_bias(kUsual, 0, 0.1f, 0.1f) == 0);
}
