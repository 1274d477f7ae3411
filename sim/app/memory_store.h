// Cells and snapshots in memory, for runs that are stopped and gone on with within one process.
#pragma once

#include <map>
#include <utility>

#include "engine/run.h"

namespace relco::app {

class MemoryStore final : public CellStore {
 public:
  std::optional<CellRecords> load_cell(CellKey key) override { return find(cells_, key); }
  void save_cell(CellKey key, const CellRecords& records) override {
    cells_.insert_or_assign(place(key), records);
    snapshots_.erase(place(key));
  }
  std::optional<std::vector<std::byte>> load_snapshot(CellKey key) override {
    return find(snapshots_, key);
  }
  void save_snapshot(CellKey key, std::span<const std::byte> bytes) override {
    snapshots_.insert_or_assign(place(key), std::vector<std::byte>(bytes.begin(), bytes.end()));
  }

  [[nodiscard]] std::size_t snapshots() const { return snapshots_.size(); }

 private:
  using Place = std::pair<std::size_t, int>;
  static Place place(CellKey key) { return {key.arm, key.replicate}; }
  template <typename Kept>
  static std::optional<Kept> find(const std::map<Place, Kept>& kept, CellKey key) {
    const auto found = kept.find(place(key));
    return found == kept.end() ? std::nullopt : std::optional<Kept>(found->second);
  }

  std::map<Place, CellRecords> cells_;
  std::map<Place, std::vector<std::byte>> snapshots_;
};

}  // namespace relco::app
