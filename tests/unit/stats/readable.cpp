#include "stats/readable.h"

#include <limits>

#include "support/catch.h"

namespace relco::stats {
namespace {

TEST_CASE("Numbers carry thousands marks and never a negative zero") {
  CHECK(number(1234567.891, 1) == "1,234,567.9");
  CHECK(number(-999.5, 0) == "-1,000");
  CHECK(number(-0.004, 2) == "0.00");
  CHECK(number(kUnknown, 2) == "-");
  CHECK(number(std::numeric_limits<double>::infinity(), 0) == "never");
  CHECK(signed_number(0.3, 2) == "+0.30");
  CHECK(signed_number(0.001, 2) == "0.00");
  CHECK(signed_number(-12345, 0) == "-12,345");
  CHECK(short_number(2.5) == "2.5");
  CHECK(short_number(7.000000000000001) == "7");
  CHECK(short_number(14000) == "14,000");
}

TEST_CASE("Decimals follow the uncertainty") {
  CHECK(decimals_for(0.012) == 3);
  CHECK(decimals_for(0.12) == 2);
  CHECK(decimals_for(0.0996) == 2);
  CHECK(decimals_for(3.4) == 1);
  CHECK(decimals_for(340) == 0);
  CHECK(decimals_for(1e-9) == 4);
  CHECK(decimals_of_level(3.81, {3.7, 3.92}) == 2);
  CHECK(decimals_of_level(11330, {11329.5, 11330.5}) == 0);
  CHECK(decimals_of_change(0.6, {0.59, 0.61}, 3.3) == 2);
  CHECK(decimals_of_change(0.05, {0.047, 0.053}, 3.3) == 3);
  CHECK(decimals_of_change(0, {0, 0}, 45) == 1);
  CHECK(decimals_of_change(0, {0, 0}, 0) == 0);
}

TEST_CASE("Shares are read in per cent") {
  CHECK(percent(0.41) == "41 %");
  CHECK(percent(0.004) == "0.4 %");
  CHECK(percent(0) == "0 %");
  CHECK(percent(1) == "100 %");
  CHECK(percent_range(wilson(3, 64).interval) == "2-13 %");
  CHECK(range_text({-0.15, 0.05}, 2, true) == "-0.15 to +0.05");
  CHECK(range_text({}, 2, true) == "needs more replicates");
  CHECK(reading_of(row_of(Outcome::burnout)).factor == 100);
  CHECK(reading_of(row_of(Outcome::rc_index)).change_unit == "points");
}

TEST_CASE("Names become words") {
  CHECK(words_of("rc_between") == "RC between");
  CHECK(words_of("bundle_and_redesign") == "bundle and redesign");
}

TEST_CASE("Text is wrapped at spaces by what is seen, not by bytes") {
  CHECK(wrap("", 10) == std::vector<std::string>{""});
  CHECK(wrap("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrap("incomprehensible word", 5) == std::vector<std::string>{"incomprehensible", "word"});
  CHECK(display_width("\u00e6\u00f8\u00e5") == 3);
  CHECK(pad_right("\u00e6", 3) == "\u00e6  ");
  CHECK(pad_left("7", 3) == "  7");
  CHECK(paragraph("one two three four five", 16, "- ", "  ") == "- one two three\n  four five\n");
}

}  // namespace
}  // namespace relco::stats
