// Every cell of a plan exactly once, on all cores: cells that a store has already are not run
// again, and each cell is stored when it is done.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "engine/run.h"
#include "record/partial_store.h"
#include "sweep/cell.h"

namespace relco::sweep {

// Cells of other points, when several machines share the work: point p belongs to the shard
// p mod `of`.
struct Shard {
  std::size_t index = 0, of = 1;
  [[nodiscard]] bool has(std::size_t point) const { return point % of == index; }
};

struct Options {
  int threads = 0;                            // 0: all cores
  record::PartialStore* store = nullptr;      // may be null: nothing is kept
  std::vector<record::PartialStore*> also{};  // finished cells are looked for here too
  const std::atomic<int>* stop = nullptr;     // non-zero: stop after the week in hand
  std::function<void(const Progress&)> progress{};
  Shard shard{};
};

struct Run {
  std::vector<Cell> cells;            // Plan::cell()
  std::vector<std::string> problems;  // per point; "" when it could be run
  bool stopped = false;
  std::size_t found = 0, ran = 0;  // cells that were there, cells that were run
  // Seconds summed over threads: simulating; reading scenarios and making worlds; summing up and
  // storing.
  double simulating = 0, loading = 0, keeping = 0;
  std::uint64_t digest = 0;  // of all cells, in canonical order

  [[nodiscard]] std::size_t failed_points() const;
  // Share of the time that went to anything but simulating; NaN when nothing was run.
  [[nodiscard]] double bookkeeping() const;
};

// Exceptions thrown by the store pass through. A point whose scenario makes no world is a problem
// of that point only.
[[nodiscard]] Run run_sweep(const Plan& plan, const Options& options);

}  // namespace relco::sweep
