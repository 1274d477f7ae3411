#include <sys/file.h>

#include "base/errors.h"
#include "faults/record_child.h"
#include "record/partial_store.h"
#include "support/catch.h"
#include "unit/record/refusal.h"
#include "unit/record/sample.h"

using namespace relco;
using namespace relco::record;

namespace {

const Identity kRun = {{"seed", "7"}};

// Leaving one system call and entering the next are the same to the disk.
constexpr int kStep = 2;

PartialStore open_in(const Path& folder) {
  return PartialStore::open_or_create(folder / "out.partial", kRun);
}

// What a run does, counted step by step.
void run(const Path& folder, SharedCount& steps) {
  PartialStore store = open_in(folder);
  steps.add();  // 1
  store.append_cell("a", payload("cell a"));
  steps.add();  // 2
  store.put("s", payload("week 10"));
  steps.add();  // 3
  store.append_cell("b", payload("cell b"));
  steps.add();  // 4
  store.put("s", payload("week 20, longer"));
  steps.add();  // 5
  store.append_cell("c", payload("cell c"));
  steps.add();  // 6
  store.remove("s");
  steps.add();  // 7
}

void check_cell(PartialStore& store, const std::string& key, bool must_be_there) {
  CAPTURE(key);
  if (must_be_there) CHECK(store.has_cell(key));
  if (store.has_cell(key)) CHECK(store.get_cell(key) == payload("cell " + key));
}

// `steps` had returned when the process was killed.
void check_what_survived(const Path& folder, int steps) {
  PartialStore store = open_in(folder);
  check_cell(store, "a", steps >= 2);
  check_cell(store, "b", steps >= 4);
  check_cell(store, "c", steps >= 6);
  const std::optional<Bytes> snapshot = store.get("s");
  const bool old_one = snapshot == payload("week 10");
  const bool new_one = snapshot == payload("week 20, longer");
  if (steps < 2) CHECK_FALSE(snapshot);
  if (steps == 2) CHECK((!snapshot || old_one));
  if (steps == 3) CHECK(old_one);
  if (steps == 4) CHECK((old_one || new_one));
  if (steps == 5) CHECK(new_one);
  if (steps == 6) CHECK((!snapshot || new_one));
  if (steps == 7) CHECK_FALSE(snapshot);
  for (const std::string& name : names_in(folder / "out.partial")) {
    CHECK(name.find(".tmp") == std::string::npos);
  }
}

}  // namespace

TEST_CASE("partial store: killed at any system call, it keeps all that had returned") {
  for (int n = 1;; n += kStep) {
    const TemporaryFolder folder;
    SharedCount steps;
    const auto killed = killed_at_system_call(n, [&] { run(folder.path(), steps); });
    if (!killed) {
      WARN("left out: processes may not be traced here");
      return;
    }
    CAPTURE(n, steps.value());
    check_what_survived(folder.path(), steps.value());
    SharedCount again;
    run(folder.path(), again);  // and the next run comes to its end
    CHECK(open_in(folder.path()).cell_keys().size() == 3);
    if (!*killed) {
      CHECK(steps.value() == 7);
      CHECK(n > 50);  // or nothing was killed
      return;
    }
  }
}

TEST_CASE("partial store: killed while it removes itself, it can be opened and removed again") {
  for (int n = 1;; n += kStep) {
    const TemporaryFolder folder;
    const auto killed = killed_at_system_call(n, [&] {
      PartialStore store = open_in(folder.path());
      store.append_cell("a", payload("cell a"));
      store.put("s", payload("week 10"));
      store.destroy();
    });
    if (!killed) return;
    CAPTURE(n);
    PartialStore store = open_in(folder.path());
    check_cell(store, "a", false);
    store.destroy();
    CHECK(names_in(folder.path()).empty());
    if (!*killed) return;
  }
}

TEST_CASE(
    "files are put in place at once: killed at any system call, the old or the new is there") {
  const Bytes old_bytes = payload(std::string(5000, 'o'));
  const Bytes new_bytes = payload(std::string(9000, 'n'));
  for (int n = 1;; n += kStep) {
    const TemporaryFolder folder;
    const Path path = folder / "file";
    write_bytes(path, old_bytes);
    SharedCount done;
    const auto killed = killed_at_system_call(n, [&] {
      (void)put_file(path, folder / "file.tmp", {new_bytes}, IfThere::replace, Sync::yes);
      done.add();
    });
    if (!killed) return;
    const Bytes found = read_file(path);
    CAPTURE(n);
    CHECK((found == new_bytes || (found == old_bytes && done.value() == 0)));
    if (!*killed) return;
  }
}

TEST_CASE("partial store: a second process is told who works in the folder") {
  const TemporaryFolder folder;
  PartialStore store = open_in(folder.path());
  const std::string told = told_by_child([&] { (void)open_in(folder.path()); });
  CAPTURE(told);
  CHECK(told.find(fmt::format("in use by process {}", getpid())) != std::string::npos);
  check_refused<PlaceError>([&] { (void)open_in(folder.path()); },
                            {"in use by"});  // nor a second store
  store.append_cell("a", payload("cell a"));
  CHECK(store.get_cell("a") == payload("cell a"));
}

TEST_CASE("partial store: a killed process holds no lock") {
  const TemporaryFolder folder;
  const pid_t child = fork();
  if (child == 0) {
    PartialStore store = open_in(folder.path());
    store.append_cell("a", payload("cell a"));
    raise(SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(WIFSIGNALED(status));
  PartialStore store = open_in(folder.path());
  CHECK(store.resumed());
  CHECK(store.has_cell("a"));
  CHECK(told_by_child([&] { (void)open_in(folder.path()); }) != "");
}
