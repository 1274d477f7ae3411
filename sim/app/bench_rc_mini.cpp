#include "app/bench_rc_mini.h"

#include <optional>
#include <vector>

#include "app/bench_clock.h"
#include "parallel/parallel.h"

namespace relco::app {
namespace {

constexpr std::uint64_t kSeed = 2026;

void measure_weeks(RcMini& world, Week weeks, RcMiniResult& result) {
  const ProcessorShare share;
  std::vector<double> seconds;  // a week
  const Week first = weeks > 1 ? 1 : 0;
  if (first > 0) live_week(world);  // wakes threads, touches pages
  for (int i = 0; i < kStretches; ++i) {
    const auto from = static_cast<Week>(world.weeks.size());
    const Week to = first + (weeks - first) * (i + 1) / kStretches;
    if (to == from) continue;
    seconds.push_back(seconds_of([&] {
                        for (Week week = from; week < to; ++week) live_week(world);
                      }) /
                      (to - from));
  }
  result.processors = share.processors();
  result.seconds_per_week = median(seconds);
  result.tie_evaluations_per_second =
      static_cast<double>(world.evaluations_per_week()) / result.seconds_per_week;
  result.pairs_streamed_per_second = static_cast<double>(world.ties) / 2 / result.seconds_per_week;
}

}  // namespace

RcMiniResult measure_rc_mini(int people, Week weeks, int threads) {
  RcMiniResult result;
  std::optional<RcMini> world;
  result.set_up_seconds =
      seconds_of([&] { world.emplace(make_rc_mini(static_cast<std::size_t>(people), kSeed)); });
  with_threads(threads, [&] { measure_weeks(*world, weeks, result); });
  result.people = world->neighbourhoods() * mini::kNeighbourhood;
  result.ties = world->ties;
  result.cases = world->quality.size();
  result.weeks = weeks;
  result.tie_evaluations = world->evaluations_per_week() * static_cast<std::uint64_t>(weeks);
  result.means = world->weeks.back();
  result.digest = digest_of(*world);
  result.bytes_per_pair = bytes_stored_per_pair(*world);
  result.peak_memory_bytes = peak_memory();
  const auto stored =
      static_cast<std::size_t>(result.bytes_per_pair * static_cast<double>(world->ties) / 2);
  result.reached = reached_limits(probe_limits(stored, threads, ProbeWork::rc_mini),
                                  result.tie_evaluations_per_second,
                                  result.pairs_streamed_per_second, bytes_moved_per_pair());
  return result;
}

}  // namespace relco::app
