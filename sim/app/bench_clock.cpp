#include "app/bench_clock.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <ctime>

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

ProcessorShare::ProcessorShare() : wall_(wall_clock()), processor_(processor_clock()) {}

double ProcessorShare::processors() const {
  return (processor_clock() - processor_) / std::max(wall_clock() - wall_, 1e-9);
}

}  // namespace relco::app
