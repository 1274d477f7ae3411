// What people can say to each command, after the command line has been read: plain values, free of
// the library that reads it. Meanings and ranges are in command_line.cpp, shown by --help.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/week.h"

namespace relco::app {

// "path=value" of --set: a model parameter (learning.goals_solve=0.03) or a fact of the scenario.
using Settings = std::vector<std::string>;

// What replaces the numbers a scenario file gives for the size of its run.
struct RunSize {
  std::optional<int> replicates;
  std::optional<Week> weeks;
  std::optional<std::uint64_t> seed;
};

struct RunArguments {
  std::string scenario;
  Settings set;
  std::vector<std::string> block;  // mechanisms that are taken out
  RunSize size;
  int threads = 0;
  std::optional<std::string> out;
  bool no_out = false;
  bool force = false;
  bool resume = false;
  std::optional<Week> checkpoint_every;
  bool json = false;
  bool quiet = false;
  std::vector<std::string> words;  // the command as typed, program included
};

struct SweepArguments {
  std::string experiment;
  Settings set;
  RunSize size;
  std::optional<int> points;
  int threads = 0;
  std::string shard;  // "2/8"
  std::optional<std::string> out;
  bool no_out = false;
  bool force = false;
  bool resume = false;
  bool json = false;
  bool quiet = false;
  std::vector<std::string> words;
};

struct CheckArguments {
  std::vector<std::string> paths;
  Settings set;
  std::vector<std::string> block;
  int threads = 0;
  bool quick = false;
  std::string markdown;  // file to write a page to; "": none
  bool force = false;    // replace the page
  bool json = false;
  bool quiet = false;
};

struct CalibrateArguments {
  std::vector<std::string> paths{"scenarios"};
  std::vector<std::string> parameters;  // paths; empty: all that rest on no figure
  double reach = 0.25;                  // of a parameter's range, to each side of its default
  double minutes = 30;
  std::optional<std::size_t> evaluations;
  std::optional<int> planted;
  int replicates = 6;
  std::uint64_t seed = 1;
  int threads = 0;
  std::string out = "calibrated.txt";
  bool force = false;
  bool resume = false;
  bool json = false;
  bool quiet = false;
  std::vector<std::string> words;
};

struct VerifyArguments {
  std::string scenario;
  Settings set;
  RunSize size;
  std::vector<std::string> with;  // other builds of relco
  bool levels = false;            // vector levels and threads, instead of restarts and builds
  bool json = false;
};

struct ValidateArguments {
  std::vector<std::string> files;
};

struct DescribeArguments {
  std::string scenario;  // "" describes the model itself
  Settings set;
  bool mean_field = false;
};

struct ExplainArguments {
  std::string file;              // a scenario, or the results of its run
  std::vector<std::string> tie;  // two names; empty: who can be named
  Settings set;
  std::vector<std::string> block;
  std::string arm;  // "" is the first
  std::optional<Week> week;
  int replicate = 0;
  std::optional<std::uint64_t> seed;
  bool json = false;
};

struct ParamsArguments {
  bool json = false;
};

struct SchemaArguments {
  bool experiments = false;
  std::optional<std::string> out;
  bool force = false;
};

struct ListArguments {
  std::string folder = "scenarios";
  bool coverage = false;
  std::optional<std::string> results;  // what relco check --json printed
  bool evidence = false;
  std::vector<std::string> ids;  // of evidence; none: all
  bool json = false;
};

struct DocsArguments {
  bool check = false;
  std::string folder = "sim/docs/reference";
};

struct BenchArguments {
  std::string scenario;  // "": the neighbourhoods of the checkout that the program lies in
  int people = 100'000;
  int threads = 0;
  std::optional<Week> weeks;
  std::string kernel = "complete";
  bool targets = false, growth = false;
  bool nation = false;  // with either: Denmark one to one, too
  bool json = false;
};

// How a survey's export is laid out (survey/import.h).
struct ExportLayout {
  std::vector<std::string> columns;  // "ours=theirs"
  std::string wide;
  std::vector<std::string> missing;
  bool frequency_is_amount = false;
};

struct SurveySimulateArguments {
  std::string scenario;
  Settings set;
  std::string arm;  // "" is the first
  std::optional<Week> week;
  int replicate = 0;
  std::optional<std::uint64_t> seed;
  std::string pathway, mode;  // "" of mode: as the scenario's surveys ask
  bool families = false;
  int waves = 1;
  std::optional<std::string> out, roster;
  int smallest = 1;
  bool force = false;
  bool json = false;
};

struct SurveyScoreArguments {
  std::string file;
  std::optional<std::string> roster;
  ExportLayout layout;
  std::optional<std::string> wave;
  int smallest = 5;
  bool json = false;
};

struct SurveyTwinArguments {
  std::string scores, roster;
  ExportLayout layout;
  std::optional<std::string> wave, out;
  int smallest = 5;
  bool force = false;
};

}  // namespace relco::app
