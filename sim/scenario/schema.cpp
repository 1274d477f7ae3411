#include "scenario/schema.h"

#include <fmt/format.h>

#include "scenario/forms.h"
#include "scenario/json_shapes.h"
#include "scenario/tables.h"
#include "scenario/tables_experiment.h"
#include "scenario/text.h"

namespace relco {
namespace scenario {
namespace {

std::string sentence(std::string_view text) {
  std::string out(text);
  if (!out.empty() && out.back() != '.') out += '.';
  return out;
}

// `0.5 hours` beside `0.5`.
Value with_unit(Value schema) {
  Value text = type_schema("string");
  text.put("pattern", Value::string("^[-+]?[0-9.]+([eE][-+]?[0-9]+)? [a-z]"));
  if (Value* choices = schema.find("anyOf")) {
    choices->push(std::move(text));
    return schema;
  }
  return any_of({std::move(schema), std::move(text)});
}

Value field_schema(const Table& table, const Field& field) {
  Value schema = field.form->schema(field);
  if (!field.unit.empty()) schema = with_unit(std::move(schema));
  if (field.may_be_bare) schema = any_of({std::move(schema), type_schema("null"), enum_of({})});
  if (field.may_be_bare) {  // `survey: true`
    Value& last = schema.find("anyOf")->items.back();
    last = Value::map();
    last.put("const", Value::plain("true"));
  }
  std::string description = sentence(field.meaning);
  if (!field.unit.empty()) description += fmt::format(" Unit: {}.", field.unit);
  if (const std::string range = range_text(field.range); !range.empty()) {
    description += fmt::format(" Allowed: {}.", range);
  }
  // "description" first, where editors show it.
  Value described = Value::map();
  described.put("description", Value::string(description));
  for (Value& item : schema.items) described.items.push_back(std::move(item));
  const bool plain = field.form != &version_form() && !field.default_varies &&
                     field.key != "name" && field.key != "id";
  if (auto value = plain ? field.form->write(field, field.in(table.defaults)) : std::nullopt) {
    if (!value->is_map() || value->items.size() < 3) described.put("default", std::move(*value));
  }
  return described;
}

// Keys of a claim and keys of its kind may stand on either level.
void add_other_level(const Table& table, Value& keys) {
  const auto add = [&](const Table& other, bool kinds) {
    for (const Field& field : other.fields) {
      if (keys.find(field.key) != nullptr || (!kinds && field.form == &claim_form())) continue;
      keys.put(field.key, field_schema(other, field));
    }
  };
  if (&table != &claim_table()) return add(claim_table(), false);
  Value& kind = keys.put("kind", Value::map());
  Value& words = kind.put("enum", Value::list());
  for (const Word& word : expectation_kind_words()) {
    words.push(Value::string(std::string(word.name)));
    add(claim_table().find(word.name)->table(), true);
  }
}

Value object_schema(const Table& table) {
  Value object = type_schema("object");
  object.put("additionalProperties", Value::plain("false"));
  Value& keys = object.put("properties", Value::map());
  for (const Field& field : table.fields) keys.put(field.key, field_schema(table, field));
  if (&table == &claim_table() || table.name.starts_with("claim.")) add_other_level(table, keys);
  return object;
}

Value definition(const Table& table) {
  Value object = object_schema(table);
  if (!table.short_key.empty()) {
    const Field* lone = table.find(table.short_key);
    object = any_of({std::move(object), field_schema(table, *lone)});
  }
  Value described = Value::map();
  described.put("description", Value::string(std::string(table.meaning)));
  for (Value& item : object.items) described.items.push_back(std::move(item));
  return described;
}

// The schema of a whole document: its table, and those that it refers to.
std::string document_schema(std::string_view title, const Table& document,
                            std::span<const Table* const> tables,
                            std::initializer_list<std::string_view> required) {
  Value schema = Value::map();
  schema.put("$schema", Value::string("https://json-schema.org/draft/2020-12/schema"));
  schema.put("title", Value::string(std::string(title)));
  for (Value& item : definition(document).items) schema.items.push_back(std::move(item));
  Value& needed = schema.put("required", Value::list());
  for (const std::string_view key : required) needed.push(Value::string(std::string(key)));
  Value& definitions = schema.put("$defs", Value::map());
  for (const Table* table : tables) {
    if (table != &document) definitions.put(table->name, definition(*table));
  }
  return json_text(schema);
}

}  // namespace
}  // namespace scenario

std::string json_schema() {
  using namespace scenario;
  // Everything else may be inherited.
  return document_schema("relco scenario", scenario_table(), all_tables(), {"relco"});
}

std::string experiment_json_schema() {
  using namespace scenario;
  const Table* const tables[] = {&experiment_table(), &factor_table(), &smallest_table()};
  return document_schema("relco experiment", experiment_table(), tables,
                         {"relco", "scenario", "factors"});
}

}  // namespace relco
