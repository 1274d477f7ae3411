#include "app/generated_docs.h"

#include <fmt/format.h>

#include "app/command_line.h"
#include "app/equation_pages.h"
#include "app/evidence_page.h"
#include "app/json_text.h"
#include "app/markdown.h"
#include "evidence/evidence.h"
#include "measure/regime.h"
#include "rules/parameters.h"
#include "scenario/schema.h"
#include "world/ledger_terms.h"
#include "world/outcomes.h"
#include "world/tables.h"

namespace relco::app {
namespace {

std::string parameters_page() {
  std::string text = std::string("# Parameters\n\n") + kGeneratedNotice +
                     "The one global set of behavioural parameters. No scenario sets them; "
                     "`--set rule.name=value` does, for research, and the verdict then says so. "
                     "Origin: *literature* rests on the evidence named, *calibrated* was fitted so "
                     "that the model as a whole meets it, *judgement* is a choice without a figure "
                     "behind it. [Evidence](evidence.md) tells what an id stands for.\n";
  std::string_view rule;
  for (const ParameterRow& row : parameter_rows()) {
    if (row.rule != rule) {
      rule = row.rule;
      text += fmt::format(
          "\n## {}\n\n| parameter | default | range | unit | origin | source | meaning |\n"
          "|---|---|---|---|---|---|---|\n",
          rule);
    }
    text += fmt::format("| `{}.{}` | {} | {} to {} | {} | {} | {} | {} |\n", row.rule, row.field,
                        row.default_value, row.min, row.max, cell(row.unit), to_text(row.origin),
                        cell(evidence::marked(row.source)), cell(row.meaning));
  }
  return text;
}

std::string outcomes_page() {
  std::string text =
      std::string("# What a run reports\n\n") + kGeneratedNotice +
      "Every outcome is recorded every week, for the whole system and for each "
      "organisation. Weekly rates count events of the week; values per case are means "
      "over the cases that ended in it.\n\n"
      "| outcome | unit | good | smallest scope | meaning |\n|---|---|---|---|---|\n";
  for (const OutcomeRow& row : outcome_rows()) {
    text += fmt::format("| `{}` | {} | {} | {} | {} |\n", row.name, cell(row.unit),
                        row.good > 0   ? "more"
                        : row.good < 0 ? "less"
                                       : "-",
                        smallest_scope(row.level), cell(row.meaning));
  }
  text +=
      "\n## The loop ledger\n\nEvery change of every tie is the sum of these terms, in the "
      "order in which they act within a week.\n\n| term | meaning |\n|---|---|\n";
  for (std::size_t term = 0; term < kTerms; ++term) {
    text += fmt::format("| `{}` | {} |\n", term_name(term), cell(term_meaning(term)));
  }
  const RegimeCutoffs& cut = kRegimeCutoffs;
  text += fmt::format(
      "\n## Which cycle won\n\nJudged on the last {} weeks. The cut-offs (RC index, 1 to 5; slopes "
      "in "
      "points a year):\n\n| cut-off | value |\n|---|---|\n"
      "| virtuous from here on, between groups | {} |\n| virtuous from here on, within groups | {} "
      "|\n"
      "| virtuous from here on while rising | {} |\n| vicious below this while falling | {} |\n"
      "| vicious below this | {} |\n| rising or falling: slope beyond | {} |\n"
      "| good news outweighs bad: gain above | {} |\n",
      kRegimeWindow, cut.strong_between, cut.strong_within, cut.rising_from, cut.falling_below,
      cut.weak, cut.slope, cut.gain);
  return text;
}

std::string_view kind_name(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::fixed: return "fixed";
    case ColumnKind::stock: return "stock";
    case ColumnKind::flow: return "flow";
    case ColumnKind::reference: return "reference";
  }
  return "";
}

template <class Table>
std::string columns_of() {
  std::string text =
      fmt::format("\n## {}\n\n| column | kind | unit | writer | meaning |\n|---|---|---|---|---|\n",
                  Table::kTable);
  Table table;
  Table::for_each_column(table, [&text](const ColumnInfo& info, const auto&) {
    text += fmt::format("| `{}` | {} | {} | {} | {} |\n", info.name, kind_name(info.kind),
                        cell(info.unit), info.writer, cell(info.meaning));
  });
  return text;
}

template <class... Tables>
std::string all_columns() {
  return (columns_of<Tables>() + ...);
}

std::string state_page() {
  std::string text = std::string("# The state of a world\n\n") + kGeneratedNotice +
                     "Every entity is a row, everything known about it a column. *fixed* is set by "
                     "genesis, *stock* "
                     "carries over from week to week, *flow* is made new every week, *reference* "
                     "points to a row of "
                     "another table. Every column has one writer; when the writers run says the "
                     "[week](schedule.md).\n";
  text += all_columns<People, Links, Pairs, Units, Organisations, OrganisationLinks, Unions, Payers,
                      Lanes, Cases, Members>();
  return text;
}

}  // namespace

std::vector<GeneratedDocument> generated_documents() {
  return {{"vocabulary.md", reference_markdown()},
          {"parameters.md", parameters_page()},
          {"evidence.md", evidence_page()},
          {"outcomes.md", outcomes_page()},
          {"state.md", state_page()},
          {"schedule.md", schedule_page()},
          {"equations.md", equations_page()},
          {"symbols.md", symbols_page()},
          {"draws.md", draws_page()},
          {"command-line.md", command_line_markdown()},
          {"scenario.schema.json", json_schema()},
          {"experiment.schema.json", experiment_json_schema()}};
}

}  // namespace relco::app
