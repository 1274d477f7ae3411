#include "story/explanation.h"

#include <fmt/format.h>

#include <algorithm>

#include "story/words.h"

namespace relco::story {

namespace {

End family_end(const Directory& directory, std::uint32_t lane, CaseNumber number) {
  End end;
  end.name = directory.family(lane, number);
  end.brief = "the family";
  end.compact = directory.compact_family(lane, number);
  end.role = "family";
  end.unit = directory.pathway(lane);
  end.about = fmt::format("the family of a case of {} ", end.unit);
  end.about += directory.standing(lane) ? std::string("that is there all the time")
               : number.week < 0
                   ? fmt::format("that began {} before the run", counted(-number.week, "week"))
                   : fmt::format("that began in week {}", number.week);
  end.number = number.n;
  end.family = true;
  return end;
}

End person_end(const Directory& directory, std::uint32_t person) {
  End end;
  end.name = directory.full(person);
  end.brief = directory.brief(person);
  end.compact = directory.compact(person);
  end.role = directory.role(person);
  end.unit = directory.unit(person);
  end.organisation = directory.organisation(person);
  end.about = fmt::format("{} in {}, {}", end.role, end.unit, end.organisation);
  end.number = directory.number(person);
  return end;
}

}  // namespace

std::array<End, 2> ends_of(const Directory& directory, const FollowedTie& tie, CaseNumber number) {
  std::array<End, 2> ends;
  for (std::size_t n = 0; n < 2; ++n) {
    ends[n] = tie.person[n] == kNone ? family_end(directory, tie.lane, number)
                                     : person_end(directory, tie.person[n]);
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
