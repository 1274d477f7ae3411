#include "engine/run.h"

#include <mutex>
#include <string_view>

#include "base/errors.h"
#include "base/hash.h"
#include "engine/simulation.h"
#include "parallel/parallel.h"

namespace relco {
namespace {

// What the cells of one run share while they run.
class Run {
 public:
  Run(const Facts& facts, const Parameters& parameters, const RunOptions& options)
      : parameters_(parameters), options_(options), blueprint_(make_blueprint(facts, parameters)) {
    RELCO_CHECK(options.store == nullptr || options.asked.empty(), "stores keep no answers");
    result_.records.axes = axes_of(*blueprint_.plan);
    result_.records.axes.asked = options.asked;
    asked_ = std::make_shared<const AskedPlan>(plan_asked(blueprint_.prototype, options.asked));
    const RunAxes& axes = result_.records.axes;
    result_.records.cells.resize(axes.arms.size() * static_cast<std::size_t>(axes.replicates));
    cells_ = options.only;
    if (cells_.empty()) {
      // Replicates outside: a stopped run has whole replicates of all arms.
      for (int r = 0; r < axes.replicates; ++r) {
        for (std::size_t a = 0; a < axes.arms.size(); ++a) cells_.push_back({a, r});
      }
    }
    progress_.cells = cells_.size();
    progress_.weeks = static_cast<std::int64_t>(cells_.size()) * axes.weeks;
  }

  RunResult execute() {
    with_threads(options_.threads, [&] {
      for_each_task(cells_.size(), 1, [&](std::size_t n) { run_cell(cells_[n]); });
    });
    result_.stopped = stopped_;
    result_.digest = run_digest(result_.records, parameters_);
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool asked_to_stop() const {
    return options_.stop != nullptr && options_.stop->load(std::memory_order_relaxed) != 0;
  }

  void report(std::int64_t weeks, std::size_t cells) {
    const std::lock_guard lock(mutex_);
    progress_.weeks_done += weeks;
    progress_.cells_done += cells;
    if (options_.progress) options_.progress(progress_);
  }

  void run_cell(CellKey key) {
    if (asked_to_stop()) {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
      return;
    }
    const RunAxes& axes = result_.records.axes;
    CellRecords& slot = result_.records.cells[key.arm * static_cast<std::size_t>(axes.replicates) +
                                              static_cast<std::size_t>(key.replicate)];
    std::optional<std::vector<std::byte>> resumed;
    if (options_.store != nullptr) {
      const std::lock_guard lock(mutex_);
      if (auto finished = options_.store->load_cell(key)) {
        slot = std::move(*finished);
        progress_.weeks_done += axes.weeks;
        ++progress_.cells_done;
        return;
      }
      resumed = options_.store->load_snapshot(key);
    }
    Simulation simulation(blueprint_, parameters_, key.arm, key.replicate);
    simulation.ask(asked_);
    if (resumed) {
      simulation.restore(*resumed);
      report(simulation.world().week, 0);
    }
    if (!run_weeks(simulation, key)) return;
    slot = simulation.take_records();
    if (options_.store != nullptr) {
      const std::lock_guard lock(mutex_);
      options_.store->save_cell(key, slot);
    }
    report(0, 1);
  }

  // False when the run was stopped; then a snapshot is kept.
  bool run_weeks(Simulation& simulation, CellKey key) {
    const Week horizon = result_.records.axes.weeks;
    if (options_.look) options_.look(key, simulation.world());
    while (simulation.world().week < horizon) {
      if (asked_to_stop()) {
        save_snapshot(simulation, key);
        const std::lock_guard lock(mutex_);
        stopped_ = true;
        return false;
      }
      simulation.step();
      if (options_.look) options_.look(key, simulation.world());
      report(1, 0);
      const Week week = simulation.world().week;
      if (options_.checkpoint_every > 0 && week % options_.checkpoint_every == 0 &&
          week < horizon) {
        save_snapshot(simulation, key);
      }
    }
    return true;
  }

  void save_snapshot(const Simulation& simulation, CellKey key) {
    if (options_.store == nullptr) return;
    const std::vector<std::byte> bytes = simulation.snapshot();
    const std::lock_guard lock(mutex_);
    options_.store->save_snapshot(key, bytes);
  }

  const Parameters& parameters_;
  const RunOptions& options_;
  Blueprint blueprint_;
  std::shared_ptr<const AskedPlan> asked_;
  std::vector<CellKey> cells_;
  RunResult result_;
  std::mutex mutex_;
  Progress progress_;
  bool stopped_ = false;
};

}  // namespace

RunResult run_scenario(const Facts& facts, const Parameters& parameters,
                       const RunOptions& options) {
  Run run(facts, parameters, options);
  return run.execute();
}

std::uint64_t digest_with(std::uint64_t digest, const CellRecords& cell) {
  for (const std::uint64_t week : cell.digests) digest = combine64(digest, week);
  return cell.state_digests.empty() ? digest : combine64(digest, cell.state_digests.front());
}

std::uint64_t digest_of(const RunRecords& records) {
  std::uint64_t digest = mix64(records.cells.size());
  for (const CellRecords& cell : records.cells) digest = digest_with(digest, cell);
  return digest;
}

std::uint64_t run_digest(const RunRecords& records, const Parameters& parameters) {
  const auto bytes = [](const auto& column) {
    return std::string_view(reinterpret_cast<const char*>(column.data()),
                            column.size() * sizeof(column[0]));
  };
  std::uint64_t digest = combine64(digest_of(records), digest_of(parameters));
  for (const CellRecords& cell : records.cells) {
    digest = combine64(digest, hash_bytes(bytes(cell.outcomes)));
    digest = combine64(digest, hash_bytes(bytes(cell.ledger)));
  }
  return digest;
}

}  // namespace relco
