// The reference of the format as a page for people.
#include <fmt/format.h>

#include "scenario/forms.h"
#include "scenario/heeded.h"
#include "scenario/roles.h"
#include "scenario/schema.h"
#include "scenario/tables.h"
#include "scenario/tables_experiment.h"
#include "scenario/text.h"
#include "world/outcomes.h"

namespace relco {
namespace scenario {
namespace {

// Text inside a cell of a Markdown table.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|')
      out += "\\|";
    else if (c == '\n')
      out += ' ';
    else
      out += c;
  }
  return out;
}

std::string capitalised(std::string_view text) {
  std::string out(text);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z')
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

std::string default_of(const Table& table, const Field& field) {
  if (field.required) return "required";
  if (field.default_varies || field.key == "name" || field.key == "id") return "";
  const auto value = field.form->write(field, field.in(table.defaults));
  if (!value || value->is_map() || (value->is_list() && value->items.empty())) return "";
  std::string text = yaml_text([&] {
    Value map = Value::map();
    map.put("x", *value);
    return map;
  }());
  text = text.substr(3, text.size() - 4);
  return fmt::format("`{}`", text);
}

std::string keys(const Table& table) {
  std::string out = "| key | takes | default | meaning |\n|---|---|---|---|\n";
  for (const Field& field : table.fields) {
    if (field.spelling == Spelling::other) continue;
    std::string takes = cell(field.form->expects(field));
    if (!field.unit.empty()) takes += fmt::format("; {}", field.unit);
    std::string meaning = cell(field.meaning);
    if (!field.example.empty()) meaning += fmt::format(", as in `{}`", cell(field.example));
    out += fmt::format("| `{}` | {} | {} | {} |\n", field.key, takes, default_of(table, field),
                       meaning);
  }
  return out;
}

std::string words(std::string_view title, std::span<const Word> table) {
  std::string out = fmt::format("### {}\n\n| word | meaning |\n|---|---|\n", title);
  for (const Word& word : table)
    out += fmt::format("| `{}` | {} |\n", word.name, cell(word.meaning));
  return out + "\n";
}

std::string outcomes() {
  std::string out =
      "## Outcomes\n\n| outcome | unit | better | smallest scope | meaning "
      "|\n|---|---|---|---|---|\n";
  for (const OutcomeRow& row : outcome_rows()) {
    out += fmt::format("| `{}` | {} | {} | {} | {} |\n", row.name, row.unit,
                       row.good > 0 ? "more" : (row.good < 0 ? "less" : "-"),
                       smallest_scope(row.level), cell(row.meaning));
  }
  return out + "\n";
}

std::string roles() {
  std::string out =
      "## Standard roles\n\nKnown in every scenario; `roles:` changes what is particular.\n\n"
      "| role | status | skill | hours | wage | leaving | rotation | coordinator | identity | "
      "rests "
      "on |\n|---|---|---|---|---|---|---|---|---|---|\n";
  for (const StandardRole& role : standard_roles()) {
    out += fmt::format("| `{}` | {} | {} | {} | {} | {} | {} | {} | {} | {} |\n", role.name,
                       role.status, role.skill, role.hours, role.wage, role.leaving, role.rotation,
                       role.coordinator ? "yes" : "no", role.identity, role.source);
  }
  return out + "\n";
}

constexpr std::string_view kIntroduction = R"(# Scenario files: the reference

<!-- Written by `relco docs` from the tables that the reader uses. Do not edit. -->

A scenario is a YAML file of facts, arms and claims. It is read strictly: a key, word or name that is
not known, a value of the wrong kind or unit or out of range, a reference to nothing and a key written
twice are errors, and all of them are reported at once, with line and column.

**Facts.** Where a table says *fact*, write a number, or `{mean: , sd: , min: , max: }`: then each copy
of the owner draws its own value once, the same in all arms. Units may be written behind a number
(`0.5 hours`), and must be those of the table.

**Things** (organisations, units, pathways, ...) stand in a list, each with a `name`, or in a map from
names to their keys. Names are for people. A thing's `id` (its name, unless said otherwise) fixes the
luck it gets: renaming it while keeping the `id`, or writing the file in another order, changes no
result. Only the first arm's place matters: it is the control.

**Weeks** are counted from 0. `26`, `week 26`, `26 weeks` and `0.5 years` are the same.

**Inheritance.** `extends: file` takes over everything that the file says. Keys written here win; maps
merge key by key, things merge with the thing of the same id or name, any other list is replaced as a
whole, and a key without a value (`unions:`) takes the inherited one away. A file is looked for beside
the one that names it, in a `baseline/` folder there, and so on upwards.

**Paths.** Every fact has a dotted path, such as `organisations.hospital.leadership.support`;
`--set path=value` sets it before anything is checked. Model parameters (`relco params`) are no facts:
scenario files cannot set them, `--set` can, for research.

)";

constexpr std::string_view kFactorial = R"(### Factorial arms

```yaml
arms:
  as_is: []
  factorial: {stance: [-0.8, 0, 0.8], strength: [0.2, 0.8], bundle: [off, on]}
  factors:                                            # which change each factor sets, and what in it
    stance: {change: partnership, field: union.stance}
    strength: {change: partnership, field: union.strength}
  with: [redesign]                                    # changes that all these arms have
```

Every combination of levels becomes an arm, here `stance=-0.8,strength=0.2,bundle=off` and eleven more,
with copies of the changes as the levels make them (same id, so same luck). A factor that `factors`
does not explain is a change of that name: switched with `[off, on]`, dosed with numbers; or else the
only key of its name in any change.

)";

std::string all_words() {
  return "## Words\n\n" + words("Structures", structure_words()) +
         words("Payment models", payment_model_words()) +
         words("Change verbs", change_verb_words()) + words("Interventions", intervention_words()) +
         words("Framings", framing_words()) + words("Ways to ask", survey_mode_words()) +
         words("Kinds of claims", expectation_kind_words()) +
         words("Scales of effects", effect_scale_words()) + words("Regimes", regime_words()) +
         words("Points of a slope, correlation or spread", point_words()) +
         words("Spreads", spread_words()) + words("Survey statistics", statistic_words()) +
         words("Ties", tie_scope_words()) + words("Uses of evidence", evidence_use_words());
}

}  // namespace
}  // namespace scenario

std::string reference_markdown() {
  using namespace scenario;
  std::string out(kIntroduction);
  out += "## Keys\n\n";
  for (const Table* table : all_tables()) {
    out += fmt::format("### {}\n\n{}", table->title(), capitalised(table->meaning));
    if (!out.ends_with('.')) out += '.';
    if (!table->short_key.empty()) {
      out += fmt::format(" What is no map stands for `{}`.", table->short_key);
    }
    if (table->name.starts_with("change.")) {
      if (const std::string heeds = heeded_sentence(table->name.substr(7)); !heeds.empty()) {
        out += ' ' + heeds;
      }
    }
    out += "\n\n";
    if (!table->fields.empty()) out += keys(*table) + "\n";
    if (table == &scenario_table()) out += kFactorial;
  }
  out += "## Experiments\n\nAn experiment is a file of its own; `relco sweep` runs it.\n\n";
  for (const Table* table : {&experiment_table(), &factor_table(), &smallest_table()}) {
    out += fmt::format("### {}\n\n{}\n\n{}\n", table->title(), table->meaning, keys(*table));
  }
  return out + all_words() + outcomes() + roles();
}

}  // namespace relco
