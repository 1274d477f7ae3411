#include "record/utf8.h"

#include "support/catch.h"

using relco::record::to_utf8;

TEST_CASE("utf8: sound text is left alone") {
  for (const std::string text :
       {"", "plain", "Rigshospitalet Ø", "日本", "\xF0\x9F\x98\x80", "\n\t"}) {
    CHECK(to_utf8(text) == text);
  }
}

TEST_CASE("utf8: what is no text becomes the replacement sign, and the rest stays") {
  const std::string sign = "\xEF\xBF\xBD";
  CHECK(to_utf8("caf\xE9") == "caf" + sign);  // Latin-1
  CHECK(to_utf8("\xE9t\xE9") == sign + "t" + sign);
  CHECK(to_utf8(std::string("a\0b", 3)) == "a" + sign + "b");  // ends C texts
  CHECK(to_utf8("\xC0\xAF") == sign + sign);                   // longer than needed
  CHECK(to_utf8("\xE0\x80\xAF") == sign + sign + sign);
  CHECK(to_utf8("\xED\xA0\x80") == sign + sign + sign);             // half of a pair
  CHECK(to_utf8("\xF5\x80\x80\x80") == sign + sign + sign + sign);  // beyond Unicode
  CHECK(to_utf8("\xE6\x97") == sign + sign);                        // cut short
}
