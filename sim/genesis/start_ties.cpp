#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "base/fixed.h"
#include "base/hash.h"
#include "genesis/start.h"
#include "genesis/topology.h"
#include "parallel/parallel.h"
#include "rules/caseload/caseload.h"
#include "world/tally.h"
#include "world/ties.h"

namespace relco {
namespace {

constexpr double kTieSpread = 0.09;  // between directed ties, share (0.36 survey points, A21)

// Goals, knowledge, respect, and what the other remembers of the communication (0: their mean).
struct PairLevels {
  std::array<double, 3> tie{};
  double communication = 0;
};

struct StartLevels {
  std::array<double, 3> within{}, between{};  // goals, knowledge, respect; survey scale
  std::map<std::pair<std::uint32_t, std::uint32_t>, PairLevels>
      pairs;  // of roles, the holder first
};

// What the facts say of the ties between two roles; `usual` where they say nothing. Where the index
// is a distribution, all that is stated beside it moves with its draw.
PairLevels pair_levels(const World& world, const PairStart& facts, std::uint32_t unit,
                       const std::string& path, const std::array<double, 3>& usual) {
  const auto value = [&](const Fact& fact, const char* what) {
    return value_of(fact, world.luck, world.units.id[unit], path + what);
  };
  PairLevels out;
  out.tie = usual;
  double drawn = 0;  // away from the mean
  if (facts.index) {
    out.communication = value(*facts.index, "index");
    out.tie.fill(out.communication);
    drawn = out.communication - facts.index->mean;
  }
  const auto set = [&](const std::optional<Fact>& fact, const char* what, double& level) {
    if (fact) level = value(*fact, what) + drawn;
  };
  set(facts.goals, "goals", out.tie[0]);
  set(facts.knowledge, "knowledge", out.tie[1]);
  set(facts.respect, "respect", out.tie[2]);
  set(facts.communication, "communication", out.communication);
  return out;
}

void add_pairs(const World& world, const TieStart& facts, std::uint32_t unit, StartLevels& levels) {
  const Plan& plan = *world.plan;
  for (const auto& [names, pair] : facts.pairs) {
    const std::uint32_t from = find_role(plan, names.first), to = find_role(plan, names.second);
    if (from == kNone || to == kNone) continue;
    const std::string path = "ties.pairs." + plan.roles[from].id + '.' + plan.roles[to].id + '.';
    levels.pairs[{from, to}] =
        pair_levels(world, pair, unit, path, from == to ? levels.within : levels.between);
  }
}

// What the facts of a unit, or else of its organisation, say about starting ties.
StartLevels levels_of(const World& world, const OrganisationFacts& organisation,
                      const UnitFacts& unit, std::uint32_t row) {
  const auto pick = [&](const std::optional<Fact>& own, const std::optional<Fact>& above,
                        double usual, std::string_view path) {
    const std::optional<Fact>& fact = own ? own : above;
    return fact ? value_of(*fact, world.luck, world.units.id[row], path) : usual;
  };
  const double within =
      pick(unit.ties.within, organisation.ties.within, kUsualWithin, "ties.within");
  const double between =
      pick(unit.ties.between, organisation.ties.between, kUsualBetween, "ties.between");
  const std::array<double, 3> component{
      pick(unit.ties.goals, organisation.ties.goals, between, "ties.goals"),
      pick(unit.ties.knowledge, organisation.ties.knowledge, between, "ties.knowledge"),
      pick(unit.ties.respect, organisation.ties.respect, between, "ties.respect")};
  StartLevels out;
  for (std::size_t c = 0; c < 3; ++c) {
    out.between[c] = component[c];
    out.within[c] = within + component[c] - between;
  }
  add_pairs(world, organisation.ties, row, out);
  add_pairs(world, unit.ties, row, out);
  return out;
}

// Z2: one component of one directed tie at the start.
float spread(double score, const Draw& luck, int n) {
  const double u = (luck.word(n) + 0.5) * 0x1p-32;
  return to_grid(static_cast<float>((score - 1.0) * 0.25 + kTieSpread * normal(u)));
}

std::uint16_t memory_of(float x) {
  return static_cast<std::uint16_t>(x * 65535.0f + 0.5f);
}

Triple as_ties(const std::array<double, 3>& scores) {
  Triple out{};
  for (std::size_t c = 0; c < 3; ++c)
    out[c] = to_grid(static_cast<float>((scores[c] - 1.0) * 0.25));
  return out;
}

std::vector<StartLevels> unit_levels(const World& world) {
  std::vector<StartLevels> levels;
  for (const OrganisationFacts* organisation : by_id(world.plan->facts.organisations)) {
    for (int copy = 0; copy < organisation->copies; ++copy) {
      for (const UnitFacts* unit : by_id(organisation->units)) {
        for (int n = 0; n < unit->copies; ++n) {
          levels.push_back(
              levels_of(world, *organisation, *unit, static_cast<std::uint32_t>(levels.size())));
        }
      }
    }
  }
  return levels;
}

// One directed tie of week zero, and what the other remembers of it.
struct FirstTie {
  float goals = 0, knowledge = 0, respect = 0;
  std::uint16_t memory = 0;
  bool stated = false;  // the facts speak of these two roles
};

FirstTie first_tie(const StartLevels& levels, bool own, std::uint32_t from, std::uint32_t to,
                   const Draw& luck) {
  const auto pair = levels.pairs.find({from, to});
  FirstTie out;
  out.stated = pair != levels.pairs.end();
  const auto& level = out.stated ? pair->second.tie : own ? levels.within : levels.between;
  out.goals = spread(level[0], luck, 0);
  out.knowledge = spread(level[1], luck, 1);
  out.respect = spread(level[2], luck, 2);
  const bool heard = out.stated && pair->second.communication > 0;
  out.memory = memory_of(heard ? spread(pair->second.communication, luck, 3)
                               : (out.goals + out.knowledge + out.respect) / 3.0f);
  return out;
}

void start_block(World& world, const Parameters& parameters, const std::vector<StartLevels>& levels,
                 const PairBlock& block) {
  Pairs& p = world.pairs;
  People& people = world.people;
  const PhiloxKey key = world.luck.key(Purpose::first_ties);
  const StartLevels& first = levels[world.links.first[block.link]];
  const StartLevels& second = levels[world.links.second[block.link]];
  const bool own = world.links.own_group[block.link] != 0;
  for (std::uint32_t k = block.begin; k < block.end; ++k) {
    const std::uint32_t lower = p.lower[k], upper = p.upper[k];
    const auto a = static_cast<std::uint32_t>(people.id[lower]);
    const auto b = static_cast<std::uint32_t>(people.id[upper]);
    const FirstTie tie0 =
        first_tie(first, own, people.role[lower], people.role[upper], Luck::directed(key, a, b, 0));
    const FirstTie tie1 = first_tie(second, own, people.role[upper], people.role[lower],
                                    Luck::directed(key, b, a, 0));
    p.goals0[k] = tie0.goals;
    p.knowledge0[k] = tie0.knowledge;
    p.respect0[k] = tie0.respect;
    p.goals1[k] = tie1.goals;
    p.knowledge1[k] = tie1.knowledge;
    p.respect1[k] = tie1.respect;
    p.frequent0[k] = p.timely0[k] = p.accurate0[k] = p.solving0[k] = tie0.memory;
    p.frequent1[k] = p.timely1[k] = p.accurate1[k] = p.solving1[k] = tie1.memory;
    p.need[k] = p.daily[k] != 0 ? daily_need(parameters.caseload, own) : 0;
    p.silent[k] = p.need[k] > 0 || tie0.stated || tie1.stated ? 0 : 255;
    if (p.need[k] == 0) continue;
    add_shared(people.need[lower], p.need[k]);
    add_shared(people.need[upper], p.need[k]);
  }
}

}  // namespace

void start_ties(World& world, const Parameters& parameters) {
  const std::vector<StartLevels> levels = unit_levels(world);
  for (std::size_t u = 0; u < levels.size(); ++u) {
    world.units.norm_within[u] = as_ties(levels[u].within);
    world.units.norm_between[u] = as_ties(levels[u].between);
  }
  const std::vector<PairBlock>& blocks = world.plan->blocks;
  for_each_task(blocks.size(), 8,
                [&](std::size_t n) { start_block(world, parameters, levels, blocks[n]); });
}

// Z6
void start_trust(World& world) {
  OrganisationLinks& to = world.organisation_links;
  std::vector<std::int64_t> sum(to.first.size(), 0), count(to.first.size(), 0);
  const Pairs& p = world.pairs;
  for (std::size_t link = 0; link < world.links.first.size(); ++link) {
    const std::uint32_t across = world.links.across[link];
    if (across == kNone) continue;
    for (std::uint32_t k = world.links.begin[link]; k < world.links.end[link]; ++k) {
      sum[across] += grid_steps(p.goals0[k]) + grid_steps(p.respect0[k]) + grid_steps(p.goals1[k]) +
                     grid_steps(p.respect1[k]);
      count[across] += 4;
    }
  }
  for (std::size_t k = 0; k < to.first.size(); ++k) {
    const double mean =
        count[k] > 0 ? static_cast<double>(sum[k]) / static_cast<double>(count[k]) : 0;
    to.trust_start[k] = to.trust[k] = to_grid(static_cast<float>(mean / kGridUnit));
    to.negotiation[k] = to.agreement[k] = 0;
  }
}

}  // namespace relco
