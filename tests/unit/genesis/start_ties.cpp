// Ties, norms and trust at week zero: what the facts say, spread by luck.
#include "genesis/genesis.h"
#include "support/catch.h"
#include "support/worlds.h"
#include "unit/stats/approx.h"
#include "world/ties.h"

using namespace relco;

namespace {

World start(const Facts& facts, std::size_t arm = 0, int replicate = 0) {
  return make_world(make_blueprint(facts, {}), {}, arm, replicate);
}

// Mean RC of ties inside workgroups, or across, on the survey scale.
double mean_score(const World& world, bool own, const std::vector<float>& column) {
  double sum = 0, count = 0;
  for (std::size_t link = 0; link < world.links.first.size(); ++link) {
    if ((world.links.own_group[link] != 0) != own) continue;
    for (std::uint32_t k = world.links.begin[link]; k < world.links.end[link]; ++k) {
      sum += static_cast<double>(survey_score(column[k]));
      count += 1;
    }
  }
  return sum / count;
}

Facts large() {
  Facts facts = test::one_ward();
  facts.organisations[0].units[0].staff = {{"nurse", 80}, {"surgeon", 40}};
  return facts;
}

}  // namespace

TEST_CASE("ties start around what the facts say, within and between apart") {
  Facts facts = large();
  facts.organisations[0].ties.within = Fact{3.9};
  facts.organisations[0].ties.between = Fact{2.8};
  const World world = start(facts);
  for (const auto* column : {&world.pairs.goals0, &world.pairs.knowledge1, &world.pairs.respect0}) {
    CHECK(mean_score(world, true, *column) == test::Approx(3.9).margin(0.15));
    CHECK(mean_score(world, false, *column) == test::Approx(2.8).margin(0.15));
  }
}

TEST_CASE("facts about one component of ties move that component alone") {
  Facts facts = large();
  const World plain = start(facts);
  facts.organisations[0].ties.respect = Fact{2};
  const World changed = start(facts);
  CHECK(changed.pairs.goals0 == plain.pairs.goals0);
  CHECK(changed.pairs.knowledge0 == plain.pairs.knowledge0);
  CHECK(mean_score(changed, false, changed.pairs.respect0) < 2.2);
}

TEST_CASE("what a unit says about its ties goes before what its organisation says") {
  Facts facts = large();
  facts.organisations[0].ties.between = Fact{2};
  facts.organisations[0].units[0].ties.between = Fact{4};
  const World world = start(facts);
  CHECK(mean_score(world, false, world.pairs.goals0) > 3.8);
}

TEST_CASE("the norm of a unit is what its facts say, without luck") {
  Facts facts = large();
  facts.organisations[0].ties.between = Fact{3};
  const World world = start(facts, 0, 5);
  for (const float x : world.units.norm_between[0]) CHECK(x == 0.5f);
}

TEST_CASE("ties at the start are the same in every arm and other ones in every replicate") {
  const Facts facts = test::rich();
  CHECK(start(facts, 1).pairs.goals0 == start(facts, 0).pairs.goals0);
  CHECK(start(facts, 0, 1).pairs.goals0 != start(facts, 0, 0).pairs.goals0);
}

TEST_CASE("trust between organisations starts as the mean of goals and respect across") {
  const World world = start(test::two_partners());
  REQUIRE(world.organisation_links.first.size() == 1);
  double sum = 0, count = 0;
  for (std::size_t link = 0; link < world.links.first.size(); ++link) {
    if (world.links.across[link] == kNone) continue;
    for (std::uint32_t k = world.links.begin[link]; k < world.links.end[link]; ++k) {
      for (const auto* column : {&world.pairs.goals0, &world.pairs.respect0, &world.pairs.goals1,
                                 &world.pairs.respect1}) {
        sum += static_cast<double>((*column)[k]);
        count += 1;
      }
    }
  }
  CHECK(static_cast<double>(world.organisation_links.trust[0]) ==
        test::Approx(sum / count).margin(1e-6));
}
