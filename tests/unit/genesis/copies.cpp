// Copies of organisations, and facts that are distributions.
#include <set>

#include "genesis/genesis.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

World start(const Facts& facts, std::size_t arm = 0, int replicate = 0) {
  return make_world(make_blueprint(facts, {}), {}, arm, replicate);
}

Facts copied(int copies) {
  Facts facts = test::two_partners();
  for (OrganisationFacts& one : facts.organisations) {
    one.copies = copies;
    one.slack = {0.5, 0.2, 0, 1};
  }
  return facts;
}

}  // namespace

TEST_CASE("a plain number is itself, whoever owns it") {
  const Luck luck(1, 0);
  for (std::uint64_t owner = 0; owner < 50; ++owner) {
    CHECK(value_of({0.37}, luck, owner, "slack") == 0.37);
  }
}

TEST_CASE("a distribution is drawn by owner and path, spreads as said, and keeps to its limits") {
  const Fact fact{0.5, 0.2, 0.3, 0.9};
  const Luck luck(1, 0);
  double sum = 0;
  std::set<double> values;
  for (std::uint64_t owner = 0; owner < 2000; ++owner) {
    const double x = value_of(fact, luck, owner, "slack");
    CHECK((x >= 0.3 && x <= 0.9));
    CHECK(x == value_of(fact, luck, owner, "slack"));
    sum += x;
    values.insert(x);
  }
  CHECK(values.size() > 1000);
  CHECK(std::abs(sum / 2000 - 0.52) < 0.02);  // cut below at 0.3, above at 0.9
  CHECK(value_of(fact, luck, 7, "slack") != value_of(fact, luck, 7, "control"));
}

TEST_CASE("every copy draws its own facts, equal in all arms") {
  const World world = start(copied(8));
  const std::set<float> distinct(world.organisations.slack.begin(),
                                 world.organisations.slack.end());
  CHECK(distinct.size() > 8);
  Facts facts = copied(8);
  test::add_arm(facts, test::change("shock", ShockChange{0.5, 0.2}));
  CHECK(start(facts, 1).organisations.slack == world.organisations.slack);
  CHECK(start(facts, 0, 1).organisations.slack != world.organisations.slack);
}

TEST_CASE("further copies leave the facts and the people of the first ones as they were") {
  const World few = start(copied(3)), many = start(copied(5));
  const auto find = [&](std::uint64_t id) {
    for (std::size_t o = 0; o < many.organisations.id.size(); ++o) {
      if (many.organisations.id[o] == id) return o;
    }
    return many.organisations.id.size();
  };
  for (std::size_t o = 0; o < few.organisations.id.size(); ++o) {
    const std::size_t same = find(few.organisations.id[o]);
    REQUIRE(same < many.organisations.id.size());
    CHECK(many.organisations.slack[same] == few.organisations.slack[o]);
    const std::uint32_t a = few.units.begin[few.organisations.begin[o]];
    const std::uint32_t b = many.units.begin[many.organisations.begin[same]];
    CHECK(many.people.id[b] == few.people.id[a]);
    CHECK(many.people.vacant[b] == few.people.vacant[a]);
  }
}

TEST_CASE("all stable ids of a world are different") {
  Facts facts = test::storm();
  for (OrganisationFacts& one : facts.organisations) one.copies = 3;
  const World world = start(facts);
  const auto distinct = [](const std::vector<std::uint64_t>& ids) {
    return std::set<std::uint64_t>(ids.begin(), ids.end()).size() == ids.size();
  };
  CHECK(distinct(world.people.id));
  CHECK(distinct(world.units.id));
  CHECK(distinct(world.organisations.id));
  CHECK(distinct(world.lanes.id));
  CHECK(distinct(world.unions.id));
  CHECK(distinct(world.payers.id));
}
