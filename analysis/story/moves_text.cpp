// What moved the tie: sentences with the leading terms, and the table of all.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "stats/readable.h"
#include "story/sections.h"
#include "story/words.h"

namespace relco::story {
namespace {

using verdict::Cell;
using verdict::heading;
using verdict::Style;
using verdict::TextTable;

// What does not round to nought.
double least_shown(int decimals) {
  return decimals == 3 ? 0.0005 : 0.005;
}

Style style_of(double points, int decimals) {
  if (std::abs(points) < least_shown(decimals)) return Style::quiet;
  return points > 0 ? Style::good : Style::bad;
}

// Whether any number of the term's row is more than nought.
bool shows(const TermSteps& terms, std::size_t term, int decimals) {
  return std::any_of(terms[term].begin(), terms[term].end(), [&](std::int64_t steps) {
    return std::abs(points(steps)) >= least_shown(decimals);
  });
}

// Else the recent weeks are all that there are.
bool longer_than_recent(const TieStory& story) {
  return story.told - story.began + 1 > story.recent_weeks;
}

// Enough decimals for the largest number to be read.
int decimals_of(const Direction& tie) {
  double most = 0;
  for (const auto& term : tie.all) most = std::max(most, std::abs(index_points(term)));
  return most < 0.1 ? 3 : 2;
}

// The three together over the recent weeks, where they are not all, and over all; then each.
std::vector<Cell> row_of(std::string label, const TieStory& story,
                         const std::array<std::int64_t, kComponents>& recent,
                         const std::array<std::int64_t, kComponents>& all, int decimals) {
  const auto cell = [&](double points, bool loud) {
    return Cell{stats::signed_number(points, decimals),
                loud ? style_of(points, decimals) : Style::plain};
  };
  std::vector<Cell> row{{"  " + std::move(label)}};
  if (longer_than_recent(story)) row.push_back(cell(index_points(recent), true));
  row.push_back(cell(index_points(all), true));
  for (const std::int64_t steps : all) row.push_back(cell(points(steps), false));
  return row;
}

std::vector<Cell> head_of(const TieStory& story) {
  const Week weeks = story.told - story.began + 1;
  std::vector<Cell> row{{"  points of the survey scale", Style::quiet}};
  if (longer_than_recent(story)) {
    row.push_back({fmt::format("{} weeks", story.recent_weeks), Style::quiet});
  }
  row.push_back({counted(weeks, "week"), Style::quiet});
  for (const char* name : {"goals", "knowledge", "respect"}) row.push_back({name, Style::quiet});
  return row;
}

std::string table_of(const TieStory& story, Page page) {
  const Direction& tie = story.direction[0];
  const int decimals = decimals_of(tie);
  std::vector<std::size_t> terms;
  for (std::size_t t = 0; t < kTerms; ++t) {
    if (shows(tie.all, t, decimals) || shows(tie.recent, t, decimals)) terms.push_back(t);
  }
  if (terms.empty()) return "";
  std::stable_sort(terms.begin(), terms.end(), [&](std::size_t a, std::size_t b) {
    return std::abs(index_points(tie.all[a])) > std::abs(index_points(tie.all[b]));
  });
  TextTable table(longer_than_recent(story) ? "lrrrrr" : "lrrrr");
  table.add(head_of(story));
  for (const std::size_t t : terms) {
    table.add(row_of(std::string(words_of(static_cast<Term>(t)).label), story, tie.recent[t],
                     tie.all[t], decimals));
  }
  table.add(row_of("all of them", story, sum_of(tie.recent), sum_of(tie.all), decimals));
  return "\n" + table.render(0, page.width, page.colour) +
         stats::paragraph(
             "The columns of weeks are the three together; then each over all weeks. Rounded here; "
             "in "
             "full the terms add up exactly to what start and end differ by.",
             page.width, "  ", "  ");
}

std::string begun(const TieStory& story) {
  return story.from_before ? "Since the start"
         : story.of_family ? "Since the case began"
                           : "Since they met";
}

// "week 21", "weeks 21 and 90"
std::string in_weeks(const std::vector<Week>& weeks) {
  std::vector<std::string> numbers;
  for (const Week week : weeks) numbers.push_back(fmt::format("{}", week));
  return fmt::format("week{} {}", weeks.size() == 1 ? "" : "s", joined(numbers));
}

// Weeks in which the tie began again.
std::string restarts(const Explanation& told) {
  std::string text;
  if (!told.story.met_again.empty()) {
    text += fmt::format(" After a year of silence they met again in {}.",
                        in_weeks(told.story.met_again));
  }
  if (told.story.of_family) return text;  // the family meets the post's new holder as the old one
  for (std::size_t n = 0; n < 2; ++n) {
    std::vector<Week> weeks = told.story.post[n].taken;
    std::erase_if(weeks,
                  [&](Week week) { return week <= told.story.began || week > told.story.told; });
    if (weeks.empty()) continue;
    text += fmt::format(" In {} somebody new took the post of {}, and the tie began again.",
                        in_weeks(weeks), told.who[n].brief);
  }
  return text;
}

// Of the recent weeks, those in which one and the other did something.
std::string counts_table(const Explanation& told, Page page) {
  TextTable table("lrr");
  table.add({{"  weeks with", Style::quiet},
             {"from " + me(told, 1), Style::quiet},
             {"from " + me(told, 0), Style::quiet}});
  bool any = false;
  const auto add = [&](const char* label, auto&& count) {
    const int first = count(told.story.contacts[1]), second = count(told.story.contacts[0]);
    if (first + second == 0) return;
    any = true;
    table.add({{std::string("  ") + label}, {stats::number(first, 0)}, {stats::number(second, 0)}});
  };
  add("contact", [](const Contacts& c) { return c.contact; });
  add("  in time", [](const Contacts& c) { return c.timely; });
  add("  accurate", [](const Contacts& c) { return c.accurate; });
  add("  more often than was needed", [](const Contacts& c) { return c.excess; });
  add("a problem that was solved together", [](const Contacts& c) { return c.solved; });
  add("a problem that ended in blame", [](const Contacts& c) { return c.blamed(); });
  return any ? table.render(0, page.width, page.colour) : "  There was no contact.\n";
}

}  // namespace

std::string moves_section(const Explanation& told, Page page) {
  const TieStory& story = told.story;
  const Direction& tie = story.direction[0];
  std::string text = heading(fmt::format("WHAT MOVED {}'S TIE", upper(me(told, 0))), "", page);
  if (longer_than_recent(story)) {
    text += stats::paragraph(
        move_sentence(tie.recent_start, tie.now, tie.recent,
                      fmt::format("In the last {}", counted(story.recent_weeks, "week"))),
        page.width, "  ", "  ");
  }
  text +=
      stats::paragraph(move_sentence(tie.start, tie.now, tie.all, begun(story)) + restarts(told),
                       page.width, "  ", "  ");
  return text + table_of(story, page);
}

std::string week_section(const Explanation& told, Page page) {
  const TieStory& story = told.story;
  std::string text = heading(fmt::format("IN WEEK {}", story.told), "", page);
  text += stats::paragraph(week_sentences(told), page.width, "  ", "  ");
  const std::string weeks = counted(story.recent_weeks, "week");
  text += heading(fmt::format("IN THE LAST {}", upper(weeks)), "", page);
  if (!story.of_family) {
    text += stats::paragraph(
        story.together == 0 ? std::string("They shared no case.")
                            : fmt::format("They shared a case in {} of {}.", story.together, weeks),
        page.width, "  ", "  ");
  }
  return text + counts_table(told, page);
}

std::string other_section(const Explanation& told, Page page) {
  const TieStory& story = told.story;
  const Direction &tie = story.direction[1], &first = story.direction[0];
  const double gap = tie.now.index() - first.now.index();
  std::string text = fmt::format("{} stands at {} towards {}", capital(me(told, 1)),
                                 stats::number(tie.now.index(), 2), me(told, 0));
  text += std::abs(gap) < 0.005
              ? ", as much as the other way round."
              : fmt::format(", {} {} than the other way round.", stats::number(std::abs(gap), 2),
                            gap > 0 ? "more" : "less");
  text += ' ' + move_sentence(tie.start, tie.now, tie.all, begun(story));
  return heading("THE OTHER DIRECTION", "", page) + stats::paragraph(text, page.width, "  ", "  ");
}

}  // namespace relco::story
