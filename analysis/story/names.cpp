#include "story/names.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/diagnostics.h"
#include "rules/caseload/caseload.h"
#include "story/words.h"
#include "world/canonical.h"

namespace relco::story {
namespace {

constexpr std::size_t kMostListed = 6;

std::string hint(const std::string& word, const std::set<std::string>& known) {
  const std::string_view near = nearest_name(word, {known.begin(), known.end()});
  if (!near.empty()) return fmt::format("; did you mean '{}'?", near);
  return fmt::format("; there are: {}", fmt::join(known, ", "));
}

// "a, b or c"
std::string either(const std::vector<std::string>& names) {
  std::string text;
  const std::size_t shown = std::min(names.size(), kMostListed);
  for (std::size_t n = 0; n < shown; ++n) {
    const bool last = n + 1 == shown && shown == names.size();
    text += (n == 0 ? "" : last ? " or " : ", ") + ('\'' + names[n] + '\'');
  }
  return names.size() > shown ? text + fmt::format(" and {} more", names.size() - shown) : text;
}

}  // namespace

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

// ---- who is meant ----

// A name taken apart; "" and nothing are left out.
struct Directory::Query {
  bool family = false;
  std::string role, unit, organisation;  // of a family: unit is its pathway
  std::optional<int> number;
  std::optional<CaseNumber> number_of_case;
  std::string text;
};

Directory::Query Directory::read(const std::string& name) const {
  Query query;
  query.text = name;
  std::vector<std::string> parts;
  const bool compact = name.find('/') != std::string::npos;
  if (compact) {
    parts = split(name, "/");  // widest first
    if (!parts.empty() && same_name(parts.front(), "family")) {
      query.family = true;
      if (parts.size() > 1) query.unit = parts[1];
      if (parts.size() > 2) query.number_of_case = read_case(parts[2]);
      if (parts.size() > 3 || (parts.size() == 3 && !query.number_of_case)) query.role = "?";
      return query;
    }
    if (parts.size() > 1) query.number = whole(parts.back());
    if (query.number) parts.pop_back();
    std::reverse(parts.begin(), parts.end());
  } else {
    parts = split(name, " of ");
    std::string& first = parts.front();
    const std::size_t space = first.rfind(' ');
    const std::string last = space == std::string::npos ? "" : first.substr(space + 1);
    if (same_name(first.substr(0, space), "family")) {
      query.family = true;
      if (!last.empty()) query.number_of_case = read_case(last);
      if (!last.empty() && !query.number_of_case) query.role = "?";
      if (parts.size() > 1) query.unit = parts[1];
      if (parts.size() > 2) query.role = "?";
      return query;
    }
    query.number = whole(last);
    if (query.number) first.resize(space);
  }
  query.role = parts.empty() ? "" : parts[0];
  if (parts.size() > 1) query.unit = parts[1];
  if (parts.size() > 2) query.organisation = parts[2];
  if (parts.size() > 3) query.role = "?";
  return query;
}

bool Directory::unit_is(std::uint32_t unit, const std::string& name) const {
  return same_name(unit_names_[unit], name) || same_name(unit_kinds_[unit], name);
}

bool Directory::organisation_is(std::uint32_t organisation, const std::string& name) const {
  return same_name(world_.plan->organisation_names[organisation], name) ||
         same_name(world_.plan->declared_names[organisation], name);
}

Meant Directory::meant(const std::string& name) const {
  const Query query = read(name);
  if (query.role == "?" || (query.role.empty() && !query.family)) {
    Meant out;
    out.wrong = "is no name; one is written 'nurse 3 of ward', ward/nurse/3, or 'family of hip'";
    return out;
  }
  return query.family ? families_meant(query) : people_meant(query);
}

Meant Directory::people_meant(const Query& query) const {
  Meant out;
  const People& people = world_.people;
  for (std::uint32_t i = 0; i < people.id.size(); ++i) {
    const bool fits = same_name(world_.plan->roles[people.role[i]].name, query.role) &&
                      (!query.number || numbers_[i] == *query.number) &&
                      (query.unit.empty() || unit_is(people.unit[i], query.unit)) &&
                      (query.organisation.empty() ||
                       organisation_is(world_.plan->organisation_of_person[i], query.organisation));
    if (fits) out.people.push_back(i);
  }
  if (out.people.empty()) out.wrong = nobody(query);
  if (query.number && out.people.size() > 1) {
    std::vector<std::string> names;
    for (const std::uint32_t i : out.people) names.push_back(compact(i));
    out.wrong = fmt::format("may be {}; say which", either(names));
  }
  return out;
}

// Why nobody has the name: the first of its words that nothing is called, or how far they reach.
std::string Directory::nobody(const Query& query) const {
  std::set<std::string> roles, units, organisations;
  for (const RoleFacts& role : world_.plan->roles) roles.insert(role.name);
  for (const std::string& unit : unit_names_) units.insert(unit);
  for (const std::string& name : world_.plan->organisation_names) organisations.insert(name);
  const auto known = [](const std::set<std::string>& names, const std::string& word) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return same_name(name, word); });
  };
  if (!known(roles, query.role)) {
    return fmt::format("there is no role '{}'{}", query.role, hint(query.role, roles));
  }
  bool unit_there = query.unit.empty(), organisation_there = query.organisation.empty();
  std::vector<std::string> with_role, without;
  for (std::uint32_t u = 0; u < unit_names_.size(); ++u) {
    const bool named = query.unit.empty() || unit_is(u, query.unit);
    const bool inside = query.organisation.empty() ||
                        organisation_is(world_.units.organisation[u], query.organisation);
    unit_there = unit_there || named;
    organisation_there = organisation_there || inside;
    if (!named || !inside) continue;
    const std::string of_role = who_is_in(u, query.role);
    (of_role.empty() ? without : with_role)
        .push_back(
            fmt::format("{} has {}", unit_names_[u], of_role.empty() ? who_is_in(u, "") : of_role));
  }
  if (!unit_there) {
    return fmt::format("there is no unit '{}'{}", query.unit, hint(query.unit, units));
  }
  if (!organisation_there) {
    return fmt::format("there is no organisation '{}'{}", query.organisation,
                       hint(query.organisation, organisations));
  }
  std::vector<std::string>& there = with_role.empty() ? without : with_role;
  if (there.empty()) {
    return fmt::format("there is no unit '{}' in '{}'", query.unit, query.organisation);
  }
  if (there.size() > kMostListed) there.resize(kMostListed);
  return fmt::format("nobody is called that; {}", fmt::join(there, "; "));
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

