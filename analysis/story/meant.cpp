// Who is meant by a name, and what is said when nobody is.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "base/diagnostics.h"
#include "story/names.h"
#include "story/words.h"

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

// A name taken apart; "" and nothing are left out.
struct Directory::Query {
  bool family = false, good = true;
  std::string role, unit, organisation;  // of a family: unit is its pathway
  std::optional<int> number;
  std::optional<CaseNumber> number_of_case;
};

// Of parts with the narrowest first: role, unit, organisation; or family, pathway. `number` is the
// word that tells one from the others, "" when there is none.
Directory::Query Directory::query_of(const std::vector<std::string>& parts,
                                     const std::string& number) {
  Query query;
  query.family = same_name(parts[0], "family");
  query.role = parts[0];
  if (parts.size() > 1) query.unit = parts[1];
  if (parts.size() > 2) query.organisation = parts[2];
  query.good = !parts[0].empty() && parts.size() <= (query.family ? 2u : 3u);
  if (query.family && !number.empty()) {
    query.number_of_case = read_case(number);
    query.good = query.good && query.number_of_case.has_value();
  } else if (!number.empty()) {
    query.number = whole(number);
  }
  return query;
}

Directory::Query Directory::read(const std::string& name) {
  if (name.find('/') == std::string::npos) {
    std::vector<std::string> parts = split(name, " of ");
    std::string& first = parts.front();
    const std::size_t space = first.rfind(' ');
    std::string number = space == std::string::npos ? "" : first.substr(space + 1);
    const bool family = same_name(std::string_view(first).substr(0, space), "family");
    if (family || whole(number)) {
      first.resize(std::min(space, first.size()));
    } else {
      number.clear();  // a role of two words
    }
    return query_of(parts, number);
  }
  std::vector<std::string> parts = split(name, "/");  // the widest first, but for families
  if (same_name(parts.front(), "family")) {
    const std::string number = parts.size() > 2 ? parts.back() : "";
    if (parts.size() > 2) parts.pop_back();
    return query_of(parts, number);
  }
  const std::string number = whole(parts.back()) ? parts.back() : "";
  if (!number.empty()) parts.pop_back();
  std::reverse(parts.begin(), parts.end());
  return query_of(parts, number);
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
  if (query.good) return query.family ? families_meant(query) : people_meant(query);
  Meant out;
  out.wrong = "is no name; one is written 'nurse 3 of ward', ward/nurse/3, or 'family of hip'";
  return out;
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

}  // namespace relco::story
