// The only door to threads. Tasks are independent; sums that they share are integers.
#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>

namespace relco {

template <class Signature>
class Borrowed;

// A callable that is lent for the time of a call: unlike std::function it takes no memory.
template <class... Arguments>
class Borrowed<void(Arguments...)> {
 public:
  template <class Callable>
  requires(!std::is_same_v<std::remove_cvref_t<Callable>, Borrowed>)
      Borrowed(const Callable& callable)
      : callable_(std::addressof(callable)), call_([](const void* lent, Arguments... arguments) {
          (*static_cast<const Callable*>(lent))(arguments...);
        }) {}
  void operator()(Arguments... arguments) const { call_(callable_, arguments...); }

 private:
  const void* callable_;
  void (*call_)(const void*, Arguments...);
};

// Runs body(i) for every i in [0, count), on the threads of the surrounding arena. `grain` is the
// number of consecutive tasks worth handing over at once. Exceptions pass through.
void for_each_task(std::size_t count, std::size_t grain, Borrowed<void(std::size_t)> body);

// Runs body(begin, end) over [0, count) cut into pieces of `grain`; the cut depends on nothing
// else.
void for_each_range(std::size_t count, std::size_t grain,
                    Borrowed<void(std::size_t, std::size_t)> body);

// Runs `body` with at most `threads` threads (0: all cores).
void with_threads(int threads, Borrowed<void()> body);

}  // namespace relco
