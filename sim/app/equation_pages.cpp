#include "app/equation_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/equations.h"
#include "app/generated_docs.h"
#include "engine/simulation.h"
#include "random/draws.h"
#include "rules/parameters.h"

namespace relco::app {
namespace {

constexpr std::size_t kWidth = 96;  // of a formula, in characters

// A statement of a formula, broken at spaces; what goes on is indented.
std::string broken(std::string_view statement) {
  std::string text;
  std::size_t column = 0;
  while (!statement.empty()) {
    const std::size_t end = std::min(statement.find(' '), statement.size());
    if (column > 0 && column + 1 + end > kWidth) {
      text += "\n    ";
      column = 4;
    } else if (column > 0) {
      text += ' ';
      ++column;
    }
    text += statement.substr(0, end);
    column += end;
    statement.remove_prefix(std::min(end + 1, statement.size()));
  }
  return text + "\n";
}

std::string equation(const EquationRow& row) {
  const std::size_t colon = row.where.find(':');
  const std::string_view file = row.where.substr(0, colon), function = row.where.substr(colon + 1);
  std::string text =
      fmt::format("\n### {}\n\n{}{}.\n\n```\n", row.number,
                  static_cast<char>(std::toupper(row.says.front())), row.says.substr(1));
  for (const std::string_view statement : statements_of(row.formula)) text += broken(statement);
  text += fmt::format("```\n\n`{}` in [{}](../../{})", function, file, file);
  if (row.source != "-") text += fmt::format("; source {}", row.source);
  return text + "\n";
}

// "[C1](equations.md#c1), [C2](equations.md#c2)"
std::string links_to(const std::vector<std::string_view>& numbers) {
  std::string text;
  for (const std::string_view number : numbers) {
    std::string anchor(number);
    anchor[0] = static_cast<char>(std::tolower(anchor[0]));
    text += fmt::format("{}[{}](equations.md#{})", text.empty() ? "" : ", ", number, anchor);
  }
  return text;
}

std::string idle_parameters() {
  const std::vector<Symbol> symbols = symbols_of_equations();
  std::string text;
  for (const ParameterRow& row : parameter_rows()) {
    const std::string name = fmt::format("{}.{}", row.rule, row.field);
    const bool named = std::any_of(symbols.begin(), symbols.end(),
                                   [&](const Symbol& symbol) { return symbol.name == name; });
    if (!named) text += fmt::format("- `{}`: {}\n", name, row.meaning);
  }
  return text;
}

// What kinds of symbols there are, in the order in which people look for them.
struct Section {
  std::string_view kind, title, says;
};
constexpr Section kSections[] = {
    {"tie", "Ties", "The three components of a directed tie. 0.5 reads as 3 on the survey scale."},
    {"event", "Events", "Bits kept on the pair, one set a direction and week."},
    {"profile", "What a person brings to the week",
     "Made new by the phase workload. Equations name it by side: sender and receiver of a message, "
     "or me and the other."},
    {"link", "What the link between two units brings",
     "Made new every week, the same for all "
     "pairs of a link."},
    {"payment", "Payment", "The push of the way of paying on one organisation."},
    {"intermediate", "Steps between", "Worked out where the equation says, and not kept."},
    {"measure", "Measures", "Pure summaries; nothing in the model reads them."},
    {"stock", "State: stocks", "Carried over from week to week."},
    {"flow", "State: flows", "Made new every week."},
    {"fixed", "State: fixed", "Set when the world is made."},
    {"fact", "Facts", "What a scenario states; the reference of the vocabulary has all of them."},
    {"parameter", "Parameters",
     "The one global set; [parameters](parameters.md) has the values, "
     "ranges and origins."},
    {"draw", "Luck", "Keyed uniforms in [0, 1); [draws](draws.md) has what is decided by luck."},
    {"time", "Time", "One step is one week."},
    {"function", "Functions", "Made of basic operations only, so that every machine agrees."},
};

}  // namespace

std::string equations_page() {
  std::string text =
      "# Equations\n\n" + std::string(kGeneratedNotice) +
      "Every equation of the model, with the function that computes it; the function's comment "
      "names the number. `x'` is the value after the week, `p.name` a parameter of the rule at "
      "hand, `rule.name` a parameter of another, `person.name` a column of state, `sender.name` "
      "what a person brings to the week. What is in brackets is said in words. A test holds every "
      "row to its function: it reads exactly the parameters that its equations name. All symbols "
      "are explained in [symbols](symbols.md); the order in which equations act within a week is "
      "the [schedule](schedule.md). Shares that are stored are cut to 0..1 and rounded to 2^-23 "
      "after every step.\n";
  std::string_view group;
  for (const EquationRow& row : equation_rows()) {
    if (row.group != group) {
      group = row.group;
      text += fmt::format("\n## {}\n", group);
    }
    text += equation(row);
  }
  const std::string idle = idle_parameters();
  if (!idle.empty()) {
    text +=
        "\n## Parameters that no equation reads\n\nThose of the survey are read when it is held, "
        "by "
        "`sim/survey`, which has no equations here.\n\n" +
        idle;
  }
  return text;
}

std::string symbols_page() {
  std::string text = "# Symbols\n\n" + std::string(kGeneratedNotice) +
                     "What every symbol of the [equations](equations.md) means.\n";
  const std::vector<Symbol> symbols = symbols_of_equations();
  for (const Section& section : kSections) {
    text += fmt::format("\n## {}\n\n{}\n\n| symbol | unit | meaning | where |\n|---|---|---|---|\n",
                        section.title, section.says);
    for (const Symbol& symbol : symbols) {
      if (symbol.kind != section.kind) continue;
      text += fmt::format("| `{}` | {} | {} | {} |\n", symbol.name,
                          symbol.unit.empty() ? "-" : symbol.unit, symbol.meaning,
                          links_to(symbol.numbers));
    }
  }
  return text;
}

std::string schedule_page() {
  std::string text =
      "# The week\n\n" + std::string(kGeneratedNotice) +
      "Phases in their order. A phase reads what earlier phases of the week have written, and what "
      "the last week has left where none has; within a phase nothing reads what another unit, "
      "pair of units or pathway writes. After the last phase the week is recorded and, on request, "
      "digested.\n\n"
      "| phase | does | rules | writes |\n|---|---|---|---|\n";
  for (const Phase& phase : phases()) {
    std::string rules;
    std::string_view left = phase.rules;
    while (!left.empty()) {
      const std::size_t end = std::min(left.find(' '), left.size());
      const std::string_view rule = left.substr(0, end);
      rules += fmt::format("{}[{}](equations.md#{})", rules.empty() ? "" : ", ", rule, rule);
      left.remove_prefix(std::min(end + 1, left.size()));
    }
    text += fmt::format("| `{}` | {} | {} | {} |\n", phase.name, phase.does, rules, phase.writes);
  }
  return text;
}

std::string draws_page() {
  std::string text =
      "# What luck decides\n\n" + std::string(kGeneratedNotice) +
      "A draw is a pure function of (seed, replicate, purpose) as its key and (who, with whom or "
      "0, "
      "week, number of the draw) as its counter. Every decision that needs luck has its own "
      "purpose, so that adding a decision moves no other. The arm of a reform never enters: arms "
      "share their luck.\n\n| number | purpose | decides |\n|---|---|---|\n";
  for (const PurposeRow& row : purpose_rows()) {
    text += fmt::format("| {} | `{}` | {} |\n", row.number, row.name, row.meaning);
  }
  return text;
}

}  // namespace relco::app
