// The whole text, its opening and close, and what moved the ties.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "stats/readable.h"
#include "verdict/sections.h"

namespace relco::verdict {
namespace {

constexpr double kWorthALine = 0.02;  // share below which a loop is not listed

// Pulls whose sum is a small part of what they are each.
bool evens_out(const LoopShare& loop) {
  return std::abs(loop.net) < 0.1 * loop.gross;
}

// The largest term that pulls up (direction 1) or down (-1), or none.
const TermShare* strongest(const LoopShare& loop, int direction) {
  const auto found = std::find_if(loop.terms.begin(), loop.terms.end(),
                                  [&](const TermShare& term) { return term.net * direction > 0; });
  return found == loop.terms.end() ? nullptr : &*found;
}

// "mostly learning what the others do"; of pulls that cancel out, the strongest either way.
std::string leading_term(const LoopShare& loop) {
  const auto meaning = [](const TermShare* term) {
    return std::string(term_meaning(static_cast<std::size_t>(term->term)));
  };
  const TermShare *up = strongest(loop, 1), *down = strongest(loop, -1);
  if (evens_out(loop) && up != nullptr && down != nullptr) {
    return meaning(up) + ", against " + meaning(down);
  }
  const TermShare* leads = loop.net > 0 ? up : down;
  if (leads == nullptr) return "";
  return (loop.terms.size() == 1 ? "" : "mostly ") + meaning(leads);
}

bool worth_a_line(const LoopShare& loop) {
  return std::max(loop.share, loop.own) >= kWorthALine;
}

std::vector<Cell> loop_row(const LoopShare& loop, bool control) {
  const bool even = evens_out(loop);
  const Style style = even ? Style::quiet : loop.net > 0 ? Style::good : Style::bad;
  std::vector<Cell> row{
      {"  " + std::string(loop.name)},
      {stats::percent(loop.share), style},
      {even ? "even" : (loop.net > 0 ? "up" : (loop.net < 0 ? "down" : "")), style}};
  if (!control) row.push_back({stats::percent(loop.own)});
  row.push_back({leading_term(loop), Style::quiet});
  return row;
}

std::string loops_of(const ArmVerdict& arm, bool control, Page page) {
  TextTable table(control ? "lrll" : "lrlrl");
  table.breaks_last();
  const std::string name = stats::words_of(arm.name);
  std::vector<Cell> head{{name, Style::heading}};
  if (!control) head.insert(head.end(), {{"of difference", Style::quiet}, {""}});
  head.insert(head.end(), {{control ? "share" : "own", Style::quiet}, {""}});
  table.add(std::move(head));
  for (const LoopShare& loop : arm.loops) {
    if (worth_a_line(loop)) table.add(loop_row(loop, control));
  }
  const std::string label = "  " + styled(name, Style::heading, page.colour);
  if (std::none_of(arm.loops.begin(), arm.loops.end(), worth_a_line)) {
    return label + ": no tie moved\n";
  }
  if (!control && arm.loops.front().share == 0) return label + ": no loop differs\n";
  return table.render(2, page.width, page.colour);
}

std::string closing(const Verdict& verdict, Page page) {
  std::string text = verdict.software;
  if (!verdict.digest.empty()) text += ", digest " + verdict.digest;
  return styled(stats::paragraph(text, page.width), Style::quiet, page.colour);
}

}  // namespace

std::string heading(const std::string& title, const std::string& about, Page page) {
  std::string text = "\n" + styled(title, Style::heading, page.colour) + "\n";
  if (!about.empty()) text += stats::paragraph(about, page.width, "  ", "  ");
  return text;
}

Cell reading_cell(Leaning leaning, Page page) {
  const auto with_symbol = [&](const char* symbol, const char* word) {
    return page.colour ? fmt::format("{} {}", symbol, word) : std::string(word);
  };
  switch (leaning) {
    case Leaning::better: return {with_symbol("\u25b2", "better"), Style::good};
    case Leaning::worse: return {with_symbol("\u25bc", "worse"), Style::bad};
    case Leaning::higher: return {with_symbol("\u2191", "higher"), Style::plain};
    case Leaning::lower: return {with_symbol("\u2193", "lower"), Style::plain};
    case Leaning::unclear: return {with_symbol("\u00b7", "no clear difference"), Style::quiet};
    case Leaning::same: return {with_symbol("=", "no difference"), Style::quiet};
    case Leaning::unknown: return {"needs more replicates", Style::quiet};
  }
  return {};
}

// The conventions that decide, on the survey's scale.
std::string cutoffs_text(Outcome judged_on) {
  const RegimeCutoffs& at = kRegimeCutoffs;
  if (judged_on != Outcome::rc_between) return "Ties are on the survey's scale of 1 to 5.";
  return fmt::format(
      "On the survey's scale of 1 to 5 they are virtuous from {} on, or from {} on and "
      "rising, and vicious below {}, or below {} and falling.",
      at.strong_between, at.rising_from, at.weak, at.falling_below);
}

std::string opening(const Verdict& verdict, Page page) {
  std::string text;
  if (!verdict.overrides.empty()) {
    std::string list;
    for (const std::string& one : verdict.overrides) list += (list.empty() ? "" : ", ") + one;
    text += stats::paragraph(
        "Behavioural parameters were changed, so this is not the model as published: " + list,
        page.width, "", "  ");
  }
  for (const std::string& line : stats::wrap(verdict.title, page.width)) {
    text += styled(line, Style::heading, page.colour) + "\n";
  }
  if (!verdict.question.empty()) text += stats::paragraph(verdict.question, page.width);
  if (!verdict.settings.empty()) {
    text +=
        stats::paragraph(fmt::format("With {}.", fmt::join(verdict.settings, ", ")), page.width);
  }
  const auto plural = [](std::size_t n, const char* one, const char* many) {
    return fmt::format("{} {}", n, n == 1 ? one : many);
  };
  text += stats::paragraph(
      fmt::format("{} with {}{}, {}, seed {}. Regimes are judged on {} over the last {}.",
                  plural(verdict.arms.size(), "arm", "arms"),
                  plural(static_cast<std::size_t>(verdict.replicates), "run", "runs"),
                  verdict.arms.size() > 1 ? " each" : "",
                  plural(static_cast<std::size_t>(verdict.weeks), "week", "weeks"), verdict.seed,
                  verdict.judged_on == Outcome::rc_between ? "ties between groups" : "all ties",
                  plural(static_cast<std::size_t>(std::min<Week>(verdict.weeks, kRegimeWindow)),
                         "week", "weeks")),
      page.width);
  return text + stats::paragraph(cutoffs_text(verdict.judged_on), page.width);
}

std::string loop_section(const Verdict& verdict, Page page) {
  const bool several = verdict.arms.size() > 1;
  std::string text = heading(
      "WHAT MOVED THE TIES",
      several ? fmt::format(
                    "share of the difference from \"{}\", which way it pulled (down: it "
                    "gave less than there, or took more; gains shrink as ties near "
                    "their ceiling; even: pulls cancel out), and share of the arm's own movement",
                    stats::words_of(verdict.arms.front().name))
              : std::string("share of all movement, and which way it pulled"),
      page);
  for (std::size_t arm = 0; arm < verdict.arms.size(); ++arm) {
    if (arm > 0) text += "\n";
    text += loops_of(verdict.arms[arm], arm == 0, page);
  }
  return text;
}

std::string to_text(const Verdict& verdict, std::size_t width, bool colour) {
  const Page page{std::max<std::size_t>(width, 60), colour};
  std::string text = opening(verdict, page);
  if (verdict.arms.empty()) return text;
  text += sentences(verdict, page);
  text += regime_section(verdict, page);
  text += verdict.arms.size() > 1 ? change_section(verdict, page) : level_section(verdict, page);
  text += gainer_section(verdict, page);
  text += loop_section(verdict, page);
  text += luck_section(verdict, page);
  return text + "\n" + closing(verdict, page);
}

}  // namespace relco::verdict
