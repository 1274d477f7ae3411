// What is counted in two places is the same in both, every week; and every stock stays in range.
#include <algorithm>
#include <cmath>

#include "engine/simulation.h"
#include "rules/caseload/caseload.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

// Runs the world and looks at it before the first week and after each.
template <class Look>
void watch(const Facts& facts, std::size_t arm, Look&& look) {
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  Simulation simulation(blueprint, parameters, arm, 0);
  look(simulation.world());
  while (simulation.world().week < facts.horizon) {
    simulation.step();
    look(simulation.world());
  }
}

void look_at_open_cases(const World& world) {
  std::vector<std::uint32_t> counted(world.people.id.size(), 0);
  const std::size_t places = world.plan->places;
  for (std::size_t row = 0; row < world.members.person.size(); ++row) {
    const std::uint32_t person = world.members.person[row];
    if (person == kNone) continue;
    REQUIRE(world.cases.id[row / places] != 0);
    ++counted[person];
  }
  CHECK(counted == world.people.open_cases);
}

void look_at_need(const World& world) {
  std::vector<std::int32_t> counted(world.people.id.size(), 0);
  for (std::size_t k = 0; k < world.pairs.need.size(); ++k) {
    counted[world.pairs.lower[k]] += world.pairs.need[k];
    counted[world.pairs.upper[k]] += world.pairs.need[k];
  }
  CHECK(counted == world.people.need);
}

// Need of every pair, from nothing but the members of open cases and the daily work of units.
std::vector<std::int32_t> need_from_cases(const World& world) {
  const CaseloadParameters p;
  std::vector<std::int32_t> need(world.pairs.lower.size(), 0);
  for (std::size_t k = 0; k < need.size(); ++k) {
    const std::uint32_t a = world.pairs.lower[k], b = world.pairs.upper[k];
    if (world.pairs.daily[k] == 0) continue;
    REQUIRE(world.people.unit[a] == world.people.unit[b]);
    const bool group = world.people.role[a] == world.people.role[b];
    need[k] = static_cast<std::int32_t>(
        std::lround((group ? p.colleague_need : p.unit_need) * kNeedUnit));
  }
  const std::uint32_t places = world.plan->places;
  for (std::uint32_t lane = 0; lane < world.lanes.id.size(); ++lane) {
    const PathwayPlan& pathway = world.plan->pathways[world.lanes.pathway[lane]];
    for (std::uint32_t slot = world.lanes.begin[lane]; slot < world.lanes.end[lane]; ++slot) {
      if (world.cases.id[slot] == 0) continue;
      const float phase = world.cases.phase[slot] == 1 ? 1.0f : p.follow_up_need;
      for (std::uint32_t a = 0; a < places; ++a) {
        for (std::uint32_t b = a + 1; b < places; ++b) {
          const std::uint32_t i = world.members.person[slot * places + a];
          const std::uint32_t j = world.members.person[slot * places + b];
          if (i == kNone || j == kNone) continue;
          const std::uint32_t pair = find_pair(*world.plan, world.pairs, i, j);
          if (pair != kNone) {
            need[pair] += need_units(pathway, a, b, world.lanes.uncertainty[lane], phase);
          }
        }
      }
    }
  }
  return need;
}

std::size_t out_of_range(const World& world, std::string& where) {
  std::size_t wrong = 0;
  for_each_table(world, [&](const auto& table) {
    std::decay_t<decltype(table)>::for_each_column(
        table, [&](const ColumnInfo& info, const auto& column) {
          const auto look = [&](float x) {
            const bool share = info.unit == "share" && info.kind == ColumnKind::stock;
            if (std::isfinite(x) && (!share || (x >= 0 && x <= 1))) return;
            ++wrong;
            where = std::string(info.table) + "." + std::string(info.name);
          };
          using T = typename std::decay_t<decltype(column)>::value_type;
          for (const T& value : column) {
            if constexpr (std::is_floating_point_v<T>) look(value);
            if constexpr (std::is_class_v<T>) {
              for (const float x : value) look(x);
            }
          }
        });
  });
  return wrong;
}

}  // namespace

TEST_CASE("a person's open cases are the teams the person sits in, every week") {
  watch(test::one_child(), 0, look_at_open_cases);
  watch(test::storm(), GENERATE(0u, 1u), look_at_open_cases);
}

TEST_CASE("a person's need is the sum over the person's pairs, every week") {
  watch(test::one_ward(), 0, look_at_need);
  watch(test::storm(), GENERATE(0u, 1u), look_at_need);
}

TEST_CASE("a pair's need is its daily work and that of the open cases both share, every week") {
  watch(test::storm(), GENERATE(0u, 1u),
        [](const World& world) { CHECK(need_from_cases(world) == world.pairs.need); });
}

TEST_CASE("whatever happens at once, every stock stays finite and every share in 0 to 1") {
  std::string where;
  std::size_t wrong = 0;
  watch(test::storm(), GENERATE(0u, 1u),
        [&](const World& world) { wrong += out_of_range(world, where); });
  CAPTURE(where);
  CHECK(wrong == 0);
}

TEST_CASE("ties and shares that people learn stay on the grid") {
  watch(test::storm(), 1, [](const World& world) {
    std::size_t off = 0;
    const auto look = [&](const std::vector<float>& column) {
      for (const float x : column) off += to_grid(x) != x;
    };
    const Pairs& p = world.pairs;
    for (const auto* column : {&p.goals0, &p.knowledge0, &p.respect0, &p.goals1, &p.knowledge1,
                               &p.respect1, &world.members.goals0, &world.members.respect1,
                               &world.people.burnout, &world.people.bias_role}) {
      look(*column);
    }
    CHECK(off == 0);
  });
}

TEST_CASE("arrivals are cases that start or wait, none is lost") {
  Facts facts = test::two_partners();
  facts.horizon = 30;
  std::size_t seen = 0;
  std::int64_t arrived = 0;
  watch(facts, 0, [&](const World& world) {
    if (world.week == 0) return;
    const Week week = world.week - 1;
    arrived += arrivals(world.luck, world.lanes.id[0], *facts.pathways[0].starts_per_week, week);
    for (std::size_t slot = 0; slot < world.cases.id.size(); ++slot) {
      seen += world.cases.id[slot] != 0 && world.cases.start[slot] == week;
    }
    CHECK(arrived == static_cast<std::int64_t>(seen + world.lanes.waiting[0]));
  });
  CHECK(arrived > 30);
}

TEST_CASE("every member of a team has the role of the place, and nobody sits in it twice") {
  watch(test::storm(), 1, [](const World& world) {
    const std::size_t places = world.plan->places;
    for (std::size_t lane = 0; lane < world.lanes.id.size(); ++lane) {
      const PathwayPlan& pathway = world.plan->pathways[world.lanes.pathway[lane]];
      for (std::size_t slot = world.lanes.begin[lane]; slot < world.lanes.end[lane]; ++slot) {
        std::vector<std::uint32_t> team;
        for (std::size_t k = 0; k < places; ++k) {
          const std::uint32_t person = world.members.person[slot * places + k];
          if (person == kNone) continue;
          REQUIRE(k < pathway.places.size());
          CHECK(world.people.role[person] == pathway.places[k].role);
          CHECK(std::count(team.begin(), team.end(), person) == 0);
          team.push_back(person);
        }
        if (world.cases.id[slot] != 0) CHECK(world.cases.team[slot] == team.size());
      }
    }
  });
}
