// Where results go, what is kept there while work on them goes on, and what is there already.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "record/cube.h"
#include "record/partial_store.h"
#include "record/results_file.h"

namespace relco::app {

// What was asked for on the command line.
struct PlaceWish {
  std::filesystem::path results;
  bool force = false, resume = false, quiet = false;
  record::Replaces replaces = record::Replaces::results_files;  // what --force may replace
};

// The wish of a command with --out; without it: the name of `file` with .h5, in the current folder.
template <class Arguments>
[[nodiscard]] PlaceWish wish_of(const Arguments& arguments, const std::string& file) {
  const std::string name = std::filesystem::path(file).stem().string() + ".h5";
  return {arguments.out.value_or(name), arguments.force, arguments.resume, arguments.quiet};
}

constexpr int kAnswerWidth = 100;

// Least time between two waits for the disk after finished runs.
constexpr std::chrono::milliseconds kCellSync{1000};

// What a command prints when it is done; kept in the results, so that it can be said again.
struct Answer {
  std::string text;  // for people, kAnswerWidth wide, without colours
  std::string json;
  std::int64_t exit_code = 0;
  std::string closing{};  // lines about the run, below the text
};

class ResultsPlace {
 public:
  // Nothing is touched yet.
  explicit ResultsPlace(PlaceWish wish);

  [[nodiscard]] const std::filesystem::path& results() const { return results_; }
  [[nodiscard]] const std::filesystem::path& partial() const { return partial_; }

  // With --resume, when the results are there already and of the very run that `identity` stands
  // for, asked for in the same words (a script that always says --resume, a job put back into the
  // queue): what was answered then. Clears away what a run killed in its last moment left behind.
  [[nodiscard]] std::optional<Answer> finished(const record::Identity& identity,
                                               const std::string& words) const;

  // Before the run: finds out whether the results can be written in the end, and opens what keeps
  // them until then. Throws PlaceError when the place is taken (results without --force, an
  // unfinished run without --resume or --force, one of another scenario) or unusable.
  // `cells` is how many there will be in the end; `identity` must be equal for unfinished ones to
  // be of use.
  [[nodiscard]] record::PartialStore open(const record::Identity& identity, std::size_t cells);

  // After the run: writes the results together with the answer and what finished() goes by, then
  // throws the partial folder away.
  void publish(record::Dataset dataset, const Answer& answer, const record::Identity& identity,
               const std::string& words, record::PartialStore& store);

 private:
  void refuse_unfinished_run() const;
  void discard_unfinished_run() const;
  [[nodiscard]] bool already_published(const record::Dataset& dataset) const;

  PlaceWish wish_;
  std::filesystem::path results_, partial_;
  // Killed between publishing and throwing the folder away: the results are there, and ours.
  bool perhaps_published_ = false;
};

}  // namespace relco::app