Meant Directory::families_meant(const Query& query) const {
  Meant out;
  std::set<std::string> with_family;
  bool known = query.unit.empty();
  for (std::uint32_t lane = 0; lane < world_.lanes.id.size(); ++lane) {
    const PathwayFacts& facts = *world_.plan->pathways[world_.lanes.pathway[lane]].facts;
    const bool named = query.unit.empty() || same_name(facts.name, query.unit) ||
                       same_name(pathway(lane), query.unit);
    known = known || named;
    if (!facts.family) continue;
    with_family.insert(facts.name);
    if (named) out.lanes.push_back(lane);
  }
  if (!known) {
    out.wrong = fmt::format("there is no pathway '{}' with families{}", query.unit,
                            with_family.empty() ? "" : hint(query.unit, with_family));
  } else if (out.lanes.empty()) {
    out.wrong = "the families of this pathway are not tied to its teams (family: false)";
  } else if (query.number_of_case) {
    number_family(query, out);
  }
  return out;
}

// One case is meant: which, and on which of the lanes.
void Directory::number_family(const Query& query, Meant& out) const {
  out.number = query.number_of_case;
  std::vector<std::string> names;
  for (const std::uint32_t lane : out.lanes) {
    if (standing(lane)) out.number->week = 0;
    if (out.number->week == kNever) {
      out.wrong = fmt::format(
          "names no case: that needs the week in which it began, as in 'family 12.{} of {}'",
          out.number->n, pathway(lane));
      return;
    }
    names.push_back(family(lane, *out.number));
  }
  if (names.size() > 1) out.wrong = fmt::format("may be {}; say which", either(names));
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
    if (facts.family && lane_copies_[lane] == 1) {
      lines.push_back(fmt::format("families of {}", facts.name));
    }
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
