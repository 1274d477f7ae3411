// The crash-safe store of a run in flight: a folder, RESULTS.partial/, with the finished cells (one
// file, append-only) and one snapshot per world in flight (one file each). Killed at any instant,
// the next run finds every cell whose append_cell() had returned, and for every snapshot the last
// one whose put() had returned, or a newer one.
//
// Only one process at a time works in a folder; all threads of that process may use one store, each
// for snapshots of its own keys.
// Damaged or unfinished things count as absent, and damaged() says so; they are simply made again.
// Every function throws PlaceError when the place is unusable (full, unwritable, vanished), and
// what was stored before stays good.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/bytes.h"
#include "record/store_identity.h"

namespace relco::record {

// How much the store waits for the disk. A killed process loses nothing whatever stands here; these
// waits are for power cuts and crashed machines.
struct StoreOptions {
  bool sync_snapshots = true;
  // Least time between two waits after cells: 0 waits after each; small worlds finish by the
  // thousand a second and want more. sync() and the store's end wait for what is left.
  std::chrono::milliseconds cell_sync_interval{0};
};

class PartialStore {
 public:
  // Opens the folder, or makes it (its parent must exist). PlaceError when another process works in
  // it, when it belongs to another run (each differing field is named with both values), or when
  // the path is something else. Clears away what a killed process left half-written.
  [[nodiscard]] static PartialStore open_or_create(const std::filesystem::path& folder,
                                                   const Identity& identity,
                                                   const StoreOptions& options = {});

  // What a folder says it belongs to, without locking it; empty when there is no such folder, or it
  // is none of ours.
  [[nodiscard]] static std::optional<Identity> stored_identity(const std::filesystem::path& folder);

  PartialStore(PartialStore&&) noexcept;
  PartialStore& operator=(PartialStore&&) noexcept;
  ~PartialStore();

  // Whether the folder was there before.
  [[nodiscard]] bool resumed() const;

  // Finished cells. Appending a key again replaces what it stood for. A caller that keeps a
  // snapshot of the same world removes it after the append: killed in between, both are there, and
  // the cell is the one to believe.
  void append_cell(std::string_view key, std::span<const std::byte> bytes);
  [[nodiscard]] bool has_cell(std::string_view key) const;
  [[nodiscard]] std::optional<Bytes> get_cell(std::string_view key);
  [[nodiscard]] std::vector<std::string> cell_keys(std::string_view prefix = {}) const;  // sorted

  // Snapshots: a key has one value, replaced as a whole.
  void put(std::string_view key, std::span<const std::byte> bytes);
  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] std::optional<Bytes> get(std::string_view key);
  void remove(std::string_view key);
  [[nodiscard]] std::vector<std::string> keys(std::string_view prefix = {}) const;  // sorted

  // Waits until all cells are on the disk.
  void sync();

  // Removes the folder; the store is over then. Files that are not ours stay, and so does the
  // folder in that case. Never throws: the results are published by now.
  void destroy() noexcept;

  // One line for each thing that was found damaged or unfinished, for people, so far.
  [[nodiscard]] std::vector<std::string> damaged() const;

 private:
  struct State;
  explicit PartialStore(std::unique_ptr<State> state);
  State& state() const;

  std::unique_ptr<State> state_;
};

}  // namespace relco::record
