#include "record/partial_store.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <map>
#include <mutex>
#include <set>
#include <utility>

#include "base/errors.h"
#include "record/disk.h"
#include "record/store_folder.h"
#include "record/store_lock.h"
#include "record/store_records.h"

namespace relco::record {

namespace {

const std::string& key_of(const std::string& key) {
  return key;
}
const std::string& key_of(const std::pair<const std::string, std::uint64_t>& cell) {
  return cell.first;
}

std::vector<std::string> with_prefix(const auto& sorted, std::string_view prefix) {
  std::vector<std::string> keys;
  for (auto at = sorted.lower_bound(prefix); at != sorted.end() && key_of(*at).starts_with(prefix);
       ++at) {
    keys.push_back(key_of(*at));
  }
  return keys;
}

std::optional<Bytes> read_record(const OpenFile& file, std::uint64_t offset, std::string_view key) {
  const std::optional<RecordHead> head = read_head(file, offset);
  return head && head->key == key ? read_payload(file, offset, *head) : std::nullopt;
}

}  // namespace

struct PartialStore::State {
  State(const Path& the_folder, const StoreOptions& the_options)
      : folder(the_folder), options(the_options), lock(the_folder) {}

  const Path folder;
  const StoreOptions options;
  FolderLock lock;
  bool resumed = false;

  mutable std::mutex mutex;  // guards all below
  std::vector<std::string> findings;
  OpenFile cells;
  std::uint64_t cells_end = 0;  // where the next record goes
  bool cells_unsynced = false;
  std::chrono::steady_clock::time_point last_sync;
  std::map<std::string, std::uint64_t, std::less<>> cell_at;  // key -> offset in cells
  std::set<std::string, std::less<>> snapshots;               // keys

