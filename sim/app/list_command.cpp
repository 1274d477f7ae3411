// relco list: the scenarios of a folder, which rows of the checklist they cover, the evidence.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <boost/json.hpp>

#include "app/commands.h"
#include "app/console.h"
#include "app/json_text.h"
#include "app/list_coverage.h"
#include "app/list_evidence.h"
#include "base/exit_codes.h"
#include "scenario/coverage.h"
#include "scenario/library.h"

namespace relco::app {
namespace {

void print_scenarios(const std::vector<ListedScenario>& scenarios) {
  for (const ListedScenario& listed : scenarios) {
    if (!listed.problem.empty()) {
      print(fmt::format("{}\n    cannot be read: {}\n", listed.file, listed.problem));
      continue;
    }
    print(fmt::format("{}\n    {}\n", listed.file, listed.title));
    if (!listed.question.empty()) print(fmt::format("    {}\n", listed.question));
    if (!listed.scenario.empty()) {
      print(fmt::format("    experiment with {}: {}\n", listed.scenario,
                        fmt::join(listed.factors, ", ")));
    }
    if (!listed.arms.empty()) print(fmt::format("    arms: {}\n", fmt::join(listed.arms, ", ")));
    if (!listed.claims.empty()) {
      print(fmt::format("    {} expectations, {} of them open\n", listed.claims.size(),
                        listed.open_claims()));
    }
  }
}

boost::json::value to_json(const std::vector<ListedScenario>& scenarios,
                           const std::vector<Coverage>& rows, const CheckResults& results) {
  boost::json::array files;
  for (const ListedScenario& listed : scenarios) {
    files.push_back({{"file", listed.file},
                     {"title", listed.title},
                     {"question", listed.question},
                     {"arms", boost::json::value_from(listed.arms)},
                     {"experiment_with", listed.scenario},
                     {"factors", boost::json::value_from(listed.factors)},
                     {"covers", boost::json::value_from(listed.covers)},
                     {"claims", listed.claims.size()},
                     {"open", listed.open_claims()},
                     {"problem", listed.problem}});
  }
  return {{"scenarios", std::move(files)},
          {"coverage", coverage_json(rows)},
          {"results", results.path.empty() ? boost::json::value(nullptr)
                                           : boost::json::value{{"file", results.path},
                                                                {"plain", results.plain},
                                                                {"remarks", results.remarks}}}};
}

}  // namespace

int list(const ListArguments& arguments) {
  if (arguments.evidence) {
    const auto picked = picked_evidence(arguments.ids);
    print(arguments.json ? json_text(evidence_json(picked)) : evidence_text(picked, text_width()));
    return exit_good;
  }
  CheckResults checked;
  if (arguments.results) checked = read_check_results(*arguments.results);
  const std::vector<ListedScenario> scenarios = list_scenarios(arguments.folder);
  const std::vector<Coverage> rows = coverage_of(scenarios, checked.claims);
  if (arguments.json) {
    print(json_text(to_json(scenarios, rows, checked)));
  } else if (arguments.coverage || arguments.results) {
    print(coverage_text(rows, checked, text_width()));
  } else {
    print_scenarios(scenarios);
  }
  return exit_good;
}

}  // namespace relco::app
