#include "base/hash.h"

#include <bit>
#include <set>
#include <string>

#include "base/diagnostics.h"
#include "base/errors.h"
#include "support/catch.h"

using namespace relco;

TEST_CASE("hashes are the same numbers for ever") {
  // Stored ids, digests and seeds hang on them: a change breaks every result ever published.
  CHECK(mix64(0) == 0);
  CHECK(mix64(1) == 0x5692161d100b05e5ULL);
  CHECK(hash_text("") == mix64(0xcbf29ce484222325ULL));
  CHECK(hash_text("a") == mix64(0xaf63dc4c8601ec8cULL));
  CHECK(hash_text("hospital") != hash_text("Hospital"));
}

TEST_CASE("every input bit of the mixer reaches about half of the output bits") {
  for (int bit = 0; bit < 64; ++bit) {
    int changed = 0;
    for (std::uint64_t n = 1; n <= 64; ++n) {
      changed += std::popcount(mix64(n * 77) ^ mix64((n * 77) ^ (std::uint64_t{1} << bit)));
    }
    CHECK(changed > 64 * 26);
    CHECK(changed < 64 * 38);
  }
}

TEST_CASE("combining is ordered, and many combinations do not collide") {
  CHECK(combine64(1, 2) != combine64(2, 1));
  std::set<std::uint64_t> seen;
  for (std::uint64_t a = 0; a < 200; ++a) {
    for (std::uint64_t b = 0; b < 200; ++b) seen.insert(combine64(a, b));
  }
  CHECK(seen.size() == 200 * 200);
}

TEST_CASE("bytes are told apart by content, place and length") {
  std::set<std::uint64_t> seen;
  std::string text(40, 'x');
  seen.insert(hash_bytes(text));
  for (std::size_t k = 0; k < text.size(); ++k) {
    std::string other = text;
    other[k] = 'y';
    seen.insert(hash_bytes(other));
    seen.insert(hash_bytes(text.substr(0, k)));
  }
  CHECK(seen.size() == 81);
  CHECK(hash_bytes(std::string("\0", 1)) != hash_bytes(""));
}

TEST_CASE("findings are reported in the order of their places, whatever order they came in") {
  Diagnostics findings;
  findings.add({"b.yaml", 3, 1, "x", "later file"});
  findings.add({"a.yaml", 9, 2, "", "later line"});
  findings.add({"a.yaml", 2, 7, "p.q", "first"});
  findings.add({"a.yaml", 0, 0, "", "whole file"});
  CHECK(findings.report() ==
        "a.yaml: whole file\na.yaml:2:7: p.q: first\na.yaml:9:2: later line\nb.yaml:3:1: x: later "
        "file");
  CHECK_THROWS_AS(findings.throw_if_any(), UserError);
  CHECK_NOTHROW(Diagnostics{}.throw_if_any());
}

TEST_CASE("the nearest name is the one that was meant, or none") {
  const std::vector<std::string_view> known = {"hospital", "home_care", "pathway"};
  CHECK(nearest_name("hopsital", known) == "hospital");
  CHECK(nearest_name("home_car", known) == "home_care");
  CHECK(nearest_name("hospital", known) == "hospital");
  CHECK(nearest_name("zzzzzzzz", known).empty());
  CHECK(nearest_name("x", {}).empty());
}

TEST_CASE("a broken promise says that it is a bug and where") {
  try {
    RELCO_CHECK(1 == 2, "one is {}", 2);
    FAIL("did not throw");
  } catch (const BugError& error) {
    const std::string what = error.what();
    CHECK(what.find("bug") != std::string::npos);
    CHECK(what.find("one is 2") != std::string::npos);
    CHECK(what.find("hash.cpp") != std::string::npos);
  }
}
