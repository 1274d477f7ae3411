#include "record/results_file.h"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "base/errors.h"
#include "record/results_image.h"
#include "support/catch.h"
#include "unit/record/refusal.h"
#include "unit/record/sample.h"

using namespace relco;
using namespace relco::record;

TEST_CASE("results file: what is read and written again is the same file") {
  const Dataset sample = sample_dataset();
  const TemporaryFolder folder;
  write_results(folder / "a.h5", sample, false);
  const Dataset read = read_results(folder / "a.h5");
  CHECK(encode_results(read) == encode_results(sample));
  CHECK(read.title == sample.title);
  CHECK(read.history == sample.history);
  CHECK(read.attributes == sample.attributes);
  REQUIRE(read.axes.size() == sample.axes.size());
  CHECK(read.axes[0].labels == sample.axes[0].labels);
  CHECK(read.axes[2].values == sample.axes[2].values);
  CHECK(read.axes[2].integral);
  CHECK_FALSE(read.axes[4].integral);
  REQUIRE(read.variables.size() == sample.variables.size());
  CHECK(read.variables[0].axes == sample.variables[0].axes);
  CHECK(read.variables[0].attributes == sample.variables[0].attributes);
  CHECK(read.variables[1].data == sample.variables[1].data);
  CHECK(read.variables[2].data == sample.variables[2].data);
  CHECK(read.variables[3].data == sample.variables[3].data);
  CHECK(read.variables[5].axes.empty());
  REQUIRE(read.groups.size() == 1);
  REQUIRE(find_text(read.groups[0], "scenario") != nullptr);
  CHECK(find_text(read.groups[0], "scenario")->text == sample.groups[0].texts[0].text);
  CHECK(read.groups[0].attributes == sample.groups[0].attributes);
}

TEST_CASE("results file: the same dataset gives the same bytes, whatever memory held before") {
  const Dataset sample = sample_dataset();
  const Bytes first = encode_results(sample);
#ifdef __GLIBC__
  mallopt(M_PERTURB, 0x5a);  // every new piece of memory is filled with something else
#endif
  const Bytes second = encode_results(sample);
#ifdef __GLIBC__
  mallopt(M_PERTURB, 0);
#endif
  CHECK(first == second);
}

TEST_CASE("results file: plural time units are stored in the singular") {
  const TemporaryFolder folder;
  write_results(folder / "a.h5", sample_dataset(), false);
  CHECK(find_variable(read_results(folder / "a.h5"), "strain")->units == "hour");
}

TEST_CASE("results file: numbers without value, empty axes and empty texts survive") {
  Dataset sample = sample_dataset();
  sample.axes.push_back({"nobody", "an axis of length 0", {}, {}, "1", false});
  sample.variables.push_back(
      {"nothing", "1", "no values", {"arm", "nobody"}, std::vector<double>{}, {}});
  sample.groups[0].texts.push_back({"empty", "an empty text", ""});
  const TemporaryFolder folder;
  write_results(folder / "a.h5", sample, false);
  const Dataset read = read_results(folder / "a.h5");
  CHECK(value_count(find_variable(read, "nothing")->data) == 0);
  CHECK(find_axis(read, "nobody")->size() == 0);
  CHECK(find_text(read.groups[0], "empty")->text.empty());
  const auto& values = std::get<std::vector<double>>(find_variable(read, "coordination")->data);
  CHECK(std::isnan(values[1]));
  CHECK(values[2] == 1);
}

TEST_CASE("results file: large cubes come back whole and are stored compressed") {
  Dataset sample = sample_dataset();
  std::vector<double> many(3'000'000);
  for (std::size_t i = 0; i < many.size(); ++i) many[i] = static_cast<double>(i / 1000);
  std::vector<double> ticks(1000);
  for (std::size_t i = 0; i < ticks.size(); ++i) ticks[i] = static_cast<double>(i);
  sample.axes.push_back({"organisation", "organisation", {}, ticks, "1", true});
  sample.axes.push_back({"moment", "moment", {}, ticks, "1", true});
  sample.variables.push_back(
      {"large", "1", "a large cube", {"replicate", "organisation", "moment"}, many, {}});
  const TemporaryFolder folder;
  write_results(folder / "a.h5", sample, false);
  CHECK(std::filesystem::file_size(folder / "a.h5") < many.size());  // an eighth of the numbers
  CHECK(find_variable(read_results(folder / "a.h5"), "large")->data == Data(many));
}

