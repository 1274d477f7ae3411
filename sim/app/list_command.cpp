// relco list: the scenarios of a folder, and which rows of the checklist they cover.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <boost/json.hpp>

#include "app/commands.h"
#include "app/console.h"
#include "app/json_text.h"
#include "base/exit_codes.h"
#include "scenario/library.h"

namespace relco::app {
namespace {

std::string_view state_of(const Coverage& row) {
  if (row.claims == 0) return "no claim";
  if (row.open == 0) return "claimed";
  return row.open < row.claims ? "partly open" : "open";
}

void print_coverage(const std::vector<Coverage>& rows) {
  std::size_t claimed = 0;
  for (const Coverage& row : rows) {
    claimed += row.claims > 0 && row.open == 0 ? 1 : 0;
    print(fmt::format("{:<10} {:<12} {:>3} claims {:>3} open  {}\n", row.row, state_of(row),
                      row.claims, row.open, fmt::join(row.files, " ")));
  }
  print(fmt::format(
      "\n{} of {} rows are claimed in full. Whether the claims hold, relco check says.\n", claimed,
      rows.size()));
}

void print_scenarios(const std::vector<ListedScenario>& scenarios) {
  for (const ListedScenario& listed : scenarios) {
    if (!listed.problem.empty()) {
      print(fmt::format("{}\n    cannot be read: {}\n", listed.file, listed.problem));
      continue;
    }
    print(fmt::format("{}\n    {}\n", listed.file, listed.title));
    if (!listed.question.empty()) print(fmt::format("    {}\n", listed.question));
    if (!listed.arms.empty()) print(fmt::format("    arms: {}\n", fmt::join(listed.arms, ", ")));
    if (!listed.claims.empty()) {
      print(fmt::format("    {} expectations, {} of them open\n", listed.claims.size(),
                        listed.open_claims()));
    }
  }
}

boost::json::value to_json(const std::vector<ListedScenario>& scenarios,
                           const std::vector<Coverage>& rows) {
  boost::json::array files, coverage;
  for (const ListedScenario& listed : scenarios) {
    files.push_back({{"file", listed.file},
                     {"title", listed.title},
                     {"question", listed.question},
                     {"arms", boost::json::value_from(listed.arms)},
                     {"covers", boost::json::value_from(listed.covers)},
                     {"claims", listed.claims.size()},
                     {"open", listed.open_claims()},
                     {"problem", listed.problem}});
  }
  for (const Coverage& row : rows) {
    coverage.push_back({{"row", row.row},
                        {"state", state_of(row)},
                        {"claims", row.claims},
                        {"open", row.open},
                        {"files", boost::json::value_from(row.files)}});
  }
  return {{"scenarios", std::move(files)}, {"coverage", std::move(coverage)}};
}

}  // namespace

int list(const ListArguments& arguments) {
  const std::vector<ListedScenario> scenarios = list_scenarios(arguments.folder);
  const std::vector<Coverage> rows = coverage_of(scenarios);
  if (arguments.json) {
    print(json_text(to_json(scenarios, rows)));
  } else if (arguments.coverage) {
    print_coverage(rows);
  } else {
    print_scenarios(scenarios);
  }
  return exit_good;
}

}  // namespace relco::app
