#include "calibrate/targets.h"

#include <algorithm>
#include <list>

#include "base/errors.h"
#include "engine/simulation.h"
#include "genesis/genesis.h"
#include "parallel/parallel.h"
#include "rules/mechanisms.h"

namespace relco::calibrate {
namespace {

// Some arms of one scenario ready to run, with the mechanisms that its claims need blocked.
struct Ready {
  std::vector<std::string> mechanisms;
  Parameters parameters;
  Blueprint blueprint;
  std::shared_ptr<const AskedPlan> asked;
  RunRecords records;
};

Ready make_ready(const Target& target, const std::vector<std::size_t>& arms,
                 const contracts::ContractNeeds& needs, const Parameters& parameters,
                 int replicates) {
  Ready ready;
  ready.parameters = parameters;
  if (arms.empty()) return ready;
  Facts facts = target.facts;
  facts.arms.clear();
  for (const std::size_t arm : arms) facts.arms.push_back(target.facts.arms[arm]);
  facts.horizon = needs.horizon;
  facts.replicates = replicates;
  ready.blueprint = make_blueprint(facts, ready.parameters);
  ready.asked =
      std::make_shared<const AskedPlan>(plan_asked(ready.blueprint.prototype, needs.asked));
  ready.records.axes = axes_of(*ready.blueprint.plan);
  ready.records.axes.asked = needs.asked;
  ready.records.cells.resize(arms.size() * static_cast<std::size_t>(replicates));
  return ready;
}

// All runs of one scenario. The list keeps each where it is: simulations point into them.
struct Runs {
  Ready whole;
  std::list<Ready> without;
};

Runs make_runs(const Target& target, const Parameters& parameters, int replicates) {
  const contracts::ContractNeeds needs = contracts::contract_needs(target.facts);
  Runs runs{make_ready(target, needs.arms, needs, parameters, replicates), {}};
  for (const contracts::BlockedNeed& need : needs.blocked) {
    runs.without.push_back(
        make_ready(target, need.arms, needs, blocked(parameters, need.mechanisms), replicates));
    runs.without.back().mechanisms = need.mechanisms;
  }
  return runs;
}

struct Task {
  Ready* ready = nullptr;
  std::size_t arm = 0;
  int replicate = 0;
};

// The longest first, so that no thread is left alone with one at the end.
std::vector<Task> tasks_of(std::list<Runs>& all, int replicates) {
  std::vector<Task> tasks;
  const auto add = [&](Ready& ready) {
    for (std::size_t arm = 0; arm < ready.records.axes.arms.size(); ++arm) {
      for (int r = 0; r < replicates; ++r) tasks.push_back({&ready, arm, r});
    }
  };
  for (Runs& runs : all) {
    add(runs.whole);
    for (Ready& ready : runs.without) add(ready);
  }
  std::stable_sort(tasks.begin(), tasks.end(), [](const Task& a, const Task& b) {
    return a.ready->records.axes.weeks > b.ready->records.axes.weeks;
  });
  return tasks;
}

std::vector<contracts::ContractResult> judge(const Target& target, Runs& runs) {
  std::vector<contracts::BlockedRun> without;
  for (Ready& ready : runs.without) {
    without.push_back({std::move(ready.mechanisms), std::move(ready.records)});
  }
  return contracts::evaluate(target.facts, runs.whole.records, without);
}

}  // namespace

std::vector<Target> keep_claims(std::span<const Facts> scenarios,
                                std::span<const std::string> uses) {
  std::vector<Target> targets;
  for (const Facts& facts : scenarios) {
    Target target{facts};
    std::erase_if(target.facts.expectations, [&](const ExpectationFacts& claim) {
      return std::find(uses.begin(), uses.end(), claim.use) == uses.end();
    });
    if (!target.facts.expectations.empty()) targets.push_back(std::move(target));
  }
  return targets;
}

std::vector<contracts::ContractResult> measure(std::span<const Target> targets,
                                               const Parameters& parameters, const Pass& pass) {
  const auto stopped = [&] {
    return pass.stop != nullptr && pass.stop->load(std::memory_order_relaxed) != 0;
  };
  std::list<Runs> all;
  for (const Target& target : targets) {
    all.push_back(make_runs(target, parameters, pass.replicates));
  }
  const std::vector<Task> tasks = tasks_of(all, pass.replicates);
  with_threads(pass.threads, [&] {
    for_each_task(tasks.size(), 1, [&](std::size_t n) {
      const auto& [ready, arm, replicate] = tasks[n];
      Simulation simulation(ready->blueprint, ready->parameters, arm,
                            pass.first_replicate + replicate);
      simulation.set_digests(false);
      simulation.ask(ready->asked);
      while (simulation.world().week < ready->records.axes.weeks) {
        if (stopped()) return;
        simulation.step();
      }
      ready->records.cells[arm * static_cast<std::size_t>(pass.replicates) +
                           static_cast<std::size_t>(replicate)] = simulation.take_records();
    });
  });
  std::vector<contracts::ContractResult> results;
  if (stopped()) return results;
  auto runs = all.begin();
  for (const Target& target : targets) {
    for (auto& result : judge(target, *runs++)) results.push_back(std::move(result));
  }
  return results;
}

}  // namespace relco::calibrate
