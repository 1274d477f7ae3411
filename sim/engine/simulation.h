// One world, week by week. The week is a table of phases that can be printed.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "engine/digest.h"
#include "engine/week.h"
#include "genesis/genesis.h"
#include "measure/asked_week.h"
#include "measure/record_week.h"

namespace relco {

class Simulation;

// One row of the week. Stocks are read as they stood when the week began, flows as of now.
struct Phase {
  std::string_view name, does, rules, writes;
  void (*run)(Simulation&);
};

// The phases in their order; see simulation.cpp.
[[nodiscard]] std::span<const Phase> phases();

class Simulation {
 public:
  // `parameters` and `blueprint.plan` must outlive the simulation.
  Simulation(const Blueprint& blueprint, const Parameters& parameters, std::size_t arm,
             int replicate);
  Simulation(const Blueprint&, Parameters&&, std::size_t, int) = delete;  // would not outlive it

  // Simulates one week: all phases, then the record and the digest.
  void step();
  // Runs weeks until `week` is the next one to simulate.
  void run_until(Week week);

  [[nodiscard]] const World& world() const { return world_; }
  [[nodiscard]] World& world() { return world_; }
  [[nodiscard]] WeekFlows& flows() { return flows_; }
  [[nodiscard]] const Parameters& parameters() const { return *parameters_; }
  [[nodiscard]] const RunAxes& axes() const { return axes_; }
  [[nodiscard]] const CellRecords& records() const { return records_; }
  [[nodiscard]] CellRecords take_records() { return std::move(records_); }
  // Directed ties with a shared active case that were evaluated so far.
  [[nodiscard]] std::int64_t evaluations() const { return evaluations_; }
  // Seconds spent per phase so far, in the order of phases(); then record and digest.
  [[nodiscard]] std::span<const double> phase_seconds() const { return seconds_; }
  // Keeps the answers to these questions from the next week on. They touch nothing: same world,
  // same digests.
  void ask(std::shared_ptr<const AskedPlan> plan);
  [[nodiscard]] const AskedPlan* asked() const { return asked_.get(); }
  [[nodiscard]] AskedWeek& asked_week() { return asked_week_; }
  // Off: for those who only look at worlds.
  void set_digests(bool on) { digests_ = on; }
  void record();
  void digest();

  // The world after its last whole week, and the records so far, as bytes; and back.
  [[nodiscard]] std::vector<std::byte> snapshot() const;
  // Throws PlaceError when the bytes do not fit this world.
  void restore(std::span<const std::byte> bytes);

 private:
  void add_to_week(const Digest& digest);

  World world_;
  const Parameters* parameters_;
  WeekFlows flows_;
  RunAxes axes_;
  std::vector<std::uint32_t> scopes_;
  CellRecords records_;
  std::int64_t evaluations_ = 0;
  std::vector<double> seconds_;
  bool digests_ = true;
  // Room that is used again every week.
  Digest week_digest_;
  std::vector<OrganisationWeek> by_scope_;
  std::shared_ptr<const AskedPlan> asked_;  // null: nothing is asked
  AskedWeek asked_week_;
};

}  // namespace relco
