// Who gains and who loses: what each arm means for each organisation.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "stats/readable.h"
#include "verdict/sections.h"

namespace relco::verdict {
namespace {

std::string_view unit_of(Outcome outcome) {
  return stats::reading_of(row_of(outcome)).change_unit;
}

// How an organisation fares on both counts.
Cell fate_of(Leaning ties, Leaning cost) {
  const bool stronger = ties == Leaning::better, weaker = ties == Leaning::worse;
  const bool cheaper = cost == Leaning::better, dearer = cost == Leaning::worse;
  if (stronger && cheaper) return {"stronger ties, cheaper", Style::good};
  if (weaker && dearer) return {"weaker ties, dearer", Style::bad};
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
  if (change.paired.n == 0) return "-";
  const ShownChange shown = shown_change(change);
  const std::string difference = stats::signed_number(shown.difference, shown.decimals);
  if (!shown.interval.known()) return difference;
  const double half = (shown.interval.high - shown.interval.low) / 2;
  return difference + " +/- " + stats::number(half, shown.decimals);
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
      "Of {} organisations ties are clearly stronger in {} of {} organisations "
      "and weaker in {}; costs "
      "are clearly lower in {} and higher in {}. The ends of the list:",
      stats::words_of(verdict.arms[arm].name), counts[0], verdict.scopes.size(), counts[1],
      counts[2], counts[3]);
}

std::string gainers_of(const Verdict& verdict, std::size_t arm, Page page) {
  const auto order = ranked(verdict, arm);
  const bool all = order.size() <= kAllShown;
  const OrganisationChange& first = order.front()->arms[arm];
  TextTable table("lrrl");
  table.add({{stats::words_of(verdict.arms[arm].name), Style::heading},
             {name_of(first.ties.outcome), Style::quiet},
             {name_of(first.cost.outcome), Style::quiet},
             {""}});
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (!all && i == kEndShown) table.add({{"  ...", Style::quiet}});
    if (!all && i >= kEndShown && i + kEndShown < order.size()) continue;
    const OrganisationChange& one = order[i]->arms[arm];
    table.add({{"  " + stats::words_of(order[i]->name)},
               {with_half_width(one.ties)},
               {with_half_width(one.cost)},
               fate_of(one.ties.leaning, one.cost.leaning)});
  }
  const std::string counts =
      all ? "" : stats::paragraph(count_text(verdict, arm), page.width, "  ", "  ");
  return counts + table.render(2, page.width, page.colour);
}

}  // namespace

std::string gainer_section(const Verdict& verdict, Page page) {
  if (verdict.scopes.size() < 2 || verdict.arms.size() < 2) return "";
  const OrganisationChange& first = verdict.scopes.front().arms[1];
  std::string text = heading(
      "WHO GAINS AND WHO LOSES",
      fmt::format("organisations; change from \"{}\" in {} ({}) and {} ({}): what payers pay for "
                  "the pathways that an organisation accounts for",
                  stats::words_of(verdict.arms.front().name), name_of(first.ties.outcome),
                  unit_of(first.ties.outcome), name_of(first.cost.outcome),
                  unit_of(first.cost.outcome)),
      page);
  for (std::size_t arm = 1; arm < verdict.arms.size(); ++arm) {
    if (arm > 1) text += "\n";
    text += gainers_of(verdict, arm, page);
  }
  return text;
}

}  // namespace relco::verdict
