#include <fmt/format.h>

#include "app/describe.h"
#include "engine/simulation.h"
#include "random/draws.h"
#include "world/ledger_terms.h"
#include "world/outcomes.h"
#include "world/tables.h"

namespace relco::app {
namespace {

template <class Table>
std::string entity_text() {
  std::string text = fmt::format("  {}\n", Table::kTable);
  Table table;
  Table::for_each_column(table, [&text](const ColumnInfo& info, const auto&) {
    text += fmt::format("    {:<20} {:<14} {} (written by {})\n", info.name, info.unit,
                        info.meaning, info.writer);
  });
  return text;
}

template <class... Tables>
std::string entities_text() {
  return "Entities and their columns\n" + (entity_text<Tables>() + ...);
}

std::string week_text() {
  std::string text = "\nThe week, phase by phase\n";
  for (const Phase& phase : phases()) {
    text += fmt::format("  {:<13} {}\n                rules: {}; writes {}\n", phase.name,
                        phase.does, phase.rules, phase.writes);
  }
  return text;
}

std::string luck_text() {
  std::string text = "\nWhat needs luck (each with draws of its own)\n";
  for (const PurposeRow& row : purpose_rows()) {
    text += fmt::format("  {:<22} {}\n", row.name, row.meaning);
  }
  return text;
}

std::string records_text() {
  std::string text = "\nWhat is recorded every week, by system and organisation\n";
  for (const OutcomeRow& row : outcome_rows()) {
    text += fmt::format("  {:<28} {:<16} {}\n", row.name, row.unit, row.meaning);
  }
  text += "\nWhat every change of a tie is made of (the loop ledger)\n";
  for (std::size_t term = 0; term < kTerms; ++term) {
    text += fmt::format("  {:<20} {}\n", term_name(term), term_meaning(term));
  }
  return text;
}

}  // namespace

std::string describe_model() {
  return entities_text<People, Links, Pairs, Units, Organisations, OrganisationLinks, Unions,
                       Payers, Lanes, Cases, Members>() +
         week_text() + luck_text() + records_text() +
         "\nParameters: relco params. A scenario in words: relco describe SCENARIO.\n";
}

}  // namespace relco::app
