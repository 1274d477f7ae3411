#include "app/progress.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/console.h"

namespace relco::app {
namespace {

constexpr std::chrono::milliseconds kBetweenLines{100};  // at most ten a second
constexpr int kBarWidth = 24;

std::string bar(double share) {
  const int full = static_cast<int>(share * kBarWidth);
  return '[' + std::string(static_cast<std::size_t>(full), '#') +
         std::string(static_cast<std::size_t>(kBarWidth - full), '.') + ']';
}

}  // namespace

ProgressStyle progress_style(bool quiet) {
  if (quiet) return ProgressStyle::none;
  return can_rewrite_lines() ? ProgressStyle::one_line : ProgressStyle::plain_lines;
}

ProgressMeter::ProgressMeter(ProgressStyle style) : style_(style) {}

std::string ProgressMeter::text(const Progress& progress, Clock::time_point now) const {
  const double share =
      static_cast<double>(progress.weeks_done) / static_cast<double>(progress.weeks);
  std::string line = fmt::format("{:3.0f} %  {} of {} runs done", 100 * share, progress.cells_done,
                                 progress.cells);
  const auto own = progress.weeks_done - first_weeks_;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  if (own > 0 && progress.weeks_done < progress.weeks) {
    const auto left = static_cast<double>(progress.weeks - progress.weeks_done);
    line += fmt::format(", {} left", duration_text(seconds * left / static_cast<double>(own)));
  }
  return style_ == ProgressStyle::one_line ? bar(share) + ' ' + line : line;
}

void ProgressMeter::show(const Progress& progress) {
  if (style_ == ProgressStyle::none || progress.weeks <= 0) return;
  const auto now = Clock::now();
  if (first_weeks_ < 0) {
    first_weeks_ = progress.weeks_done;
    start_ = now;
  }
  if (style_ == ProgressStyle::one_line) {
    if (now - last_shown_ < kBetweenLines) return;
    last_shown_ = now;
    line_open_ = true;
    note("\r\x1b[K" + text(progress, now));
    return;
  }
  const bool done = progress.cells_done == progress.cells;
  const auto tenth = static_cast<int>(
      std::min<std::int64_t>(progress.weeks_done * 10 / progress.weeks, done ? 10 : 9));
  if (tenth <= last_tenth_) return;
  last_tenth_ = tenth;
  note("relco: " + text(progress, now) + '\n');
}

void ProgressMeter::close() {
  if (line_open_) note("\r\x1b[K");
  line_open_ = false;
}

}  // namespace relco::app
