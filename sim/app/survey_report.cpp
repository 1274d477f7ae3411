#include "app/survey_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "stats/readable.h"
#include "verdict/text_table.h"

namespace relco::app {
namespace {

using survey::Summary;
using survey::SurveyScores;
using verdict::Cell;
using verdict::Style;
using verdict::styled;
using verdict::TextTable;

// How scores are usually read (A08: recalled, unverified), the own group by a yardstick of its own.
struct Bands {
  double moderate, strong;
};
constexpr Bands kBetween{3.5, 4.0}, kWithin{4.1, 4.6};

std::string_view band_name(double score, Bands bands) {
  return score > bands.strong ? "strong" : score >= bands.moderate ? "moderate" : "weak";
}

Style band_style(double score, Bands bands) {
  return score > bands.strong ? Style::good : score < bands.moderate ? Style::bad : Style::plain;
}

std::string points(double value) {
  return stats::number(value, 2);
}

// Half of the 95 % interval of a mean.
std::string margin(const Summary& summary) {
  return summary.error == summary.error ? "+/- " + points(1.96 * summary.error) : "";
}

std::string heading(const std::string& text, bool colour) {
  return '\n' + styled(text, Style::heading, colour) + '\n';
}

class Report {
 public:
  Report(const SurveyScores& scores, std::size_t width, bool colour)
      : s_(scores), width_(std::min<std::size_t>(width, 100)), colour_(colour) {}

  [[nodiscard]] std::string text(const std::string& about) const {
    return styled(about, Style::heading, colour_) + '\n' + matrix() + scores() + items() + sure() +
           notes();
  }

 private:
  // Rows rate, columns are rated. Names head the columns where they fit, else numbers do; what is
  // too wide even so goes on below.
  [[nodiscard]] std::string matrix() const {
    std::string text = heading("Who rates whom, 1 to 5 (rows rate, columns are rated)", colour_);
    std::vector<std::size_t> rated = rated_groups();
    std::size_t label = 0, name = 6;
    for (const auto& group : s_.groups) {
      label = std::max(label, stats::display_width(group.name));
      name = std::max(name, stats::display_width(group.name));
    }
    label = std::min<std::size_t>(label, 28) + 16;
    const std::size_t room = width_ > label + 8 ? width_ - label : 8;
    const bool named = rated.size() * (name + 2) <= room;
    const std::size_t at_once = std::max<std::size_t>(1, named ? rated.size() : room / 6);
    for (std::size_t first = 0; first < rated.size(); first += at_once) {
      const std::size_t last = std::min(first + at_once, rated.size());
      if (first > 0) text += '\n';
      text += block({rated.begin() + static_cast<std::ptrdiff_t>(first),
                     rated.begin() + static_cast<std::ptrdiff_t>(last)},
                    named);
    }
    return text;
  }

  [[nodiscard]] std::vector<std::size_t> rated_groups() const {
    std::vector<std::size_t> rated;
    for (std::size_t g = 0; g < s_.groups.size(); ++g) {
      for (std::size_t r = 0; r < s_.groups.size(); ++r) {
        if (s_.cell(r, g).index.count == 0) continue;
        rated.push_back(g);
        break;
      }
    }
    return rated;
  }

  [[nodiscard]] std::string block(const std::vector<std::size_t>& rated, bool named) const {
    TextTable table("rlr" + std::string(rated.size(), 'r'));
    std::vector<Cell> head{{""}, {"", Style::quiet}, {"people", Style::quiet}};
    for (const std::size_t g : rated) {
      head.push_back({named ? s_.groups[g].name : fmt::format("{}", g + 1), Style::quiet});
    }
    table.add(std::move(head));
    for (std::size_t r = 0; r < s_.groups.size(); ++r) {
      const auto& group = s_.groups[r];
      std::vector<Cell> row{{named ? "" : fmt::format("{}", r + 1), Style::quiet},
                            {group.name},
                            {people(group), Style::quiet}};
      for (const std::size_t g : rated) row.push_back(cell(r, g));
      table.add(std::move(row));
    }
    return table.render(0, width_, colour_);
  }

  [[nodiscard]] std::string people(const survey::GroupScore& group) const {
    if (!group.shown && group.respondents > 0) return fmt::format("<{}", s_.smallest);
    return fmt::format("{}", group.respondents);
  }

  [[nodiscard]] Cell cell(std::size_t rater, std::size_t rated) const {
    const Summary& index = s_.cell(rater, rated).index;
    if (index.count == 0) return {"-", Style::quiet};
    if (!s_.shows(rater, rated)) return {"*", Style::quiet};
    return {points(index.mean), band_style(index.mean, rater == rated ? kWithin : kBetween)};
  }

  [[nodiscard]] std::string scores() const {
    TextTable table("lrll");
    const auto add = [&](const char* name, const Summary& summary, const std::string& note) {
      if (summary.count == 0) return;
      table.add({{name}, {points(summary.mean)}, {margin(summary), Style::quiet}, {note}});
    };
    const auto band = [](const Summary& summary, Bands bands) {
      if (summary.count == 0) return std::string();
      return fmt::format("{} (weak under {}, strong above {})", band_name(summary.mean, bands),
                         points(bands.moderate), points(bands.strong));
    };
    add("within groups", s_.within, band(s_.within, kWithin));
    add("between groups", s_.between, band(s_.between, kBetween));
    add("index, all ratings", s_.index, "");
    add("communication", s_.communication, "items 1 to 4");
    add("relationship", s_.relationship, "items 5 to 7");
    return heading("Scores", colour_) + table.render(0, width_, colour_);
  }

