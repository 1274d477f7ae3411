// What a change sets is told in full, whatever its verb.
#include "scenario/change_words.h"

#include "unit/scenario/files.h"

using namespace relco;
using namespace relco::test;

namespace {

std::vector<std::string> words(std::string_view verbs) {
  const auto loaded = load_text(changed(kSmall, "intervention: coaching", verbs));
  return change_words(loaded.facts.changes.front());
}

}  // namespace

TEST_CASE("A change is described with everything that its verbs set") {
  CHECK(words("structure: {team_meetings: 0.5, shared_space: 0.7}") ==
        std::vector<std::string>{"structure: team_meetings 0.5; shared_space 0.7"});
  CHECK(words("leader: {support: 0.7, inquiry: 0.6}") ==
        std::vector<std::string>{"leader: support 0.7; inquiry 0.6; replace no"});
  CHECK(words("staffing: {factor: 0.8, layoff: true}") ==
        std::vector<std::string>{"staffing: factor 0.8; layoff yes"});
  CHECK(words("intervention: [coaching, huddles], rename_nothing: true") ==
        std::vector<std::string>{"intervention: kinds coaching, huddles; facilitated no",
                                 "rename_nothing"});
}
