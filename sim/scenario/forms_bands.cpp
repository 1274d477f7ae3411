// Forms of bands: what a claimed value must lie in.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/forms.h"
#include "scenario/json_shapes.h"
#include "scenario/numbers.h"

namespace relco::scenario {
namespace {

bool open_end(const Value& value) {
  return value.is_null() || value.text == ".inf" || value.text == "-.inf" || value.text == "+.inf";
}

bool read_band(Reading& reading, const Field& field, const Value& value, Band& band) {
  if (value.is_map()) {
    for (const Value& item : value.items) {
      const Reading::Step step(reading, item.key, item.place);
      if (item.key != "at_least" && item.key != "at_most") {
        reading.unknown_key(item, {"at_least", "at_most"});
      } else if (const auto x = read_number(reading, field, item, false)) {
        (item.key == "at_least" ? band.low : band.high) = *x;
      }
    }
    return true;
  }
  if (!value.is_list() || value.items.size() != 2) {
    reading.finding(value,
                    fmt::format("is {}; a band [low, high] is needed here", describe(value)));
    return false;
  }
  Band read;
  double* const ends[] = {&read.low, &read.high};
  for (std::size_t i = 0; i < 2; ++i) {
    if (open_end(value.items[i])) continue;
    const auto x = read_number(reading, field, value.items[i], false);
    if (!x) return false;
    *ends[i] = *x;
  }
  if (read.low <= read.high) {
    band = read;
    return true;
  }
  reading.finding(
      value, fmt::format("the band's low end {} is above its high end {}", read.low, read.high));
  return false;
}

Value band_schema() {
  Value end = Value::map();
  Value& types = end.put("type", Value::list());
  types.push(Value::string("number"));
  types.push(Value::string("null"));
  Value ends = list_of(std::move(end));
  ends.put("minItems", Value::plain("2"));
  ends.put("maxItems", Value::plain("2"));
  Value map = type_schema("object");
  map.put("additionalProperties", Value::plain("false"));
  Value& keys = map.put("properties", Value::map());
  keys.put("at_least", number_schema(kAny, false));
  keys.put("at_most", number_schema(kAny, false));
  return any_of({std::move(ends), std::move(map)});
}

class BandForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    read_band(reading, field, value, *static_cast<Band*>(target));
  }
  std::optional<Value> write(const Field&, const void* target) const override {
    const Band& band = *static_cast<const Band*>(target);
    if (band.low < -1e299 && band.high > 1e299) return {};
    Value list = Value::list();
    list.push(band.low < -1e299 ? Value() : Value::plain(number_text(band.low)));
    list.push(band.high > 1e299 ? Value() : Value::plain(number_text(band.high)));
    return list;
  }
  Value schema(const Field&) const override { return band_schema(); }
  std::string expects(const Field&) const override { return "band [low, high]"; }
};

// `relative: [-0.05, -0.02]`: band and scale in one; `relative: true` gives the scale alone.
class ScaledBandForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    auto& claim = *static_cast<ExpectationFacts*>(target);
    const auto scale =
        static_cast<EffectScale>(find_word(effect_scale_words(), field.key).value_or(0));
    if (value.is_scalar() && value.text == "true") {
      claim.scale = scale;
    } else if (value.is_scalar() && value.text == "false" && scale == EffectScale::standardised) {
      claim.scale = EffectScale::absolute;
    } else if (read_band(reading, field, value, claim.band)) {
      claim.scale = scale;
    }
  }
  std::optional<Value> write(const Field&, const void*) const override { return {}; }
  Value schema(const Field&) const override {
    return any_of({band_schema(), type_schema("boolean")});
  }
  std::string expects(const Field&) const override { return "band [low, high]"; }
};

// + or -; "n" is what the guard makes of a lone minus at the end of a line.
class SignForm : public Form {
 public:
  void read(Reading& reading, const Field&, const Value& value, void* target) const override {
    const auto is = [&](std::initializer_list<std::string_view> words) {
      return value.is_scalar() && std::find(words.begin(), words.end(), value.text) != words.end();
    };
    int& sign = *static_cast<int*>(target);
    if (is({"+", "+1", "1", "positive"}))
      sign = 1;
    else if (is({"-", "-1", "n", "negative"}))
      sign = -1;
    else
      reading.finding(value, fmt::format("is {}; + or - is needed here", describe(value)));
  }
  std::optional<Value> write(const Field&, const void* target) const override {
    const int sign = *static_cast<const int*>(target);
    if (sign == 0) return {};
    return Value::string(sign > 0 ? "+" : "-");
  }
  Value schema(const Field&) const override { return enum_of({"+", "-", "positive", "negative"}); }
  std::string expects(const Field&) const override { return "+ or -"; }
};

}  // namespace

const Form& band_form() {
  static const BandForm form;
  return form;
}
const Form& scaled_band_form() {
  static const ScaledBandForm form;
  return form;
}
const Form& sign_form() {
  static const SignForm form;
  return form;
}

}  // namespace relco::scenario
