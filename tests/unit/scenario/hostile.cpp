// Files that were not written by friends: one clear finding each, soon, and without much memory.
#include <sys/resource.h>

#include <ctime>

#include "unit/scenario/files.h"

// Sanitised programs are slower and larger.
#if defined(__SANITIZE_ADDRESS__)
#define RELCO_PATIENCE 10
#else
#define RELCO_PATIENCE 1
#endif

using namespace relco;
using namespace relco::test;

namespace {

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

// Of this process: on a busy machine others take their time too.
double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// One finding that says `words`, within two seconds of processor time.
void check_refused(std::string_view text, const std::string& words) {
  const Folder folder;
  const std::string path = folder.write("test.yaml", text);
  const double start = processor_seconds();
  const auto all = findings_at(path);
  const double took = processor_seconds() - start;
  CAPTURE(words, took);
  REQUIRE(all.size() == 1);
  CHECK(all.front().size() < 400);
  check_says(all.front(), words);
  CHECK(took < 2.0 * RELCO_PATIENCE);
}

}  // namespace

TEST_CASE("Nothing to read is one finding") {
  check_refused("", "the file is empty");
  check_refused("# only a comment\n", "the file is empty");
  check_refused("---\n", "the file is empty");
  check_refused("- 1\n- 2\n", "this is a list");
  check_refused("hello", "this is 'hello'");
  check_refused("relco: 1\n---\nrelco: 1\n", "more than one document");
}

TEST_CASE("Places that hold no file are one finding") {
  const Folder folder;
  const auto at = [&](const std::string& path) {
    const auto all = findings_at(path);
    REQUIRE(all.size() == 1);
    return all.front();
  };
  check_says(at(folder.at("none.yaml")), "there is no such file");
  check_says(at(folder.at("")), "is a folder");
  check_says(at("/dev/null"), "is not a regular file");
  check_says(at(""), "there is no such file");
}

TEST_CASE("A file of a gigabyte is not read") {
  const Folder folder;
  const std::string path = folder.write("big.yaml", "relco: 1\n");
  std::filesystem::resize_file(path, std::uintmax_t{1} << 30);
  const auto all = findings_at(path);
  REQUIRE(all.size() == 1);
  check_says(all.front(), "has 1073741824 bytes; allowed are at most 4 MB");
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  CHECK(usage.ru_maxrss < (1 << 20) * RELCO_PATIENCE);  // kilobytes
}

TEST_CASE("Bytes that are no text are one finding at their place") {
  check_refused(std::string("relco: 1\n\0\0", 11), "test.yaml:2:1: not a text file");
  check_refused("relco: 1\ntitle: \xff\xfe\n", "test.yaml:2:8: not a text file: byte 0xff");
  check_refused("\x1b[2J", "not a text file");
  check_refused("\xed\xa0", "not a text file");
  std::string noise;
  for (unsigned i = 0; i < 100000; ++i) noise += static_cast<char>((i * 7919u + 13u) % 256u);
  check_refused(noise, "not a text file");
}

TEST_CASE("Depth is bounded") {
  check_refused("relco: 1\nx: " + repeated("[", 200000), "nested deeper than");
  check_refused("relco: 1\nx: " + repeated("[", 50000) + repeated("]", 50000),
                "nested deeper than");
  check_refused("relco: 1\nx: " + repeated("{a: ", 100000), "nested deeper than");
  check_refused(repeated("- ", 500000), "nested deeper than");
  std::string steps;
  for (std::size_t i = 0; i < 1000; ++i) steps += std::string(i, ' ') + "a:\n";
  check_refused(steps, "nested deeper than");
  check_refused(repeated("? ", 500000), "a key must be a single word");
}

TEST_CASE("Aliases are counted as what they stand for") {
  std::string laughs = "relco: 1\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    laughs += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" +
              repeated(last + ", ", 9) + last + "]\n";
  }
  check_refused(laughs, "more than 200000 values, aliases expanded");
  std::string nested = "relco: 1\nx: ";
  for (int i = 0; i < 39; ++i) nested += "&a" + std::to_string(i) + " [";
  check_refused(nested + repeated("1,", 100000) + "1" + repeated("]", 39),
                "more than 200000 values");
  check_refused("relco: 1\na: &x [*x]\n", "an alias stands inside its own anchor");
  check_refused("relco: 1\na: &x {b: {c: *x}}\n", "an alias stands inside its own anchor");
  check_refused("relco: 1\nx: *nothing\n", "anchor");
}

TEST_CASE("An honest alias works") {
  const std::string text = changed(changed(kSmall, "staff: {home_nurse: 4}", "staff: *s"),
                                   "staff: {nurse: 8, physician: 3}",
                                   "staff: &s {nurse: 8, physician: 3, home_nurse: 1}");
  CHECK(load_text(text).facts.organisations.front().units.front().staff.at("physician") == 3);
}

TEST_CASE("Numbers of values and marks are bounded") {
  check_refused("relco: 1\nx: [" + repeated("1,", 400000) + "1]", "more than 200000 values");
  check_refused("[" + repeated(",", 4000000), "brackets, commas and colons");
  check_refused("relco: 1\ntitle: " + repeated("x", 5000000), "allowed are at most 4 MB");
}

TEST_CASE("What YAML has and the format has not is refused") {
  check_refused("relco: !!python/object:os.system 1\n", "tags");
  check_refused("relco: 1\n? [a, b]\n: 1\n", "a key must be a single word");
  check_refused("relco: 1\nx: [1, 2\ny: 3", "not readable as YAML");
  check_refused("relco: 1\nx:\n\t- 1\n", "not readable as YAML");
  check_refused(repeated("%YAML 1.2\n", 1000), "not readable as YAML");
}

TEST_CASE("Ten thousand wrong references to ten thousand names do not take long") {
  std::string text = "relco: 1\npayers:\n";
  const std::string tail = repeated("x", 100);
  for (int i = 0; i < 10000; ++i) text += "  - {name: p" + std::to_string(i) + tail + "}\n";
  text += "organisations:\n";
  for (int i = 0; i < 10000; ++i) text += "  o" + std::to_string(i) + ": {payer: q" + tail + "}\n";
  const Folder folder;
  const double start = processor_seconds();
  CHECK(findings_at(folder.write("test.yaml", text)).size() == 101);
  const double took = processor_seconds() - start;
  CHECK(took < 5.0 * RELCO_PATIENCE);
}

TEST_CASE("Fifty thousand ids of evidence that there is not do not take long") {
  const double start = processor_seconds();
  const auto all = findings(small_with("covers: [" + repeated("E8, ", 50'000) + "E8]\n"));
  const double took = processor_seconds() - start;
  CHECK(all.size() == 101);
  CHECK(took < 2.0 * RELCO_PATIENCE);
}

TEST_CASE("A scenario too large to be read again is refused at once") {
  std::string text = "relco: 1\norganisations:\n";
  for (int i = 0; i < 9000; ++i) {
    text += "  o" + std::to_string(i) + ": {units: {w: {staff: {nurse: 1}}}}\n";
  }
  text += "pathways: {p: {standing: 3, team: {nurse: 1}}}\n";
  check_refused(text, "with all defaults written out");
}
