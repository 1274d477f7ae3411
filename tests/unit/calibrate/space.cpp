// The box of a search.
#include "calibrate/space.h"

#include <algorithm>

#include "base/errors.h"
#include "support/catch.h"

using namespace relco;
using namespace relco::calibrate;

TEST_CASE("every box lies inside the table's range and holds the default") {
  const auto paths = free_parameters();
  for (const double reach : {0.01, 0.25, 1.0}) {
    const auto space = make_space(paths, reach);
    const auto home = unit_of(Parameters(), space);
    for (std::size_t f = 0; f < space.size(); ++f) {
      CAPTURE(space[f].path());
      CHECK(space[f].low >= static_cast<double>(space[f].row->min));
      CHECK(space[f].high <= static_cast<double>(space[f].row->max));
      CHECK(home[f] >= 0);
      CHECK(home[f] <= 1);
    }
  }
}

TEST_CASE("the centre of the search is the default, and corners stay within the table") {
  const std::vector<std::string> paths{"learning.smooth", "learning.negativity"};
  const auto space = make_space(paths, 1);
  const Parameters base;
  CHECK(digest_of(at(base, space, unit_of(base, space))) == digest_of(base));
  const Parameters corner = at(base, space, std::vector<double>{0, 1});
  CHECK(corner.learning.smooth == space[0].row->min);
  CHECK(corner.learning.negativity == space[1].row->max);
  CHECK(corner.learning.forgetting == base.learning.forgetting);
}

TEST_CASE("what rests on a figure of the literature is not fitted unless it is named") {
  const auto paths = free_parameters();
  for (const ParameterRow& row : parameter_rows()) {
    const std::string path = std::string(row.rule) + "." + std::string(row.field);
    const bool listed = std::find(paths.begin(), paths.end(), path) != paths.end();
    if (row.origin == Origin::literature) CHECK_FALSE(listed);
  }
  CHECK(std::find(paths.begin(), paths.end(), "learning.pace") == paths.end());  // a switch
  CHECK(paths.size() > 50);
}

TEST_CASE("a parameter that is not there is the user's mistake, with the nearest name") {
  const std::vector<std::string> paths{"learning.smoth"};
  try {
    (void)make_space(paths, 1);
    FAIL("it was taken");
  } catch (const UserError& error) {
    CHECK(std::string(error.what()).find("did you mean 'learning.smooth'?") != std::string::npos);
  }
}
