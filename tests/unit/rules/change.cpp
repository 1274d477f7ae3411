#include <algorithm>
#include <set>

#include "rules/change/budget.h"
#include "rules/change/environment.h"
#include "rules/change/feedback.h"
#include "rules/change/permanence.h"
#include "support/catch.h"
#include "unit/rules/any.h"
#include "unit/stats/approx.h"

using namespace relco;
using test::Any;

namespace {

constexpr ChangeParameters kUsual{};

ChangeFacts between(Week from, Week to, double dose = 1) {
  ChangeFacts out;
  out.from = from;
  out.to = to;
  out.dose = dose;
  return out;
}

RoleDose dose_of(std::uint32_t unit, std::uint32_t role, float size) {
  RoleDose out{unit, role, 0.25f, {}, size, 0, 0.5f * size};
  out.levers.fill(size);
  return out;
}

}  // namespace

TEST_CASE("a change acts from its first week until before its last, and more from week to week") {
  const ChangeFacts change = between(4, 30);
  CHECK(strength_of(kUsual, change, 3) == 0);
  CHECK(strength_of(kUsual, change, 30) == 0);
  float before = 0;
  for (Week week = 4; week < 30; ++week) {
    const float strength = strength_of(kUsual, change, week);
    CHECK((strength >= before && strength > 0 && strength <= 1));
    before = strength;
  }
  CHECK(before == 1);
}

TEST_CASE("half a dose is half of the strength in every week, and no dose is none") {
  for (Week week = 0; week < 20; ++week) {
    CHECK(strength_of(kUsual, between(2, 18, 0.5), week) ==
          0.5f * strength_of(kUsual, between(2, 18), week));
    CHECK(strength_of(kUsual, between(2, 18, 0), week) == 0);
  }
}

TEST_CASE("survey feedback hurts below the threshold of safety and helps above it") {
  const float at = kUsual.feedback_threshold;
  CHECK(feedback_effect(kUsual, at, false) == 0);
  CHECK(feedback_effect(kUsual, at - 0.1f, false) < 0);
  CHECK(feedback_effect(kUsual, at + 0.1f, false) > 0);
  CHECK(feedback_effect(kUsual, at - 0.1f, true) > feedback_effect(kUsual, at - 0.1f, false));
  CHECK(feedback_effect(kUsual, at - 0.1f, true) > 0);
}

TEST_CASE("sanctions help in full under full support, and hurt without support") {
  CHECK(sanctions_effect(kUsual, 1) == 1);
  CHECK(sanctions_effect(kUsual, kUsual.sanctions_support) == 0);
  CHECK(sanctions_effect(kUsual, 0.1f) < 0);
  CHECK(sanctions_effect(kUsual, 0.7f) > sanctions_effect(kUsual, 0.6f));
}

TEST_CASE("budgets and plans of one year change nothing, whatever the parameters") {
  Any any(1);
  for (int n = 0; n < 500; ++n) {
    const ChangeParameters p = any.parameters().change;
    CHECK(investing(p, 1, 1) == 1);
    CHECK(budget_pressure(p, static_cast<Week>(any.below(600)), 1) == 0);
  }
}

TEST_CASE("longer budgets and longer plans each let more investment through, within bounds") {
  float before = -1;
  for (const float years : {0.0f, 0.25f, 0.5f, 1.0f, 2.0f, 4.0f, 10.0f, 50.0f}) {
    const float now = payback_within(kUsual, years);
    CHECK(now > before);
    CHECK(now <= 1 + kUsual.payback_years);
    CHECK(investing(kUsual, years, 1) == now);
    CHECK(investing(kUsual, 1, years) == now);
    before = now;
  }
  CHECK(payback_within(kUsual, 0) == 0);
}

TEST_CASE("over whole years a budget of half a year squeezes more, one of four years less") {
  float half = 0, four = 0;
  for (Week week = 0; week < 208; ++week) {
    const float a = budget_pressure(kUsual, week, 0.5f), b = budget_pressure(kUsual, week, 4);
    CHECK(std::abs(a) <= kUsual.budget_squeeze);
    CHECK(std::abs(b) <= kUsual.budget_squeeze);
    CHECK(b <= 0);
    half += a;
    four += b;
  }
  CHECK(half > 1);
  CHECK(four < -1);
  CHECK(budget_pressure(kUsual, 51, 4) == -kUsual.budget_squeeze);  // relief from the year's end
  CHECK(budget_pressure(kUsual, 207, 4) == 0);                      // both budgets run out
  CHECK(budget_pressure(kUsual, 25, 0.5f) == kUsual.budget_squeeze);
}

TEST_CASE("a reform that is dropped costs belief in the next, which comes back only slowly") {
  CHECK(permanence_after(kUsual, 0.5f, 0.5f, 0) == 0.5f);
  const float once = permanence_after(kUsual, 0.5f, 0.5f, 1);
  CHECK(once == test::Approx(0.5f * (1 - kUsual.permanence_dropped)));
  CHECK(permanence_after(kUsual, 0.5f, 0.5f, 0.5f) > once);
  CHECK(permanence_after(kUsual, 0.5f, 0.5f, 3) == once);
  float belief = once;
  for (int week = 0; week < 52; ++week) {
    const float next = permanence_after(kUsual, belief, 0.5f, 0);
    CHECK((next > belief && next < 0.5f));
    belief = next;
  }
  CHECK(belief < 0.5f - 0.5f * (0.5f - once));  // a year is not enough
}

TEST_CASE("a dose for a role is felt by that role alone, on top of what the unit gets") {
  const std::vector<RoleDose> all = {dose_of(1, 7, 0.5f), dose_of(1, 8, 0.25f), dose_of(3, 7, 1)};
  Levers unit;
  unit.fill(0.125f);
  const auto here = doses_of(all, 1);
  REQUIRE(here.size() == 2);
  CHECK(levers_felt(unit, here, 7)[0] == 0.625f);
  CHECK(levers_felt(unit, here, 8)[0] == 0.375f);
  CHECK(levers_felt(unit, here, 9) == unit);
  CHECK(hours_asked(1, here, 7) == 1.5f);
  CHECK(hours_asked(1, here, 9) == 1);
  CHECK(threat_felt(0.25f, here, 7) == 0.5f);
  CHECK(threat_felt(0.9f, here, 7) == 1);
  CHECK(doses_of(all, 2).empty());
  CHECK(doses_of(all, 9).empty());
  CHECK(doses_of({}, 1).empty());
}

TEST_CASE("a unit feels doses of its roles in proportion to their posts") {
  const std::vector<RoleDose> all = {dose_of(1, 7, 0.5f), dose_of(1, 8, 1)};
  CHECK(lever_of_roles(all, Lever::solving) == 0.375f);
  CHECK(threat_of_roles(all) == 0.1875f);
  CHECK(lever_of_roles({}, Lever::solving) == 0);
}

TEST_CASE("every intervention has a row of its own, asks hours, and keeps to -1 to 1") {
  std::set<std::string_view> names;
  for (const InterventionRow& row : intervention_rows()) {
    names.insert(row.name);
    CHECK(&row_of(row.kind) == &row);
    CHECK(row.hours > 0);
    CHECK(!row.source.empty());
    bool acts = false;
    for (const float x : row.levers) {
      CHECK((x >= -1 && x <= 1));
      acts = acts || x != 0;
    }
    CHECK(acts);
  }
  CHECK(names.size() == kInterventions);
}
