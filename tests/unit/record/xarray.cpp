#include <cstdlib>

#include "record/results_file.h"
#include "support/catch.h"
#include "unit/record/sample.h"

using namespace relco::record;

namespace {

// The interpreter that has xarray, or empty.
std::string python_with_xarray() {
  for (const std::string python : {"/usr/bin/python3", "python3"}) {
    const std::string command = python + " -c 'import xarray, h5netcdf' 2> /dev/null";
    if (std::system(command.c_str()) == 0) return python;
  }
  return "";
}

}  // namespace

TEST_CASE("xarray and netCDF open a results file as labelled cubes without help") {
  const std::string python = python_with_xarray();
  if (python.empty()) {
    WARN("left out: no python3 with xarray and h5netcdf here");
    return;
  }
  Dataset sample = sample_dataset();
  sample.axes.push_back({"nobody", "an axis of length 0", {}, {}, "1", false});
  sample.variables.push_back(
      {"nothing", "1", "no values", {"arm", "nobody"}, std::vector<double>{}, {}});
  const TemporaryFolder folder;
  write_results(folder / "sample.h5", sample, false);
  const std::string command = fmt::format("{} {}/tests/unit/record/open_with_xarray.py {}", python,
                                          RELCO_SOURCE_DIR, (folder / "sample.h5").string());
  CHECK(std::system(command.c_str()) == 0);
}
