#include "app/stop_signal.h"

#include <signal.h>
#include <unistd.h>

#include <string_view>

#include "base/exit_codes.h"

namespace relco::app {
namespace {

std::atomic<int> stop_flag{0};
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler sets it");

struct sigaction old_interrupt, old_terminate;

// Only async-signal-safe calls in here.
void say(std::string_view text) {
  [[maybe_unused]] const auto written = write(STDERR_FILENO, text.data(), text.size());
}

extern "C" void on_signal(int number) {
  if (stop_flag.exchange(number) != 0) {
    say("\nrelco: stopped at once\n");
    _exit(exit_interrupted);
  }
  say("\nrelco: stopping after the week in hand; once more stops at once\n");
}

}  // namespace

StopSignals::StopSignals() {
  stop_flag = 0;
  struct sigaction action {};
  action.sa_handler = on_signal;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;  // a write in hand is finished, not torn
  sigaction(SIGINT, &action, &old_interrupt);
  sigaction(SIGTERM, &action, &old_terminate);
}

StopSignals::~StopSignals() {
  sigaction(SIGINT, &old_interrupt, nullptr);
  sigaction(SIGTERM, &old_terminate, nullptr);
}

const std::atomic<int>& StopSignals::flag() {
  return stop_flag;
}

}  // namespace relco::app
