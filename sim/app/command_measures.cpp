// The command lines of what relco measures and proves of itself.
#include "app/command_options.h"
#include "app/commands.h"

namespace relco::app {

void add_verify(CLI::App& app, Everything& all) {
  CLI::App& command = *app.add_subcommand(
      "verify", "Show that threads, restarts and other builds give the same bits");
  VerifyArguments& a = all.verify;
  command.add_option("scenario", a.scenario, "scenario file")->required()->type_name("FILE");
  add_set(command, a.set);
  add_size(command, a.size);
  command
      .add_option("--with", a.with,
                  "another build of relco to compare with; may come again. Builds of the same "
                  "commit beside this one are found by themselves")
      ->type_name("PROGRAM")
      ->type_size(1)
      ->allow_extra_args(false)
      ->take_all();
  command.add_flag("--levels", a.levels,
                   "instead of restarts and other builds: one tie at a time, and every level of "
                   "vector instructions that "
                   "this machine has, with 1, 2, 3 and 8 threads");
  add_json(command, a.json);
  command.callback([&all] { all.chosen = [&all] { return verify(all.verify); }; });
}

void add_bench(CLI::App& app, Everything& all) {
  CLI::App& command =
      *app.add_subcommand("bench", "Measure speed, and how near it comes to this machine's limit");
  BenchArguments& a = all.bench;
  command
      .add_option(
          "scenario", a.scenario,
          "scenario whose copies of the organisation 'neighbourhood' fill the world; default: "
          "scenarios/bench/neighbourhoods.yaml here, or where the program was built")
      ->type_name("FILE");
  command.add_option("--people", a.people, "people in the world")
      ->capture_default_str()
      ->type_name("N")
      ->check(CLI::Range(64, 100'000'000));
  add_threads(command, a.threads);
  command.add_option("--weeks", a.weeks, "weeks to simulate; default: 26, of rc-mini 100")
      ->type_name("N")
      ->check(CLI::Range(1, 5200));
  command
      .add_option("--kernel", a.kernel,
                  "what to measure: the complete model, or the small reference work "
                  "that other tools were measured on")
      ->capture_default_str()
      ->type_name("NAME")
      ->check(CLI::IsMember({"complete", "rc-mini"}));
  auto* targets = command.add_flag("--targets", a.targets,
                                   "measure and print the table of targets; takes a minute or two");
  auto* growth = command.add_flag(
      "--growth", a.growth,
      "cost of a tie-week, genesis and memory from 1000 people to as many as --people says");
  growth->excludes(targets);
  command.add_flag("--nation", a.nation,
                   "with --targets or --growth: Denmark one to one too, which takes minutes and "
                   "gigabytes");
  add_json(command, a.json);
  command.callback([&all] { all.chosen = [&all] { return bench(all.bench); }; });
}

}  // namespace relco::app
