// What the command line of every command is made of: the arguments it fills, and the options that
// several commands share. The only header that includes the library which reads command lines.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

#include "app/arguments.h"
#include "app/command_line_survey.h"

namespace relco::app {

// The arguments of all commands; the one that was named is read.
struct Everything {
  RunArguments run;
  SweepArguments sweep;
  CheckArguments check;
  CalibrateArguments calibrate;
  VerifyArguments verify;
  ValidateArguments validate;
  DescribeArguments describe;
  ExplainArguments explain;
  ParamsArguments params;
  SchemaArguments schema;
  ListArguments list;
  DocsArguments docs;
  BenchArguments bench;
  SurveyArguments survey;
  std::function<int()> chosen;
};

// A whole number of 64 bits as people write it: no sign, no other base, nothing cut off.
[[nodiscard]] CLI::Validator seed_check();

void add_set(CLI::App& command, Settings& set);
void add_block(CLI::App& command, std::vector<std::string>& block);
void add_threads(CLI::App& command, int& threads);
void add_size(CLI::App& command, RunSize& size);
void add_json(CLI::App& command, bool& json);
void add_quiet(CLI::App& command, bool& quiet);

// One tie of one run.
void add_explain(CLI::App& app, Everything& all);

// What relco measures and proves of itself.
void add_verify(CLI::App& app, Everything& all);
void add_bench(CLI::App& app, Everything& all);

// Commands of many runs.
void add_sweep(CLI::App& app, Everything& all);
void add_calibrate(CLI::App& app, Everything& all);

}  // namespace relco::app
