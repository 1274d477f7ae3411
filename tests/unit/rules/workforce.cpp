#include "rules/workforce/workforce.h"

#include "rules/climate/climate.h"
#include "rules/family/family.h"
#include "support/catch.h"
#include "unit/rules/any.h"
#include "unit/stats/approx.h"

using namespace relco;
using test::Any;

namespace {

constexpr WorkforceParameters kWork{};
constexpr ClimateParameters kClimate{};
constexpr FamilyParameters kFamily{};

bool on_grid_share(float x) {
  return x >= 0 && x <= 1 && to_grid(x) == x;
}

FamilyWeek any_family(Any& any) {
  return {any.stock(), any.share(), any.stock(), any.share(),     any.share(),
          any.share(), any.share(), any.share(), any.number(0, 5)};
}

template <class Set>
float strain_with(Set&& set) {
  FamilyWeek w;
  w.strain = w.strain_start = 0.4f;
  set(w);
  return strain_after(kFamily, w);
}

}  // namespace

TEST_CASE("stocks of people, units and families stay in 0 to 1 and on the grid, come what may") {
  Any any(1);
  std::size_t wrong = 0;
  for (int n = 0; n < 3000; ++n) {
    const Parameters p = any.parameters();
    wrong += !on_grid_share(
        burnout_after(p.workforce, any.stock(), any.number(0, 4), any.share(), any.share()));
    wrong += !on_grid_share(satisfaction_of(p.workforce, any.share(), any.share()));
    wrong += !on_grid_share(safety_after(p.climate, any.stock(), any.share(),
                                         {any.share(), any.share(), any.number(-2, 2), any.share(),
                                          any.share(), any.number(-1, 1)}));
    wrong += !on_grid_share(norm_after(p.climate, any.stock(), any.share()));
    wrong +=
        !on_grid_share(conflict_debt_after(p.climate, any.stock(), any.share(), any.number(0, 3)));
    wrong += !on_grid_share(strain_after(p.family, any_family(any)));
    wrong += !on_grid_share(prepared_after(p.family, any_family(any)));
    const float leaves = leaving_chance(p.workforce, any.share(), any.share());
    const float reports = reporting_of(p.climate, any.share(), any.share(), any.share());
    const float memory = newcomer_memory(p.workforce, any.coin(), any.share());
    for (const float x : {leaves, reports, memory}) wrong += !(x >= 0 && x <= 1);
  }
  CHECK(wrong == 0);
}

TEST_CASE("burnout rises with load above capacity and with blame, falls with solving and rest") {
  const auto after = [](float load, float blame, float solve) {
    return burnout_after(kWork, 0.4f, load, blame, solve);
  };
  CHECK(after(1.5f, 0, 0) > after(1, 0, 0));
  CHECK(after(1, 0.5f, 0) > after(1, 0, 0));
  CHECK(after(1, 0, 0.5f) < after(1, 0, 0));
  CHECK(after(0.5f, 0, 0) == after(1, 0, 0));
  CHECK(after(1, 0, 0) < 0.4f);
  CHECK(burnout_after(kWork, to_grid(kWork.burnout_rest), 1, 0, 0) == to_grid(kWork.burnout_rest));
}

TEST_CASE("people leave more when burnt out, and at their role's rate when rested") {
  CHECK(leaving_chance(kWork, 0.01f, kWork.burnout_rest) == 0.01f);
  CHECK(leaving_chance(kWork, 0.01f, 0) == 0.01f);
  CHECK(leaving_chance(kWork, 0.01f, 0.9f) > leaving_chance(kWork, 0.01f, 0.5f));
  CHECK(leaving_chance(kWork, 0, 0.9f) == 0);
}

TEST_CASE("good ties please, burnout does not") {
  CHECK(satisfaction_of(kWork, 0.8f, 0.2f) > satisfaction_of(kWork, 0.4f, 0.2f));
  CHECK(satisfaction_of(kWork, 0.6f, 0.6f) < satisfaction_of(kWork, 0.6f, 0.2f));
}

TEST_CASE("newcomers take over more where teamwork is hired for and where roles hold the ties") {
  CHECK(newcomer_memory(kWork, false, 0.9f) > newcomer_memory(kWork, false, 0.1f));
  CHECK(newcomer_memory(kWork, true, 0.3f) > newcomer_memory(kWork, false, 0.3f));
}

