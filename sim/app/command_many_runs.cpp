// The command lines of sweeps and calibrations.
#include "app/command_options.h"
#include "app/commands.h"

namespace relco::app {

void add_sweep(CLI::App& app, Everything& all) {
  CLI::App& command =
      *app.add_subcommand("sweep", "Run a scenario at many points; map which cycle wins where");
  SweepArguments& a = all.sweep;
  command.add_option("experiment", a.experiment, "experiment file")->required()->type_name("FILE");
  add_set(command, a.set);
  add_size(command, a.size);
  command.add_option("--points", a.points, "points of a sampled design, instead of the file's")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000));
  add_threads(command, a.threads);
  auto* shard = command.add_option(
      "--shard", a.shard,
      "only every Nth point, from the Ith on (1/4 to 4/4); when all shards are done, the same "
      "command without --shard puts them together");
  shard->type_name("I/N");
  command.add_option("--out", a.out, "results file; default: the experiment's name with .h5, here")
      ->type_name("FILE");
  auto* no_out = command.add_flag("--no-out", a.no_out, "keep no results file, only the summary");
  no_out->excludes(shard);
  command.add_flag("--force", a.force,
                   "replace an existing results file, and throw away an unfinished sweep for it");
  command.add_flag("--resume", a.resume, "go on with the unfinished sweep for the results file")
      ->excludes(no_out);
  add_json(command, a.json);
  add_quiet(command, a.quiet);
  command.callback([&all] { all.chosen = [&all] { return sweep(all.sweep); }; });
}

void add_calibrate(CLI::App& app, Everything& all) {
  CLI::App& command = *app.add_subcommand(
      "calibrate", "Fit the model's parameters to the claims that say use: fit");
  CalibrateArguments& a = all.calibrate;
  command.add_option("paths", a.paths, "scenario files, or folders of them; default: scenarios")
      ->type_name("PATH...");
  command
      .add_option("--parameters", a.parameters,
                  "parameters to fit, such as learning.smooth,learning.negativity; default: all "
                  "that rest on no figure, of which the sixteen that move the claims most")
      ->type_name("PATH,...")
      ->delimiter(',')
      ->type_size(1)
      ->allow_extra_args(false)
      ->take_all();
  command
      .add_option("--reach", a.reach,
                  "how far a parameter may go to each side of its default, as a share of its range")
      ->capture_default_str()
      ->type_name("SHARE")
      ->check(CLI::Range(0.001, 1.0));
  auto* minutes = command.add_option("--minutes", a.minutes, "about how long the search may take");
  minutes->capture_default_str()->type_name("M")->check(CLI::Range(0.01, 100'000.0));
  command
      .add_option("--evaluations", a.evaluations, "sets of parameters to try, instead of minutes")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000))
      ->excludes(minutes);
  command
      .add_option("--planted", a.planted,
                  "instead of fitting: plant so many truths, and see whether they are found again")
      ->type_name("N")
      ->check(CLI::Range(1, 10'000));
  command.add_option("--replicates", a.replicates, "runs of each arm while searching")
      ->capture_default_str()
      ->type_name("N")
      ->check(CLI::Range(1, 1000));
  command.add_option("--seed", a.seed, "of the search; the luck of runs is the scenarios' own")
      ->capture_default_str()
      ->type_name("N")
      ->check(seed_check());
  add_threads(command, a.threads);
  command
      .add_option("--out", a.out,
                  "parameter file, for --parameters of run, check and sweep; an entry for the "
                  "parameter history goes beside it, with .md")
      ->capture_default_str()
      ->type_name("FILE");
  command.add_flag("--force", a.force,
                   "replace an existing file, and throw away an unfinished search for it");
  command.add_flag("--resume", a.resume, "go on with the unfinished search for the file");
  add_json(command, a.json);
  add_quiet(command, a.quiet);
  command.callback([&all] { all.chosen = [&all] { return calibrate(all.calibrate); }; });
}

}  // namespace relco::app
