// How relco bench takes time: by the wall clock, with an eye on how much of the processor it had.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace relco::app {

inline constexpr int kStretches = 5;  // a rate is the median of as many

// Wall-clock seconds of some work.
[[nodiscard]] double seconds_of(const std::function<void()>& work);
[[nodiscard]] double median(std::vector<double> values);
// Highest resident size of the process so far, bytes.
[[nodiscard]] double peak_memory();

// How far the resident size of the process rises above where it stood.
class MemoryMark {
 public:
  MemoryMark();
  [[nodiscard]] double grown() const;  // bytes, at most so far

 private:
  double before_;
};

// Whether other programs took processor time away while something was measured.
class ProcessorShare {
 public:
  ProcessorShare();
  // Processor time of this process since construction.
  [[nodiscard]] double seconds() const;
  // The same over wall-clock time: near the number of threads that had work all the time, unless
  // something else was at work too.
  [[nodiscard]] double processors() const;

 private:
  double wall_, processor_;
};

}  // namespace relco::app
