// Thousands of spoilt files, the same ones in every run: each loads or is refused with findings;
// nothing else ever comes out of the reader. The fuzzer of tests/fuzz goes on where this ends.
#include "base/hash.h"
#include "unit/scenario/files.h"

using namespace relco;
using namespace relco::test;

namespace {

// Numbers from a counter: the same on every machine.
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : seed_(seed) {}
  std::size_t below(std::size_t n) {
    return static_cast<std::size_t>(combine64(seed_, count_++) % n);
  }

 private:
  std::uint64_t seed_, count_ = 0;
};

constexpr std::string_view kPieces[] = {"{",
                                        "}",
                                        "[",
                                        "]",
                                        ":",
                                        ": ",
                                        ",",
                                        "- ",
                                        "\n",
                                        "\n  ",
                                        "\n    - ",
                                        "*a",
                                        "&a ",
                                        "!!x ",
                                        "~",
                                        "null",
                                        "-1",
                                        "1e300",
                                        ".inf",
                                        "0.5",
                                        "\"",
                                        "'",
                                        "#",
                                        "|",
                                        ">",
                                        "? ",
                                        "<<",
                                        "...",
                                        "---\n",
                                        "relco: 2",
                                        "extends: test.yaml\n",
                                        "factorial",
                                        "factors",
                                        "with",
                                        "family",
                                        "default",
                                        "week 3",
                                        "true",
                                        "hospital",
                                        "nurse",
                                        "stroke",
                                        "redesign",
                                        "id",
                                        "name",
                                        "units",
                                        "staff",
                                        "mean",
                                        "sd",
                                        "effect",
                                        "band",
                                        "interaction",
                                        "arms",
                                        "-",
                                        "\t",
                                        "\xc3\xa6",
                                        "\x80",
                                        "%"};

std::string everything() {
  std::string text = changed(kSmall, "changes:\n", "changes:\n  reform: {demand: 1.1}\n");
  return text + std::string(R"(families: {household: {carers: {spouse: {mean: 0.7, sd: 0.2}}}}
payers: [{name: town, model: co_financing, share: 0.3}]
roles: {nurse: {hours: 32}}
expect:
  - {id: V1, evidence: [D01, S0-11], effect: {outcome: delay, arm: reform, relative: [-1, 1]}, scope: hospital, weeks: [3, 9]}
  - {id: V2, evidence: [D01, S0-11], interaction: {outcome: delay, factors: [redesign, reform], at_least: 1}}
  - {id: V3, evidence: [D01, S0-11], order: {outcome: rc_index, arms: [as_is, reform]}, scope: within}
)");
}

std::string spoil(std::string text, Numbers& numbers) {
  const std::size_t cuts = 1 + numbers.below(3);
  for (std::size_t k = 0; k < cuts && !text.empty(); ++k) {
    const std::size_t at = numbers.below(text.size());
    const std::string_view piece = kPieces[numbers.below(std::size(kPieces))];
    switch (numbers.below(8)) {
      case 0: text.insert(at, piece); break;
      case 1: text.erase(at, 1 + numbers.below(12)); break;
      case 2: text.replace(at, 1, piece); break;
      case 3: text[at] = static_cast<char>(numbers.below(256)); break;
      case 4: text.insert(at, text.substr(numbers.below(text.size()), numbers.below(60))); break;
      case 5:
      case 6: {  // another digit where there is one
        const std::size_t digit = text.find_first_of("0123456789", at);
        if (digit != std::string::npos) text[digit] = static_cast<char>('0' + numbers.below(10));
        break;
      }
      default: {  // swap two lines
        const std::size_t line = text.find('\n', at);
        if (line == std::string::npos) break;
        const std::size_t next = text.find('\n', line + 1);
        if (next == std::string::npos) break;
        const std::string moved = text.substr(line + 1, next - line);
        text.erase(line + 1, next - line);
        text.insert(numbers.below(text.size()), moved);
      }
    }
  }
  return text;
}

}  // namespace

TEST_CASE("Spoilt files load or are refused with findings, and never anything else") {
  const Folder folder;
  const std::string good = everything();
  const auto nothing = findings(good);
  CAPTURE(nothing);
  REQUIRE(nothing.empty());
  std::size_t loaded = 0, refused = 0;
  for (std::uint64_t i = 0; i < 4000; ++i) {
    Numbers numbers(i);
    const std::string text = spoil(good, numbers);
    CAPTURE(i, text);
    try {
      const LoadedScenario one = load(folder.write("test.yaml", text));
      ++loaded;
      // What loads is written so that it loads again, as itself.
      if (i % 8 == 0) {
        REQUIRE(load(folder.write("again.yaml", one.resolved_text)).resolved_text ==
                one.resolved_text);
      }
    } catch (const UserError& error) {
      ++refused;
      REQUIRE(std::string_view(error.what()).size() > 10);
    }
  }
  CHECK(loaded > 100);  // or the mutations are too wild to test the reader
  CHECK(refused > 1000);
}

TEST_CASE("Spoilt overrides are refused or obeyed, and never anything else") {
  const Folder folder;
  const std::string path = folder.write("test.yaml", everything());
  const std::string paths[] = {"organisations.hospital.leadership.support",
                               "changes.redesign",
                               "arms.reform",
                               "expect.V1.effect.arm",
                               "system.payment",
                               "communication.f0",
                               "pathways.stroke.team.nurse"};
  for (std::uint64_t i = 0; i < 1000; ++i) {
    Numbers numbers(i + 1'000'000);
    Override one{paths[numbers.below(std::size(paths))], "0.5"};
    if (numbers.below(2) == 0) one.path = spoil(one.path, numbers);
    if (numbers.below(2) == 0) one.value = spoil("{mean: 0.5}", numbers);
    CAPTURE(i, one.path, one.value);
    try {
      static_cast<void>(load(path, {one}));
    } catch (const UserError&) {
    }
  }
  SUCCEED("no other exception");
}
