// A store of unfinished runs that lives in memory.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "engine/run.h"

namespace relco::test {

// Keeps cells and snapshots in memory.
class Shelf : public CellStore {
 public:
  std::optional<CellRecords> load_cell(CellKey key) override {
    const auto found = cells.find({key.arm, key.replicate});
    return found == cells.end() ? std::nullopt : std::optional(found->second);
  }
  void save_cell(CellKey key, const CellRecords& records) override {
    cells[{key.arm, key.replicate}] = records;
  }
  std::optional<std::vector<std::byte>> load_snapshot(CellKey key) override {
    const auto found = snapshots.find({key.arm, key.replicate});
    return found == snapshots.end() ? std::nullopt : std::optional(found->second);
  }
  void save_snapshot(CellKey key, std::span<const std::byte> bytes) override {
    snapshots[{key.arm, key.replicate}] = std::vector<std::byte>(bytes.begin(), bytes.end());
  }
  std::map<std::pair<std::size_t, int>, CellRecords> cells;
  std::map<std::pair<std::size_t, int>, std::vector<std::byte>> snapshots;
};

}  // namespace relco::test
