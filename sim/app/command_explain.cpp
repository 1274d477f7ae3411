// How relco explain is asked.
#include "app/command_options.h"
#include "app/commands.h"

namespace relco::app {

void add_explain(CLI::App& app, Everything& all) {
  CLI::App& command =
      *app.add_subcommand("explain", "Tell the story of one tie: what it is, and what moved it");
  ExplainArguments& a = all.explain;
  command.add_option("file", a.file, "scenario file, or results file that relco run made of one")
      ->required()
      ->type_name("FILE");
  command
      .add_option("--tie", a.tie,
                  "whose tie towards whom: 'nurse 3 of ward' (short: ward/nurse/3), 'family 12.3 "
                  "of hip' (of the third case that began in week 12). Names that fit several, "
                  "such as nurse or 'family of hip', pick the two with most contact. Without "
                  "--tie: who can be named")
      ->type_name("A B")
      ->expected(2);
  command.add_option("--week", a.week, "week at whose end the tie is told of; default: the last")
      ->type_name("N")
      ->check(CLI::Range(0, 5199));
  command
      .add_option("--arm", a.arm,
                  "arm of the run; default: the first. Another one is held against the first")
      ->type_name("NAME");
  command.add_option("--replicate", a.replicate, "which of the scenario's runs, from 0")
      ->capture_default_str()
      ->type_name("N")
      ->check(CLI::Range(0, 999'999));
  add_set(command, a.set);
  add_block(command, a.block);
  command.add_option("--seed", a.seed, "whole number that all luck hangs on")
      ->type_name("N")
      ->check(seed_check());
  add_json(command, a.json);
  command.callback([&all] { all.chosen = [&all] { return explain(all.explain); }; });
}

}  // namespace relco::app