  void open_cells();
  void find_snapshots();
  void sync_cells();
  void lost(const OpenFile& file, std::string_view key);
};

void PartialStore::State::open_cells() {
  cells = OpenFile(folder / kCellsName, O_RDWR | O_CREAT, "open");
  RecordScan scan = scan_records(cells);
  for (RecordPlace& record : scan.records) cell_at[std::move(record.key)] = record.offset;
  for (const std::string& finding : scan.findings) {
    findings.push_back(
        fmt::format("'{}': {}; what it held is run again", cells.path().string(), finding));
  }
  cells_end = scan.end;
  if (cells.size() > cells_end && ftruncate(cells.fd(), static_cast<off_t>(cells_end)) != 0) {
    throw_place("shorten", cells.path(), errno);
  }
}

void PartialStore::State::find_snapshots() {
  for (const Path& path : snapshot_files(folder)) {
    const OpenFile file(path, O_RDONLY, "read");
    const std::optional<RecordHead> head = read_head(file, 0);
    if (head && path == snapshot_path(folder, head->key) && read_payload(file, 0, *head) &&
        file.size() == head->head_size() + head->payload_size) {
      snapshots.insert(head->key);
    } else {
      findings.push_back(fmt::format("'{}' is damaged; that world starts over", path.string()));
    }
  }
}

void PartialStore::State::sync_cells() {
  if (!cells_unsynced) return;
  sync_file(cells);
  cells_unsynced = false;
  last_sync = std::chrono::steady_clock::now();
}

void PartialStore::State::lost(const OpenFile& file, std::string_view key) {
  findings.push_back(fmt::format("'{}': '{}' was damaged while in use", file.path().string(), key));
}

PartialStore PartialStore::open_or_create(const std::filesystem::path& folder,
                                          const Identity& identity, const StoreOptions& options) {
  make_folder(folder);
  refuse_foreign_folder(folder);  // before the lock file is put into it
  auto state = std::make_unique<State>(folder, options);
  if (!state->lock.warning().empty()) state->findings.push_back(state->lock.warning());
  state->resumed = claim_folder(folder, identity);
  remove_temporaries(folder);
  state->open_cells();
  state->find_snapshots();
  return PartialStore(std::move(state));
}

std::optional<Identity> PartialStore::stored_identity(const std::filesystem::path& folder) {
  return read_identity(folder);
}

PartialStore::PartialStore(std::unique_ptr<State> state) : state_(std::move(state)) {}
PartialStore::PartialStore(PartialStore&&) noexcept = default;
PartialStore& PartialStore::operator=(PartialStore&&) noexcept = default;

PartialStore::~PartialStore() {
  if (state_ == nullptr) return;
  try {
    sync();
  } catch (const PlaceError&) {
    // Nobody is left to tell; the cells are written, and only a power cut could still take them.
  }
}

PartialStore::State& PartialStore::state() const {
  RELCO_CHECK(state_ != nullptr, "a partial store is used after its end");
  return *state_;
}

bool PartialStore::resumed() const {
  return state().resumed;
}

void PartialStore::append_cell(std::string_view key, std::span<const std::byte> bytes) {
  State& s = state();
  Bytes record = encode_head(key, bytes);
  record.insert(record.end(), bytes.begin(), bytes.end());
  const std::lock_guard guard(s.mutex);
  try {
    write_at(s.cells, s.cells_end, record);
  } catch (const PlaceError&) {
    // Half a record at the end is cut when the folder is opened; cut it now and the room is free.
    const int cut = ftruncate(s.cells.fd(), static_cast<off_t>(s.cells_end));
    static_cast<void>(cut);
    throw;
  }
  s.cell_at[std::string(key)] = s.cells_end;
  s.cells_end += record.size();
  s.cells_unsynced = true;
  if (std::chrono::steady_clock::now() - s.last_sync >= s.options.cell_sync_interval) {
    s.sync_cells();
  }
}

bool PartialStore::has_cell(std::string_view key) const {
  const std::lock_guard guard(state().mutex);
  return state().cell_at.contains(key);
}

std::optional<Bytes> PartialStore::get_cell(std::string_view key) {
  State& s = state();
  const std::lock_guard guard(s.mutex);
  const auto found = s.cell_at.find(key);
  if (found == s.cell_at.end()) return std::nullopt;
  std::optional<Bytes> bytes = read_record(s.cells, found->second, key);
  if (!bytes) {
    s.lost(s.cells, key);
    s.cell_at.erase(found);
  }
  return bytes;
}

std::vector<std::string> PartialStore::cell_keys(std::string_view prefix) const {
  const std::lock_guard guard(state().mutex);
  return with_prefix(state().cell_at, prefix);
}

// Snapshots are large: the lock is held for the table of them, not while they go to the disk.
void PartialStore::put(std::string_view key, std::span<const std::byte> bytes) {
  State& s = state();
  const Bytes head = encode_head(key, bytes);
  const Path path = snapshot_path(s.folder, key);
  (void)put_file(path, temporary_of(path), {head, bytes}, IfThere::replace,
                 s.options.sync_snapshots ? Sync::yes : Sync::no);
  const std::lock_guard guard(s.mutex);
  s.snapshots.emplace(key);
}

bool PartialStore::has(std::string_view key) const {
  const std::lock_guard guard(state().mutex);
  return state().snapshots.contains(key);
}

std::optional<Bytes> PartialStore::get(std::string_view key) {
  State& s = state();
  if (!has(key)) return std::nullopt;
  const OpenFile file(snapshot_path(s.folder, key), O_RDONLY, "read");
  std::optional<Bytes> bytes = read_record(file, 0, key);
  if (!bytes) {
    const std::lock_guard guard(s.mutex);
    s.lost(file, key);
    s.snapshots.erase(std::string(key));
  }
  return bytes;
}

void PartialStore::remove(std::string_view key) {
  State& s = state();
  const std::lock_guard guard(s.mutex);
  const auto found = s.snapshots.find(key);
  if (found == s.snapshots.end()) return;
  const Path path = snapshot_path(s.folder, key);
  if (unlink(path.c_str()) != 0 && errno != ENOENT) throw_place("remove", path, errno);
  s.snapshots.erase(found);
}

std::vector<std::string> PartialStore::keys(std::string_view prefix) const {
  const std::lock_guard guard(state().mutex);
  return with_prefix(state().snapshots, prefix);
}

void PartialStore::sync() {
  const std::lock_guard guard(state().mutex);
  state().sync_cells();
}

void PartialStore::destroy() noexcept {
  if (state_ == nullptr) return;
  remove_our_files(state_->folder);
  state_->lock.remove();
  rmdir(state_->folder.c_str());
  state_.reset();
}

std::vector<std::string> PartialStore::damaged() const {
  const std::lock_guard guard(state().mutex);
  return state().findings;
}

}  // namespace relco::record
