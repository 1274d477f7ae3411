// The only door to threads. Tasks are independent; sums that they share are integers.
#pragma once

#include <cstddef>
#include <functional>

namespace relco {

// Runs body(i) for every i in [0, count), on the threads of the surrounding arena. `grain` is the
// number of consecutive tasks worth handing over at once. Exceptions pass through.
void for_each_task(std::size_t count, std::size_t grain,
                   const std::function<void(std::size_t)>& body);

// Runs body(begin, end) over [0, count) cut into pieces of `grain`; the cut depends on nothing
// else.
void for_each_range(std::size_t count, std::size_t grain,
                    const std::function<void(std::size_t, std::size_t)>& body);

// Runs `body` with at most `threads` threads (0: all cores).
void with_threads(int threads, const std::function<void()>& body);

}  // namespace relco