TEST_CASE("results file: nothing is overwritten without force") {
  const TemporaryFolder folder;
  const Path path = folder / "a.h5";
  write_bytes(path, payload("precious"));
  check_refused<PlaceError>([&] { write_results(path, sample_dataset(), false); },
                            {"exists already", "--force"});
  CHECK_THROWS_AS(check_results_place(path, false), PlaceError);
  CHECK(read_file(path) == payload("precious"));
  // Force is about results: a scenario or somebody's notes stay.
  check_refused<PlaceError>([&] { write_results(path, sample_dataset(), true); },
                            {"will not replace", "no results file"});
  CHECK(read_file(path) == payload("precious"));
  write_bytes(path, payload("\x89HDF\r\n\x1a\n and damaged since"));
  write_results(path, sample_dataset(), true);
  CHECK(read_results(path).title == "two arms of a sample");
  write_bytes(path, payload(""));
  write_results(path, sample_dataset(), true);
  CHECK(read_results(path).title == "two arms of a sample");
  CHECK(names_in(folder.path()) == std::vector<std::string>{"a.h5"});
}

TEST_CASE("results file: a place that cannot take it is named, and nothing is left behind") {
  const TemporaryFolder folder;
  check_refused<PlaceError>(
      [&] { write_results(folder / "no/such/a.h5", sample_dataset(), false); },
      {"there is no folder"});
  check_refused<PlaceError>([&] { write_results(folder.path(), sample_dataset(), true); },
                            {"Is a directory"});
  check_refused<PlaceError>([&] { write_results("/dev/null", sample_dataset(), true); },
                            {"no ordinary file"});
  CHECK(names_in(folder.path()).empty());
}

TEST_CASE("results file: what is no results file is refused by name") {
  const TemporaryFolder folder;
  check_refused<PlaceError>([&] { (void)read_results(folder / "none.h5"); }, {"No such file"});
  check_refused<PlaceError>([&] { (void)read_results(folder.path()); }, {"Is a directory"});
  write_bytes(folder / "text.h5", payload("name: a scenario, not a result\n"));
  check_refused<PlaceError>([&] { (void)read_results(folder / "text.h5"); }, {"text.h5", "HDF5"});
  write_bytes(folder / "empty.h5", {});
  CHECK_THROWS_AS(read_results(folder / "empty.h5"), PlaceError);
}

TEST_CASE("results file: a file cut anywhere within HDF5's part is refused") {
  const TemporaryFolder folder;
  write_results(folder / "a.h5", sample_dataset(), false);
  const Bytes whole = read_file(folder / "a.h5");
  const std::size_t image = whole.size() - 24;
  const Path cut = folder / "cut.h5";
  for (std::size_t size : {std::size_t{1}, std::size_t{7}, std::size_t{8}, std::size_t{47},
                           std::size_t{500}, image / 4, image / 2, image - 1000, image - 1}) {
    CAPTURE(size);
    write_bytes(cut, std::span(whole).first(size));
    CHECK_THROWS_AS(read_results(cut), PlaceError);
  }
  for (std::size_t size = image; size < whole.size();
       ++size) {  // cut within the seal: all is there
    write_bytes(cut, std::span(whole).first(size));
    CHECK(encode_results(read_results(cut)) == encode_results(sample_dataset()));
  }
}

TEST_CASE("results file: a flipped bit is found, or it is in the seal's name and harms nothing") {
  const TemporaryFolder folder;
  write_results(folder / "a.h5", sample_dataset(), false);
  Bytes bytes = read_file(folder / "a.h5");
  const std::size_t seal = bytes.size() - 24;
  const Path flipped = folder / "flipped.h5";
  for (std::size_t at = 0; at < bytes.size(); at += at < seal ? 97 : 1) {
    CAPTURE(at, seal);
    const std::byte bit{static_cast<unsigned char>(1u << (at % 8))};
    bytes[at] ^= bit;
    write_bytes(flipped, bytes);
    if (at >= seal && at < seal + 8) {
      CHECK(read_results(flipped).title == "two arms of a sample");
    } else {
      CHECK_THROWS_AS(read_results(flipped), PlaceError);
    }
    bytes[at] ^= bit;
  }
}
