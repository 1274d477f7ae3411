// From the facts of a scenario to the world of week zero.
#pragma once

#include <memory>

#include "rules/parameters.h"
#include "world/world.h"

namespace relco {

// What all worlds of a scenario share: the plan, and the tables with everything that does not
// depend on luck. Made once per run; each (arm, replicate) starts from a copy. The tables that are
// most of a world hold in the prototype only who meets whom: stocks of pairs, cases and members
// have no rows there.
struct Blueprint {
  std::shared_ptr<const Plan> plan;
  World prototype;
};

// Compiles the facts. Rows come in canonical order, sorted by stable id, so the order in which a
// file lists things never matters. Throws UserError when facts cannot make a world (a team wider
// than 32 places, nobody to serve a pathway).
[[nodiscard]] Blueprint make_blueprint(const Facts& facts, const Parameters& parameters);

// The world of one arm and replicate at the start of week 0: facts that are distributions are
// drawn, starting ties are spread, cases already under way are there.
[[nodiscard]] World make_world(const Blueprint& blueprint, const Parameters& parameters,
                               std::size_t arm, int replicate);

// The value of a fact for one owner (Z1): the number itself, or a draw keyed by the owner's id and
// the fact's path, equal in all arms.
[[nodiscard]] double value_of(const Fact& fact, const Luck& luck, std::uint64_t owner,
                              std::string_view path);

}  // namespace relco
