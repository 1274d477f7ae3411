#include "story/names.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "rules/caseload/caseload.h"
#include "story/words.h"
#include "world/canonical.h"

namespace relco::story {

Directory::Directory(const World& world) : world_(world) {
  for (const OrganisationFacts* organisation : by_id(world.plan->facts.organisations)) {
    for (int copy = 0; copy < organisation->copies; ++copy) {
      for (const UnitFacts* unit : by_id(organisation->units)) {
        for (int n = 0; n < unit->copies; ++n) {
          unit_kinds_.push_back(unit->name);
          unit_names_.push_back(unit->copies > 1 ? fmt::format("{} {}", unit->name, n + 1)
                                                 : unit->name);
        }
      }
    }
  }
  const People& people = world.people;
  std::map<std::uint16_t, int> seen;
  for (std::size_t i = 0; i < people.id.size(); ++i) {
    if (i > 0 && people.unit[i] != people.unit[i - 1]) seen.clear();
    numbers_.push_back(++seen[people.role[i]]);
  }
  pathway_copies_.resize(world.plan->pathways.size(), 0);
  for (const std::uint32_t pathway : world.lanes.pathway) {
    lane_copies_.push_back(++pathway_copies_[pathway]);
  }
}

std::string Directory::role(std::uint32_t person) const {
  return spaced(world_.plan->roles[world_.people.role[person]].name);
}

std::string Directory::unit(std::uint32_t person) const {
  return spaced(unit_names_[world_.people.unit[person]]);
}

std::string Directory::organisation(std::uint32_t person) const {
  return spaced(world_.plan->organisation_names[world_.plan->organisation_of_person[person]]);
}

std::string Directory::brief(std::uint32_t person) const {
  return fmt::format("{} {}", role(person), number(person));
}

std::string Directory::full(std::uint32_t person) const {
  const std::string name = fmt::format("{} of {}", brief(person), unit(person));
  return meant(name).one() ? name : fmt::format("{} of {}", name, organisation(person));
}

std::string Directory::compact(std::uint32_t person) const {
  return fmt::format("{}/{}/{}/{}",
                     world_.plan->organisation_names[world_.plan->organisation_of_person[person]],
                     unit_names_[world_.people.unit[person]],
                     world_.plan->roles[world_.people.role[person]].name, number(person));
}

bool Directory::standing(std::uint32_t lane) const {
  return world_.plan->pathways[world_.lanes.pathway[lane]].facts->standing.has_value();
}

std::string Directory::pathway(std::uint32_t lane) const {
  const std::uint32_t pathway = world_.lanes.pathway[lane];
  const std::string name = spaced(world_.plan->pathways[pathway].facts->name);
  return pathway_copies_[pathway] > 1 ? fmt::format("{} {}", name, lane_copies_[lane]) : name;
}

std::string Directory::family(std::uint32_t lane, CaseNumber number) const {
  return standing(lane) ? fmt::format("family {} of {}", number.n, pathway(lane))
                        : fmt::format("family {}.{} of {}", number.week, number.n, pathway(lane));
}

std::string Directory::compact_family(std::uint32_t lane, CaseNumber number) const {
  std::string name = world_.plan->pathways[world_.lanes.pathway[lane]].facts->name;
  if (pathway_copies_[world_.lanes.pathway[lane]] > 1) {
    name += fmt::format(" {}", lane_copies_[lane]);
  }
  return standing(lane) ? fmt::format("family/{}/{}", name, number.n)
                        : fmt::format("family/{}/{}.{}", name, number.week, number.n);
}
// "nurse 1-4, surgeon 1-2"; of one role: "nurse 1-4", or "" when nobody has it.
std::string Directory::who_is_in(std::uint32_t unit, const std::string& wanted) const {
  std::map<std::string, int> last;
  for (std::uint32_t i = world_.units.begin[unit]; i < world_.units.end[unit]; ++i) {
    const std::string& role = world_.plan->roles[world_.people.role[i]].name;
    if (wanted.empty() || same_name(role, wanted)) last[role] = numbers_[i];
  }
  std::vector<std::string> words;
  for (const auto& [role, most] : last) {
    words.push_back(most > 1 ? fmt::format("{} 1-{}", role, most) : fmt::format("{} 1", role));
  }
  return words.empty() && wanted.empty() ? "nobody" : fmt::format("{}", fmt::join(words, ", "));
}

std::vector<std::string> Directory::everybody() const {
  // Copies of one kind have the same people: one line for all.
  std::vector<std::pair<std::string, int>> kinds;
  for (std::uint32_t u = 0; u < unit_kinds_.size(); ++u) {
    const std::string kind =
        fmt::format("{} / {}: {}", world_.plan->declared_names[world_.units.organisation[u]],
                    unit_kinds_[u], who_is_in(u, ""));
    const auto known = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const auto& one) { return one.first == kind; });
    if (known == kinds.end()) {
      kinds.emplace_back(kind, 1);
    } else {
      ++known->second;
    }
  }
  std::vector<std::string> lines;
  for (const auto& [kind, copies] : kinds) {
    lines.push_back(copies > 1 ? fmt::format("{} ({} such units)", kind, copies) : kind);
  }
  for (std::uint32_t lane = 0; lane < world_.lanes.id.size(); ++lane) {
    const PathwayFacts& facts = *world_.plan->pathways[world_.lanes.pathway[lane]].facts;
    const int copies = pathway_copies_[world_.lanes.pathway[lane]];
    if (!facts.family || lane_copies_[lane] > 1) continue;
    lines.push_back(copies > 1 ? fmt::format("families of {} 1-{}", facts.name, copies)
                               : fmt::format("families of {}", facts.name));
  }
  return lines;
}

// ---- cases ----

std::uint64_t id_of(const World& world, std::uint32_t lane, CaseNumber number) {
  return case_id(world.lanes.id[lane], number.week, number.n - 1);
}

CaseNumber number_of(const World& world, std::uint32_t lane, std::uint32_t slot) {
  CaseNumber number{world.cases.start[slot], 1};
  while (id_of(world, lane, number) != world.cases.id[slot]) ++number.n;
  return number;
}

}  // namespace relco::story
