#include "rules/family/family.h"

#include "support/catch.h"
#include "unit/rules/any.h"
#include "unit/stats/approx.h"

using namespace relco;
using test::Any;

namespace {

constexpr FamilyParameters kUsual{};

FamilyWeek quiet_week() {
  FamilyWeek out;
  out.strain = out.strain_start = 0.4f;
  out.prepared = 0.4f;
  return out;
}

}  // namespace

TEST_CASE("an engaged family is reached more, outside the team as well as inside") {
  for (const bool in_team : {false, true}) {
    float before = -100;
    for (const float engagement : {0.0f, 0.3f, 0.5f, 0.8f, 1.0f}) {
      const float z = family_contact(kUsual, {0.3f, engagement, 0, in_team});
      CHECK(z > before);
      before = z;
    }
  }
}

TEST_CASE("at middling engagement the team's door alone decides about contact") {
  CHECK(family_contact(kUsual, {0.3f, 0.5f, 0, false}) == test::Approx(kUsual.outside));
  CHECK(family_contact(kUsual, {0.3f, 0.5f, 0, true}) == test::Approx(kUsual.in_team));
  CHECK(family_contact(kUsual, {0.3f, 0.5f, 1, false}) == test::Approx(kUsual.in_team));
  CHECK(family_contact(kUsual, {0.3f, 0.5f, 5, true}) == test::Approx(kUsual.in_team));
}

TEST_CASE("a dose of family work opens the team to the family, and never closes it") {
  Any any(1);
  for (int n = 0; n < 500; ++n) {
    const FamilySide f{any.share(), any.share(), any.share(), any.coin()};
    FamilySide more = f;
    more.dose += 0.2f;
    CHECK(family_contact(kUsual, more) >= family_contact(kUsual, f));
    CHECK(family_profile(kUsual, more).learn_knowledge > family_profile(kUsual, f).learn_knowledge);
  }
}

TEST_CASE(
    "strain of the family stands in the way of its communication, and nothing else moves it") {
  const Profile calm = family_profile(kUsual, {0.2f, 0.5f, 0, false});
  const Profile strained = family_profile(kUsual, {0.8f, 0.5f, 0, false});
  CHECK(strained.strain > calm.strain);
  CHECK(strained.contact == calm.contact);
  CHECK(strained.role == kFamilyRole);
}

TEST_CASE("relaying makes up more the more the family is engaged, able, rested and reached") {
  const auto relay = [](float e, float c, float s, float r) {
    return relay_of(kUsual, e, c, s, r);
  };
  CHECK(relay(0, 1, 0, 1) == 0);
  CHECK(relay(1, 0, 0, 1) == 0);
  CHECK(relay(1, 1, 1, 1) == 0);
  CHECK(relay(1, 1, 0, 0) == 0);
  CHECK(relay(0.9f, 0.5f, 0.3f, 0.5f) > relay(0.5f, 0.5f, 0.3f, 0.5f));
  CHECK(relay(0.5f, 0.9f, 0.3f, 0.5f) > relay(0.5f, 0.5f, 0.3f, 0.5f));
  CHECK(relay(0.5f, 0.5f, 0.1f, 0.5f) > relay(0.5f, 0.5f, 0.3f, 0.5f));
  CHECK(relay(1, 1, 0, 1) <= 1);
}

TEST_CASE("relaying, contradictory plans and blame strain the family; more carers take some off") {
  const auto strain = [](auto set, float carers = 1) {
    FamilyWeek w = quiet_week();
    w.carers = carers;
    set(w);
    return strain_after(kUsual, w);
  };
  const float quiet = strain([](FamilyWeek&) {});
  CHECK(strain([](FamilyWeek& w) { w.work = 1; }) > quiet);
  CHECK(strain([](FamilyWeek& w) { w.contradiction = 1; }) > quiet);
  CHECK(strain([](FamilyWeek& w) { w.blame = 1; }) > quiet);
  const auto work = [](FamilyWeek& w) { w.work = 1; };
  CHECK(strain(work, 4) < strain(work, 1));
  CHECK(strain([](FamilyWeek& w) { w.dose = 1; }) < quiet);
}

TEST_CASE("accurate word from the team prepares the family; without it preparedness fades") {
  FamilyWeek w = quiet_week();
  CHECK(prepared_after(kUsual, w) < w.prepared);
  w.informed = 1;
  CHECK(prepared_after(kUsual, w) > w.prepared);
  const float informed = prepared_after(kUsual, w);
  w.dose = 1;
  CHECK(prepared_after(kUsual, w) > informed);
}

TEST_CASE("strain and preparedness stay between 0 and 1 whatever happens and whatever is set") {
  Any any(2);
  for (int n = 0; n < 2000; ++n) {
    const FamilyParameters p = any.parameters().family;
    FamilyWeek w;
    w.strain = any.stock();
    w.strain_start = any.stock();
    w.prepared = any.stock();
    w.work = any.number(0, 3);
    w.contradiction = any.coin() ? 1.0f : 0.0f;
    w.blame = any.share();
    w.informed = any.share();
    w.dose = any.number(0, 2);
    w.carers = any.number(0, 9);
    const float strain = strain_after(p, w), prepared = prepared_after(p, w);
    CHECK((strain >= 0 && strain <= 1));
    CHECK((prepared >= 0 && prepared <= 1));
    CHECK(to_grid(strain) == strain);
  }
}
