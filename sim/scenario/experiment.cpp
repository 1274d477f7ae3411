#include "scenario/experiment.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/diagnostics.h"
#include "base/errors.h"
#include "base/hash.h"
#include "scenario/documents.h"
#include "scenario/tables_experiment.h"
#include "scenario/text.h"

namespace relco {

using namespace scenario;

namespace {

std::vector<Override> fixed_settings(const ExperimentFacts& facts,
                                     std::span<const Override> settings) {
  std::vector<Override> fixed = facts.settings;
  fixed.insert(fixed.end(), settings.begin(), settings.end());
  if (facts.replicates > 0)
    fixed.push_back({"replicates", fmt::format("{}", facts.replicates), {}});
  if (facts.horizon > 0) fixed.push_back({"horizon", fmt::format("{}", facts.horizon), {}});
  if (facts.seed_given) fixed.push_back({"seed", fmt::format("{}", facts.seed), {}});
  return fixed;
}

void apply_size(ExperimentFacts& facts, const ExperimentSize& size, Diagnostics& diagnostics) {
  if (size.replicates) facts.replicates = *size.replicates;
  if (size.weeks) facts.horizon = *size.weeks;
  if (size.seed) {
    facts.seed = *size.seed;
    facts.seed_given = true;
  }
  if (!size.points) return;
  if (facts.design == DesignKind::grid) {
    diagnostics.add({"--points", 0, 0, "", "a grid has as many points as its levels make"});
  }
  facts.points = *size.points;
}

// Names that a factor, an arm list or an outcome list may use. The arms of a scenario are known
// once it is loaded; one that cannot be loaded has said so itself.
NameBook names_for(const std::optional<LoadedScenario>& scenario) {
  NameBook names;
  for (const OutcomeRow& row : outcome_rows()) names.add(Thing::outcome, std::string(row.name));
  if (!scenario) {
    names.accept_all(Thing::arm);
    return names;
  }
  for (const ArmFacts& arm : scenario->facts.arms) names.add(Thing::arm, arm.name);
  return names;
}

class LoadExperiment {
 public:
  LoadExperiment(const ExperimentSize& size, std::span<const Override> settings,
                 std::span<const ParameterRow> parameters)
      : size_(size), settings_(settings), parameters_(parameters), documents_(diagnostics_) {}

  LoadedExperiment run(const std::string& path) {
    LoadedExperiment loaded;
    loaded.facts.file = path;
    auto root = documents_.load_alone(path);
    diagnostics_.throw_if_any();
    std::optional<LoadedScenario> arms_of;
    const std::string reference(root->text_of("scenario"));
    if (!reference.empty()) {
      loaded.scenario_file = resolve_reference(path, reference);
      arms_of = load_quietly(loaded.scenario_file, {});
    }
    NameBook names = names_for(arms_of);
    gather_names(experiment_table(), *root, names);
    Reading reading(documents_.sources(), names, {}, diagnostics_);
    reading.read_table(experiment_table(), *root, &loaded.facts);
    reading.report_left_out();
    apply_size(loaded.facts, size_, diagnostics_);
    loaded.fixed = fixed_settings(loaded.facts, settings_);
    if (diagnostics_.empty()) {
      if (auto scenario = load_quietly(loaded.scenario_file, loaded.fixed)) {
        loaded.scenario = std::move(*scenario);
      }
    }
    report();
    complete(loaded);
    return loaded;
  }

 private:
  // The scenario, or nothing and what is wrong with it.
  std::optional<LoadedScenario> load_quietly(const std::string& file,
                                             std::span<const Override> settings) {
    try {
      return load_scenario(file, settings, parameters_);
    } catch (const UserError& error) {
      scenario_findings_ = error.what();
      return std::nullopt;
    }
  }

  void report() const {
    std::string text = diagnostics_.report();
    if (!scenario_findings_.empty()) text += (text.empty() ? "" : "\n") + scenario_findings_;
    if (!text.empty()) throw UserError(text);
  }

  static void complete(LoadedExperiment& loaded) {
    ExperimentFacts& facts = loaded.facts;
    const Facts& scenario = loaded.scenario.facts;
    facts.replicates = scenario.replicates;
    facts.horizon = scenario.horizon;
    facts.seed = scenario.seed;
    facts.window = std::min(facts.window, facts.horizon);
    if (facts.arms.empty()) {
      for (const ArmFacts& arm : scenario.arms) facts.arms.push_back(arm.name);
    }
    Value canonical = write_table(experiment_table(), &facts);
    loaded.resolved_text = yaml_text(canonical);
    std::erase_if(canonical.items, [](const Value& item) {
      return item.key == "title" || item.key == "question" || item.key == "scenario";
    });
    std::string settings;
    for (const Override& one : loaded.scenario.parameter_overrides) {
      settings += one.path + '=' + one.value + '\n';
    }
    loaded.digest_text = fmt::format(
        "{:016x}", hash_bytes(yaml_text(canonical) + loaded.scenario.digest_text + settings));
  }

  const ExperimentSize& size_;
  std::span<const Override> settings_;
  std::span<const ParameterRow> parameters_;
  Diagnostics diagnostics_;
  Documents documents_;
  std::string scenario_findings_;
};

}  // namespace

bool is_experiment(const std::string& path) {
  Diagnostics ignored;
  Documents documents(ignored);
  const auto tree = documents.load_alone(path);
  return tree && (tree->find("scenario") != nullptr || tree->find("factors") != nullptr);
}

LoadedExperiment load_experiment(const std::string& path, const ExperimentSize& size,
                                 std::span<const Override> settings,
                                 std::span<const ParameterRow> parameters) {
  return LoadExperiment(size, settings, parameters).run(path);
}

}  // namespace relco
