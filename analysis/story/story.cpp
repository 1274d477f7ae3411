#include "story/story.h"

#include <algorithm>

#include "base/errors.h"

namespace relco::story {
namespace {

constexpr double kPoint = 4.0 / static_cast<double>(kGridUnit);  // survey points of a grid step

Strength strength_of(const Tie& tie, Week week) {
  return {week, {grid_steps(tie.goals), grid_steps(tie.knowledge), grid_steps(tie.respect)}};
}

void add(TermSteps& to, const TermSteps& from) {
  for (std::size_t t = 0; t < kTerms; ++t) {
    for (std::size_t c = 0; c < kComponents; ++c) to[t][c] += from[t][c];
  }
}

void check_telescopes(const Strength& from, const Strength& to, const TermSteps& terms) {
  const auto sum = sum_of(terms);
  for (std::size_t c = 0; c < kComponents; ++c) {
    RELCO_CHECK(from.steps[c] + sum[c] == to.steps[c],
                "the terms of a tie add up to {} steps of component {} and not to {}", sum[c], c,
                to.steps[c] - from.steps[c]);
  }
}

class Teller {
 public:
  Teller(const TieHistory& history, Week week) : history_(history) {
    RELCO_CHECK(static_cast<std::size_t>(week) < history.weeks.size(),
                "week {} is not in the history", week);
    story_.week = story_.told = week;
    story_.of_family = history.tie.of_family();
    story_.case_seen = history.case_seen;
  }

  TieStory tell() {
    look_at_posts();
    story_.standing = standing();
    if (story_.standing == Standing::apart || story_.standing == Standing::unmet) return story_;
    story_.began = history_.began;
    story_.from_before = history_.from_before;
    for (std::size_t n = 0; n < 2; ++n) story_.direction[n] = direction(n);
    look_at_weeks();
    return story_;
  }

 private:
  [[nodiscard]] const TieWeek& week(Week n) const {
    return history_.weeks[static_cast<std::size_t>(n)];
  }

  [[nodiscard]] Standing standing() {
    const Week asked = story_.week;
    if (!story_.of_family && history_.pair == kNone) return Standing::apart;
    if (history_.began > asked) return Standing::unmet;
    if (!week(asked).lived) {
      while (!week(story_.told).lived && story_.told > history_.began) --story_.told;
      return story_.of_family ? Standing::over : Standing::released;
    }
    for (const PostStory& post : story_.post) {
      if (post.vacant) return Standing::vacant;
    }
    for (const PostStory& post : story_.post) {
      if (!post.filled) return Standing::away;
    }
    return Standing::alive;
  }

  void look_at_posts() {
    for (std::size_t n = 0; n < 2; ++n) {
      PostStory& post = story_.post[n];
      std::uint32_t before = 0;
      for (Week w = 0; w <= story_.week; ++w) {
        const PostWeek& now = week(w).post[n];
        if (now.filled && (post.occupants == 0 || now.occupant != before)) {
          ++post.occupants;
          before = now.occupant;
        }
        if (now.newcomer) {
          post.since = w;
          post.taken.push_back(w);
        }
        if (now.vacant && !post.vacant) post.since = now.filled ? w : -1;
        post.vacant = now.vacant;
        post.filled = now.filled;
      }
    }
  }

  // The tie of one of the two as the week left it; of the first week, as it found it.
  [[nodiscard]] Strength after(std::size_t n, Week w) const {
    if (w < history_.began) return strength_of(history_.start[n], history_.from_before ? -1 : w);
    return strength_of(tie_after(history_, w)[n], w);
  }

  [[nodiscard]] Direction direction(std::size_t n) const {
    const Week last = story_.told, first = history_.began;
    const Week recent = std::max(first, last - kRecentWeeks + 1);
    Direction out;
    out.start = after(n, first - 1);
    out.recent_start = after(n, recent - 1);
    out.now = after(n, last);
    const Week year = last - static_cast<Week>(kWeeksPerYear);
    if (year >= first || (year == -1 && history_.from_before)) out.year_before = after(n, year);
    for (Week w = first; w <= last; ++w) {
      add(out.all, week(w).terms[n]);
      if (w >= recent) add(out.recent, week(w).terms[n]);
    }
    check_telescopes(out.start, out.now, out.all);
    check_telescopes(out.recent_start, out.now, out.recent);
    return out;
  }

  void count(Contacts& to, Events sent) const {
    const auto has = [&](Events wanted) { return (sent & wanted) == wanted ? 1 : 0; };
    to.contact += has(event::contact);
    to.timely += has(event::timely);
    to.accurate += has(event::accurate);
    to.well += has(event::well);
    to.problem += has(event::problem);
    to.solved += has(event::solved);
    to.excess += has(event::excess);
  }

  void look_at_weeks() {
    story_.last = week(story_.told);
    const Week recent = std::max(history_.began, story_.told - kRecentWeeks + 1);
    story_.recent_weeks = story_.told - recent + 1;
    for (Week w = history_.began; w <= story_.told; ++w) {
      const TieWeek& now = week(w);
      if (((now.sent[0] | now.sent[1]) & event::contact) != 0) story_.last_contact = w;
      if (now.met && w > history_.began) story_.met_again.push_back(w);
      if (w < recent) continue;
      story_.together += now.stays + now.follow_ups > 0 ? 1 : 0;
      for (std::size_t n = 0; n < 2; ++n) count(story_.contacts[n], now.sent[n]);
    }
  }

  const TieHistory& history_;
  TieStory story_;
};

}  // namespace

double Strength::score(std::size_t component) const {
  return 1.0 + points(steps[component]);
}

double Strength::index() const {
  return 1.0 + index_points(steps);
}

double points(std::int64_t steps) {
  return kPoint * static_cast<double>(steps);
}

double index_points(const std::array<std::int64_t, kComponents>& steps) {
  return points(steps[0] + steps[1] + steps[2]) / static_cast<double>(kComponents);
}

std::array<std::int64_t, kComponents> sum_of(const TermSteps& terms) {
  std::array<std::int64_t, kComponents> sum{};
  for (const auto& term : terms) {
    for (std::size_t c = 0; c < kComponents; ++c) sum[c] += term[c];
  }
  return sum;
}

TieStory story_of(const TieHistory& history, Week week) {
  return Teller(history, week).tell();
}

}  // namespace relco::story
