#include "survey/perception.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "base/hash.h"
#include "base/week.h"
#include "world/ties.h"

namespace relco::survey {
namespace {

constexpr double kMemoryUnit = 65535.0;

template <class T>
std::vector<const T*> by_id(const std::vector<T>& things) {
  std::vector<const T*> sorted;
  for (const T& thing : things) sorted.push_back(&thing);
  const auto id = [](const T& thing) { return thing.id.empty() ? thing.name : thing.id; };
  std::sort(sorted.begin(), sorted.end(), [&](const T* a, const T* b) { return id(*a) < id(*b); });
  return sorted;
}

// The units in the order of their rows.
std::vector<Place> places_of(const Plan& plan) {
  std::vector<Place> places;
  std::size_t row = 0;
  for (const OrganisationFacts* organisation : by_id(plan.facts.organisations)) {
    for (int copy = 0; copy < organisation->copies; ++copy, ++row) {
      const bool lone = organisation->units.size() == 1 && organisation->units[0].copies == 1;
      for (const UnitFacts* unit : by_id(organisation->units)) {
        for (int n = 1; n <= unit->copies; ++n) {
          Place place{plan.organisation_names[row], organisation->sector, unit->name, ""};
          if (unit->copies > 1) place.unit += ' ' + std::to_string(n);
          place.site = lone ? place.organisation : place.organisation + ", " + place.unit;
          places.push_back(std::move(place));
        }
      }
    }
  }
  return places;
}

// Roles that two kinds of organisations have which work with each other: hospital nurses and home
// care nurses are two groups. Nurses of hospitals that never meet are one, told apart by their
// sites.
std::set<std::uint16_t> roles_told_apart(const World& world) {
  const Plan& plan = *world.plan;
  std::vector<std::set<std::uint16_t>> roles(world.organisations.id.size());
  for (std::uint32_t i = 0; i < world.people.id.size(); ++i) {
    roles[plan.organisation_of_person[i]].insert(world.people.role[i]);
  }
  std::set<std::uint16_t> apart;
  for (std::size_t k = 0; k < world.organisation_links.first.size(); ++k) {
    const std::uint32_t a = world.organisation_links.first[k];
    const std::uint32_t b = world.organisation_links.second[k];
    if (plan.declared_names[a] == plan.declared_names[b]) continue;
    std::set_intersection(roles[a].begin(), roles[a].end(), roles[b].begin(), roles[b].end(),
                          std::inserter(apart, apart.end()));
  }
  return apart;
}

// Who may serve a pathway, by row of People.
std::vector<bool> may_serve(const World& world, const std::string& pathway) {
  const Plan& plan = *world.plan;
  std::vector<bool> in(world.people.id.size(), pathway.empty());
  if (pathway.empty()) return in;
  for (std::uint32_t lane = 0; lane < world.lanes.id.size(); ++lane) {
    if (plan.pathways[world.lanes.pathway[lane]].facts->name != pathway) continue;
    for (std::uint32_t place = 0; place < plan.places; ++place) {
      const CandidateRange range = plan.lane_candidates[lane * plan.places + place];
      for (std::uint32_t k = range.begin; k < range.end; ++k) in[plan.candidates[k]] = true;
    }
  }
  return in;
}

struct Sum {
  Items items{};
  int count = 0;
};

// Adds the tie of the lower (side 0) or upper person towards the other, as the other sees it.
template <class Ties>
void add_tie(const Ties& t, std::size_t k, int side, Sum& sum) {
  const auto memory = [](std::uint16_t x) { return x / kMemoryUnit; };
  const Items seen =
      side == 0 ? Items{memory(t.frequent0[k]), memory(t.timely0[k]), memory(t.accurate0[k]),
                        memory(t.solving0[k]),  t.goals0[k],          t.knowledge0[k],
                        t.respect0[k]}
                : Items{memory(t.frequent1[k]), memory(t.timely1[k]), memory(t.accurate1[k]),
                        memory(t.solving1[k]),  t.goals1[k],          t.knowledge1[k],
                        t.respect1[k]};
  for (std::size_t n = 0; n < kItems; ++n) sum.items[n] += seen[n];
  ++sum.count;
}

void emit(Perceived who, const std::map<std::size_t, Sum>& seen, std::vector<Perceived>& out) {
  for (const auto& [rated, sum] : seen) {
    who.rated = rated;
    for (std::size_t n = 0; n < kItems; ++n) {
      who.items[n] = 1.0 + 4.0 * sum.items[n] / sum.count;
    }
    out.push_back(who);
  }
}

bool works(const People& people, std::uint32_t i) {
  return people.vacant[i] == 0 &&
         ((people.functions[i] & person_function::dormant) == 0 || people.presence[i] > 0.0f);
}

bool knows(const Pairs& pairs, std::uint32_t k) {
  return pairs.silent[k] < kSurveyWindow || pairs.need[k] > 0;
}

// What families showed each person and what each family saw, over the cases under way.
struct FamilyTies {
  std::vector<Sum> of_person;                       // families as one group, by row of People
  std::vector<std::map<std::size_t, Sum>> of_case;  // groups of providers, by row of Cases
};

FamilyTies family_ties(const World& world, const Workgroups& groups, const std::vector<bool>& in) {
  const Plan& plan = *world.plan;
  FamilyTies out{std::vector<Sum>(world.people.id.size()),
                 std::vector<std::map<std::size_t, Sum>>(world.cases.id.size())};
  for (std::uint32_t lane = 0; lane < world.lanes.id.size(); ++lane) {
    if (!plan.pathways[world.lanes.pathway[lane]].facts->family) continue;
    for (std::uint32_t slot = world.lanes.begin[lane]; slot < world.lanes.end[lane]; ++slot) {
      if (world.cases.id[slot] == 0) continue;
      for (std::uint32_t place = 0; place < plan.places; ++place) {
        const std::size_t m = std::size_t{slot} * plan.places + place;
        const std::uint32_t person = world.members.person[m];
        if (person == kNone || !in[person] || !works(world.people, person)) continue;
        add_tie(world.members, m, 0, out.of_person[person]);
        add_tie(world.members, m, 1, out.of_case[slot][groups.of_person[person]]);
      }
    }
  }
  return out;
}

// The pairs of each person, in the order of partners: first those with people before it, as these
// come, and then its own.
std::vector<std::vector<std::uint32_t>> pairs_of_everyone(const World& world) {
  std::vector<std::vector<std::uint32_t>> out(world.people.id.size());
  for (const std::uint32_t k : world.plan->pairs_of) {
    out[world.pairs.lower[k]].push_back(k);
    out[world.pairs.upper[k]].push_back(k);
  }
  return out;
}

}  // namespace

Workgroups workgroups_of(const World& world, bool families) {
  const Plan& plan = *world.plan;
  const std::set<std::uint16_t> apart = roles_told_apart(world);
  Workgroups out;
  std::map<std::string, std::size_t> known;
  for (std::uint32_t i = 0; i < world.people.id.size(); ++i) {
    const std::uint16_t role = world.people.role[i];
    const std::string& place = plan.declared_names[plan.organisation_of_person[i]];
    const bool shared = apart.contains(role);
    const std::string name = shared ? place + ' ' + plan.roles[role].name : plan.roles[role].name;
    const auto [at, added] = known.try_emplace(name, out.names.size());
    if (added) {
      out.names.push_back(name);
      out.ids.push_back(shared ? combine64(plan.role_ids[role], hash_text(place))
                               : plan.role_ids[role]);
    }
    out.of_person.push_back(at->second);
  }
  out.places = places_of(plan);
  if (families) {
    out.names.push_back("family");
    out.ids.push_back(hash_text("family"));
  }
  out.family = families ? out.names.size() - 1 : out.names.size();
  return out;
}

std::vector<Perceived> perceptions(const World& world, const Workgroups& groups,
                                   const std::string& pathway) {
  const std::vector<bool> in = may_serve(world, pathway);
  FamilyTies families;
  if (groups.has_family()) families = family_ties(world, groups, in);
  const std::vector<std::vector<std::uint32_t>> pairs = pairs_of_everyone(world);
  std::vector<Perceived> out;
  for (std::uint32_t i = 0; i < world.people.id.size(); ++i) {
    if (!in[i] || !works(world.people, i)) continue;
    std::map<std::size_t, Sum> seen;
    for (const std::uint32_t k : pairs[i]) {
      const bool lower = world.pairs.lower[k] == i;
      const std::uint32_t partner = lower ? world.pairs.upper[k] : world.pairs.lower[k];
      if (!in[partner] || !works(world.people, partner) || !knows(world.pairs, k)) continue;
      add_tie(world.pairs, k, lower ? 1 : 0, seen[groups.of_person[partner]]);
    }
    if (groups.has_family() && families.of_person[i].count > 0) {
      seen[groups.family] = families.of_person[i];
    }
    emit({combine64(world.people.id[i], world.people.occupant[i]),
          i,
          false,
          groups.of_person[i],
          0,
          {}},
         seen, out);
  }
  for (std::uint32_t slot = 0; slot < families.of_case.size(); ++slot) {
    emit({world.cases.id[slot], slot, true, groups.family, 0, {}}, families.of_case[slot], out);
  }
  return out;
}

}  // namespace relco::survey
