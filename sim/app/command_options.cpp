#include "app/command_options.h"

#include <charconv>

#include "app/scenario_input.h"

namespace relco::app {

void add_set(CLI::App& command, Settings& set) {
  command
      .add_option("--set", set,
                  "another value for a model parameter (see relco params) or a fact of the "
                  "scenario, such as learning.goals_solve=0.03; may come again")
      ->type_name("PATH=VALUE")
      ->type_size(1)
      ->allow_extra_args(false)
      ->take_all();
  // Options are applied in the order in which they were added: what is set by hand is there then,
  // stays behind what the file says, and wins.
  command
      .add_option_function<std::string>(
          "--parameters",
          [&set](const std::string& file) {
            const Settings settings = read_settings(file);
            set.insert(set.begin(), settings.begin(), settings.end());
          },
          "file of such lines, as relco calibrate writes it; --set wins over it")
      ->type_name("FILE");
}

void add_block(CLI::App& command, std::vector<std::string>& block) {
  command
      .add_option("--block", block,
                  "take a mechanism out of the model, such as learning or negativity (see relco "
                  "params); for research; may come again")
      ->type_name("NAME")
      ->type_size(1)
      ->allow_extra_args(false)
      ->take_all();
}

void add_threads(CLI::App& command, int& threads) {
  command.add_option("--threads", threads, "threads to use; 0: one per core. Changes no result")
      ->type_name("N")
      ->check(CLI::Range(0, 1024));
}

CLI::Validator seed_check() {
  const auto check = [](const std::string& text) -> std::string {
    std::uint64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    const bool whole = error == std::errc() && rest == end && (text.size() == 1 || text[0] != '0');
    return whole ? "" : "'" + text + "' is no whole number from 0 to 18446744073709551615";
  };
  return {check, "", "seed"};
}

void add_size(CLI::App& command, RunSize& size) {
  command.add_option("--replicates", size.replicates, "runs per arm, instead of the scenario's")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000));
  command.add_option("--weeks", size.weeks, "weeks to simulate, instead of the scenario's horizon")
      ->type_name("N")
      ->check(CLI::Range(1, 5200));
  command.add_option("--seed", size.seed, "whole number that all luck hangs on")
      ->type_name("N")
      ->check(seed_check());
}

void add_json(CLI::App& command, bool& json) {
  command.add_flag("--json", json, "machine-readable output on standard output");
}

void add_quiet(CLI::App& command, bool& quiet) {
  command.add_flag("--quiet", quiet, "no progress on standard error");
}

}  // namespace relco::app
