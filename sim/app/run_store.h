// The cells and snapshots of a run, kept in RESULTS.partial/ while it goes on.
#pragma once

#include <atomic>
#include <chrono>
#include <map>
#include <string>

#include "engine/run.h"
#include "record/partial_store.h"

namespace relco::app {

// Records of one cell as bytes, and back. decode throws PlaceError on bytes that encode() did not
// make; `what` names them in messages.
[[nodiscard]] record::Bytes encode_cell(const CellRecords& records);
[[nodiscard]] CellRecords decode_cell(std::span<const std::byte> bytes, const std::string& what);

class RunStore final : public CellStore {
 public:
  using Clock = std::chrono::steady_clock;

  // Snapshots of one world that follow each other faster than `snapshot_gap` are skipped, unless
  // the stop flag is up: then each may be the last.
  RunStore(record::PartialStore store, const std::atomic<int>& stop, Clock::duration snapshot_gap);

  std::optional<CellRecords> load_cell(CellKey key) override;
  void save_cell(CellKey key, const CellRecords& records) override;
  std::optional<std::vector<std::byte>> load_snapshot(CellKey key) override;
  void save_snapshot(CellKey key, std::span<const std::byte> bytes) override;

  [[nodiscard]] std::size_t finished_cells() const { return store_.cell_keys().size(); }
  [[nodiscard]] std::size_t snapshots() const { return store_.keys().size(); }
  [[nodiscard]] record::PartialStore& store() { return store_; }

 private:
  record::PartialStore store_;
  const std::atomic<int>& stop_;
  Clock::duration snapshot_gap_;
  Clock::time_point start_ = Clock::now();
  std::map<std::string, Clock::time_point> last_snapshot_;
};

}  // namespace relco::app
