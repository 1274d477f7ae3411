#include "record/partial_store.h"

#include <thread>

#include "base/errors.h"
#include "support/catch.h"
#include "unit/record/refusal.h"
#include "unit/record/sample.h"

using namespace relco;
using namespace relco::record;

namespace {

const Identity kRun = {{"build", "0.1.0"}, {"seed", "7"}};

PartialStore open_in(const TemporaryFolder& folder) {
  return PartialStore::open_or_create(folder / "out.h5.partial", kRun);
}

}  // namespace

TEST_CASE("partial store: what was stored is there for the next process") {
  const TemporaryFolder folder;
  {
    PartialStore store = open_in(folder);
    CHECK_FALSE(store.resumed());
    store.append_cell("base/0", payload("first"));
    store.append_cell("base/1", payload(""));
    store.append_cell("other/0", payload("third"));
    store.put("base/2", payload("week 10"));
    store.put("base/2", payload("week 20"));
  }
  PartialStore store = open_in(folder);
  CHECK(store.resumed());
  CHECK(store.get_cell("base/0") == payload("first"));
  CHECK(store.get_cell("base/1") == payload(""));
  CHECK(store.cell_keys("base/") == std::vector<std::string>{"base/0", "base/1"});
  CHECK(store.cell_keys().size() == 3);
  CHECK_FALSE(store.has_cell("base/2"));
  CHECK_FALSE(store.get_cell("base/2"));
  CHECK(store.get("base/2") == payload("week 20"));
  CHECK(store.keys() == std::vector<std::string>{"base/2"});
  CHECK(store.damaged().empty());
}

TEST_CASE("partial store: a removed snapshot stays away, and removing nothing is no error") {
  const TemporaryFolder folder;
  {
    PartialStore store = open_in(folder);
    store.put("a", payload("1"));
    store.put("b", payload("2"));
    store.remove("a");
    store.remove("a");
    store.remove("never");
    CHECK_FALSE(store.has("a"));
  }
  CHECK(open_in(folder).keys() == std::vector<std::string>{"b"});
}

TEST_CASE("partial store: a cell appended again counts from then on") {
  const TemporaryFolder folder;
  {
    PartialStore store = open_in(folder);
    store.append_cell("a", payload("old"));
    store.append_cell("a", payload("new"));
    CHECK(store.get_cell("a") == payload("new"));
  }
  PartialStore store = open_in(folder);
  CHECK(store.get_cell("a") == payload("new"));
  CHECK(store.cell_keys() == std::vector<std::string>{"a"});
}

TEST_CASE("partial store: keys that differ in anything are different snapshots") {
  const TemporaryFolder folder;
  const std::string lengthy(3000, 'x');
  const std::vector<std::string> keys = {"a",    "A", "a/b",   "a-b",         "ø",
                                         "é",    "",  lengthy, lengthy + "y", std::string("a\0", 2),
                                         "../a", " "};
  PartialStore store = open_in(folder);
  for (const std::string& key : keys) {
    if (!key.empty()) store.put(key, payload("of " + key));
  }
  for (const std::string& key : keys) {
    if (!key.empty()) CHECK(store.get(key) == payload("of " + key));
  }
  CHECK(store.keys().size() == keys.size() - 1);
  CHECK_THROWS_AS(store.put("", payload("x")), BugError);
}

TEST_CASE("partial store: another run's folder is refused, field by field") {
  const TemporaryFolder folder;
  open_in(folder).append_cell("a", payload("1"));
  const Path path = folder / "out.h5.partial";
  check_refused<PlaceError>(
      [&] {
        (void)PartialStore::open_or_create(path, {{"build", "0.2.0"}, {"seed", "8"}});
      },
      {"build: '0.1.0' there, '0.2.0' now", "seed: '7' there, '8' now", "remove the folder"});
  CHECK(PartialStore::stored_identity(path) == kRun);
  CHECK(open_in(folder).has_cell("a"));  // and it is as good as before
}

TEST_CASE("partial store: a folder that is not ours is refused and left as it was") {
  const TemporaryFolder folder;
  const Path path = folder / "out.h5.partial";
  std::filesystem::create_directory(path);
  write_bytes(path / "thesis.txt", payload("years of work"));
  check_refused<PlaceError>([&] { (void)open_in(folder); }, {"thesis.txt"});
  CHECK(names_in(path) == std::vector<std::string>{"thesis.txt"});
  CHECK_FALSE(PartialStore::stored_identity(path));
  CHECK_FALSE(PartialStore::stored_identity(folder / "none"));
}

TEST_CASE("partial store: a place where no folder can be is named with the system's reason") {
  const TemporaryFolder folder;
  check_refused<PlaceError>(
      [&] { (void)PartialStore::open_or_create(folder / "no/such/x.partial", kRun); },
      {"x.partial", "No such file"});
  write_bytes(folder / "out.h5.partial", payload("a file"));
  check_refused<PlaceError>([&] { (void)open_in(folder); }, {"out.h5.partial"});
}

TEST_CASE("partial store: destroyed, it leaves nothing, but other people's files") {
  const TemporaryFolder folder;
  PartialStore store = open_in(folder);
  store.append_cell("a", payload("1"));
  store.put("b", payload("2"));
  SECTION("nothing else was there") {
    store.destroy();
    CHECK(names_in(folder.path()).empty());
    CHECK_THROWS_AS(store.has("b"), BugError);
    CHECK_FALSE(open_in(folder).resumed());
  }
  SECTION("somebody put something there") {
    write_bytes(folder / "out.h5.partial/notes.txt", payload("mine"));
    store.destroy();
    CHECK(names_in(folder / "out.h5.partial") == std::vector<std::string>{"notes.txt"});
  }
}

TEST_CASE("partial store: threads of one process share it") {
  const TemporaryFolder folder;
  {
    StoreOptions seldom;
    seldom.cell_sync_interval = std::chrono::seconds(1);
    seldom.sync_snapshots = false;
    PartialStore store = PartialStore::open_or_create(folder / "out.h5.partial", kRun, seldom);
    std::vector<std::thread> workers;
    for (int worker = 0; worker < 4; ++worker) {
      workers.emplace_back([&store, worker] {
        for (int i = 0; i < 50; ++i) {
          const std::string key = fmt::format("{}/{}", worker, i);
          store.put(key, payload(key));
          store.append_cell(key, payload(key + key));
          store.remove(key);
        }
      });
    }
    for (std::thread& worker : workers) worker.join();
  }
  PartialStore store = open_in(folder);
  CHECK(store.cell_keys().size() == 200);
  CHECK(store.keys().empty());
  CHECK(store.damaged().empty());
  for (const std::string& key : store.cell_keys()) CHECK(store.get_cell(key) == payload(key + key));
}
