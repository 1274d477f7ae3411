// A whole run: arms x replicates of one scenario under common luck, on all cores.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "measure/results.h"
#include "rules/parameters.h"
#include "world/facts.h"

namespace relco {

struct World;

// One (arm, replicate) of a run.
struct CellKey {
  std::size_t arm = 0;
  int replicate = 0;
};

// Where finished cells and snapshots of worlds in flight are kept while a run is going, so that it
// can be resumed. Called from worker threads, one call at a time (the engine holds a lock).
class CellStore {
 public:
  virtual ~CellStore() = default;
  virtual std::optional<CellRecords> load_cell(CellKey key) = 0;
  virtual void save_cell(CellKey key, const CellRecords& records) = 0;
  // A snapshot carries the world after its last whole week, and the records so far.
  virtual std::optional<std::vector<std::byte>> load_snapshot(CellKey key) = 0;
  virtual void save_snapshot(CellKey key, std::span<const std::byte> bytes) = 0;
};

struct Progress {
  std::size_t cells_done = 0, cells = 0;
  std::int64_t weeks_done = 0, weeks = 0;  // over all cells, resumed ones included
};

struct RunOptions {
  int threads = 0;                                // 0: all cores
  Week checkpoint_every = 0;                      // weeks between snapshots; 0: none
  CellStore* store = nullptr;                     // may be null: nothing is kept
  const std::atomic<int>* stop = nullptr;         // non-zero: stop after the week in hand
  std::function<void(const Progress&)> progress;  // called after every finished week of a cell,
                                                  // from worker threads, under a lock
  std::vector<CellKey> only;                      // empty: all cells
  std::vector<Asked> asked;                       // further questions; not together with a store
  // Shown the world as each week begins, and after the last; from worker threads, several at once.
  std::function<void(CellKey, const World&)> look;
};

struct RunResult {
  RunRecords records;
  bool stopped = false;      // the stop flag was raised before all cells were done
  std::uint64_t digest = 0;  // run_digest() of the records
};

// Runs the scenario. Exceptions thrown by the store pass through.
[[nodiscard]] RunResult run_scenario(const Facts& facts, const Parameters& parameters,
                                     const RunOptions& options);

// Goes on from `digest` with that of one cell: its weeks, and its world after the last.
[[nodiscard]] std::uint64_t digest_with(std::uint64_t digest, const CellRecords& cell);
// The digest of the worlds of finished records: all cells, in canonical order.
[[nodiscard]] std::uint64_t digest_of(const RunRecords& records);
// The same with what was recorded of the worlds and the parameters in force, so that whatever is
// reported of two runs of one digest is equal too.
[[nodiscard]] std::uint64_t run_digest(const RunRecords& records, const Parameters& parameters);

}  // namespace relco
