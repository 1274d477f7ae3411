// Sentences about one tie, for people who plan or teach and never saw the model.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "stats/readable.h"
#include "story/sections.h"
#include "story/words.h"

namespace relco::story {
namespace {

constexpr std::size_t kMostLeading = 3;
constexpr double kWorthNaming = 0.15;  // of the largest that pulls the same way
constexpr double kShown = 0.005;       // smaller ones round to nought

struct Pull {
  std::size_t term = 0;
  double points = 0;
};

// Terms that pull one way (+1 up, -1 down), the strongest first, as far as they are worth naming.
std::vector<Pull> pulls(const TermSteps& terms, int way) {
  std::vector<Pull> out;
  for (std::size_t t = 0; t < kTerms; ++t) {
    const double moved = index_points(terms[t]);
    if (moved * way > 0) out.push_back({t, moved});
  }
  std::sort(out.begin(), out.end(),
            [](const Pull& a, const Pull& b) { return std::abs(a.points) > std::abs(b.points); });
  const double least =
      out.empty() ? 0 : std::max(kShown, kWorthNaming * std::abs(out.front().points));
  std::erase_if(out, [&](const Pull& pull) { return std::abs(pull.points) < least; });
  if (out.size() > kMostLeading) out.resize(kMostLeading);
  return out;
}

std::string listed(const std::vector<Pull>& pulls) {
  std::vector<std::string> words;
  for (const Pull& pull : pulls) {
    const TermWords& term = words_of(static_cast<Term>(pull.term));
    words.push_back(fmt::format("{} ({})", pull.points > 0 ? term.up : term.down,
                                stats::signed_number(pull.points, 2)));
  }
  return joined(words);
}

// How one of the two got through to the other in the week.
std::string contact_sentence(const std::string& sender, const std::string& receiver, Events sent) {
  const bool timely = (sent & event::timely) != 0, accurate = (sent & event::accurate) != 0;
  std::string text;
  if ((sent & event::contact) == 0) {
    text = fmt::format("{} did not get in touch with {}", capital(sender), receiver);
  } else {
    text = fmt::format("{} got in touch with {}, {}", capital(sender), receiver,
                       timely && accurate ? "in time and accurately"
                       : timely           ? "in time, but not accurately"
                       : accurate         ? "accurately, but too late"
                                          : "too late and not accurately");
    if ((sent & event::excess) != 0) text += ", and more often than was needed";
  }
  if ((sent & event::problem) != 0) {
    text += (sent & event::solved) != 0 ? "; a problem came up and was solved together"
                                        : "; a problem came up and ended in blame";
  }
  return text + ". ";
}

std::string cases_sentence(const Explanation& told) {
  const TieWeek& week = told.story.last;
  if (told.story.of_family) {
    return week.stays > 0 ? "The case was in its stay. " : "The case was in follow-up. ";
  }
  const int cases = week.stays + week.follow_ups;
  if (cases == 0 && week.daily > 0) {
    return "They shared no case, and met in the daily work of their unit. ";
  }
  if (cases == 0) return "They shared no case. ";
  std::string text = "They shared " + counted(cases, "case");
  if (week.stays > 0 && week.follow_ups > 0) {
    text += fmt::format(" ({} in the stay, {} in follow-up)", week.stays, week.follow_ups);
  } else if (week.follow_ups > 0) {
    text += " in follow-up";
  }
  return text + (week.daily > 0 ? ", beside the daily work of their unit. " : ". ");
}

// Who it is that cannot hold the tie.
std::string missing(const TieStory& story, const std::array<End, 2>& who) {
  std::vector<std::string> sentences;
  for (std::size_t n = 0; n < 2; ++n) {
    const PostStory& post = story.post[n];
    if (post.vacant) {
      sentences.push_back(fmt::format("the post of {} has been vacant {}", who[n].brief,
                                      post.since < 0 ? std::string("from the start")
                                                     : fmt::format("since week {}", post.since)));
    } else if (!post.filled) {
      sentences.push_back(
          fmt::format("the post of {} is not there in this week: a change adds it "
                      "at another time, or has cut it",
                      who[n].brief));
    }
  }
  return capital(joined(sentences));
}

}  // namespace

const std::string& me(const Explanation& told, std::size_t direction) {
  return told.who[direction].brief;
}

const std::string& other(const Explanation& told, std::size_t direction) {
  return told.who[1 - direction].brief;
}

std::string why_not(const TieStory& story, const std::array<End, 2>& who) {
  const std::string stood = " What follows is how it stood then.";
  switch (story.standing) {
    case Standing::alive: return "";
    case Standing::apart:
      return "Nothing ever brings them together: they share neither the daily work of a unit nor a "
             "pathway in whose teams both may be. So there is no tie between them.";
    case Standing::unmet:
      if (story.of_family) {
        return story.case_seen ? fmt::format("{} is not in the team of this case.",
                                             capital(who[who[0].family ? 1 : 0].brief))
                               : std::string("There is no such case.");
      }
      return fmt::format(
          "They have not met by the end of week {}: no case has brought them together yet. When "
          "one does, their tie starts from how their units work with others.",
          story.week);
    case Standing::released: {
      const std::string last =
          story.last_contact < 0
              ? std::string("They had no contact in this run")
              : fmt::format("Their last contact was in week {}", story.last_contact);
      return last +
             fmt::format(
                 ", and after a year of silence their tie was released, in week {}: "
                 "nothing moves it until a case brings them together again; then it "
                 "starts from how their units work with others.",
                 story.told) +
             stood;
    }
    case Standing::vacant:
    case Standing::away:
      return missing(story, who) +
             ". So nobody holds one end of the tie. What follows is what the "
             "posts keep; whoever starts there begins from what the unit "
             "hands on.";
    case Standing::over:
      return fmt::format("The case ended in week {}, and the tie with it.", story.told) + stood;
  }
  return "";
}

std::string leading(const TermSteps& terms) {
  std::vector<std::string> words;
  for (const int way : {1, -1}) {
    for (const Pull& pull : pulls(terms, way)) {
      words.push_back(fmt::format("{} {}", words_of(static_cast<Term>(pull.term)).label,
                                  stats::signed_number(pull.points, 2)));
    }
  }
  return joined(words);
}

std::string move_sentence(const Strength& from, const Strength& to, const TermSteps& terms,
                          const std::string& when) {
  const double moved = to.index() - from.index();
  std::string text =
      std::abs(moved) < kShown
          ? fmt::format("{} it stayed at {}.", when, stats::number(to.index(), 2))
          : fmt::format("{} it {} by {} points to {}.", when, moved > 0 ? "rose" : "fell",
                        stats::number(std::abs(moved), 2), stats::number(to.index(), 2));
  const std::vector<Pull> up = pulls(terms, 1), down = pulls(terms, -1);
  if (up.empty() && down.empty()) {
    return text +
           (sum_of(terms) == std::array<std::int64_t, kComponents>{} ? " Nothing moved it." : "");
  }
  if (!up.empty()) text += fmt::format(" It was lifted by {}", listed(up));
  if (!down.empty()) {
    text += fmt::format("{} worn down by {}", up.empty() ? " It was" : ", and", listed(down));
  }
  return text + '.';
}

std::string week_sentences(const Explanation& told) {
  const TieWeek& week = told.story.last;
  if (week.need <= 0) return "They had nothing to do with each other.";
  std::string text = cases_sentence(told);
  if (!week.post[0].filled || !week.post[1].filled) {
    return text + "With a post empty there was nobody to get in touch with.";
  }
  const Events any = week.sent[0] | week.sent[1];
  if ((any & (event::contact | event::problem)) == 0) {
    text += "Neither got in touch with the other. ";
  } else {  // what the other does comes first: it is what moves the tie
    text += contact_sentence(me(told, 1), me(told, 0), week.sent[1]);
    text += contact_sentence(me(told, 0), me(told, 1), week.sent[0]);
  }
  const auto moved = sum_of(week.terms[0]);
  const double by = index_points(moved);
  return text + (std::abs(by) < 0.0005
                     ? fmt::format("All in all the week left the tie of {} as it was.", me(told, 0))
                     : fmt::format("All in all the week moved the tie of {} by {} points.",
                                   me(told, 0), stats::signed_number(by, 3)));
}

}  // namespace relco::story
