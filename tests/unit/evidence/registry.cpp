// The registry of evidence, and that what the code cites stands in it.
#include <set>
#include <string>

#include "evidence/evidence.h"
#include "rules/parameters.h"
#include "scenario/roles.h"
#include "support/catch.h"

using namespace relco;
using evidence::Entry;
using evidence::Kind;
using evidence::Status;

TEST_CASE("Every id is the only one of its name and has the shape that texts are searched for") {
  std::set<std::string_view> ids;
  for (const Entry& entry : evidence::entries()) {
    CAPTURE(entry.id);
    CHECK(ids.insert(entry.id).second);
    CHECK(evidence::find(entry.id) == &entry);
    CHECK(evidence::ids_in(entry.id) == std::vector<std::string_view>{entry.id});
  }
  CHECK(evidence::find("E99") == nullptr);
  CHECK(evidence::find("") == nullptr);
}

TEST_CASE("Every figure has words of its own, a setting, and a source short enough to cite") {
  std::set<std::string_view> texts;
  for (const Entry& entry : evidence::entries()) {
    CAPTURE(entry.id);
    CHECK_FALSE(entry.text.empty());
    CHECK(texts.insert(entry.text).second);
    if (entry.kind != Kind::figure) continue;
    CHECK_FALSE(entry.setting.empty());
    CHECK_FALSE(evidence::cite(entry).empty());
    CHECK(evidence::cite(entry).size() <= 36);
  }
}

TEST_CASE("Patterns rest on evidence that there is, and are for fit or for test") {
  std::size_t patterns = 0;
  for (const Entry& entry : evidence::entries()) {
    if (entry.kind != Kind::pattern) continue;
    ++patterns;
    CAPTURE(entry.id);
    CHECK((entry.use == "fit" || entry.use == "test"));
    CHECK_FALSE(entry.band.empty());
    const auto ids = evidence::ids_in(entry.rests_on);
    CHECK_FALSE(ids.empty());
    for (const std::string_view id : ids) {
      CAPTURE(id);
      CHECK(evidence::find(id) != nullptr);
    }
  }
  CHECK(patterns == 21);
  CHECK(evidence::row_ids().size() == 138);
}

TEST_CASE("Every id that a parameter or a role names as its source is in the registry") {
  const auto check = [](std::string_view whose, std::string_view source) {
    for (const std::string_view id : evidence::ids_in(source)) {
      CAPTURE(whose, id);
      CHECK(evidence::find(id) != nullptr);
    }
  };
  std::size_t literature = 0;
  for (const ParameterRow& row : parameter_rows()) {
    check(row.field, row.source);
    if (row.origin != Origin::literature) continue;
    ++literature;
    CAPTURE(row.rule, row.field, row.source);
    CHECK_FALSE(evidence::ids_in(row.source).empty());
  }
  CHECK(literature > 0);
  for (const scenario::StandardRole& role : scenario::standard_roles()) {
    check(role.name, role.source);
  }
}

TEST_CASE("Ids are found in text, and nothing that only looks like one") {
  using Ids = std::vector<std::string_view>;
  CHECK(evidence::ids_in("C01, then S2-14 and S2-08a; S0") == Ids{"C01", "S2-14", "S2-08a", "S0"});
  CHECK(evidence::ids_in("two basins, 0xE12, E123, V20b, xA01, A1, S0-1, S5, H_12").empty());
  CHECK(evidence::ids_in("(A08)") == Ids{"A08"});
}

TEST_CASE("The nearest id differs by spelling alone, or has the same letter") {
  const auto near = [](std::string_view id) {
    return evidence::nearest_id(id, evidence::all_ids());
  };
  CHECK(near("E8") == "E08");
  CHECK(near("e08") == "E08");
  CHECK(near("S0-6") == "S0-06");
  CHECK(near("s006") == "S0-06");
  CHECK(near("S2-8a") == "S2-08a");
  CHECK(near("E99").front() == 'E');
  CHECK(near("Q77").empty());
  CHECK(near("").empty());
  CHECK(near(std::string(4000, 'E')).empty());
}

TEST_CASE("What was recalled is marked wherever it is named") {
  CHECK(evidence::is_unverified("A08"));
  CHECK_FALSE(evidence::is_unverified("E08"));
  CHECK_FALSE(evidence::is_unverified("E99"));
  CHECK(evidence::marked("A03 C11, by hand") == "A03 C11 (recalled, unverified), by hand");
  CHECK(evidence::marked("judgement") == "judgement");
  for (const Entry& entry : evidence::entries()) {
    CAPTURE(entry.id);
    CHECK(evidence::is_unverified(entry.id) == (entry.status == Status::recalled));
    CHECK_FALSE(evidence::meaning(entry.status).empty());
  }
}

TEST_CASE("A word picks one entry, or all that begin with it") {
  CHECK(evidence::selected("E08").size() == 1);
  CHECK(evidence::selected("F").size() == 7);
  CHECK(evidence::selected("S3").size() == 16);  // the document and its rows
  CHECK(evidence::selected("").empty());
  CHECK(evidence::selected("Q").empty());
}
