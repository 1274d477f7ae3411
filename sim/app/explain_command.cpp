// relco explain: the story of one tie of one run.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <boost/json.hpp>

#include "app/blocking.h"
#include "app/commands.h"
#include "app/console.h"
#include "app/json_text.h"
#include "app/results_input.h"
#include "app/scenario_input.h"
#include "base/diagnostics.h"
#include "base/errors.h"
#include "base/exit_codes.h"
#include "stats/readable.h"
#include "story/busiest.h"
#include "story/explanation.h"

namespace relco::app {
namespace {

using namespace story;

constexpr std::size_t kMostListed = 8;

// What is asked, held against the run that it is asked of.
struct Question {
  ScenarioInput input;
  std::optional<ResultsInput> results;  // where the run was read from its results
  Moment moment;
};

ScenarioInput input_of(const ExplainArguments& arguments, std::optional<ResultsInput>& results) {
  if (is_results_file(arguments.file)) {
    if (!arguments.set.empty() || !arguments.block.empty() || arguments.seed) {
      throw UserError(fmt::format(
          "{}: is the results of a run that has been; --set, --parameters, --block and --seed go "
          "with a scenario file",
          arguments.file));
    }
    results = read_results_input(arguments.file);
    return results->input;
  }
  RunSize size;
  size.seed = arguments.seed;
  ScenarioInput input = read_scenario(arguments.file, arguments.set, size);
  block(input, arguments.block);
  return input;
}

Question question_of(const ExplainArguments& arguments) {
  Question question;
  question.input = input_of(arguments, question.results);
  const Facts& facts = question.input.facts;
  Moment& moment = question.moment;
  std::vector<std::string> wrong;
  std::vector<std::string_view> arms;
  for (const ArmFacts& arm : facts.arms) arms.push_back(arm.name);
  if (!arguments.arm.empty()) {
    const auto at = std::find(arms.begin(), arms.end(), arguments.arm);
    if (at == arms.end()) {
      const std::string_view near = nearest_name(arguments.arm, arms);
      wrong.push_back(fmt::format("--arm {}: there is no such arm{}", arguments.arm,
                                  near.empty()
                                      ? fmt::format("; there are: {}", fmt::join(arms, ", "))
                                      : fmt::format("; did you mean '{}'?", near)));
    }
    moment.arm = static_cast<std::size_t>(at - arms.begin());
  }
  moment.replicate = arguments.replicate;
  if (moment.replicate >= facts.replicates) {
    wrong.push_back(fmt::format("--replicate {}: there are replicates 0 to {}", moment.replicate,
                                facts.replicates - 1));
  }
  moment.week = arguments.week.value_or(facts.horizon - 1);
  if (moment.week >= facts.horizon) {
    wrong.push_back(
        fmt::format("--week {}: the run has weeks 0 to {}", moment.week, facts.horizon - 1));
  }
  if (!wrong.empty()) throw UserError(fmt::format("{}", fmt::join(wrong, "\n")));
  return question;
}

// ---- whose tie ----

void refuse(const std::vector<std::string>& names, const std::array<Meant, 2>& meant) {
  std::vector<std::string> wrong;
  for (std::size_t n = 0; n < 2; ++n) {
    if (!meant[n].wrong.empty()) {
      wrong.push_back(fmt::format("--tie '{}': {}", names[n], meant[n].wrong));
    }
  }
  if (wrong.empty() && meant[0].families() && meant[1].families()) {
    wrong.push_back("--tie: families have ties to the people of their teams, not to each other");
  }
  if (wrong.empty() && meant[0].one() && meant[0].people == meant[1].people) {
    wrong.push_back(fmt::format("--tie: '{}' and '{}' are the same person", names[0], names[1]));
  }
  if (!wrong.empty()) throw UserError(fmt::format("{}", fmt::join(wrong, "\n")));
}

// The tie that two names tell without looking at any week.
Busiest told_tie(const World& world, const std::array<Meant, 2>& meant) {
  Busiest out;
  for (std::size_t n = 0; n < 2; ++n) {
    if (!meant[n].families()) {
      out.tie.person[n] = meant[n].people.front();
      continue;
    }
    out.tie.lane = meant[n].lanes.front();
    out.number = *meant[n].number;
    out.tie.case_id = id_of(world, out.tie.lane, out.number);
  }
  return out;
}

Busiest chosen_tie(const Question& question, const Blueprint& blueprint,
                   const std::vector<std::string>& names, const std::array<Meant, 2>& meant) {
  const auto found =
      busiest_tie(blueprint, question.input.parameters, question.moment, meant[0], meant[1]);
  if (found) return *found;
  if (meant[0].number || meant[1].number) {
    throw UserError(fmt::format("--tie: by the end of week {} there was no '{}' with '{}'",
                                question.moment.week, names[0], names[1]));
  }
  if (meant[0].families() || meant[1].families()) {
    throw UserError(fmt::format(
        "--tie: no case with '{}' and '{}' is open at the end of week {}; another --week, or a "
        "case by its number, such as 'family 12.3 of hip'",
        names[0], names[1], question.moment.week));
  }
  throw UserError(fmt::format("--tie: nobody called '{}' ever shares work with anybody called '{}'",
                              names[0], names[1]));
}

// ---- following it ----

// Cases that are open, for whoever named one that never was.
std::string open_cases(const Directory& directory, const World& world, std::uint32_t lane) {
  std::vector<std::string> names;
  for (std::uint32_t slot = world.lanes.begin[lane]; slot < world.lanes.end[lane]; ++slot) {
    if (world.cases.id[slot] == 0 || names.size() == kMostListed) continue;
    names.push_back(directory.family(lane, number_of(world, lane, slot)));
  }
  return names.empty() ? "none is open then" : fmt::format("open then: {}", fmt::join(names, ", "));
}

// The first week up to the moment of which this build and the results tell otherwise.
std::optional<Week> first_other_week(const ResultsInput& results, std::size_t arm,
                                     const Moment& moment,
                                     const std::vector<std::uint64_t>& lived) {
  for (Week week = 0; week <= moment.week; ++week) {
    if (lived[static_cast<std::size_t>(week)] != results.digest(arm, moment.replicate, week)) {
      return week;
    }
  }
  return std::nullopt;
}

TieStory follow(const Question& question, const Blueprint& blueprint, const Directory& directory,
                const Busiest& chosen, std::size_t arm) {
  const Moment& moment = question.moment;
  Simulation simulation(blueprint, question.input.parameters, arm, moment.replicate);
  TieFollower follower(simulation, chosen.tie);
  follower.run_until(moment.week + 1);
  if (question.results) {
    const std::optional<Week> other =
        first_other_week(*question.results, arm, moment, simulation.records().digests);
    if (other) {
      throw PlaceError(
          fmt::format("the results were made by {}; this build lives other weeks (the first in "
                      "which it shows is week {}), so it cannot tell what happened in that run",
                      question.results->software, *other));
    }
  }
  if (arm == moment.arm && chosen.tie.of_family() && !follower.history().case_seen) {
    throw UserError(fmt::format("--tie: by the end of week {} there was no {}; {}", moment.week,
                                directory.family(chosen.tie.lane, chosen.number),
                                open_cases(directory, simulation.world(), chosen.tie.lane)));
  }
  return story_of(follower.history(), moment.week);
}

Explanation explain_tie(const Question& question, const Blueprint& blueprint,
                        const Directory& directory, const std::vector<std::string>& names) {
  const std::array<Meant, 2> meant{directory.meant(names[0]), directory.meant(names[1])};
  refuse(names, meant);
  const bool clear = meant[0].one() && meant[1].one();
  const Busiest chosen =
      clear ? told_tie(blueprint.prototype, meant) : chosen_tie(question, blueprint, names, meant);
  const ScenarioInput& input = question.input;
  Explanation told;
  told.title = input.facts.title;
  told.file = input.facts.file;
  told.overrides = input.changed_parameters;
  told.settings = input.changed_facts;
  for (const ArmFacts& arm : input.facts.arms) told.arms.push_back(arm.name);
  told.arm = told.arms[question.moment.arm];
  told.control = told.arms.front();
  told.replicate = question.moment.replicate;
  told.seed = input.facts.seed;
  told.who = ends_of(directory, chosen.tie, chosen.number);
  if (!clear) told.chosen = Choice{chosen.contacts, chosen.weeks};
  told.story = follow(question, blueprint, directory, chosen, question.moment.arm);
  if (question.moment.arm != 0) {
    told.in_control = follow(question, blueprint, directory, chosen, 0);
    told.changes = changes_of(input.facts, question.moment.arm);
  }
  return told;
}

int tell_everybody(const Directory& directory, const ExplainArguments& arguments) {
  const std::vector<std::string> lines = directory.everybody();
  if (arguments.json) {
    print(json_text({{"people", boost::json::array(lines.begin(), lines.end())}}));
    return exit_good;
  }
  print("Who can be named, by organisation and unit:\n");
  for (const std::string& line : lines) {
    print(stats::paragraph(line, text_width(), "  ", "      "));
  }
  print(fmt::format(
      "\nSo: relco explain {} --tie 'ROLE NUMBER of UNIT' 'ROLE NUMBER of UNIT'\n"
      "A family is 'family 12.3 of PATHWAY', of the third case that began in week 12.\n",
      shell_words({arguments.file})));
  return exit_good;
}

}  // namespace

int explain(const ExplainArguments& arguments) {
  const Question question = question_of(arguments);
  const Blueprint blueprint = make_blueprint(question.input.facts, question.input.parameters);
  const Directory directory(blueprint.prototype);
  if (arguments.tie.empty()) return tell_everybody(directory, arguments);
  const Explanation told = explain_tie(question, blueprint, directory, arguments.tie);
  print(arguments.json ? json_text(to_json(told)) : to_text(told, text_width(), shows_colour()));
  return exit_good;
}

}  // namespace relco::app
