#include "rules/care/elsewhere.h"

#include <algorithm>

#include "genesis/genesis.h"
#include "rules/caseload/caseload.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

// An open case of a hospital and home care, all of whose ties and loads are alike.
struct SharedCase {
  SharedCase()
      : world(make_world(make_blueprint(test::two_partners(), parameters), parameters, 0, 0)) {
    while (world.cases.id[slot] != 0) ++slot;
    start_case(world, parameters, 0, slot, 4711, 0, {});
    know(0.5f);
    std::fill(world.people.load.begin(), world.people.load.end(), 1.0f);
  }
  void know(float level) {
    for (auto* column : {&world.pairs.knowledge0, &world.pairs.knowledge1}) {
      std::fill(column->begin(), column->end(), level);
    }
  }
  [[nodiscard]] float elsewhere() const { return care_elsewhere(world, slot); }

  Parameters parameters;
  World world;
  std::uint32_t slot = 0;
};

}  // namespace

TEST_CASE("care can go elsewhere as far as partners know each other's work") {
  SharedCase one;
  CHECK(one.elsewhere() == Approx(0.5));
  one.know(0.8f);
  CHECK(one.elsewhere() == Approx(0.8));
  one.know(0);
  CHECK(one.elsewhere() == 0);
}

TEST_CASE("care can go elsewhere as far as partners have room for it") {
  SharedCase one;
  std::fill(one.world.people.load.begin(), one.world.people.load.end(), 0.6f);
  CHECK(one.elsewhere() == Approx(0.5));  // idle hours are no better than enough hours
  std::fill(one.world.people.load.begin(), one.world.people.load.end(), 1.5f);
  CHECK(one.elsewhere() == Approx(0.25));
  std::fill(one.world.people.load.begin(), one.world.people.load.end(), 2.5f);
  CHECK(one.elsewhere() == 0);
}

TEST_CASE("only pairs across organisations count where there are any") {
  SharedCase one;
  const World& world = one.world;
  Pairs& pairs = one.world.pairs;
  for (std::size_t k = 0; k < pairs.lower.size(); ++k) {
    const auto& at = world.plan->organisation_of_person;
    if (at[pairs.lower[k]] == at[pairs.upper[k]]) pairs.knowledge0[k] = pairs.knowledge1[k] = 1;
  }
  CHECK(one.elsewhere() == Approx(0.5));
}
