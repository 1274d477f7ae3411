// A week takes no memory: what it needs was there when the world was made.
#include <atomic>
#include <cstdlib>
#include <new>

#include "engine/simulation.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

std::atomic<bool> counting = false;
std::atomic<int> taken = 0;

}  // namespace

// Both replace those of the whole program (what one gives the same delete takes back); threads take
// their tasks' memory elsewhere.
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  if (counting.load(std::memory_order_relaxed)) taken.fetch_add(1, std::memory_order_relaxed);
  return std::malloc(size > 0 ? size : 1);
}
[[gnu::noinline]] void* operator new(std::size_t size) {
  if (void* const memory = operator new(size, std::nothrow)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept {
  std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

TEST_CASE("a week takes no memory, whatever is planned, whoever comes and goes") {
  Facts facts = GENERATE(test::rich(), test::storm(), test::one_child());
  facts.horizon = 40;
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  Simulation simulation(blueprint, parameters, facts.arms.size() - 1, 0);
  simulation.step();  // makes room that is used again
  std::string weeks;
  while (simulation.world().week < facts.horizon) {
    const Week week = simulation.world().week;
    taken = 0;
    counting = true;
    simulation.step();
    counting = false;
    if (taken > 0 && !digests_state(week) && week + 1 < facts.horizon) {
      weeks += std::to_string(week) + ": " + std::to_string(taken) + "; ";
    }
  }
  CHECK(weeks == "");
}
