#include <algorithm>
#include <array>

#include "base/fixed.h"
#include "base/hash.h"
#include "genesis/start.h"
#include "genesis/topology.h"
#include "rules/caseload/caseload.h"
#include "world/ties.h"

namespace relco {
namespace {

constexpr double kTieSpread = 0.09;  // between directed ties, share (0.36 survey points, A21)

struct StartLevels {
  std::array<double, 3> within{}, between{};  // goals, knowledge, respect; survey scale
};

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

}  // namespace

void start_ties(World& world, const Parameters& parameters) {
  const std::vector<StartLevels> levels = unit_levels(world);
  for (std::size_t u = 0; u < levels.size(); ++u) {
    world.units.norm_within[u] = as_ties(levels[u].within);
    world.units.norm_between[u] = as_ties(levels[u].between);
  }
  Pairs& p = world.pairs;
  const PhiloxKey key = world.luck.key(Purpose::first_ties);
  for (std::size_t link = 0; link < world.links.first.size(); ++link) {
    const std::uint32_t first = world.links.first[link], second = world.links.second[link];
    const bool own = world.links.own_group[link] != 0;
    const auto& from0 = own ? levels[first].within : levels[first].between;
    const auto& from1 = own ? levels[second].within : levels[second].between;
    for (std::uint32_t k = world.links.begin[link]; k < world.links.end[link]; ++k) {
      const auto a = static_cast<std::uint32_t>(world.people.id[p.lower[k]]);
      const auto b = static_cast<std::uint32_t>(world.people.id[p.upper[k]]);
      const Draw luck0 = Luck::directed(key, a, b, 0), luck1 = Luck::directed(key, b, a, 0);
      p.goals0[k] = spread(from0[0], luck0, 0);
      p.knowledge0[k] = spread(from0[1], luck0, 1);
      p.respect0[k] = spread(from0[2], luck0, 2);
      p.goals1[k] = spread(from1[0], luck1, 0);
      p.knowledge1[k] = spread(from1[1], luck1, 1);
      p.respect1[k] = spread(from1[2], luck1, 2);
      const float mean0 = (p.goals0[k] + p.knowledge0[k] + p.respect0[k]) / 3.0f;
      const float mean1 = (p.goals1[k] + p.knowledge1[k] + p.respect1[k]) / 3.0f;
      p.frequent0[k] = p.timely0[k] = p.accurate0[k] = p.solving0[k] = memory_of(mean0);
      p.frequent1[k] = p.timely1[k] = p.accurate1[k] = p.solving1[k] = memory_of(mean1);
      const std::int32_t daily = p.daily[k] != 0 ? daily_need(parameters.caseload, own) : 0;
      p.need[k] = daily;
      p.silent[k] = daily > 0 ? 0 : 255;
      p.events0[k] = p.events1[k] = 0;
      world.people.need[p.lower[k]] += daily;
      world.people.need[p.upper[k]] += daily;
    }
  }
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
