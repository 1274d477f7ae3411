// JSON Schema of numbers, facts and references to tables.
#include <fmt/format.h>

#include "scenario/forms.h"
#include "scenario/json_shapes.h"
#include "scenario/numbers.h"

namespace relco::scenario {

Value number_schema(const Range& range, bool whole) {
  Value schema = type_schema(whole ? "integer" : "number");
  if (range.has_low()) schema.put("minimum", Value::plain(number_text(range.low)));
  if (range.has_high()) schema.put("maximum", Value::plain(number_text(range.high)));
  return schema;
}

Value fact_schema(const Range& range) {
  Value map = type_schema("object");
  map.put("additionalProperties", Value::plain("false"));
  map.put("required", Value::list()).push(Value::string("mean"));
  Value& keys = map.put("properties", Value::map());
  keys.put("mean", number_schema(range, false));
  keys.put("sd", number_schema({0, kAny.high}, false));
  keys.put("min", number_schema(range, false));
  keys.put("max", number_schema(range, false));
  return any_of({number_schema(range, false), std::move(map)});
}

Value table_schema(const Table& table) {
  Value schema = Value::map();
  schema.put("$ref", Value::string(fmt::format("#/$defs/{}", table.name)));
  return schema;
}

}  // namespace relco::scenario
