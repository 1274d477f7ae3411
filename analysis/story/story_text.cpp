// The whole text: opening, who the two are, tables, and how to ask for another tie.
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
using verdict::styled;
using verdict::TextTable;

std::string opening(const Explanation& told, Page page) {
  std::string text;
  if (!told.overrides.empty()) {
    text += stats::paragraph(
        "Behavioural parameters were changed, so this is not the model as published: " +
            joined(told.overrides),
        page.width, "", "  ");
  }
  const std::string title =
      fmt::format("How {} stands towards {}", told.who[0].name, told.who[1].name);
  for (const std::string& line : stats::wrap(title, page.width)) {
    text += styled(line, Style::heading, page.colour) + "\n";
  }
  text += stats::paragraph(
      fmt::format("{}: arm {}, replicate {}, seed {}, at the end of week {}.", told.title,
                  spaced(told.arm), told.replicate, told.seed, told.story.week),
      page.width);
  if (!told.settings.empty()) {
    text += stats::paragraph(fmt::format("With {}.", joined(told.settings)), page.width);
  }
  if (told.chosen) {
    text += stats::paragraph(
        fmt::format("The names fit several ties; of these, this is the one with most contact: in "
                    "{} of {}.",
                    told.chosen->contacts, counted(told.chosen->weeks, "week")),
        page.width);
  }
  return text;
}

std::string post_words(const PostStory& post) {
  if (post.vacant) {
    return post.since < 0 ? std::string("vacant from the start")
                          : fmt::format("vacant since week {}", post.since);
  }
  if (!post.filled) return "a post that is not there in this week";
  if (post.since < 0) return "the same person from the start";
  return post.occupants > 1 ? fmt::format("since week {}, the {} person in this post in the run",
                                          post.since, ordinal(post.occupants))
                            : fmt::format("since week {}; vacant before", post.since);
}

std::string who_section(const Explanation& told, Page page) {
  TextTable table("ll");
  table.breaks_last();
  for (std::size_t n = 0; n < 2; ++n) {
    const End& end = told.who[n];
    const std::string about =
        end.family ? end.about : fmt::format("{}; {}", end.about, post_words(told.story.post[n]));
    table.add({{"  " + end.name}, {about, Style::quiet}});
  }
  return heading("WHO THEY ARE", "", page) + table.render(0, page.width, page.colour);
}

std::string weekly(Week week) {
  return week < 0 ? "when the run began" : fmt::format("after week {}", week);
}

std::vector<Cell> strength_row(const std::string& label, const Strength& tie, Style style) {
  std::vector<Cell> row{{"    " + label}};
  for (std::size_t c = 0; c < kComponents; ++c) {
    row.push_back({stats::number(tie.score(c), 2)});
  }
  row.push_back({stats::number(tie.index(), 2), style});
  return row;
}

void add_direction(const Explanation& told, std::size_t n, TextTable& table) {
  const Direction& tie = told.story.direction[n];
  const TieStory& story = told.story;
  table.add({{fmt::format("  {} towards {}", me(told, n), other(told, n)), Style::heading}});
  table.add(strength_row(story.told == story.week && story.standing != Standing::released
                             ? fmt::format("now, after week {}", tie.now.week)
                             : fmt::format("at last, after week {}", tie.now.week),
                         tie.now, Style::heading));
  if (tie.year_before) {
    table.add(strength_row(fmt::format("one year before, {}", weekly(tie.year_before->week)),
                           *tie.year_before, Style::plain));
  } else {
    table.add({{fmt::format("    one year before: {}", story.from_before ? "not yet run"
                                                       : story.of_family ? "no such case yet"
                                                                         : "not yet met"),
                Style::quiet}});
  }
  const std::string began = story.from_before ? "at the start"
                            : story.of_family
                                ? fmt::format("when the case began, week {}", story.began)
                                : fmt::format("when they met, week {}", story.began);
  table.add(strength_row(began, tie.start, Style::plain));
}

std::string closing(const Explanation& told, Page page) {
  return "\n" +
         styled(stats::paragraph(fmt::format("In short these two are {} and {}. relco explain FILE "
                                             "without --tie lists everybody who can be named.",
                                             told.who[0].compact, told.who[1].compact),
                                 page.width),
                Style::quiet, page.colour);
}

}  // namespace

std::string strength_section(const Explanation& told, Page page) {
  TextTable table("lrrrr");
  table.add({{""},
             {"goals", Style::quiet},
             {"knowledge", Style::quiet},
             {"respect", Style::quiet},
             {"together", Style::quiet}});
  for (std::size_t n = 0; n < 2; ++n) add_direction(told, n, table);
  return heading("HOW STRONG THE TIE IS",
                 "shared goals, shared knowledge and respect on the survey scale of 1 to 5; "
                 "together: their mean",
                 page) +
         table.render(0, page.width, page.colour);
}

std::string to_text(const Explanation& told, std::size_t width, bool colour) {
  const Page page{std::max<std::size_t>(width, 60), colour};
  std::string text = opening(told, page) + who_section(told, page);
  const std::string why = why_not(told.story, told.who);
  if (!why.empty()) text += "\n" + stats::paragraph(why, page.width);
  const bool exists =
      told.story.standing != Standing::apart && told.story.standing != Standing::unmet;
  if (exists) {
    text += strength_section(told, page) + moves_section(told, page) + week_section(told, page) +
            other_section(told, page);
  }
  return text + control_section(told, page) + closing(told, page);
}

}  // namespace relco::story
