#include "record/bytes.h"

#include <cmath>

#include "base/errors.h"
#include "support/catch.h"
#include "unit/record/refusal.h"

using namespace relco;
using namespace relco::record;

namespace {

struct Pair {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  bool operator==(const Pair&) const = default;
};

enum class Colour : std::uint8_t { red, green };

Bytes sample_bytes() {
  ByteWriter writer;
  writer.put(std::uint8_t{7});
  writer.put(std::int64_t{-2});
  writer.put(1.5F);
  writer.put(-0.0);
  writer.put(true);
  writer.put(Colour::green);
  writer.put_text("Ærø");
  writer.put_all(std::vector<Pair>{{1, 2}, {3, 4}});
  writer.put_all(std::vector<double>{});
  return writer.take();
}

void read_sample(ByteReader& reader) {
  (void)reader.get<std::uint8_t>();
  (void)reader.get<std::int64_t>();
  (void)reader.get<float>();
  (void)reader.get<double>();
  (void)reader.get<bool>();
  (void)reader.get<Colour>();
  (void)reader.get_text();
  (void)reader.get_all<Pair>();
  (void)reader.get_all<double>();
  reader.expect_end();
}

}  // namespace

TEST_CASE("bytes: what was put comes back in the same order") {
  const Bytes bytes = sample_bytes();
  ByteReader reader(bytes, "sample");
  CHECK(reader.get<std::uint8_t>() == 7);
  CHECK(reader.get<std::int64_t>() == -2);
  CHECK(reader.get<float>() == 1.5F);
  CHECK(std::signbit(reader.get<double>()));
  CHECK(reader.get<bool>());
  CHECK(reader.get<Colour>() == Colour::green);
  CHECK(reader.get_text() == "Ærø");
  CHECK(reader.get_all<Pair>() == std::vector<Pair>{{1, 2}, {3, 4}});
  CHECK(reader.get_all<double>().empty());
  CHECK(reader.left() == 0);
  CHECK_NOTHROW(reader.expect_end());
}

TEST_CASE("bytes: numbers lie in the file with their lowest byte first, without padding") {
  ByteWriter writer;
  writer.put(std::uint8_t{1});
  writer.put(std::uint32_t{0x0a0b0c0d});
  const Bytes expected = {std::byte{1}, std::byte{0x0d}, std::byte{0x0c}, std::byte{0x0b},
                          std::byte{0x0a}};
  CHECK(writer.take() == expected);
  CHECK(writer.bytes().empty());
}

TEST_CASE("bytes: cut anywhere, they are refused and never read beyond") {
  const Bytes whole = sample_bytes();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    ByteReader reader(cut, "sample");
    CHECK_THROWS_AS(read_sample(reader), PlaceError);
  }
}

TEST_CASE("bytes: an announced count that cannot be true asks for no memory") {
  ByteWriter writer;
  writer.put(~std::uint64_t{0});
  writer.put(1.0);
  const Bytes bytes = writer.take();
  check_refused<PlaceError>([&] { (void)ByteReader(bytes, "snapshot of base").get_all<double>(); },
                            {"damaged snapshot of base", "8 bytes are left"});
  CHECK_THROWS_AS(ByteReader(bytes, "x").get_text(), PlaceError);
}

TEST_CASE("bytes: a yes-or-no that is neither, and leftover bytes, are damage") {
  const Bytes bytes = {std::byte{2}};
  check_refused<PlaceError>([&] { (void)ByteReader(bytes, "x").get<bool>(); }, {"yes-or-no is 2"});
  check_refused<PlaceError>([&] { ByteReader(bytes, "x").expect_end(); }, {"1 bytes too many"});
}
