#include "story/explanation.h"

#include <fmt/format.h>

#include <algorithm>

#include "story/words.h"

namespace relco::story {

std::array<End, 2> ends_of(const Directory& directory, const FollowedTie& tie, CaseNumber number) {
  std::array<End, 2> ends;
  for (std::size_t n = 0; n < 2; ++n) {
    const std::uint32_t person = tie.person[n];
    if (person == kNone) {
      ends[n] = {directory.family(tie.lane, number),
                 "the family",
                 directory.compact_family(tie.lane, number),
                 "family",
                 directory.pathway(tie.lane),
                 "",
                 number.n,
                 true};
    } else {
      ends[n] = {directory.full(person),    directory.brief(person),
                 directory.compact(person), directory.role(person),
                 directory.unit(person),    directory.organisation(person),
                 directory.number(person),  false};
    }
  }
  if (ends[0].brief == ends[1].brief) {  // the third nurse of each of two wards
    for (End& end : ends) end.brief = end.name;
  }
  return ends;
}

std::vector<std::string> changes_of(const Facts& facts, std::size_t arm) {
  std::vector<std::string> out;
  const std::vector<std::string>& control = facts.arms.front().changes;
  for (const std::string& name : facts.arms[arm].changes) {
    if (std::find(control.begin(), control.end(), name) != control.end()) continue;
    for (const ChangeFacts& change : facts.changes) {
      if (change.name != name) continue;
      const std::string what = spaced(name);
      out.push_back(change.to < facts.horizon
                        ? fmt::format("{} in weeks {} to {}", what, change.from, change.to - 1)
                        : fmt::format("{} from week {}", what, change.from));
    }
  }
  for (const std::string& name : control) {
    const std::vector<std::string>& own = facts.arms[arm].changes;
    if (std::find(own.begin(), own.end(), name) == own.end()) out.push_back("no " + spaced(name));
  }
  return out;
}

}  // namespace relco::story
