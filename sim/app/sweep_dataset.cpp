#include "app/sweep_dataset.h"

#include <fmt/format.h>

#include <cmath>

#include "app/console.h"
#include "app/results_cubes.h"
#include "app/scenario_input.h"
#include "base/build_info.h"

namespace relco::app {
namespace {

using record::Axis;
using record::Dataset;
using sweep::Cell;
using sweep::Plan;
using sweep::Run;

const std::vector<std::string> kCellAxes{"point", "arm", "replicate"};

Axis numbers(std::string name, std::string long_name, std::size_t count, Week step) {
  Axis axis;
  axis.name = std::move(name);
  axis.long_name = std::move(long_name);
  for (std::size_t i = 0; i < count; ++i) {
    axis.values.push_back(static_cast<double>(i) * static_cast<double>(step));
  }
  axis.units = step > 1 ? "week" : "1";
  axis.integral = true;
  return axis;
}

// Readers that know CF show these beside the axis `point`.
record::Attributes coordinates(const Plan& plan) {
  std::string names;
  for (const sweep::Factor& factor : plan.factors) names += factor.name + ' ';
  return {{"coordinates", names + "settings"}};
}

void add_axes(Dataset& data, const Plan& plan) {
  Axis arm;
  arm.name = "arm";
  arm.long_name = "arm of the scenario";
  arm.labels = plan.facts().arms;
  data.axes = {numbers("point", "point of the design", plan.points.size(), 1), std::move(arm),
               numbers("replicate", "replicate; the same number has the same luck everywhere",
                       plan.replicates(), 1)};
  if (plan.steps() == 0) return;
  const Week every = plan.facts().keep_every;
  data.axes.push_back(
      numbers("week", fmt::format("first week of a step of {}", every), plan.steps(), every));
  data.axes.back().units = "week";
}

void add_factors(Dataset& data, const Plan& plan) {
  for (std::size_t f = 0; f < plan.factors.size(); ++f) {
    const sweep::Factor& factor = plan.factors[f];
    std::vector<double> values;
    std::vector<std::string> words;
    for (const auto& point : plan.points) {
      values.push_back(point[f].value);
      words.push_back(point[f].text);
    }
    std::string paths;
    for (const std::string& path : factor.paths) paths += (paths.empty() ? "" : " ") + path;
    const std::string meaning = factor.meaning.empty() ? paths : factor.meaning;
    record::Data column = factor.numeric ? record::Data(values) : record::Data(words);
    data.variables.push_back({factor.name,
                              factor.numeric ? factor.unit : "1",
                              meaning,
                              {"point"},
                              std::move(column),
                              {{"paths", paths}}});
  }
  std::vector<std::string> settings;
  for (std::size_t point = 0; point < plan.points.size(); ++point) {
    settings.push_back(shell_words(settings_at(plan, point)));
  }
  data.variables.push_back({"settings",
                            "1",
                            "what makes relco run do the same for the scenario",
                            {"point"},
                            settings,
                            {}});
}

void add_outcomes(Dataset& data, const Plan& plan, const Run& run) {
  for (std::size_t o = 0; o < plan.outcomes.size(); ++o) {
    const OutcomeRow& row = row_of(plan.outcomes[o]);
    record::Attributes attributes = coordinates(plan);
    attributes.emplace_back("unit", std::string(row.unit));
    attributes.emplace_back("good_direction", static_cast<std::int64_t>(row.good));
    std::vector<float> means, paths;
    for (const Cell& cell : run.cells) {
      means.push_back(cell.done ? cell.outcomes[o] : sweep::kNothing);
      for (std::size_t s = 0; s < plan.steps(); ++s) {
        paths.push_back(cell.done ? cell.paths[o * plan.steps() + s] : sweep::kNothing);
      }
    }
    data.variables.push_back(
        {std::string(row.name), udunits(row.unit),
         fmt::format("{}; mean over the last {} weeks", row.meaning, plan.facts().window),
         kCellAxes, means, attributes});
    if (plan.steps() == 0) continue;
    data.variables.push_back({std::string(row.name) + "_path",
                              udunits(row.unit),
                              fmt::format("{}; means over steps", row.meaning),
                              {"point", "arm", "replicate", "week"},
                              paths,
                              attributes});
  }
}

void add_regimes(Dataset& data, const Plan& plan, const Run& run) {
  std::vector<std::string> regimes;
  for (const Cell& cell : run.cells) {
    regimes.emplace_back(cell.regime < kRegimes ? kRegimeNames[cell.regime] : "none");
  }
  const record::Attributes beside = coordinates(plan);
  data.variables.push_back(
      {"regime", "1", "which cycle won; none: no ties, or not run", kCellAxes, regimes, beside});
  const auto column = [&](const char* name, const char* units, const char* meaning,
                          float Cell::*member) {
    std::vector<float> values;
    for (const Cell& cell : run.cells) values.push_back(cell.*member);
    data.variables.push_back({name, units, meaning, kCellAxes, values, beside});
  };
  column("regime_level", "1", "RC index (1-5) that the regime was judged on", &Cell::level);
  column("regime_slope", "year-1", "its slope in points a year", &Cell::slope);
  column("regime_gain", "1", "good news over bad in the ledger", &Cell::gain);
  column("tipped", "week",
         "first week from which the final regime held; no value when it held from "
         "the start",
         &Cell::tipped);
}

void add_digests(Dataset& data, const Plan& plan, const Run& run) {
  std::vector<std::int64_t> digests;
  for (const Cell& cell : run.cells) digests.push_back(static_cast<std::int64_t>(cell.digest));
  data.variables.push_back({"digest", "1", "digest of the run over all its weeks; 0: not run",
                            kCellAxes, digests, coordinates(plan)});
}

void add_problems(Dataset& data, const Run& run) {
  if (run.failed_points() == 0) return;
  data.variables.push_back(
      {"problem", "1", "why the point could not be run", {"point"}, run.problems, {}});
}

record::Group provenance(const Plan& plan, const Run& run, const std::string& command) {
  const BuildInfo& build = build_info();
  std::string changed;
  for (const Override& one : plan.experiment.scenario.parameter_overrides) {
    changed += one.path + '=' + one.value + '\n';
  }
  return {"provenance",
          {{"software_version", std::string(build.version)},
           {"commit", std::string(build.commit)},
           {"compiler", std::string(build.compiler)},
           {"build_type", std::string(build.build_type)},
           {"command", command},
           {"experiment_file", plan.facts().file},
           {"scenario_file", plan.experiment.scenario_file},
           {"seed", fmt::format("{}", plan.facts().seed)},
           {"run_digest", digest_text(run.digest)},
           {"scenario_digest", plan.experiment.scenario.digest_text},
           {"experiment_digest", plan.experiment.digest_text}},
          {{"experiment", "the experiment with its defaults", plan.experiment.resolved_text},
           {"scenario", "the scenario in full, before any factor is set",
            plan.experiment.scenario.resolved_text},
           {"changed_parameters", "model parameters set at every point", changed}}};
}

}  // namespace

Dataset sweep_dataset(const Plan& plan, const Run& run, const std::string& command) {
  Dataset data;
  data.title = plan.facts().title.empty() ? plan.facts().file : plan.facts().title;
  data.source = fmt::format("relco {} ({})", build_info().version, build_info().commit);
  data.history = command;
  if (!plan.facts().question.empty()) data.attributes.push_back({"comment", plan.facts().question});
  add_axes(data, plan);
  add_factors(data, plan);
  add_outcomes(data, plan, run);
  add_regimes(data, plan, run);
  add_digests(data, plan, run);
  add_problems(data, run);
  data.groups.push_back(provenance(plan, run, command));
  return data;
}

}  // namespace relco::app
