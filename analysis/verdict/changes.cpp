// What changed against the control: headline outcomes, organisations, common luck.
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

std::string label_of(Outcome outcome) {
  const OutcomeRow& row = row_of(outcome);
  const std::string unit(stats::reading_of(row).unit);
  const std::string name =
      outcome == Outcome::rc_between ? "RC between groups" : stats::words_of(row.name);
  if (unit.empty()) return name;
  return name + (unit.rfind("per ", 0) == 0 ? " " : ", ") + unit;
}

stats::Interval scaled(const stats::Interval& interval, double factor) {
  return {interval.low * factor, interval.high * factor};
}

std::vector<Cell> change_row(std::string_view group, const OutcomeChange& change, Page page) {
  const stats::Paired& paired = change.paired;
  const double factor = stats::reading_of(row_of(change.outcome)).factor;
  const stats::Interval interval = scaled(paired.interval, factor);
  const int decimals = stats::decimals_for(paired.difference * factor, interval);
  std::vector<Cell> row;
  if (page.wide()) row.push_back({std::string(group), Style::quiet});
  row.push_back({label_of(change.outcome)});
  row.push_back({stats::number(paired.control_mean * factor, decimals)});
  row.push_back({stats::signed_number(paired.difference * factor, decimals)});
  const bool known = interval.known();
  row.push_back({known ? stats::range_text(interval, decimals, true) : "-"});
  if (page.wide()) {
    row.push_back(
        {std::isnan(paired.relative)
             ? "-"
             : stats::signed_number(100 * paired.relative,
                                    stats::decimals_for(100 * paired.relative,
                                                        scaled(paired.relative_interval, 100))) +
                   " %"});
  }
  row.push_back(reading_cell(change.leaning, page));
  return row;
}

// How an organisation fares on both counts.
Cell fate_of(Leaning ties, Leaning cost) {
  const bool stronger = ties == Leaning::better, weaker = ties == Leaning::worse;
  const bool cheaper = cost == Leaning::better, dearer = cost == Leaning::worse;
  if (stronger && cheaper) return {"gains on both", Style::good};
  if (weaker && dearer) return {"loses on both", Style::bad};
  if (stronger && dearer) return {"stronger ties, dearer", Style::plain};
  if (weaker && cheaper) return {"weaker ties, cheaper", Style::plain};
  if (stronger) return {"stronger ties", Style::good};
  if (cheaper) return {"cheaper", Style::good};
  if (weaker) return {"weaker ties", Style::bad};
  if (dearer) return {"dearer", Style::bad};
  if (ties == Leaning::unknown && cost == Leaning::unknown) return {"needs more replicates"};
  return {"no clear difference", Style::quiet};
}

// "+0.12 +/- 0.07"
std::string with_half_width(const OutcomeChange& change) {
  const double factor = stats::reading_of(row_of(change.outcome)).factor;
  const stats::Paired& paired = change.paired;
  if (paired.n == 0) return "-";
  const stats::Interval interval = scaled(paired.interval, factor);
  const int decimals = stats::decimals_for(paired.difference * factor, interval);
  const std::string difference = stats::signed_number(paired.difference * factor, decimals);
  if (!interval.known()) return difference;
  return difference + " +/- " + stats::number((interval.high - interval.low) / 2, decimals);
}

// Organisations by what an arm does to their ties, best first; those without ties last.
std::vector<const ScopeVerdict*> ranked(const Verdict& verdict, std::size_t arm) {
  std::vector<const ScopeVerdict*> order;
  for (const ScopeVerdict& scope : verdict.scopes) order.push_back(&scope);
  const auto rank = [arm](const ScopeVerdict* scope) {
    const double difference = scope->arms[arm].ties.paired.difference;
    return std::isnan(difference) ? -1e300 : difference;
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](const auto* a, const auto* b) { return rank(a) > rank(b); });
  return order;
}

constexpr std::size_t kAllShown = 8;  // organisations; of more, the best and the worst
constexpr std::size_t kEndShown = 3;

