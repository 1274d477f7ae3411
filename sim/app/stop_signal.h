// Ctrl-C and SIGTERM: the first asks the run to stop after the week in hand, the second ends the
// program at once with exit code 130.
#pragma once

#include <atomic>

namespace relco::app {

// Catches both signals while it lives. At most one at a time.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  // Not zero once a signal came: its number.
  [[nodiscard]] static const std::atomic<int>& flag();
};

}  // namespace relco::app
