#include "parallel/parallel.h"

#include <atomic>
#include <stdexcept>
#include <vector>

#include "support/catch.h"

using namespace relco;

TEST_CASE("every task runs exactly once, whatever the count, grain and threads") {
  for (const int threads : {1, 2, 5}) {
    with_threads(threads, [] {
      for (const std::size_t count : {0u, 1u, 2u, 7u, 100u, 1000u}) {
        for (const std::size_t grain : {1u, 3u, 64u, 2000u}) {
          std::vector<std::atomic<int>> times(count);
          for_each_task(count, grain, [&](std::size_t i) { ++times[i]; });
          for (const auto& one : times) REQUIRE(one == 1);
        }
      }
    });
  }
}

TEST_CASE("ranges cover everything once, cut by grain and nothing else") {
  for (const int threads : {1, 4}) {
    with_threads(threads, [] {
      for (const std::size_t count : {0u, 1u, 10u, 257u, 1000u}) {
        std::vector<std::atomic<int>> times(count);
        for_each_range(count, 64, [&](std::size_t begin, std::size_t end) {
          REQUIRE(begin % 64 == 0);
          REQUIRE((end - begin == 64 || end == count));
          for (std::size_t i = begin; i < end; ++i) ++times[i];
        });
        for (const auto& one : times) REQUIRE(one == 1);
      }
    });
  }
}

TEST_CASE("an exception in a task comes through to whoever asked") {
  for (const int threads : {1, 3}) {
    CHECK_THROWS_AS(with_threads(threads,
                                 [] {
                                   for_each_task(100, 1, [](std::size_t i) {
                                     if (i == 57) throw std::runtime_error("57");
                                   });
                                 }),
                    std::runtime_error);
  }
}

TEST_CASE("tasks may hand out tasks of their own") {
  std::atomic<int> done = 0;
  with_threads(3, [&] {
    for_each_task(20, 1, [&](std::size_t) { for_each_task(20, 1, [&](std::size_t) { ++done; }); });
  });
  CHECK(done == 400);
}
