// One flipped bit anywhere in the state of a world changes its digest.
#include <algorithm>
#include <cstring>
#include <string>

#include "engine/digest.h"
#include "engine/simulation.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

template <class T>
void flip(T& value, std::size_t bit) {
  unsigned char bytes[sizeof(T)];
  std::memcpy(bytes, &value, sizeof(T));
  bytes[bit / 8] = static_cast<unsigned char>(bytes[bit / 8] ^ (1u << (bit % 8)));
  std::memcpy(&value, bytes, sizeof(T));
}

// Rows worth looking at: the first, one in the middle, the last.
template <class Table>
std::vector<std::size_t> rows_of(const Table&, std::size_t rows) {
  return {0, rows / 2, rows - 1};
}
// Of the places in teams, those where somebody sits.
std::vector<std::size_t> rows_of(const Members& members, std::size_t) {
  std::vector<std::size_t> seated;
  for (std::size_t row = 0; row < members.person.size(); ++row) {
    if (members.person[row] != kNone) seated.push_back(row);
  }
  REQUIRE(seated.size() > 2);
  return {seated.front(), seated[seated.size() / 2], seated.back()};
}

}  // namespace

TEST_CASE("every bit of every stored column counts in the digest") {
  const Facts facts = test::rich();
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  Simulation simulation(blueprint, parameters, 1, 0);
  simulation.run_until(11);
  World& world = simulation.world();
  const std::uint64_t before = digest_of(world).world;
  std::string deaf, empty;
  int columns = 0;
  for_each_table(world, [&](auto& table) {
    std::decay_t<decltype(table)>::for_each_column(
        table, [&](const ColumnInfo& info, auto& column) {
          ++columns;
          const std::string name = std::string(info.table) + "." + std::string(info.name);
          if (column.empty()) {
            empty += name + " ";
            return;
          }
          std::size_t unheard = 0;
          for (const std::size_t row : rows_of(table, column.size())) {
            const std::size_t bits = 8 * sizeof(column[row]);
            for (std::size_t bit = 0; bit<bits; bit += bits> 64 ? 5 : 1) {
              flip(column[row], bit);
              unheard += digest_of(world).world == before;
              flip(column[row], bit);
            }
          }
          if (unheard > 0) deaf += name + " ";
        });
  });
  INFO("flips without effect in: " << deaf << "; columns without rows: " << empty);
  CHECK(deaf.empty());
  CHECK(empty.empty());
  CHECK(columns > 100);
  CHECK(digest_of(world).world == before);
}

TEST_CASE("an empty place in a team counts as empty, whatever was written there before") {
  const Facts facts = test::rich();
  const Parameters parameters;
  World world = make_world(make_blueprint(facts, parameters), parameters, 0, 0);
  const auto empty = static_cast<std::size_t>(
      std::find(world.members.person.begin(), world.members.person.end(), kNone) -
      world.members.person.begin());
  REQUIRE(empty < world.members.person.size());
  const std::uint64_t before = digest_of(world).world;
  flip(world.members.goals0[empty], 20);
  CHECK(digest_of(world).world == before);
  world.members.person[empty] = 0;
  const std::uint64_t seated = digest_of(world).world;
  CHECK(seated != before);
  flip(world.members.goals0[empty], 20);
  CHECK(digest_of(world).world != seated);
}

TEST_CASE("two flips of the same bit in two rows or two columns do not cancel") {
  const Facts facts = test::rich();
  const Parameters parameters;
  World world = make_world(make_blueprint(facts, parameters), parameters, 0, 0);
  const std::uint64_t before = digest_of(world).world;
  flip(world.pairs.goals0[0], 20);
  flip(world.pairs.goals0[1], 20);
  CHECK(digest_of(world).world != before);
  flip(world.pairs.goals0[0], 20);
  flip(world.pairs.goals0[1], 20);
  std::swap(world.pairs.goals0[2], world.pairs.respect0[2]);
  CHECK(digest_of(world).world != before);
  std::swap(world.pairs.goals0[2], world.pairs.respect0[2]);
  std::swap(world.people.burnout[0], world.people.skill[0]);
  CHECK(digest_of(world).world != before);
}

TEST_CASE("every bit of every sum of a week counts in the week's digest, and so does the week") {
  const Facts facts = test::rich();
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  Simulation simulation(blueprint, parameters, 1, 0);
  simulation.run_until(3);
  const World& world = simulation.world();
  std::vector<OrganisationWeek>& sums = simulation.flows().sums;
  Digest digest;
  const auto of_week = [&](Week week) {
    digest_sums(world, week, sums, digest);
    return digest;
  };
  const Digest before = of_week(2);
  REQUIRE(before.organisations.size() == sums.size());
  CHECK(of_week(3).world != before.world);
  std::size_t unheard = 0, elsewhere = 0;
  for (std::size_t bit = 0; bit < 8 * sizeof(OrganisationWeek); bit += 3) {
    const std::size_t o = bit % sums.size();
    flip(sums[o], bit);
    const Digest after = of_week(2);
    flip(sums[o], bit);
    unheard += after.world == before.world;
    for (std::size_t n = 0; n < sums.size(); ++n) {
      elsewhere += (after.organisations[n] != before.organisations[n]) != (n == o);
    }
  }
  CHECK(unheard == 0);
  CHECK(elsewhere == 0);
  std::swap(sums[0].outcomes[0], sums[0].outcomes[1]);
  sums[0].evaluations += 1;
  sums[1].evaluations -= 1;
  CHECK(of_week(2).world != before.world);
}

TEST_CASE("a change inside one organisation shows in its digest and in no other's") {
  Facts facts = test::rich();
  test::add_island(facts);
  const Parameters parameters;
  World world = make_world(make_blueprint(facts, parameters), parameters, 0, 0);
  const Digest before = digest_of(world);
  for (std::uint32_t person = 0; person < world.people.id.size(); ++person) {
    flip(world.people.burnout[person], 20);
    const Digest after = digest_of(world);
    flip(world.people.burnout[person], 20);
    CHECK(after.world != before.world);
    for (std::uint32_t o = 0; o < before.organisations.size(); ++o) {
      const bool own = world.plan->organisation_of_person[person] == o;
      CHECK((after.organisations[o] != before.organisations[o]) == own);
    }
  }
}
