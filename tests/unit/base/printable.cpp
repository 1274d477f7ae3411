// Words of others cannot steer the terminal that shows them.
#include "base/printable.h"

#include "base/diagnostics.h"
#include "support/catch.h"

using namespace relco;

TEST_CASE("Control characters and bidirectional overrides are shown as escapes") {
  CHECK(printable("a\x1b[2Jb\ac\nd\te\rf") == "a\\x1b[2Jb\\x07c\\nd\\te\\rf");
  CHECK(printable("\xe2\x80\xae"
                  "abc"
                  "\xe2\x81\xa6") == "\\u202eabc\\u2066");
  CHECK(printable("\x7f\xc2\x9b") == "\\x7f\\x9b");
}

TEST_CASE("Words of any language stay as they are") {
  const std::string words = "Pflegekräfte, 看護師, ❤, plain";
  CHECK(printable(words) == words);
  CHECK(printable("") == "");
}

TEST_CASE("Bytes that are no UTF-8 are shown as escapes") {
  CHECK(printable("a\xff"
                  "b\xe2\x80") == "a\\xffb\\xe2\\x80");
}

TEST_CASE("Texts of several lines keep their line ends and nothing else that steers") {
  CHECK(printable_lines("one\ntwo\x1b") == "one\ntwo\\x1b");
}

TEST_CASE("A finding stays one line whatever its file, path and message hold") {
  Diagnostics all;
  all.add({"a\x1b.yaml", 3, 4, "changes.\xe2\x80\xae", "is 'x\ny\a'"});
  CHECK(all.report() == "a\\x1b.yaml:3:4: changes.\\u202e: is 'x\\ny\\x07'");
}
