// What people and families are called, and who is meant.
#include "story/names.h"

#include "engine/simulation.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;
using namespace relco::story;

namespace {

// Two hospitals with two wards each, and one home care.
Facts many() {
  Facts facts = test::two_partners();
  facts.organisations[0].copies = 2;
  facts.organisations[0].units[0].copies = 2;
  return facts;
}

struct Place {
  explicit Place(const Facts& facts) : blueprint(make_blueprint(facts, Parameters())) {}
  Blueprint blueprint;
  Directory directory{blueprint.prototype};
  [[nodiscard]] std::string wrong(const std::string& name) const {
    return directory.meant(name).wrong;
  }
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("everybody can be named by what they are called, in words and in short") {
  for (const Facts& facts : {test::rich(), test::two_partners(), test::one_child(), many()}) {
    const Place at(facts);
    std::size_t wrong = 0;
    for (std::uint32_t i = 0; i < at.blueprint.prototype.people.id.size(); ++i) {
      for (const std::string& name : {at.directory.full(i), at.directory.compact(i)}) {
        const Meant meant = at.directory.meant(name);
        wrong += meant.people != std::vector<std::uint32_t>{i} || !meant.one();
      }
    }
    CHECK(wrong == 0);
  }
}

TEST_CASE("names need not care for capitals, underscores and the widest words") {
  const Place at(test::two_partners());
  const Meant one = at.directory.meant("home_nurse/1");
  REQUIRE(one.one());
  for (const char* name :
       {"Home nurse 1", "home_nurse 1 of district", "district/home nurse/1",
        "homecare/district/home_nurse/1", "home nurse 1 of district of homecare"}) {
    CAPTURE(name);
    CHECK(at.directory.meant(name).people == one.people);
  }
  CHECK(at.directory.meant("nurse").people.size() > 1);
  CHECK(at.directory.meant("nurse").wrong.empty());
}

TEST_CASE("a name that nobody has gets the nearest that somebody has") {
  const Place at(test::two_partners());
  CHECK(at.wrong("nurs 1") == "there is no role 'nurs'; did you mean 'nurse'?");
  CHECK(at.wrong("nurse 1 of wardd") == "there is no unit 'wardd'; did you mean 'ward'?");
  CHECK(has(at.wrong("nurse 1 of ward of hospitol"), "did you mean 'hospital'?"));
  CHECK(has(at.wrong("nurse 77"), "nobody is called that; ward has nurse 1-"));
  CHECK(has(at.wrong("home_nurse 1 of ward"), "nobody is called that; ward has nurse 1-"));
  CHECK(has(at.wrong("zzzzzzzz"), "there are: "));
  CHECK(has(at.wrong("family of hop"), "did you mean 'hip'?"));
  for (const char* name : {"", "/", "a/b/c/d/e", "family 12.x of hip", "family/hip/x", "1"}) {
    CAPTURE(name);
    CHECK(!at.wrong(name).empty());
  }
}

TEST_CASE("a number that several have is told to all of them") {
  const Place at(many());
  const std::string wrong = at.wrong("nurse 1");
  CHECK(has(wrong, "'hospital 1/ward 1/nurse/1'"));
  CHECK(has(wrong, "'hospital 2/ward 2/nurse/1'"));
  CHECK(has(wrong, "say which"));
  CHECK(at.wrong("nurse 1 of ward 2 of hospital 1").empty());
  CHECK(!at.wrong("nurse 1 of ward 2").empty());
}

TEST_CASE("families are named by the week in which their case began") {
  const Place at(test::two_partners());
  const Meant any = at.directory.meant("family of hip");
  CHECK(any.families());
  CHECK_FALSE(any.one());
  for (const char* name : {"family 12.3 of hip", "family/hip/12.3", "Family 12.3"}) {
    const Meant one = at.directory.meant(name);
    CAPTURE(name);
    REQUIRE(one.one());
    CHECK(one.number->week == 12);
    CHECK(one.number->n == 3);
  }
  CHECK(at.directory.meant("family -2.1 of hip").number->week == -2);
  CHECK(has(at.wrong("family 3 of hip"), "family 12.3 of hip"));
  // Standing cases are all there from the start.
  const Place child(test::one_child());
  CHECK(child.directory.meant("family 1 of child").number->week == 0);
  CHECK(child.directory.family(0, {0, 1}) == "family 1 of child");
}

TEST_CASE("a case is known by its number from beginning to end") {
  const Facts facts = test::two_partners();
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  Simulation simulation(blueprint, parameters, 0, 0);
  std::size_t cases = 0, wrong = 0;
  while (simulation.world().week < 10) {
    const World& world = simulation.world();
    for (std::uint32_t slot = world.lanes.begin[0]; slot < world.lanes.end[0]; ++slot) {
      if (world.cases.id[slot] == 0) continue;
      ++cases;
      wrong += id_of(world, 0, number_of(world, 0, slot)) != world.cases.id[slot];
    }
    simulation.step();
  }
  CHECK(cases > 20);
  CHECK(wrong == 0);
}
