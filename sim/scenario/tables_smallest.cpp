// Keys with which an experiment asks for the smallest level that is enough.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/forms.h"
#include "scenario/numbers.h"
#include "scenario/tables.h"
#include "scenario/tables_experiment.h"

namespace relco::scenario {
namespace {

using O = SmallestFacts;
using F = Of<O>;

// The section; not written where nothing is asked.
class SmallestForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    reading.read_table(field.table(), value, target);
  }
  std::optional<Value> write(const Field& field, const void* target) const override {
    if (static_cast<const O*>(target)->factors.empty()) return {};
    return write_table(field.table(), target);
  }
  Value schema(const Field& field) const override { return table_schema(field.table()); }
  std::string expects(const Field& field) const override {
    return fmt::format("map, see {}", field.table().link());
  }
};

Field band_end(std::string_view key, std::string_view meaning, void* (*at)(void*)) {
  Field field{key, meaning, &number_form<double>(), at};
  field.spelling = Spelling::short_form;
  return field;
}

bool is_number(const std::string& level) {
  return parse_number(level).has_value();
}

// Values of a factor that can be put in order: numbers, and more than one.
bool can_be_ordered(const FactorFacts& factor) {
  if (factor.is_range()) return true;
  return factor.levels.size() > 1 &&
         std::all_of(factor.levels.begin(), factor.levels.end(), is_number);
}

void finish_ends(Reading& reading, const Value& value, void* target) {
  const auto& asked = *static_cast<O*>(target);
  const bool outcome = value.find("outcome") != nullptr;
  const bool band = std::any_of(value.items.begin(), value.items.end(), [](const Value& item) {
    return item.key == "band" || item.key == "at_least" || item.key == "at_most";
  });
  const Value* of = value.find("of");
  if (of != nullptr && of->is_list() && of->items.empty()) {
    reading.finding(*of, "is empty; a factor's name is needed");
  }
  if (outcome == (value.find("regime") != nullptr)) {
    reading.finding(value, outcome ? "has an outcome and a regime; one of them is meant"
                                   : "needs an outcome with at_least or at_most, or a regime");
  } else if (outcome != band) {
    reading.finding(value, outcome ? "needs at_least, at_most or band beside the outcome"
                                   : "has a band, but no outcome that is to lie in it");
  }
  if (asked.band.low > asked.band.high) {
    reading.finding(
        value, fmt::format("at_least {} is above at_most {}", asked.band.low, asked.band.high));
  }
}

}  // namespace

Field smallest_field() {
  static const SmallestForm form;
  Field field = Of<ExperimentFacts>::special<&ExperimentFacts::smallest>(
      "smallest", form, "the smallest level of a factor from which on enough runs end as wanted");
  field.table = smallest_table;
  return field;
}

const Table& smallest_table() {
  static const O defaults;
  static const Table table{
      "smallest",
      "Asked of a grid: the smallest level of a factor at which, and at every larger one, enough "
      "of "
      "the runs end as is wanted; told for every combination of levels of the other factors. A run "
      "ends over the last weeks, `window`.",
      {required(example(F::names<&O::factors>("of", Thing::factor,
                                              "factors of numbers, each asked about by itself"),
                        "[dose, duration]")),
       F::name<&O::outcome>(
           "outcome", Thing::outcome,
           "what lies in the band at the end of a run; reported beside the others"),
       F::special<&O::band>("band", band_form(),
                            "[low, high] that the outcome must lie in; null is an open end"),
       band_end("at_least", "the band's low end",
                [](void* o) -> void* { return &static_cast<O*>(o)->band.low; }),
       band_end("at_most", "the band's high end",
                [](void* o) -> void* { return &static_cast<O*>(o)->band.high; }),
       F::word_text<&O::regime>("regime", regime_words,
                                "in which a run ends, in place of outcome and band"),
       F::number<&O::share>("share", kShare, "share", "of the runs of an arm that must end so")},
      &defaults,
      {},
      finish_ends};
  return table;
}

void finish_smallest(Reading& reading, const Value& smallest, ExperimentFacts& experiment) {
  O& asked = experiment.smallest;
  if (experiment.design != DesignKind::grid) {
    reading.finding(smallest, "is asked of grids: a sampled design has no next smaller level");
  }
  for (const FactorFacts& factor : experiment.factors) {
    const bool of_it = std::count(asked.factors.begin(), asked.factors.end(), factor.name) > 0;
    if (of_it && !can_be_ordered(factor)) {
      reading.finding(smallest, fmt::format("the levels of '{}' are not two numbers or more: none "
                                            "is the smallest",
                                            factor.name));
    }
  }
  auto& outcomes = experiment.outcomes;
  const bool reported = std::count(outcomes.begin(), outcomes.end(), asked.outcome) > 0;
  if (!asked.outcome.empty() && !reported) outcomes.push_back(asked.outcome);
}

}  // namespace relco::scenario
