// What a folder of scenarios holds.
#include "scenario/library.h"

#include "unit/scenario/files.h"

using namespace relco;
using namespace relco::test;

TEST_CASE("A library is listed by path, without facts that are only extended") {
  const Folder folder;
  folder.write("lib/b.yaml",
               small_with("covers: [S0-15, S1-02]\nquestion: Why?\nexpect:\n"
                          "  - {id: S0-15, says: It holds., level: {}}\n"
                          "  - {id: S0-15b, says: Not yet., open: too weak, level: {}}\n"
                          "  - {id: V3, level: {}}\n"));
  folder.write("lib/a/x.yaml",
               "relco: 1\ntitle: X\ncovers: [S0-01]\narms: {as_is: [], factorial: "
               "{stance: [0, 1], strength: [0, 1]}}\n");
  folder.write("lib/baseline/facts.yaml", kSmall);
  folder.write("lib/broken.yaml", "[");
  folder.write("lib/notes.txt", "not a scenario");
  const auto listed = list_scenarios(folder.at("lib"));
  REQUIRE(listed.size() == 3);
  CHECK(listed[0].file == "a/x.yaml");
  CHECK(listed[0].arms == std::vector<std::string>{"as_is", "factorial(stance, strength)"});
  CHECK(listed[1].title == "Small");
  CHECK(listed[1].question == "Why?");
  CHECK(listed[1].claims.size() == 3);
  CHECK(listed[1].open_claims() == 1);
  CHECK(listed[1].claims[1].open == "too weak");
  CHECK_FALSE(listed[2].problem.empty());
}

TEST_CASE("A library that is not there is the user's mistake") {
  CHECK_THROWS_AS(list_scenarios("/nowhere/at/all"), UserError);
}
