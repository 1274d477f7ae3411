// relco verify: one trajectory, whatever the threads, the restarts and the build.
#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>

#include "app/commands.h"
#include "app/console.h"
#include "app/json_text.h"
#include "app/memory_store.h"
#include "app/other_build.h"
#include "app/run_store.h"
#include "app/scenario_input.h"
#include "base/build_info.h"
#include "base/errors.h"
#include "base/exit_codes.h"
#include "base/hash.h"
#include "engine/tie_lanes.h"
#include "world/world.h"

namespace relco::app {
namespace {

constexpr int kThreads[] = {1, 2, 3, 8};

// One way of running the scenario, and what came of it.
struct Configuration {
  std::string name;
  std::string digest;   // of all worlds; "" when it was not run
  std::string records;  // of outcomes and ledger; "" of other builds, which do not tell
  std::string note;
};

std::uint64_t records_digest(const RunRecords& records) {
  std::uint64_t digest = 0;
  for (const CellRecords& cell : records.cells) {
    digest = combine64(digest, hash_bytes(record::as_text(encode_cell(cell))));
  }
  return digest;
}

Configuration finished(std::string name, const RunResult& result, std::string note = "") {
  return {std::move(name), digest_text(result.digest), digest_text(records_digest(result.records)),
          std::move(note)};
}

Configuration with_threads(const ScenarioInput& input, int threads) {
  RunOptions options;
  options.threads = threads;
  return finished(fmt::format("{} thread{}", threads, threads == 1 ? "" : "s"),
                  run_scenario(input.facts, input.parameters, options));
}

// Stops one world, which the seed chooses, in the middle of its weeks, and goes on from the
// snapshots with another number of threads. The world itself raises the flag as the week begins, so
// it is surely under way and goes on from its snapshot.
Configuration with_restart(const ScenarioInput& input, int before, int after) {
  const std::string name = fmt::format("restart, {} then {} threads", before, after);
  if (input.facts.horizon < 2) {
    return {name, "", "", "left out: one week has no middle to stop in; ask for more --weeks"};
  }
  const std::uint64_t choice =
      mix64(combine64(input.facts.seed, static_cast<std::uint64_t>(before)));
  const std::uint64_t arms = input.facts.arms.size();
  const auto replicates = static_cast<std::uint64_t>(input.facts.replicates);
  const CellKey stopped{choice % arms, static_cast<int>(choice / arms % replicates)};
  const Week week =
      1 + static_cast<Week>(mix64(choice) % static_cast<std::uint64_t>(input.facts.horizon - 1));
  MemoryStore store;
  std::atomic<int> stop{0};
  RunOptions options;
  options.threads = before;
  options.store = &store;
  options.stop = &stop;
  options.look = [&](CellKey key, const World& world) {
    const bool chosen = key.arm == stopped.arm && key.replicate == stopped.replicate;
    if (chosen && world.week == week) stop = 1;
  };
  (void)run_scenario(input.facts, input.parameters, options);
  const std::size_t under_way = store.snapshots();
  RELCO_CHECK(under_way > 0, "a run that was stopped in week {} left no world under way", week);
  stop = 0;
  options.threads = after;
  options.look = {};
  return finished(name, run_scenario(input.facts, input.parameters, options),
                  fmt::format("stopped in week {} of arm '{}', {} under way and gone on with", week,
                              input.facts.arms[stopped.arm].name,
                              under_way == 1 ? "1 world" : fmt::format("{} worlds", under_way)));
}

// One tie at a time, and every level of vector instructions that this machine has; each with each
// number of threads.
std::vector<Configuration> at_levels(const ScenarioInput& input) {
  std::vector<Configuration> rows;
  const VectorLevel in_use = vector_level();
  std::vector<VectorLevel> levels{VectorLevel::scalar};  // one tie at a time
  levels.insert(levels.end(), vector_levels().begin(), vector_levels().end());
  for (const VectorLevel level : levels) {
    set_vector_level(level);
    for (const int threads : kThreads) {
      rows.push_back(with_threads(input, threads));
      rows.back().name = fmt::format("{}, {}", name_of(level), rows.back().name);
    }
  }
  set_vector_level(in_use);
  return rows;
}

std::vector<Configuration> other_builds(const VerifyArguments& arguments) {
  std::vector<Configuration> rows;
  if (arguments.levels && arguments.with.empty()) return rows;
  for (const std::string& program : builds_beside_this()) {
    const std::string commit = commit_of(program);
    const bool same = commit == build_info().commit && !commit.ends_with("+changes");
    rows.push_back({program, same ? digest_from(program, arguments) : "", "",
                    same ? ""
                         : fmt::format("left out: built from {}, not surely the same; ask for "
                                       "it by --with",
                                       commit)});
  }
  for (const std::string& program : arguments.with) {
    rows.push_back({program, digest_from(program, arguments), "", ""});
  }
  return rows;
}

bool all_equal(const std::vector<Configuration>& rows) {
  for (const Configuration& row : rows) {
    if (!row.digest.empty() && row.digest != rows.front().digest) return false;
    if (!row.records.empty() && row.records != rows.front().records) return false;
  }
  return true;
}

void print_table(const std::vector<Configuration>& rows) {
  std::size_t width = 0;
  for (const Configuration& row : rows) width = std::max(width, row.name.size());
  print(fmt::format("{:<{}}  {:<16}  {:<16}\n", "configuration", width, "world", "records"));
  for (const Configuration& row : rows) {
    const bool other = (!row.digest.empty() && row.digest != rows.front().digest) ||
                       (!row.records.empty() && row.records != rows.front().records);
    print(fmt::format("{:<{}}  {:<16}  {:<16}  {}{}\n", row.name, width,
                      row.digest.empty() ? "-" : row.digest,
                      row.records.empty() ? "-" : row.records, other ? "DIFFERS  " : "", row.note));
  }
}

void print_json(const std::vector<Configuration>& rows, bool equal) {
  boost::json::array list;
  for (const Configuration& row : rows) {
    list.push_back({{"name", row.name},
                    {"digest", row.digest},
                    {"records", row.records},
                    {"note", row.note},
                    {"compared", !row.digest.empty()}});
  }
  print(json_text({{"equal", equal}, {"configurations", std::move(list)}}));
}

}  // namespace

int verify(const VerifyArguments& arguments) {
  const ScenarioInput input = read_scenario(arguments.scenario, arguments.set, arguments.size);
  std::vector<Configuration> rows;
  if (arguments.levels) {
    rows = at_levels(input);
  } else {
    for (int threads : kThreads) rows.push_back(with_threads(input, threads));
    rows.push_back(with_restart(input, 1, 3));
    rows.push_back(with_restart(input, 3, 1));
  }
  for (Configuration& row : other_builds(arguments)) rows.push_back(std::move(row));

  const bool equal = all_equal(rows);
  if (arguments.json) {
    print_json(rows, equal);
  } else {
    print_table(rows);
    print(!equal ? "\nNOT all equal.\n"
          : input.facts.horizon < 2 && !arguments.levels
              ? "\nAll equal, bit for bit; no restart was tried.\n"
              : "\nAll equal, bit for bit.\n");
  }
  return equal ? exit_good : exit_does_not_hold;
}

}  // namespace relco::app