  [[nodiscard]] std::string items() const {
    TextTable table("lrl");
    for (std::size_t n = 0; n < kItems; ++n) {
      if (s_.items[n].count == 0) continue;
      table.add({{stats::words_of(survey::kItemNames[n])},
                 {points(s_.items[n].mean)},
                 {margin(s_.items[n]), Style::quiet}});
    }
    return heading("Items", colour_) + table.render(0, width_, colour_);
  }

  [[nodiscard]] std::string sure() const {
    TextTable table("lrl");
    table.breaks_last();
    const auto& r = s_.reliability;
    if (const auto response = s_.response()) {
      table.add({{"response"},
                 {stats::percent(*response)},
                 {fmt::format("of {} asked; in the field 26 to 65 % on the web, half by post, 89 % "
                              "handed out",
                              *s_.asked),
                  Style::quiet}});
    }
    const auto add = [&](const char* name, double value, const std::string& note) {
      table.add({{name}, {points(value)}, {note, Style::quiet}});
    };
    add("alpha", r.alpha, "do the items agree; 0.77 to 0.90 in the field");
    if (r.agreement.icc1 == r.agreement.icc1) {
      add("ICC(1)", r.agreement.icc1,
          fmt::format("variance between {} {}s; about 0.10 in nine hospitals", r.agreement.clusters,
                      r.agreement_within));
      add("ICC(2)", std::max(0.0, r.agreement.icc2),
          fmt::format("reliability of a {}'s mean, {} people each; about 0.81 in nine hospitals",
                      r.agreement_within, stats::number(r.agreement.size, 0)));
    }
    if (r.retest_respondents > 0) {
      add("retest", r.retest,
          fmt::format("correlation with the wave before, {} people; 0.67 to 0.83 in the field",
                      r.retest_respondents));
    }
    return heading("How sure that is", colour_) + table.render(0, width_, colour_);
  }

  [[nodiscard]] std::string notes() const {
    std::string text;
    const bool hidden = std::any_of(s_.groups.begin(), s_.groups.end(), [](const auto& group) {
      return !group.shown && group.respondents > 0;
    });
    if (hidden || hides_cells()) {
      text +=
          fmt::format("* fewer than {} respondents: not shown{}. ", s_.smallest,
                      s_.totals_leave_out ? ", nor counted in the scores, which would tell" : "");
    }
    text +=
        "- nobody answered. +/- is half of the 95 % interval. The words weak and strong follow "
        "bands that are recalled from practice, not verified.";
    return '\n' + styled(stats::paragraph(text, width_), Style::quiet, colour_);
  }

  [[nodiscard]] bool hides_cells() const {
    for (std::size_t r = 0; r < s_.groups.size(); ++r) {
      for (std::size_t g = 0; g < s_.groups.size(); ++g) {
        if (s_.cell(r, g).index.count > 0 && !s_.shows(r, g)) return true;
      }
    }
    return false;
  }

  const SurveyScores& s_;
  std::size_t width_;
  bool colour_;
};

boost::json::value number_or_null(double value) {
  if (value != value) return nullptr;
  return value;
}

boost::json::object to_json(const Summary& summary) {
  return {{"mean", number_or_null(summary.mean)},
          {"sd", number_or_null(summary.sd)},
          {"error", number_or_null(summary.error)}};
}

boost::json::array groups_json(const SurveyScores& scores) {
  boost::json::array groups;
  for (const auto& group : scores.groups) {
    boost::json::object one{{"name", group.name}, {"shown", group.shown}};
    if (group.shown || group.respondents == 0) one["respondents"] = group.respondents;
    if (group.asked) one["asked"] = *group.asked;
    groups.push_back(std::move(one));
  }
  return groups;
}

boost::json::array matrix_json(const SurveyScores& scores) {
  boost::json::array cells;
  for (std::size_t r = 0; r < scores.groups.size(); ++r) {
    for (std::size_t g = 0; g < scores.groups.size(); ++g) {
      if (!scores.shows(r, g)) continue;
      const auto& cell = scores.cell(r, g);
      cells.push_back({{"rater", scores.groups[r].name},
                       {"rated", scores.groups[g].name},
                       {"raters", cell.index.count},
                       {"index", to_json(cell.index)},
                       {"communication", to_json(cell.communication)},
                       {"relationship", to_json(cell.relationship)}});
    }
  }
  return cells;
}

}  // namespace

std::string survey_text(const SurveyScores& scores, const std::string& about, std::size_t width,
                        bool colour) {
  return Report(scores, width, colour).text(about);
}

boost::json::value survey_json(const SurveyScores& scores) {
  boost::json::object items;
  for (std::size_t n = 0; n < kItems; ++n) {
    items[survey::kItemNames[n]] = to_json(scores.items[n]);
  }
  const auto& r = scores.reliability;
  const auto response = scores.response();
  return {{"wave", scores.wave},
          {"respondents", scores.respondents},
          {"asked", scores.asked ? boost::json::value(*scores.asked) : nullptr},
          {"smallest", scores.smallest},
          {"totals_leave_out", scores.totals_leave_out},
          {"groups", groups_json(scores)},
          {"matrix", matrix_json(scores)},
          {"survey_index", to_json(scores.index)},
          {"within", to_json(scores.within)},
          {"between", to_json(scores.between)},
          {"within_between_gap", number_or_null(scores.within.mean - scores.between.mean)},
          {"communication", to_json(scores.communication)},
          {"relationship", to_json(scores.relationship)},
          {"items", std::move(items)},
          {"alpha", number_or_null(r.alpha)},
          {"icc1", number_or_null(r.agreement.icc1)},
          {"icc2", number_or_null(r.agreement.icc2)},
          {"icc_between", r.agreement_within},
          {"response_rate", response ? boost::json::value(*response) : nullptr},
          {"retest", number_or_null(r.retest)}};
}

}  // namespace relco::app
