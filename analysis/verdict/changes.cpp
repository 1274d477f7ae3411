// What changed against the control: headline outcomes and common luck.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "stats/readable.h"
#include "verdict/sections.h"

namespace relco::verdict {
namespace {

struct Headline {
  std::string_view group;
  Outcome outcome;
};

// What a planner asks first; `relco run --json` and the results file have the others.
constexpr std::array kHeadlines{
    Headline{"ties", Outcome::rc_between},      Headline{"care", Outcome::episode_length},
    Headline{"care", Outcome::experience},      Headline{"care", Outcome::readmissions},
    Headline{"care", Outcome::adverse_events},  Headline{"cost", Outcome::episode_cost},
    Headline{"staff", Outcome::burnout},        Headline{"staff", Outcome::leaving},
    Headline{"staff", Outcome::leader_support}, Headline{"family", Outcome::family_strain},
};

template <typename Entry>
const Entry* entry_of(const std::vector<Entry>& entries, Outcome outcome) {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const Entry& entry) { return entry.outcome == outcome; });
  return found == entries.end() ? nullptr : &*found;
}

// A system without ties between groups is read by all its ties.
Outcome shown_outcome(const Verdict& verdict, Outcome headline) {
  return headline == Outcome::rc_between ? verdict.judged_on : headline;
}

std::vector<Cell> change_row(std::string_view group, const OutcomeChange& change, Page page) {
  const ShownChange shown = shown_change(change);
  const double relative = 100 * change.paired.relative;
  std::vector<Cell> row;
  row.push_back({"  " + label_of(change.outcome)});
  if (page.wide()) row.push_back({std::string(group), Style::quiet});
  row.push_back({stats::number(shown.control, shown.decimals)});
  row.push_back({stats::signed_number(shown.difference, shown.decimals)});
  row.push_back({shown.interval.known() ? stats::range_text(shown.interval, shown.decimals, true)
                                        : std::string("-")});
  if (page.wide()) {
    row.push_back({std::isnan(relative) ? "-" : stats::signed_number(relative, 1) + " %"});
  }
  row.push_back(reading_cell(change.leaning, page));
  return row;
}

// "; 64 paired runs tell as much as 450 unpaired ones"
std::string worth_of_pairing(const stats::Paired& paired) {
  const double saved = paired.variance_reduction;
  if (saved >= 1 - 1e-6) return ", so that pairing leaves no noise at all";
  if (!(saved > 0)) return "; here pairing saves nothing";
  const double worth = std::floor(static_cast<double>(paired.n) / (1 - saved));
  return fmt::format("; {} paired runs tell as much as {} unpaired ones", paired.n,
                     stats::number(worth, 0));
}

// The four questions of a first reading: ties, cost, what care is like, what staff pay for it.
constexpr std::array kGlance{Outcome::rc_between, Outcome::episode_cost, Outcome::experience,
                             Outcome::burnout};

// "RC between groups +0.05", "episode cost -3.6 %"
std::string glance_at(const OutcomeChange& change) {
  const double relative = 100 * change.paired.relative;
  if (row_of(change.outcome).unit == "money" && !std::isnan(relative)) {
    return fmt::format("{} {} %", name_of(change.outcome), stats::signed_number(relative, 1));
  }
  const ShownChange shown = shown_change(change);
  const std::string unit(stats::reading_of(row_of(change.outcome)).change_unit);
  return fmt::format("{} {}{}", name_of(change.outcome),
                     stats::signed_number(shown.difference, shown.decimals),
                     unit.empty() ? "" : " " + unit);
}

}  // namespace

std::string glance_of(const Verdict& verdict, const ArmVerdict& arm) {
  std::string clear, unclear;
  for (const Outcome headline : kGlance) {
    const OutcomeChange* change = entry_of(arm.changes, shown_outcome(verdict, headline));
    if (change == nullptr) continue;
    const bool known = change->leaning != Leaning::unclear && change->leaning != Leaning::same &&
                       change->leaning != Leaning::unknown;
    std::string& list = known ? clear : unclear;
    list += (list.empty() ? "" : ", ") + (known ? glance_at(*change) : name_of(change->outcome));
  }
  if (clear.empty() && unclear.empty()) return "";
  std::string text = fmt::format(" Against \"{}\": {}", stats::words_of(verdict.arms.front().name),
                                 clear.empty() ? "no clear difference in " + unclear : clear);
  if (!clear.empty() && !unclear.empty()) text += "; no clear difference in " + unclear;
  return text + ".";
}

