// What the independent twin (README.md here) starts from, is told week by week, and is held
// against: every column of a world as it stood at the start and after each week, as raw numbers.
// It is the scenario's first arm and replicate. Only public headers of the engine; no part of the
// program relco.
//
//   relco_twin_trace SCENARIO FILE
//
// The file is a sequence of arrays: a line "name kind rows columns", then rows * columns numbers of
// that kind (f4, u4, ... little-endian). A name begins with its moment: "start", or "N" after the
// week N, "N.cases" between caseload and workload.
#include <array>
#include <fstream>
#include <iostream>
#include <string>
#include <type_traits>

#include "change_text.h"
#include "engine/digest.h"
#include "engine/simulation.h"
#include "scenario/load.h"

using namespace relco;

namespace {

template <class T>
struct Shape {
  using Number = T;
  static constexpr std::size_t kColumns = 1;
};
template <class T, std::size_t kCount>
struct Shape<std::array<T, kCount>> {
  using Number = T;
  static constexpr std::size_t kColumns = kCount;
};

class Trace {
 public:
  explicit Trace(const std::string& file) : out_(file, std::ios::binary) {}

  template <class T>
  void array(const std::string& name, const std::vector<T>& values) {
    using Number = typename Shape<T>::Number;
    const char kind = std::is_floating_point_v<Number> ? 'f' : std::is_signed_v<Number> ? 'i' : 'u';
    out_ << name << ' ' << kind << sizeof(Number) << ' ' << values.size() << ' '
         << Shape<T>::kColumns << '\n';
    out_.write(reinterpret_cast<const char*>(values.data()),
               static_cast<std::streamsize>(values.size() * sizeof(T)));
  }

  void world(const std::string& moment, const World& world) {
    for_each_table(world, [&](const auto& table) {
      std::decay_t<decltype(table)>::for_each_column(
          table, [&](const ColumnInfo& info, const auto& column) {
            array(moment + '/' + std::string(info.table) + '.' + std::string(info.name), column);
          });
    });
  }

  [[nodiscard]] bool good() { return out_.flush().good(); }

 private:
  std::ofstream out_;
};

// What leaders see of the week's cases; -1 without any.
void quality(Trace& trace, const std::string& moment, const WeekFlows& flows) {
  std::vector<double> seen;
  for (const OrganisationWeek& sums : flows.sums) {
    const Tally& cases = sums.outcomes[static_cast<std::size_t>(Outcome::care_quality)];
    seen.push_back(cases.count > 0 ? from_fixed(cases.sum) / static_cast<double>(cases.count)
                                   : -1.0);
  }
  trace.array(moment + "/care.quality", seen);
}

// Cases as the ties will find them.
void cases(Trace& trace, const std::string& moment, const World& world) {
  trace.array(moment + "/Pairs.need", world.pairs.need);
  trace.array(moment + "/Cases.id", world.cases.id);
  trace.array(moment + "/Cases.phase", world.cases.phase);
  trace.array(moment + "/Cases.strain", world.cases.strain);
  trace.array(moment + "/Cases.engagement", world.cases.engagement);
  trace.array(moment + "/Members.person", world.members.person);
}

// A week phase by phase, so that cases can be told before some of them end later in the week.
void week(Simulation& simulation, Trace& trace) {
  const std::string moment = std::to_string(simulation.world().week);
  for (const Phase& phase : phases()) {
    phase.run(simulation);
    if (phase.name == "caseload") cases(trace, moment + ".cases", simulation.world());
  }
  quality(trace, moment, simulation.flows());
  trace.world(moment, simulation.world());
  ++simulation.world().week;
}

void write_trace(const std::string& scenario, const std::string& file) {
  const LoadedScenario loaded = load_scenario(scenario, {}, parameter_rows());
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(loaded.facts, parameters);
  Simulation traced(blueprint, parameters, 0, 0), run(blueprint, parameters, 0, 0);
  Trace trace(file);
  const std::string facts = twin::facts_text(traced.world());
  trace.array("start/facts", std::vector<char>(facts.begin(), facts.end()));
  trace.world("start", traced.world());
  while (traced.world().week < loaded.facts.horizon) week(traced, trace);
  run.run_until(loaded.facts.horizon);
  if (digest_of(run.world()).world != digest_of(traced.world()).world) {
    throw std::runtime_error("the traced world is not the one that is run");
  }
  if (!trace.good()) throw std::runtime_error("cannot write " + file);
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    std::cerr << "usage: relco_twin_trace SCENARIO FILE\n";
    return 2;
  }
  try {
    write_trace(words[1], words[2]);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  return 0;
}
