#include "rules/labour/labour.h"

#include "support/catch.h"
#include "unit/rules/any.h"

using namespace relco;
using test::Any;

namespace {
constexpr LabourParameters kUsual{};
}

TEST_CASE("a union without a stance changes nothing, however strong it is") {
  for (const float strength : {0.0f, 0.5f, 1.0f}) {
    CHECK(labour_relations(kUsual, 0, strength, 1) == 0);
  }
}

TEST_CASE("strength amplifies the stance, for good and for bad") {
  CHECK(labour_relations(kUsual, 0.5f, 0.9f, 0.5f) > labour_relations(kUsual, 0.5f, 0.1f, 0.5f));
  CHECK(labour_relations(kUsual, -0.5f, 0.9f, 0.5f) < labour_relations(kUsual, -0.5f, 0.1f, 0.5f));
}

TEST_CASE("partnership in name only, without a fair process, gives nothing") {
  CHECK(labour_relations(kUsual, 1, 1, 0) == 0);
  CHECK(labour_relations(kUsual, 1, 1, 0.4f) < labour_relations(kUsual, 1, 1, 0.5f));
}

TEST_CASE("an unfair process does not soften an adversarial stance") {
  CHECK(labour_relations(kUsual, -0.8f, 0.5f, 0) == labour_relations(kUsual, -0.8f, 0.5f, 1));
}

TEST_CASE("labour relations lie between -1 and 1 and never fall when the stance gets friendlier") {
  Any any(1);
  for (int n = 0; n < 1000; ++n) {
    const LabourParameters p = any.parameters().labour;
    const float strength = any.share(), process = any.share(), stance = any.number(-1, 1);
    const float one = labour_relations(p, stance, strength, process);
    const float friendlier = labour_relations(p, stance + 0.1f, strength, process);
    CHECK((one >= -1 && one <= 1));
    CHECK(friendlier >= one);
  }
}