std::string name_of(Outcome outcome) {
  if (outcome == Outcome::rc_between) return "RC between groups";
  return stats::words_of(row_of(outcome).name);
}

std::string label_of(Outcome outcome) {
  const std::string unit(stats::reading_of(row_of(outcome)).unit);
  if (unit.empty()) return name_of(outcome);
  return name_of(outcome) + (unit.rfind("per ", 0) == 0 ? " " : ", ") + unit;
}

ShownChange shown_change(const OutcomeChange& change) {
  const stats::Paired& paired = change.paired;
  const double factor = stats::reading_of(row_of(change.outcome)).factor;
  const stats::Interval interval{paired.interval.low * factor, paired.interval.high * factor};
  const double difference = paired.difference * factor;
  const double control = paired.control_mean * factor;
  return {control, difference, interval, stats::decimals_of_change(difference, interval, control)};
}

std::string change_section(const Verdict& verdict, Page page) {
  const std::string control = stats::words_of(verdict.arms.front().name);
  std::string text =
      heading(fmt::format("DIFFERENCE FROM \"{}\"", control),
              "same luck in both arms; means over the last half year, 95 % intervals", page);
  for (std::size_t arm = 1; arm < verdict.arms.size(); ++arm) {
    TextTable table(page.wide() ? "llrrrrl" : "lrrrl");
    std::vector<Cell> head{{stats::words_of(verdict.arms[arm].name), Style::heading}};
    if (page.wide()) head.push_back({""});
    for (const std::string& word : {control, std::string("change"), std::string("95 % interval")}) {
      head.push_back({word, Style::quiet});
    }
    if (page.wide()) head.push_back({"in %", Style::quiet});
    head.push_back({""});
    table.add(std::move(head));
    std::string_view group;
    for (const Headline& headline : kHeadlines) {
      const Outcome outcome = shown_outcome(verdict, headline.outcome);
      const OutcomeChange* change = entry_of(verdict.arms[arm].changes, outcome);
      if (change == nullptr) continue;
      table.add(change_row(headline.group == group ? "" : headline.group, *change, page));
      group = headline.group;
    }
    if (arm > 1) text += "\n";
    text += table.render(2, page.width, page.colour);
  }
  return text;
}

std::string level_section(const Verdict& verdict, Page page) {
  std::string text =
      heading("WHERE IT ENDS", "means over the last half year, 95 % intervals", page);
  TextTable table("lrr");
  for (const Headline& headline : kHeadlines) {
    const Outcome outcome = shown_outcome(verdict, headline.outcome);
    const OutcomeLevel* level = entry_of(verdict.arms.front().outcomes, outcome);
    if (level == nullptr) continue;
    const double factor = stats::reading_of(row_of(outcome)).factor;
    const stats::Interval own = level->estimate.interval;
    const stats::Interval interval{own.low * factor, own.high * factor};
    const int decimals = stats::decimals_of_level(level->estimate.mean * factor, interval);
    table.add({{label_of(outcome)},
               {stats::number(level->estimate.mean * factor, decimals)},
               {stats::range_text(interval, decimals, false)}});
  }
  return text + table.render(2, page.width, page.colour);
}

std::string luck_section(const Verdict& verdict, Page page) {
  std::string text;
  for (const ArmVerdict& arm : verdict.arms) {
    const OutcomeChange* change = entry_of(arm.changes, verdict.judged_on);
    if (change == nullptr || std::isnan(change->paired.correlation)) continue;
    text +=
        stats::paragraph(fmt::format("{}: {} correlates {:.2f} between runs with the same luck{}.",
                                     stats::words_of(arm.name), name_of(verdict.judged_on),
                                     change->paired.correlation, worth_of_pairing(change->paired)),
                         page.width, "  ", "    ");
  }
  return text.empty() ? "" : heading("COMMON LUCK", "", page) + text;
}

}  // namespace relco::verdict
