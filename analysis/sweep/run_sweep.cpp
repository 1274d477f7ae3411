#include "sweep/run_sweep.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <mutex>

#include "base/errors.h"
#include "base/hash.h"
#include "engine/simulation.h"
#include "parallel/parallel.h"
#include "rules/parameters.h"

namespace relco::sweep {
namespace {

constexpr Week kReportEvery = 26;  // weeks of a cell between two reports of progress

// Seconds from its making on.
class Watch {
 public:
  [[nodiscard]] double lap() {
    const auto now = std::chrono::steady_clock::now();
    const std::chrono::duration<double> seconds = now - start_;
    start_ = now;
    return seconds.count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// A point ready to run: the world that all its cells start from.
struct Ready {
  Parameters parameters;
  Blueprint blueprint;
};

class Sweep {
 public:
  Sweep(const Plan& plan, const Options& options) : plan_(plan), options_(options) {
    run_.cells.resize(plan.cells());
    run_.problems.resize(plan.points.size());
    for (std::size_t point = 0; point < plan.points.size(); ++point) {
      if (options_.shard.has(point)) progress_.cells += plan.arms() * plan.replicates();
    }
    progress_.weeks = static_cast<std::int64_t>(progress_.cells) * plan.facts().horizon;
  }

  Run execute() {
    if (options_.store != nullptr) find_cells();
    with_threads(options_.threads, [&] {
      for_each_task(plan_.points.size(), 1, [&](std::size_t point) {
        if (options_.shard.has(point)) run_point(point);
      });
    });
    run_.digest = mix64(run_.cells.size());
    for (const Cell& cell : run_.cells) run_.digest = combine64(run_.digest, cell.digest);
    return std::move(run_);
  }

 private:
  [[nodiscard]] bool asked_to_stop() const {
    return options_.stop != nullptr && options_.stop->load(std::memory_order_relaxed) != 0;
  }

  [[nodiscard]] std::string key_of(std::size_t cell) const {
    const std::size_t replicates = plan_.replicates(), arms = plan_.arms();
    return fmt::format("point-{}-arm-{}-run-{}", cell / replicates / arms, cell / replicates % arms,
                       cell % replicates);
  }

  void find_cells() {
    std::vector<record::PartialStore*> stores{options_.store};
    stores.insert(stores.end(), options_.also.begin(), options_.also.end());
    for (std::size_t n = 0; n < run_.cells.size(); ++n) {
      const std::string key = key_of(n);
      for (record::PartialStore* store : stores) {
        if (run_.cells[n].done || !store->has_cell(key)) continue;
        if (const auto bytes = store->get_cell(key)) {
          run_.cells[n] = decode(plan_, *bytes, "finished cell " + key);
          ++run_.found;
        }
      }
    }
    report(static_cast<std::int64_t>(run_.found) * plan_.facts().horizon, run_.found);
  }

  void report(std::int64_t weeks, std::size_t cells) {
    const std::lock_guard lock(mutex_);
    progress_.weeks_done += weeks;
    progress_.cells_done += cells;
    if (options_.progress) options_.progress(progress_);
  }

  void run_point(std::size_t point) {
    const std::size_t first = plan_.cell(point, 0, 0);
    std::vector<std::size_t> missing;
    for (std::size_t n = first; n < first + plan_.arms() * plan_.replicates(); ++n) {
      if (!run_.cells[n].done) missing.push_back(n);
    }
    if (missing.empty()) return;
    if (asked_to_stop()) return note_stop();
    Watch watch;
    const std::optional<Ready> ready = make_ready(point);
    const double loading = watch.lap();
    {
      const std::lock_guard lock(mutex_);
      run_.loading += loading;
    }
    if (!ready) return report(0, missing.size());
    for_each_task(missing.size(), 1, [&](std::size_t i) { run_cell(*ready, missing[i]); });
  }

  std::optional<Ready> make_ready(std::size_t point) {
    try {
      LoadedScenario loaded = load_scenario(plan_.experiment.scenario_file,
                                            overrides_at(plan_, point), parameter_rows());
      std::vector<ArmFacts> arms;
      for (const std::string& name : plan_.facts().arms) {
        const auto arm = std::find_if(loaded.facts.arms.begin(), loaded.facts.arms.end(),
                                      [&](const ArmFacts& one) { return one.name == name; });
        if (arm == loaded.facts.arms.end()) {
          throw UserError(fmt::format("there is no arm '{}' at this point", name));
        }
        arms.push_back(*arm);
      }
      loaded.facts.arms = std::move(arms);
      std::optional<Ready> ready{std::in_place};
      ready->parameters = parameters_with(loaded.parameter_overrides);
      ready->blueprint = make_blueprint(loaded.facts, ready->parameters);
      return ready;
    } catch (const UserError& error) {
      run_.problems[point] = error.what();  // each point is written by one thread
      return std::nullopt;
    }
  }

  void note_stop() {
    const std::lock_guard lock(mutex_);
    run_.stopped = true;
  }

  void run_cell(const Ready& ready, std::size_t n) {
    Watch watch;
    const std::size_t replicates = plan_.replicates();
    Simulation simulation(ready.blueprint, ready.parameters, n / replicates % plan_.arms(),
                          static_cast<int>(n % replicates));
    const Week horizon = plan_.facts().horizon;
    Week told = 0;
    while (simulation.world().week < horizon) {
      if (asked_to_stop()) return note_stop();
      simulation.step();
      if (simulation.world().week - told == kReportEvery) {
        report(kReportEvery, 0);
        told += kReportEvery;
      }
    }
    const double simulating = watch.lap();
    run_.cells[n] = summarise(plan_, simulation.axes(), simulation.records());
    if (options_.store != nullptr) options_.store->append_cell(key_of(n), encode(run_.cells[n]));
    const double keeping = watch.lap();
    report(horizon - told, 1);
    const std::lock_guard lock(mutex_);
    ++run_.ran;
    run_.simulating += simulating;
    run_.keeping += keeping;
  }

  const Plan& plan_;
  const Options& options_;
  Run run_;
  std::mutex mutex_;
  Progress progress_;
};

}  // namespace

std::size_t Run::failed_points() const {
  return static_cast<std::size_t>(std::count_if(
      problems.begin(), problems.end(), [](const std::string& one) { return !one.empty(); }));
}

double Run::bookkeeping() const {
  return (loading + keeping) / (simulating + loading + keeping);
}

Run run_sweep(const Plan& plan, const Options& options) {
  return Sweep(plan, options).execute();
}

}  // namespace relco::sweep
