// What a parameter is: one row, from which the struct, range errors, --set, the JSON Schema and the
// documentation tables all come. Rows live in rules/<rule>/<rule>.def as
//   X(field, default, min, max, unit, origin, source, meaning)
#pragma once

#include <string_view>
#include <vector>

namespace relco {

// Where the default came from. `judgement` is a modelling choice without a figure behind it.
enum class Origin { literature, calibrated, judgement };

[[nodiscard]] constexpr std::string_view to_text(Origin origin) noexcept {
  switch (origin) {
    case Origin::literature: return "literature";
    case Origin::calibrated: return "calibrated";
    case Origin::judgement: return "judgement";
  }
  return "";
}

// One behavioural parameter of the model. All values are float and global: no scenario sets them.
struct ParameterRow {
  std::string_view rule;   // the rule (and table) that owns it
  std::string_view field;  // its name; the dotted path is rule.field
  float default_value = 0;
  float min = 0;  // allowed range, both ends included
  float max = 0;
  std::string_view unit;  // "1" for a pure number
  Origin origin = Origin::judgement;
  std::string_view source;   // evidence ids or a short reason
  std::string_view meaning;  // one line
  std::size_t offset = 0;    // bytes into struct Parameters
};

}  // namespace relco
