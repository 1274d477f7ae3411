#include <sys/mount.h>
#include <sys/resource.h>

#include "base/errors.h"
#include "faults/record_child.h"
#include "record/partial_store.h"
#include "record/results_file.h"
#include "support/catch.h"
#include "unit/record/sample.h"

using namespace relco;
using namespace relco::record;

namespace {

const Identity kRun = {{"seed", "7"}};
constexpr rlim_t kLimit = 64 * 1024;

Dataset large_dataset() {  // about 800 kB that cannot be compressed
  Dataset dataset = sample_dataset();
  std::vector<double> noise;
  for (std::uint64_t i = 0; i < 100000; ++i) {
    noise.push_back(
        static_cast<double>((i * 0x9e3779b97f4a7c15ULL) ^ (i * i * 0xbf58476d1ce4e5b9ULL)));
  }
  std::vector<double> ticks(noise.size());
  for (std::size_t i = 0; i < ticks.size(); ++i) ticks[i] = static_cast<double>(i);
  dataset.axes.push_back({"draw", "draw", {}, ticks, "1", true});
  dataset.variables.push_back({"noise", "1", "noise", {"draw"}, noise, {}});
  return dataset;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

void limit_file_size() {
  const rlimit limit = {kLimit, kLimit};
  setrlimit(RLIMIT_FSIZE, &limit);
}

// A file system of its own with room for 256 kB, for as long as the object lives.
class SmallDisk {
 public:
  SmallDisk() : mounted_(mount("tmpfs", where().c_str(), "tmpfs", 0, "size=256k") == 0) {}
  ~SmallDisk() {
    if (mounted_) umount2(where().c_str(), MNT_DETACH);
  }
  [[nodiscard]] bool mounted() const { return mounted_; }
  [[nodiscard]] const Path& where() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
  bool mounted_;
};

void drop_root() {
  if (geteuid() == 0 && seteuid(65534) != 0) throw std::runtime_error("cannot drop root");
}

}  // namespace

TEST_CASE("results file: beyond the limit of file sizes, it is refused and the old one stays") {
  const TemporaryFolder folder;
  const Path path = folder / "a.h5";
  const auto old = payload("\x89HDF\r\n\x1a\n old");
  write_bytes(path, old);
  const std::string told = told_by_child([&] {
    limit_file_size();
    write_results(path, large_dataset(), true);
  });
  CAPTURE(told);
  CHECK(contains(told, "cannot write '" + path.string() + "'"));
  CHECK(contains(told, "File too large"));
  CHECK(read_file(path) == old);
  CHECK(names_in(folder.path()) == std::vector<std::string>{"a.h5"});
}

TEST_CASE("partial store: beyond the limit of file sizes, what was stored before stays") {
  const TemporaryFolder folder;
  const Path path = folder / "out.partial";
  const std::string told = told_by_child([&] {
    limit_file_size();
    PartialStore store = PartialStore::open_or_create(path, kRun);
    store.append_cell("a", payload("cell a"));
    store.put("s", payload("small"));
    const Bytes much(2 * kLimit);
    std::string all;
    for (int i = 0; i < 2; ++i) {
      try {
        i == 0 ? store.append_cell("b", much) : store.put("s", much);
      } catch (const PlaceError& error) {
        all += error.what();
      }
    }
    store.append_cell("c", payload("cell c"));  // there is room for this one
    throw PlaceError(all);
  });
  CAPTURE(told);
  CHECK(contains(told, "cells': File too large"));
  CHECK(contains(told, ".blob': File too large"));
  PartialStore store = PartialStore::open_or_create(path, kRun);
  CHECK(store.cell_keys() == std::vector<std::string>{"a", "c"});
  CHECK(store.get("s") == payload("small"));
  CHECK(store.damaged().empty());
}

TEST_CASE("results file: on a full disk it is refused, and the old one stays") {
  const SmallDisk disk;
  if (!disk.mounted()) {
    WARN("left out: no file system may be mounted here");
    return;
  }
  const Path path = disk.where() / "a.h5";
  write_results(path, sample_dataset(), false);
  const Bytes before = read_file(path);
  const std::string told = told_by_child([&] { write_results(path, large_dataset(), true); });
  CAPTURE(told);
  CHECK(contains(told, "No space left on device"));
  CHECK(contains(told, path.string()));
  CHECK(read_file(path) == before);
  CHECK(names_in(disk.where()) == std::vector<std::string>{"a.h5"});
}

TEST_CASE("partial store: on a full disk, what was stored before stays, and it goes on with room") {
  const SmallDisk disk;
  if (!disk.mounted()) {
    WARN("left out: no file system may be mounted here");
    return;
  }
  const Path path = disk.where() / "out.partial";
  const Bytes part(50'000);
  std::size_t appended = 0;
  {
    PartialStore store = PartialStore::open_or_create(path, kRun);
    store.put("s", payload("week 10"));
    CHECK_THROWS_AS(
        [&] {
          while (appended < 100) {
            store.append_cell(fmt::format("{:03}", appended), part);
            ++appended;
          }
        }(),
        PlaceError);
    CHECK(appended > 2);
    CHECK(appended < 6);
    CHECK_THROWS_AS(store.put("s", Bytes(200'000)), PlaceError);
    CHECK(store.get("s") == payload("week 10"));
    REQUIRE(mount("tmpfs", disk.where().c_str(), "tmpfs", MS_REMOUNT, "size=1m") == 0);
    store.append_cell("with room", part);
  }
  PartialStore store = PartialStore::open_or_create(path, kRun);
  CHECK(store.cell_keys().size() == appended + 1);
  CHECK(store.get_cell("with room") == part);
  CHECK(store.get("s") == payload("week 10"));
  CHECK(store.damaged().empty());
}

TEST_CASE("results and partial folders: a folder that may not be written is named") {
  const TemporaryFolder folder;
  const Path closed = folder / "closed";
  std::filesystem::create_directory(closed);
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  std::filesystem::permissions(closed, std::filesystem::perms(0555));
  for (const std::string& told : {told_by_child([&] {
                                    drop_root();
                                    write_results(closed / "a.h5", sample_dataset(), false);
                                  }),
                                  told_by_child([&] {
                                    drop_root();
                                    (void)PartialStore::open_or_create(closed / "a.h5.partial",
                                                                       kRun);
                                  })}) {
    CAPTURE(told);
    CHECK(contains(told, "Permission denied"));
    CHECK(contains(told, closed.string()));
  }
  CHECK(names_in(closed).empty());
}

TEST_CASE("results file: a file that may not be read is named") {
  const TemporaryFolder folder;
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  const Path path = folder / "a.h5";
  write_results(path, sample_dataset(), false);
  std::filesystem::permissions(path, std::filesystem::perms(0));
  const std::string told = told_by_child([&] {
    drop_root();
    (void)read_results(path);
  });
  CAPTURE(told);
  CHECK(contains(told, "cannot read '" + path.string() + "': Permission denied"));
}
