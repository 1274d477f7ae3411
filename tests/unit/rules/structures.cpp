#include "rules/structures/structures.h"

#include "rules/change/levers.h"
#include "support/catch.h"
#include "unit/rules/any.h"
#include "unit/stats/approx.h"

using namespace relco;
using test::Any;

namespace {

constexpr StructuresParameters kUsual{};

StructureLevels one(std::size_t which, float x) {
  StructureLevels out{};
  out[which] = x;
  return out;
}

StructureLevels all(float x) {
  StructureLevels out;
  out.fill(x);
  return out;
}

}  // namespace

TEST_CASE("the whole bundle of structures is worth more than the sum of its parts") {
  float sum = 0;
  for (std::size_t n = 0; n < kStructures; ++n) sum += structures_felt(kUsual, one(n, 1), 0.4f);
  CHECK(structures_felt(kUsual, all(1), 0.4f) > 1.01f * sum);
}

TEST_CASE("two structures together are worth more than both apart, unless synergy is off") {
  StructuresParameters off;
  off.synergy = 0;
  for (std::size_t a = 0; a < kStructures; ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      StructureLevels both = one(a, 0.8f);
      both[b] = 0.6f;
      const auto surplus = [&](const StructuresParameters& p) {
        return structures_felt(p, both, 0.4f) - structures_felt(p, one(a, 0.8f), 0.4f) -
               structures_felt(p, one(b, 0.6f), 0.4f);
      };
      CHECK(surplus(kUsual) > 1e-4f);
      CHECK(surplus(off) == test::Approx(0).margin(1e-6));
    }
  }
}

TEST_CASE("no structures are felt as none, all are felt as at most one, by anybody") {
  Any any(1);
  std::size_t wrong = 0;
  for (int n = 0; n < 2000; ++n) {
    const StructuresParameters p = any.parameters().structures;
    StructureLevels levels;
    for (float& x : levels) x = any.share();
    const float felt = structures_felt(p, levels, any.share());
    wrong += !(felt >= 0 && felt <= 1.000001f);
    wrong += structures_felt(p, all(0), any.share()) != 0;
  }
  CHECK(wrong == 0);
}

TEST_CASE("each structure raises what is felt, and the highest professions feel least") {
  for (std::size_t n = 0; n < kStructures; ++n) {
    StructureLevels more = all(0.3f);
    more[n] = 0.6f;
    CHECK(structures_felt(kUsual, more, 0.4f) > structures_felt(kUsual, all(0.3f), 0.4f));
  }
  CHECK(structures_felt(kUsual, all(0.5f), 0.9f) < structures_felt(kUsual, all(0.5f), 0.7f));
  CHECK(structures_felt(kUsual, all(0.5f), 0.5f) == structures_felt(kUsual, all(0.5f), 0.1f));
}

TEST_CASE("a structure moves towards its target, shifted by leaders who support more than before") {
  const auto after = [](float start, float target, float support, float own) {
    return structure_after(kUsual, 0.3f, start, target, support, own);
  };
  CHECK(after(0.3f, 0.7f, 0.5f, 0.5f) > 0.3f);
  CHECK(after(0.3f, 0.1f, 0.5f, 0.5f) < 0.3f);
  CHECK(after(0.3f, 0.3f, 0.5f, 0.5f) == 0.3f);
  CHECK(after(0.3f, 0.3f, 0.9f, 0.5f) > 0.3f);
  CHECK(after(0.3f, 0.3f, 0.1f, 0.5f) < 0.3f);
  Any any(2);
  for (int n = 0; n < 1000; ++n) {
    const float now = structure_after(any.parameters().structures, any.share(), any.share(),
                                      any.share(), any.share(), any.share());
    CHECK((now >= 0 && now <= 1));
  }
}

TEST_CASE(
    "what was decided is put into practice as far as leaders support it; what was there stays") {
  CHECK(enacted(kUsual, 0) == 0);
  CHECK(enacted(kUsual, 1) == 1);
  float before = 0;
  for (float support = 0; support <= 1; support += 0.05f) {
    CHECK(enacted(kUsual, support) >= before);
    before = enacted(kUsual, support);
  }
  CHECK(structure_after(kUsual, 0.3f, 0.3f, 0.8f, 0, 0) == 0.3f);  // nobody behind it
  CHECK(structure_after(kUsual, 0.3f, 0.3f, 0.8f, 0.9f, 0.9f) >
        structure_after(kUsual, 0.3f, 0.3f, 0.8f, 0.2f, 0.2f));
}

TEST_CASE("clarity comes from shared systems and protocols and from nothing else") {
  for (std::size_t n = 0; n < kStructures; ++n) {
    const auto which = static_cast<Structure>(n);
    const bool clear =
        which == Structure::shared_information_systems || which == Structure::shared_protocols;
    CHECK((clarity_of(one(n, 1)) > 0) == clear);
  }
  CHECK(clarity_of(all(1)) == 1);
}

TEST_CASE(
    "structures are built as fast as budgets and plans reach, and taken down as fast as ever") {
  const auto after = [](float target, float investing) {
    return structure_after(kUsual, 0.3f, 0.3f, target, 1, 1, investing);
  };
  CHECK(after(0.8f, 0) == 0.3f);
  CHECK(after(0.8f, 0.5f) < after(0.8f, 1));
  CHECK(after(0.8f, 2) > after(0.8f, 1));
  CHECK(after(0.8f, 1000) <= 0.800001f);
  CHECK(after(0.1f, 0.5f) == after(0.1f, 1));
}

TEST_CASE("structures matter more where work is uncertain, and as on average at 0.3") {
  CHECK(reach_under(kUsual, 0.7f, kOrdinaryUncertainty) == 0.7f);
  CHECK(reach_under(kUsual, 0.7f, 0.8f) > 0.7f);
  CHECK(reach_under(kUsual, 0.7f, 0.0f) < 0.7f);
  CHECK(reach_under(kUsual, 0, 0.9f) == 0);
}
