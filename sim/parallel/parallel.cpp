#include "parallel/parallel.h"

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>

namespace relco {

void for_each_task(std::size_t count, std::size_t grain, Borrowed<void(std::size_t)> body) {
  if (count <= grain) {
    for (std::size_t i = 0; i < count; ++i) body(i);
    return;
  }
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count, grain), [&](const auto& range) {
    for (std::size_t i = range.begin(); i != range.end(); ++i) body(i);
  });
}

void for_each_range(std::size_t count, std::size_t grain,
                    Borrowed<void(std::size_t, std::size_t)> body) {
  const std::size_t pieces = (count + grain - 1) / grain;
  for_each_task(pieces, 1, [&](std::size_t piece) {
    body(piece * grain, std::min(count, (piece + 1) * grain));
  });
}

void with_threads(int threads, Borrowed<void()> body) {
  if (threads <= 0) {
    tbb::task_arena arena;
    arena.execute(body);
    return;
  }
  // More threads than cores are allowed on request: determinism tests use them.
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                  static_cast<std::size_t>(threads));
  tbb::task_arena arena(threads);
  arena.execute(body);
}

}  // namespace relco
