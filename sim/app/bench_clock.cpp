#include "app/bench_clock.h"

#include <malloc.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <string>

namespace relco::app {
namespace {

double wall_clock() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double processor_clock() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

// A line "NAME:  123 kB" of what the system says about this process, in bytes; 0 if it does not.
double status_bytes(const std::string& name) {
  std::ifstream status("/proc/self/status");
  std::string word;
  double kilobytes = 0;
  while (status >> word) {
    if (word == name + ":" && status >> kilobytes) return 1024 * kilobytes;
  }
  return 0;
}

}  // namespace

double seconds_of(const std::function<void()>& work) {
  const double start = wall_clock();
  work();
  return std::max(wall_clock() - start, 1e-9);
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[values.size() / 2];
}

double peak_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024;
}

// What earlier work left behind goes back to the system first, and the peak starts anew.
MemoryMark::MemoryMark() {
#if defined(__GLIBC__)
  malloc_trim(0);
#endif
  std::ofstream("/proc/self/clear_refs") << "5\n";
  before_ = status_bytes("VmRSS");
}

double MemoryMark::grown() const {
  const double peak = status_bytes("VmHWM");
  return std::max((peak > 0 ? peak : peak_memory()) - before_, 0.0);
}

ProcessorShare::ProcessorShare() : wall_(wall_clock()), processor_(processor_clock()) {}

double ProcessorShare::seconds() const {
  return processor_clock() - processor_;
}

double ProcessorShare::processors() const {
  return seconds() / std::max(wall_clock() - wall_, 1e-9);
}

}  // namespace relco::app
