#include "record/cube.h"

#include "base/errors.h"
#include "support/catch.h"
#include "unit/record/refusal.h"
#include "unit/record/sample.h"

using namespace relco;
using namespace relco::record;

TEST_CASE("cube: a dataset that keeps the rules passes") {
  CHECK_NOTHROW(check(sample_dataset()));
}

TEST_CASE("cube: every broken rule is a bug of the caller, told by name") {
  Dataset dataset = sample_dataset();
  const auto complaint = [&dataset](const std::string& part) {
    check_refused<BugError>([&] { check(dataset); }, {part});
  };
  SECTION("values that do not fill the axes") {
    std::get<std::vector<double>>(dataset.variables[0].data).pop_back();
    complaint("'coordination' has 635 values, and its axes ask for 636");
  }
  SECTION("an axis nobody declared") {
    dataset.variables[0].axes[1] = "room";
    complaint("unknown axis 'room'");
  }
  SECTION("the same axis twice") {
    dataset.variables[3].axes = {"arm", "arm"};
    complaint("'arm' twice");
  }
  SECTION("a variable named like an axis") {
    dataset.variables[0].name = "arm";
    complaint("'arm'");
  }
  SECTION("a name tools cannot take") {
    dataset.variables[0].name = "a/b";
    complaint("'a/b'");
  }
  SECTION("no units") {
    dataset.variables[1].units.clear();
    complaint("'strain' has no units");
  }
  SECTION("no long name") {
    dataset.axes[0].long_name.clear();
    complaint("'arm' has no long_name");
  }
  SECTION("an axis with labels and values") {
    dataset.axes[0].values = {1, 2};
    complaint("'arm' has labels and values");
  }
  SECTION("a coordinate that is no whole number on an integral axis") {
    dataset.axes[1].values[2] = 2.5;
    complaint("2.5");
  }
  SECTION("an attribute that the file writes itself") {
    dataset.variables[0].attributes.emplace_back("units", std::string("1"));
    complaint("'units'");
  }
  SECTION("no title") {
    dataset.title.clear();
    complaint("title");
  }
}
