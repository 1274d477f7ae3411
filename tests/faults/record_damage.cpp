#include "base/errors.h"
#include "record/partial_store.h"
#include "support/catch.h"
#include "unit/record/refusal.h"
#include "unit/record/sample.h"

using namespace relco;
using namespace relco::record;

namespace {

const Identity kRun = {{"seed", "7"}};
const std::vector<std::string> kKeys = {"base/0", "base/1", "rounds/0"};

// A partial folder with three cells and two snapshots, and the bytes of its files.
struct Sample {
  TemporaryFolder folder;
  Path partial = folder / "out.partial";
  Path cells = partial / "cells";
  Bytes cell_bytes;
  std::vector<std::size_t> ends;  // of each record
  std::vector<Path> snapshots;

  Sample() {
    PartialStore store = open();
    for (const std::string& key : kKeys) {
      store.append_cell(key, payload("payload of " + key));
      ends.push_back(std::filesystem::file_size(cells));
    }
    store.put("one", payload("snapshot one"));
    store.put("two", payload("snapshot two"));
    cell_bytes = read_file(cells);
    for (const std::string& name : names_in(partial)) {
      if (name.ends_with(".blob")) snapshots.push_back(partial / name);
    }
  }

  [[nodiscard]] PartialStore open() const {
    StoreOptions quick;
    quick.sync_snapshots = false;
    return PartialStore::open_or_create(partial, kRun, quick);
  }
};

bool intact(PartialStore& store, const std::string& key) {
  return store.get_cell(key) == payload("payload of " + key);
}

}  // namespace

TEST_CASE("cells: cut at any byte, every whole one stays and the next is appended soundly") {
  const Sample sample;
  for (std::size_t size = 0; size <= sample.cell_bytes.size(); ++size) {
    CAPTURE(size);
    write_bytes(sample.cells, std::span(sample.cell_bytes).first(size));
    bool clean = size == 0;
    {
      PartialStore store = sample.open();
      for (std::size_t i = 0; i < kKeys.size(); ++i) {
        CHECK(store.has_cell(kKeys[i]) == (sample.ends[i] <= size));
        if (store.has_cell(kKeys[i])) CHECK(intact(store, kKeys[i]));
        clean = clean || sample.ends[i] == size;
      }
      CHECK(store.damaged().empty() == clean);
      store.append_cell("after", payload("payload of after"));
    }
    PartialStore store = sample.open();
    CHECK(intact(store, "after"));
    CHECK(store.damaged().empty());
  }
}

TEST_CASE("cells: a flipped bit costs its own cell and no other") {
  const Sample sample;
  Bytes bytes = sample.cell_bytes;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    CAPTURE(at);
    const std::byte bit{static_cast<unsigned char>(1u << (at % 8))};
    bytes[at] ^= bit;
    write_bytes(sample.cells, bytes);
    PartialStore store = sample.open();
    for (std::size_t i = 0; i < kKeys.size(); ++i) {
      const bool hit = at < sample.ends[i] && (i == 0 || at >= sample.ends[i - 1]);
      CHECK(store.has_cell(kKeys[i]) != hit);
      if (!hit) CHECK(intact(store, kKeys[i]));
    }
    CHECK(store.damaged().size() == 1);
    store.append_cell("after", payload("payload of after"));
    CHECK(intact(store, "after"));
    bytes[at] ^= bit;
  }
}

TEST_CASE("cells: a stretch that is overwritten or lost costs only the cells it touches") {
  const Sample sample;
  SECTION("zeros over the first record and half of the second") {
    Bytes bytes = sample.cell_bytes;
    std::fill_n(bytes.begin(), (sample.ends[0] + sample.ends[1]) / 2, std::byte{0});
    write_bytes(sample.cells, bytes);
  }
  SECTION("the beginning is missing") {
    write_bytes(sample.cells, std::span(sample.cell_bytes).subspan(sample.ends[1] - 5));
  }
  PartialStore store = sample.open();
  CHECK(store.cell_keys() == std::vector<std::string>{"rounds/0"});
  CHECK(intact(store, "rounds/0"));
  CHECK(store.damaged().size() == 1);
}

TEST_CASE("snapshots: cut or flipped anywhere, one is absent, said so, and can be put again") {
  const Sample sample;
  const Bytes good = read_file(sample.snapshots[0]);
  const auto check_damaged = [&](std::span<const std::byte> bytes) {
    write_bytes(sample.snapshots[0], bytes);
    PartialStore store = sample.open();
    CHECK(store.keys() == std::vector<std::string>{"two"});
    CHECK_FALSE(store.get("one"));
    CHECK(store.damaged().size() == 1);
    CHECK(store.get("two") == payload("snapshot two"));
    CHECK(store.cell_keys().size() == kKeys.size());
  };
  for (std::size_t size = 0; size < good.size(); ++size) {
    CAPTURE(size);
    check_damaged(std::span(good).first(size));
  }
  for (std::size_t at = 0; at < good.size(); ++at) {
    CAPTURE(at);
    Bytes bytes = good;
    bytes[at] ^= std::byte{16};
    check_damaged(bytes);
  }
  Bytes longer = good;
  longer.push_back(std::byte{0});
  check_damaged(longer);
  PartialStore store = sample.open();
  store.put("one", payload("anew"));
  CHECK(store.get("one") == payload("anew"));
}

TEST_CASE("partial store: what is damaged while in use is absent from then on") {
  const Sample sample;
  PartialStore store = sample.open();
  Bytes bytes = sample.cell_bytes;
  bytes[sample.ends[0] - 1] ^= std::byte{1};
  write_bytes(sample.cells, bytes);
  CHECK_FALSE(store.get_cell(kKeys[0]));
  CHECK_FALSE(store.has_cell(kKeys[0]));
  CHECK(intact(store, kKeys[1]));
  CHECK(store.damaged().size() == 1);
}

TEST_CASE("partial store: what a killed process left half-written is cleared away") {
  const Sample sample;
  write_bytes(sample.snapshots[0].string() + ".tmp", payload("half"));
  CHECK(sample.open().keys().size() == 2);
  for (const std::string& name : names_in(sample.partial)) CHECK(!name.ends_with(".tmp"));
}

TEST_CASE("partial store: a damaged identity is refused, since nobody knows whose work it is") {
  const Sample sample;
  const Path identity = sample.partial / "identity";
  Bytes bytes = read_file(identity);
  bytes.back() ^= std::byte{1};
  write_bytes(identity, bytes);
  check_refused<PlaceError>([&] { (void)sample.open(); },
                            {"out.partial", "cannot be resumed", "remove the folder"});
  std::filesystem::remove(identity);
  CHECK_THROWS_AS(sample.open(), PlaceError);
  CHECK(read_file(sample.cells) == sample.cell_bytes);
}
