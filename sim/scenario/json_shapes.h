// Small pieces of JSON Schema that several forms share.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "scenario/tree.h"

namespace relco::scenario {

[[nodiscard]] inline Value type_schema(std::string_view type) {
  Value schema = Value::map();
  schema.put("type", Value::string(std::string(type)));
  return schema;
}

[[nodiscard]] inline Value any_of(std::initializer_list<Value> choices) {
  Value schema = Value::map();
  Value& any = schema.put("anyOf", Value::list());
  for (const Value& choice : choices) any.push(choice);
  return schema;
}

[[nodiscard]] inline Value list_of(Value item) {
  Value schema = type_schema("array");
  schema.put("items", std::move(item));
  return schema;
}

// A map with keys of one's own.
[[nodiscard]] inline Value map_of(Value item) {
  Value schema = type_schema("object");
  schema.put("additionalProperties", std::move(item));
  return schema;
}

[[nodiscard]] inline Value enum_of(std::initializer_list<std::string_view> words) {
  Value schema = Value::map();
  Value& values = schema.put("enum", Value::list());
  for (const std::string_view word : words) values.push(Value::string(std::string(word)));
  return schema;
}

}  // namespace relco::scenario
