// How far a run has come: one line written over on a terminal, plain lines elsewhere.
#pragma once

#include <chrono>
#include <string>

#include "engine/run.h"

namespace relco::app {

enum class ProgressStyle { none, plain_lines, one_line };

// What suits standard error; none when `quiet`.
[[nodiscard]] ProgressStyle progress_style(bool quiet);

// Calls come one at a time, from any thread.
class ProgressMeter {
 public:
  explicit ProgressMeter(ProgressStyle style);
  ~ProgressMeter() { close(); }
  ProgressMeter(const ProgressMeter&) = delete;
  ProgressMeter& operator=(const ProgressMeter&) = delete;

  void show(const Progress& progress);

  // Clears the line, so that other text can follow.
  void close();

 private:
  using Clock = std::chrono::steady_clock;
  [[nodiscard]] std::string text(const Progress& progress, Clock::time_point now) const;

  ProgressStyle style_;
  Clock::time_point start_{};  // of the first call
  Clock::time_point last_shown_{};
  std::int64_t first_weeks_ = -1;  // weeks that were there then: more than one in a resumed run
  int last_tenth_ = 0;
  bool line_open_ = false;
};

}  // namespace relco::app