TEST_CASE("safety grows with solving, inquiry and help, falls with punishment, blame and shock") {
  const auto after = [](auto&& set) {
    ClimateWeek w;
    set(w);
    return safety_after(kClimate, 0.5f, 0.5f, w);
  };
  const float rest = after([](ClimateWeek&) {});
  CHECK(rest == test::Approx(0.5f).margin(1e-6));
  CHECK(after([](ClimateWeek& w) { w.solve_share = 0.9f; }) > rest);
  CHECK(after([](ClimateWeek& w) { w.inquiry = 0.9f; }) > rest);
  CHECK(after([](ClimateWeek& w) { w.lever = 0.5f; }) > rest);
  CHECK(after([](ClimateWeek& w) { w.punitive = 1; }) < rest);
  CHECK(after([](ClimateWeek& w) { w.blame_risk = 0.9f; }) < rest);
  CHECK(after([](ClimateWeek& w) { w.shock = 0.3f; }) < rest);
}

TEST_CASE("errors are reported where it is safe to, not where reporting is punished") {
  CHECK(reporting_of(kClimate, 0.8f, 0, 0.3f) > reporting_of(kClimate, 0.4f, 0, 0.3f));
  CHECK(reporting_of(kClimate, 0.5f, 1, 0.3f) < reporting_of(kClimate, 0.5f, 0, 0.3f));
  CHECK(reporting_of(kClimate, 0.5f, 0, 0.8f) < reporting_of(kClimate, 0.5f, 0, 0.3f));
}

TEST_CASE("how we work follows what people do, and stays where they do it already") {
  CHECK(norm_after(kClimate, 0.5f, 0.8f) > 0.5f);
  CHECK(norm_after(kClimate, 0.5f, 0.2f) < 0.5f);
  CHECK(norm_after(kClimate, 0.5f, 0.5f) == 0.5f);
}

TEST_CASE("conflict debt grows with blame, is settled by resolution, and without either fades") {
  CHECK(conflict_debt_after(kClimate, 0.3f, 0.8f, 0) >
        conflict_debt_after(kClimate, 0.3f, 0.2f, 0));
  CHECK(conflict_debt_after(kClimate, 0.3f, 0.5f, 1) <
        conflict_debt_after(kClimate, 0.3f, 0.5f, 0));
  CHECK(conflict_debt_after(kClimate, 0.3f, 0, 0) < 0.3f);
  CHECK(conflict_debt_after(kClimate, 0, 0, 0) == 0);
}

TEST_CASE("a family relays what it is told: more if engaged and able, less if strained") {
  const auto relay = [](float engagement, float capacity, float strain, float reach) {
    return relay_of(kFamily, engagement, capacity, strain, reach);
  };
  CHECK(relay(0, 0.5f, 0.3f, 0.5f) == 0);
  CHECK(relay(0.5f, 0, 0.3f, 0.5f) == 0);
  CHECK(relay(0.5f, 0.5f, 1, 0.5f) == 0);
  CHECK(relay(0.5f, 0.5f, 0.3f, 0) == 0);
  CHECK(relay(0.8f, 0.5f, 0.3f, 0.5f) > relay(0.4f, 0.5f, 0.3f, 0.5f));
  CHECK(relay(0.5f, 0.8f, 0.3f, 0.5f) > relay(0.5f, 0.4f, 0.3f, 0.5f));
  CHECK(relay(0.5f, 0.5f, 0.2f, 0.5f) > relay(0.5f, 0.5f, 0.6f, 0.5f));
  CHECK(relay(1, 1, 0, 1) <= 1);
}

TEST_CASE("relaying, contradiction and blame strain a family; carers and help relieve it") {
  const float rest = strain_with([](FamilyWeek&) {});
  CHECK(strain_with([](FamilyWeek& w) { w.work = 1; }) > rest);
  CHECK(strain_with([](FamilyWeek& w) { w.contradiction = 1; }) > rest);
  CHECK(strain_with([](FamilyWeek& w) { w.blame = 1; }) > rest);
  CHECK(strain_with([](FamilyWeek& w) { w.work = 1, w.carers = 4; }) <
        strain_with([](FamilyWeek& w) { w.work = 1; }));
  CHECK(strain_with([](FamilyWeek& w) { w.work = 1, w.carers = 0; }) ==
        strain_with([](FamilyWeek& w) { w.work = 1; }));
  CHECK(strain_with([](FamilyWeek& w) { w.dose = 1; }) < rest);
}

TEST_CASE("a family that is told gets prepared, one that is not forgets") {
  FamilyWeek w;
  w.prepared = 0.4f;
  CHECK(prepared_after(kFamily, w) < 0.4f);
  w.informed = 1;
  const float told = prepared_after(kFamily, w);
  CHECK(told > 0.4f);
  w.dose = 1;
  CHECK(prepared_after(kFamily, w) > told);
}

TEST_CASE("failed contacts take hours to repair, needless ones take hours from whom they reach") {
  CHECK(rework_of(kWork, 0, 0) == 0);
  CHECK(rework_of(kWork, 3, 0) == 3 * kWork.repair_hours);
  CHECK(rework_of(kWork, 0, 4) == 4 * kWork.excess_hours);
  CHECK(rework_of(kWork, 3, 4) > rework_of(kWork, 3, 0));
}
