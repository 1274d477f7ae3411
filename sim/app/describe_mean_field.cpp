#include <fmt/format.h>

#include <array>

#include "app/describe.h"
#include "measure/mean_field.h"

namespace relco::app {
namespace {

struct NamedCase {
  std::string_view name;
  MeanFieldCase held;
};

// The ordinary pair, and what one thing at a time makes of it.
std::array<NamedCase, 6> cases() {
  std::array<NamedCase, 6> all{{{"ordinary, two professions of one unit", {}},
                                {"ordinary, two of one role and unit", {}},
                                {"all twelve structures at 0.8", {}},
                                {"leaders' support at 0.9", {}},
                                {"leaders' support at 0.1", {}},
                                {"a third more work than hours, burnout 0.5", {}}}};
  all[1].held.own_group = true;
  all[2].held.structures = 0.8f;
  all[3].held.support = 0.9f;
  all[4].held.support = 0.1f;
  all[5].held.load = 1.33f;
  all[5].held.burnout = 0.5f;
  return all;
}

std::string row(const NamedCase& named, const MeanField& field) {
  const std::string parted =
      field.separatrix ? fmt::format("{:.2f}", *field.separatrix) : std::string("one basin");
  return fmt::format("  {:<44} {:>6.2f} {:>11} {:>8.2f} {:>7}\n", named.name, field.low.index,
                     parted, field.high.index, field.high.weeks);
}

}  // namespace

std::string describe_mean_field(const Parameters& parameters) {
  std::string text =
      "The tie loop alone: where one pair settles when everything around it is held still.\n"
      "RC index, 1-5. A pair that starts below the parting line ends low, one above it high.\n\n";
  text += fmt::format("  {:<44} {:>6} {:>11} {:>8} {:>7}\n", "held", "low", "parted at", "high",
                      "weeks");
  for (const NamedCase& named : cases()) text += row(named, mean_field(parameters, named.held));
  const FixedPoint high = mean_field(parameters, {}).high;
  return text + fmt::format(
                    "\nThe ordinary pair up high: goals {:.2f}, knowledge {:.2f}, respect "
                    "{:.2f} (1-5). Weeks: to settle from ties at 0.95.\n"
                    "Leaders, structures, load and burnout move too in a run; that widens or "
                    "closes the basins.\n",
                    survey_score(high.tie.goals), survey_score(high.tie.knowledge),
                    survey_score(high.tie.respect));
}

}  // namespace relco::app
