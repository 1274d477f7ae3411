#include "scenario/load.h"

#include <fmt/format.h>

#include <cmath>

#include "base/diagnostics.h"
#include "base/errors.h"
#include "base/hash.h"
#include "rules/mechanisms.h"
#include "scenario/checks.h"
#include "scenario/documents.h"
#include "scenario/factorial.h"
#include "scenario/merge.h"
#include "scenario/numbers.h"
#include "scenario/roles.h"
#include "scenario/tables.h"
#include "scenario/text.h"
#include "scenario/text_guard.h"
#include "scenario/yaml_text.h"
#include "world/ledger_terms.h"
#include "world/outcomes.h"

namespace relco {

using namespace scenario;

namespace {

// Names that exist in every scenario.
void add_fixed_names(NameBook& names, std::span<const ParameterRow> parameters) {
  for (const OutcomeRow& row : outcome_rows()) {
    names.add(Thing::outcome, std::string(row.name));
    names.add(Thing::quantity, std::string(row.name));
  }
  for (const Word& word : structure_words()) {
    names.add(Thing::quantity, std::string(word.name));
    names.add(Thing::quantity, fmt::format("structures.{}", word.name));
  }
  for (const Field& field : leadership_table().fields) {
    names.add(Thing::quantity, std::string(field.key));
    names.add(Thing::quantity, fmt::format("leadership.{}", field.key));
  }
  for (const Field& field : organisation_table().fields) {
    if (field.range.has_low()) names.add(Thing::quantity, std::string(field.key));
  }
  for (const char* rule :
       {"communication", "learning", "identity", "structures", "payment", "leadership", "labour",
        "family", "workforce", "caseload", "care", "climate", "change"}) {
    names.add(Thing::rule, rule);
  }
  for (const ParameterRow& row : parameters) names.add(Thing::rule, std::string(row.rule));
  for (const Mechanism& one : mechanisms()) names.add(Thing::rule, std::string(one.name));
  for (std::size_t i = 0; i < kTerms; ++i) names.add(Thing::rule, term_name(i));
}

NameBook names_of(const Value& root, std::span<const ParameterRow> parameters) {
  NameBook names;
  add_fixed_names(names, parameters);
  gather_names(scenario_table(), root, names);
  for (const std::string_view change : names.all(Thing::change)) {
    names.add(Thing::factor, std::string(change));  // off or on
  }
  for (const OrganisationFacts defaults; !names.knows(Thing::sector, defaults.sector);) {
    names.add(Thing::sector, defaults.sector);
  }
  if (!names.any(Thing::arm)) names.add(Thing::arm, "as_is");
  return names;
}

class Load {
 public:
  Load(std::span<const Override> overrides, std::span<const ParameterRow> parameters)
      : overrides_(overrides), parameters_(parameters), documents_(diagnostics_) {}

  LoadedScenario run(const std::string& path) { return run(documents_.load(path), path); }
  LoadedScenario run_text(const std::string& text, const std::string& name) {
    return run(documents_.load_text(text, name), name);
  }

 private:
  LoadedScenario run(std::optional<Value> root, const std::string& path) {
    LoadedScenario loaded;
    loaded.files = documents_.sources();
    if (root) {
      const Week horizon = horizon_of(*root);
      for (std::size_t i = 0; i < overrides_.size(); ++i) apply(i, *root, loaded);
      read(*root, horizon, loaded);
    }
    diagnostics_.throw_if_any();
    loaded.facts.file = path;
    const Value canonical = write_table(scenario_table(), &loaded.facts);
    loaded.resolved_text = yaml_text(canonical);
    check_size(canonical, loaded.resolved_text);
    loaded.digest_text = digest_of(canonical);
    return loaded;
  }

  // The horizon that the file is written for.
  [[nodiscard]] static Week horizon_of(const Value& root) {
    Week horizon = root.find("horizon") == nullptr ? Facts().horizon : 0;
    for (const char* key : {"horizon", "dates_reach"}) {
      horizon = std::max(horizon, parse_weeks(root.text_of(key)).value_or(0));
    }
    return horizon;
  }

  [[nodiscard]] const ParameterRow* parameter_at(std::string_view path) const {
    for (const ParameterRow& row : parameters_) {
      if (path.size() == row.rule.size() + 1 + row.field.size() && path.starts_with(row.rule) &&
          path[row.rule.size()] == '.' && path.ends_with(row.field)) {
        return &row;
      }
    }
    return nullptr;
  }

  [[nodiscard]] bool is_rule(std::string_view word) const {
    for (const ParameterRow& row : parameters_) {
      if (row.rule == word) return true;
    }
    return false;
  }