std::string count_text(const Verdict& verdict, std::size_t arm) {
  std::array<int, 4> counts{};  // ties better, worse, cost better, worse
  for (const ScopeVerdict& scope : verdict.scopes) {
    const OrganisationChange& one = scope.arms[arm];
    counts[0] += one.ties.leaning == Leaning::better ? 1 : 0;
    counts[1] += one.ties.leaning == Leaning::worse ? 1 : 0;
    counts[2] += one.cost.leaning == Leaning::better ? 1 : 0;
    counts[3] += one.cost.leaning == Leaning::worse ? 1 : 0;
  }
  return fmt::format(
      "Of {} organisations ties are clearly stronger in {} and weaker in {}; costs "
      "are clearly lower in {} and higher in {}. The ends of the list:",
      verdict.scopes.size(), counts[0], counts[1], counts[2], counts[3]);
}

std::string gainers_of(const Verdict& verdict, std::size_t arm, Page page) {
  const auto order = ranked(verdict, arm);
  const bool all = order.size() <= kAllShown;
  const OrganisationChange& first = order.front()->arms[arm];
  TextTable table("lrrl");
  table.add({{"organisation", Style::quiet},
             {label_of(first.ties.outcome), Style::quiet},
             {label_of(first.cost.outcome), Style::quiet},
             {""}});
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (!all && i == kEndShown) table.add({{"...", Style::quiet}});
    if (!all && i >= kEndShown && i + kEndShown < order.size()) continue;
    const OrganisationChange& one = order[i]->arms[arm];
    table.add({{stats::words_of(order[i]->name)},
               {with_half_width(one.ties)},
               {with_half_width(one.cost)},
               fate_of(one.ties.leaning, one.cost.leaning)});
  }
  std::string text =
      "  " + styled(stats::words_of(verdict.arms[arm].name), Style::heading, page.colour) + "\n";
  if (!all) text += stats::paragraph(count_text(verdict, arm), page.width, "    ", "    ");
  return text + table.render(4, page.width, page.colour);
}

}  // namespace

std::string change_section(const Verdict& verdict, Page page) {
  const std::string control = stats::words_of(verdict.arms.front().name);
  std::string text = heading(
      fmt::format("DIFFERENCE FROM \"{}\"", control),
      fmt::format("same luck in both arms; means over the last half year, 95 % intervals"), page);
  for (std::size_t arm = 1; arm < verdict.arms.size(); ++arm) {
    TextTable table(page.wide() ? "llrrrrl" : "lrrrl");
    std::vector<Cell> head;
    if (page.wide()) head.push_back({""});
    for (const std::string& word :
         {std::string(), control, std::string("change"), std::string("95 % interval")}) {
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
    text += "  " + styled(stats::words_of(verdict.arms[arm].name), Style::heading, page.colour);
    text += "\n" + table.render(4, page.width, page.colour);
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
    const stats::Interval interval = scaled(level->estimate.interval, factor);
    const int decimals = stats::decimals_for(level->estimate.mean * factor, interval);
    table.add({{label_of(outcome)},
               {stats::number(level->estimate.mean * factor, decimals)},
               {stats::range_text(interval, decimals, false)}});
  }
  return text + table.render(2, page.width, page.colour);
}

std::string gainer_section(const Verdict& verdict, Page page) {
  if (verdict.scopes.size() < 2 || verdict.arms.size() < 2) return "";
  std::string text = heading(
      "WHO GAINS AND WHO LOSES",
      fmt::format("organisations, change from \"{}\"", stats::words_of(verdict.arms.front().name)),
      page);
  for (std::size_t arm = 1; arm < verdict.arms.size(); ++arm) {
    text += gainers_of(verdict, arm, page);
  }
  return text;
}

std::string luck_section(const Verdict& verdict, Page page) {
  std::string text;
  for (const ArmVerdict& arm : verdict.arms) {
    const OutcomeChange* change = entry_of(arm.changes, verdict.judged_on);
    if (change == nullptr || std::isnan(change->paired.correlation)) continue;
    const double saved = change->paired.variance_reduction;
    std::string worth;
    if (saved >= 1 - 1e-9) {
      worth = "all the variance";
    } else if (saved > 0) {
      worth =
          fmt::format("{} of the variance: as precise as {} times as many unpaired runs",
                      stats::percent(saved), stats::number(1 / (1 - saved), saved < 0.8 ? 1 : 0));
    } else {
      worth = "nothing here";
    }
    text += stats::paragraph(
        fmt::format("{}: {} correlates {:.2f} between runs with the same luck; pairing saves {}.",
                    stats::words_of(arm.name), label_of(verdict.judged_on),
                    change->paired.correlation, worth),
        page.width, "  ", "    ");
  }
  return text.empty() ? "" : heading("COMMON LUCK", "", page) + text;
}

}  // namespace relco::verdict
