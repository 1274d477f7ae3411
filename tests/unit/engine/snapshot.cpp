#include <span>
#include <utility>
#include <vector>

#include "base/errors.h"
#include "engine/digest.h"
#include "engine/simulation.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

const Parameters kUsual;

struct Saved {
  explicit Saved(const Facts& facts, std::size_t arm = 0, int replicate = 0)
      : blueprint(make_blueprint(facts, kUsual)), simulation(blueprint, kUsual, arm, replicate) {
    simulation.run_until(5);
    bytes = simulation.snapshot();
  }
  Blueprint blueprint;
  Simulation simulation;
  std::vector<std::byte> bytes;
};

}  // namespace

TEST_CASE("a snapshot cut short or grown by a byte is refused") {
  const Saved saved(test::one_ward());
  std::size_t accepted = 0;
  for (std::size_t size = 0; size < saved.bytes.size(); size += 1 + saved.bytes.size() / 300) {
    Simulation fresh(saved.blueprint, kUsual, 0, 0);
    try {
      fresh.restore(std::span(saved.bytes).first(size));
      ++accepted;
    } catch (const PlaceError&) {
    }
  }
  CHECK(accepted == 0);
  std::vector<std::byte> longer = saved.bytes;
  longer.push_back(std::byte{0});
  Simulation fresh(saved.blueprint, kUsual, 0, 0);
  CHECK_THROWS_AS(fresh.restore(longer), PlaceError);
}

TEST_CASE("a snapshot of another arm, another replicate or another world is refused") {
  Facts facts = test::two_partners();
  facts.arms.push_back(facts.arms[0]);
  const Saved saved(facts, 1, 1);
  for (const auto& [arm, replicate] : {std::pair(0u, 1), std::pair(1u, 0)}) {
    Simulation fresh(saved.blueprint, kUsual, arm, replicate);
    CHECK_THROWS_AS(fresh.restore(saved.bytes), PlaceError);
  }
  Facts other = facts;
  other.organisations[0].units[0].staff["nurse"] += 1;
  const Blueprint blueprint = make_blueprint(other, kUsual);
  Simulation elsewhere(blueprint, kUsual, 1, 1);
  CHECK_THROWS_AS(elsewhere.restore(saved.bytes), PlaceError);
}

TEST_CASE("a week out of range is damage") {
  Saved saved(test::one_ward());
  const std::size_t at = sizeof(std::uint64_t) + sizeof(int);  // behind arm and replicate
  saved.bytes[at + 3] = std::byte{0x7f};
  Simulation fresh(saved.blueprint, kUsual, 0, 0);
  CHECK_THROWS_AS(fresh.restore(saved.bytes), PlaceError);
}

TEST_CASE("taking a snapshot changes nothing") {
  Saved saved(test::rich(), 1);
  const std::uint64_t before = digest_of(saved.simulation.world()).world;
  CHECK(saved.simulation.snapshot() == saved.bytes);
  CHECK(digest_of(saved.simulation.world()).world == before);
}
