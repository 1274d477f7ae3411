#include "rules/climate/climate.h"

#include "support/catch.h"
#include "unit/rules/any.h"

using namespace relco;
using test::Any;

namespace {

constexpr ClimateParameters kUsual{};

template <class Set>
float safety_with(Set&& set) {
  ClimateWeek w;
  set(w);
  return safety_after(kUsual, 0.5f, 0.5f, w);
}

}  // namespace

TEST_CASE("an ordinary week leaves psychological safety where it was") {
  CHECK(safety_with([](ClimateWeek&) {}) == 0.5f);
}

TEST_CASE("solving, inquiry and safety work raise safety; blame, punishment and shocks lower it") {
  CHECK(safety_with([](ClimateWeek& w) { w.solve_share = 0.9f; }) > 0.5f);
  CHECK(safety_with([](ClimateWeek& w) { w.solve_share = 0.3f; }) < 0.5f);
  CHECK(safety_with([](ClimateWeek& w) { w.inquiry = 0.9f; }) > 0.5f);
  CHECK(safety_with([](ClimateWeek& w) { w.lever = 1; }) > 0.5f);
  CHECK(safety_with([](ClimateWeek& w) { w.punitive = 1; }) < 0.5f);
  CHECK(safety_with([](ClimateWeek& w) { w.blame_risk = 0.9f; }) < 0.5f);
  CHECK(safety_with([](ClimateWeek& w) { w.shock = 0.3f; }) < 0.5f);
}

TEST_CASE("after a shock safety goes back to where the unit started, step by step") {
  float safety = 0.2f;
  for (int week = 0; week < 400; ++week) {
    const float after = safety_after(kUsual, safety, 0.5f, {});
    CHECK(after >= safety);
    CHECK(after <= 0.5f);
    safety = after;
  }
  CHECK(safety > 0.49f);
}

TEST_CASE("reporting rises with safety and falls with punishment and political blame") {
  CHECK(reporting_of(kUsual, 0.8f, 0, 0.3f) > reporting_of(kUsual, 0.4f, 0, 0.3f));
  CHECK(reporting_of(kUsual, 0.5f, 1, 0.3f) < reporting_of(kUsual, 0.5f, 0, 0.3f));
  CHECK(reporting_of(kUsual, 0.5f, 0, 0.9f) < reporting_of(kUsual, 0.5f, 0, 0.3f));
  Any any(1);
  for (int n = 0; n < 500; ++n) {
    const float x = reporting_of(any.parameters().climate, any.share(), any.share(), any.share());
    CHECK((x >= 0 && x <= 1));
  }
}

TEST_CASE("the norm of a unit follows what its people do and stays where they agree with it") {
  CHECK(norm_after(kUsual, 0.5f, 0.5f) == 0.5f);
  CHECK(norm_after(kUsual, 0.5f, 0.8f) > 0.5f);
  CHECK(norm_after(kUsual, 0.5f, 0.8f) < 0.8f);
  CHECK(norm_after(kUsual, 0.5f, 0.2f) < 0.5f);
}

TEST_CASE("blame runs up conflict debt; resolving pays it off and avoiding does not") {
  CHECK(conflict_debt_after(kUsual, 0, 0, 0) == 0);
  CHECK(conflict_debt_after(kUsual, 0.2f, 1, 0) > 0.2f);
  CHECK(conflict_debt_after(kUsual, 0.2f, 1, 0) > conflict_debt_after(kUsual, 0.2f, 1, 1));
  CHECK(conflict_debt_after(kUsual, 0.5f, 0, 0) < 0.5f);
}
