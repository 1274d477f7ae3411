#include "story/busiest.h"

#include <algorithm>
#include <map>

#include "engine/simulation.h"
#include "story/story.h"

namespace relco::story {
namespace {

// How much two had to do with each other.
struct Dealings {
  int contacts = 0;
  double need = 0;
  [[nodiscard]] bool more_than(const Dealings& other) const {
    return contacts != other.contacts ? contacts > other.contacts : need > other.need;
  }
};

std::vector<char> marks(const std::vector<std::uint32_t>& rows, std::size_t count) {
  std::vector<char> marked(count, 0);
  for (const std::uint32_t row : rows) marked[row] = 1;
  return marked;
}

bool contact(std::uint8_t one, std::uint8_t other) {
  return ((one | other) & event::contact) != 0;
}

// Runs to the end of the moment's week, and shows the last weeks.
template <class Look>
void look_at_weeks(Simulation& simulation, const Moment& moment, Week last, Look&& look) {
  simulation.set_digests(false);
  while (simulation.world().week <= moment.week) {
    const Week week = simulation.world().week;
    simulation.step();
    if (week > moment.week - last) look(simulation.world());
  }
}

std::optional<Busiest> busiest_pair(Simulation& simulation, const Moment& moment, const Meant& from,
                                    const Meant& to) {
  const World& world = simulation.world();
  const Pairs& p = world.pairs;
  const std::vector<char> may_hold = marks(from.people, world.people.id.size());
  const std::vector<char> may_be = marks(to.people, world.people.id.size());
  const auto fits = [&](std::uint32_t a, std::uint32_t b) { return may_hold[a] && may_be[b]; };
  std::vector<std::uint32_t> pairs;
  for (std::uint32_t k = 0; k < p.lower.size(); ++k) {
    if (fits(p.lower[k], p.upper[k]) || fits(p.upper[k], p.lower[k])) pairs.push_back(k);
  }
  if (pairs.empty()) return std::nullopt;
  std::vector<Dealings> dealings(pairs.size());
  look_at_weeks(simulation, moment, kRecentWeeks, [&](const World&) {
    for (std::size_t n = 0; n < pairs.size(); ++n) {
      const std::uint32_t k = pairs[n];
      dealings[n].contacts += contact(p.events0[k], p.events1[k]) ? 1 : 0;
      dealings[n].need += p.need[k];
    }
  });
  const auto most =
      std::max_element(dealings.begin(), dealings.end(),
                       [](const Dealings& a, const Dealings& b) { return b.more_than(a); });
  const std::uint32_t k = pairs[static_cast<std::size_t>(most - dealings.begin())];
  Busiest out;
  const bool lower = fits(p.lower[k], p.upper[k]);
  out.tie.person = {lower ? p.lower[k] : p.upper[k], lower ? p.upper[k] : p.lower[k]};
  out.contacts = most->contacts;
  out.weeks = std::min(moment.week + 1, kRecentWeeks);
  return out;
}

// Of the team of one case, in all weeks of it so far; it may have ended.
std::optional<Busiest> busiest_member(Simulation& simulation, const Moment& moment,
                                      const Meant& families, const Meant& people) {
  const World& world = simulation.world();
  const std::size_t places = world.plan->places;
  const std::uint32_t lane = families.lanes.front();
  const std::uint64_t id = id_of(world, lane, *families.number);
  const std::vector<char> wanted = marks(people.people, world.people.id.size());
  std::map<std::uint32_t, int> contacts;
  int weeks = 0;
  look_at_weeks(simulation, moment, moment.week + 1, [&](const World&) {
    for (std::uint32_t slot = world.lanes.begin[lane]; slot < world.lanes.end[lane]; ++slot) {
      if (world.cases.id[slot] != id) continue;
      ++weeks;
      for (std::size_t row = slot * places; row < (slot + std::size_t{1}) * places; ++row) {
        const std::uint32_t person = world.members.person[row];
        if (person == kNone || !wanted[person]) continue;
        contacts[person] += contact(world.members.events0[row], world.members.events1[row]);
      }
    }
  });
  if (contacts.empty()) return std::nullopt;
  const auto most =
      std::max_element(contacts.begin(), contacts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return Busiest{{{kNone, most->first}, id, lane}, *families.number, most->second, weeks};
}

std::optional<Busiest> busiest_family(Simulation& simulation, const Moment& moment,
                                      const Meant& families, const Meant& people) {
  const World& world = simulation.world();
  const std::size_t places = world.plan->places;
  const std::vector<char> wanted = marks(people.people, world.people.id.size());
  std::vector<Dealings> dealings(world.members.person.size());
  std::vector<std::uint64_t> of_case(dealings.size(), 0);  // a place goes from case to case
  const auto for_each_row = [&](auto&& visit) {
    for (const std::uint32_t lane : families.lanes) {
      for (std::uint32_t slot = world.lanes.begin[lane]; slot < world.lanes.end[lane]; ++slot) {
        const std::uint64_t id = world.cases.id[slot];
        if (id == 0) continue;
        for (std::size_t row = slot * places; row < (slot + std::size_t{1}) * places; ++row) {
          const std::uint32_t person = world.members.person[row];
          if (person != kNone && wanted[person]) visit(lane, slot, row);
        }
      }
    }
  };
  look_at_weeks(simulation, moment, kRecentWeeks, [&](const World&) {
    for_each_row([&](std::uint32_t, std::uint32_t slot, std::size_t row) {
      if (of_case[row] != world.cases.id[slot]) dealings[row] = {};
      of_case[row] = world.cases.id[slot];
      dealings[row].contacts += contact(world.members.events0[row], world.members.events1[row]);
    });
  });
  std::optional<Busiest> out;
  Dealings most;
  for_each_row([&](std::uint32_t lane, std::uint32_t slot, std::size_t row) {
    if (out && !dealings[row].more_than(most)) return;
    most = dealings[row];
    out = Busiest{{{kNone, world.members.person[row]}, world.cases.id[slot], lane},
                  number_of(world, lane, slot),
                  most.contacts,
                  std::min(moment.week + 1, kRecentWeeks)};
  });
  return out;
}

}  // namespace

std::optional<Busiest> busiest_tie(const Blueprint& blueprint, const Parameters& parameters,
                                   const Moment& moment, const Meant& from, const Meant& to) {
  Simulation simulation(blueprint, parameters, moment.arm, moment.replicate);
  if (!from.families() && !to.families()) return busiest_pair(simulation, moment, from, to);
  const Meant& families = from.families() ? from : to;
  const Meant& people = from.families() ? to : from;
  auto out = families.number ? busiest_member(simulation, moment, families, people)
                             : busiest_family(simulation, moment, families, people);
  if (out && to.families()) std::swap(out->tie.person[0], out->tie.person[1]);
  return out;
}

}  // namespace relco::story