  void apply(std::size_t i, Value& root, LoadedScenario& loaded) {
    const Override& override = overrides_[i];
    const std::string place =
        override.place.empty() ? fmt::format("--set {}", i + 1) : override.place;
    const auto say = [&](const std::string& message) {
      diagnostics_.add({place, 0, 0, override.path, message});
    };
    const std::string_view first =
        std::string_view(override.path).substr(0, override.path.find('.'));
    if (is_rule(first) && scenario_table().find(first) == nullptr) {
      const std::string wrong = check_parameter(override);
      if (wrong.empty())
        loaded.parameter_overrides.push_back(override);
      else
        say(wrong);
      return;
    }
    if (override.path.empty() || override.value.empty()) {
      say("is written path=value");
      return;
    }
    auto value = documents_.parse_argument(override.value, place);
    if (!value) return;
    const NameBook names = names_of(root, parameters_);
    const std::string wrong =
        set_path(root, {&scenario_table(), false}, override.path, std::move(*value), names);
    if (!wrong.empty()) say(wrong);
  }

  [[nodiscard]] std::string check_parameter(const Override& override) const {
    const ParameterRow* row = parameter_at(override.path);
    if (row == nullptr) {
      std::vector<std::string> paths;
      for (const ParameterRow& one : parameters_) {
        paths.push_back(fmt::format("{}.{}", one.rule, one.field));
      }
      return fmt::format("there is no such parameter{}",
                         hint(override.path, {paths.begin(), paths.end()}));
    }
    const auto number = parse_number(override.value);
    if (!number) return fmt::format("is {}; a number is needed here", shown(override.value));
    // Rows hold float limits; a double next to the limit may mean the limit itself.
    const auto x = static_cast<float>(*number);
    if (x < row->min || x > row->max) {
      return fmt::format("is {}; allowed is {} to {}", override.value, row->min, row->max);
    }
    return "";
  }

  void read(Value& root, Week horizon, LoadedScenario& loaded) {
    Facts& facts = loaded.facts;
    const NameBook before = names_of(root, parameters_);
    Reading expanding(documents_.sources(), before, parameters_, diagnostics_);
    const bool arms_made = expand_factorial(root, expanding);
    NameBook names = names_of(root, parameters_);
    if (!arms_made) {
      names.accept_all(Thing::arm);
      names.accept_all(Thing::factor);
    }
    Reading reading(documents_.sources(), names, parameters_, diagnostics_);
    reading.read_table(scenario_table(), root, &facts);
    take_sample(facts);
    facts.dates_reach = horizon > facts.horizon ? horizon : -1;
    check_facts(facts, std::max(horizon, facts.horizon), reading);
    reading.report_left_out();
    loaded.notes = std::move(reading.notes());
    if (diagnostics_.empty()) complete_facts(facts);
  }

  // The facts of a sample are those of the smaller system, and so is the resolved text.
  static void take_sample(Facts& facts) {
    const auto thin = [&](auto& kind) {
      if (!kind.sampled) return;
      kind.copies = std::max(1, static_cast<int>(std::lround(kind.copies * facts.sample)));
    };
    for (OrganisationFacts& organisation : facts.organisations) {
      thin(organisation);
      for (UnitFacts& unit : organisation.units) thin(unit);
    }
    facts.sample = 1;
  }

  // A run is reproduced from its resolved text, so that must be readable as well.
  void check_size(const Value& canonical, const std::string& text) {
    const std::size_t values = count_values(canonical);
    if (values <= kMaxNodes && text.size() <= kMaxBytes) return;
    diagnostics_.add(
        {documents_.sources().front(), 0, 0, "",
         fmt::format("with all defaults written out, the scenario holds {} values in {} "
                     "bytes; allowed are {} and {}. Use copies for things of one kind",
                     values, text.size(), kMaxNodes, kMaxBytes)});
    diagnostics_.throw_if_any();
  }

  [[nodiscard]] static std::string digest_of(const Value& canonical) {
    Value running = canonical;
    std::erase_if(running.items, [](const Value& item) {
      return item.key == "title" || item.key == "question" || item.key == "covers" ||
             item.key == "expect" || item.key == "dates_reach";
    });
    return fmt::format("{:016x}", hash_bytes(yaml_text(running)));
  }

  std::span<const Override> overrides_;
  std::span<const ParameterRow> parameters_;
  Diagnostics diagnostics_;
  Documents documents_;
};

}  // namespace

LoadedScenario load_scenario(const std::string& path, std::span<const Override> overrides,
                             std::span<const ParameterRow> parameters) {
  return Load(overrides, parameters).run(path);
}

LoadedScenario load_resolved(const std::string& text, const std::string& name,
                             std::span<const ParameterRow> parameters) {
  return Load({}, parameters).run_text(text, name);
}

Parameters parameters_with(std::span<const Override> overrides) {
  Parameters parameters;
  for (const Override& override : overrides) {
    const ParameterRow* row = find_parameter(override.path);
    const auto number = parse_number(override.value);
    RELCO_CHECK(row != nullptr && number, "unchecked setting {}={}", override.path, override.value);
    parameter(parameters, *row) = static_cast<float>(*number);
  }
  return parameters;
}

Override parse_override(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0) {
    throw UserError(fmt::format("--set {}: an override is written path=value", text));
  }
  return {text.substr(0, equals), text.substr(equals + 1), {}};
}

}  // namespace relco
