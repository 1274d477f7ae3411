#include "record/store_identity.h"

#include "base/errors.h"
#include "support/catch.h"

using namespace relco;
using namespace relco::record;

TEST_CASE("identity: every value survives being written as lines") {
  const Identity identity = {{"build", "0.1.0 (abc+changes)"},
                             {"seed", "7"},
                             {"empty", ""},
                             {"odd", "a: b\nc\\n\\"},
                             {"no spaces", " x "}};
  CHECK(parse_identity(identity_text(identity)) == identity);
  CHECK(parse_identity("") == Identity{});
}

TEST_CASE("identity: lines that were not made by us are no identity") {
  for (const std::string text :
       {"x", "x\n", "seed 7\n", "seed: 7", "a\nb: c\n", "a: \\x\n", "a: \\\n"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_identity(text));
  }
}

TEST_CASE("identity: each differing field is told with both values, equal ones are not") {
  const Identity stored = {{"seed", "7"}, {"build", "a"}, {"old", "x"}};
  const Identity wanted = {{"seed", "8"}, {"build", "a"}, {"new", "line\nfeed"}};
  CHECK(identity_differences(stored, wanted) ==
        "\n  seed: '7' there, '8' now"
        "\n  new: nothing there, 'line\\nfeed' now"
        "\n  old: 'x' there, nothing now");
  CHECK(identity_differences(stored, stored).empty());
}

TEST_CASE("identity: a key that could not be read back is a bug") {
  CHECK_THROWS_AS(identity_text({{"a:b", "1"}}), BugError);
  CHECK_THROWS_AS(identity_text({{"", "1"}}), BugError);
  CHECK_THROWS_AS(identity_text({{"a", "1"}, {"a", "1"}}), BugError);
}
