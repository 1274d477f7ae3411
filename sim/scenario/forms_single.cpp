// Forms of single values: numbers, facts, flags, weeks.
#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "scenario/forms.h"
#include "scenario/json_shapes.h"
#include "scenario/numbers.h"

namespace relco::scenario {
namespace {

std::string number_words(const Field& field, bool whole) {
  std::string text = whole ? "whole number" : "number";
  if (const std::string range = range_text(field.range); !range.empty()) text += ", " + range;
  return text;
}

template <class T>
struct Slot {  // a plain number
  static void set(void* target, double x) { *static_cast<T*>(target) = static_cast<T>(x); }
  static std::optional<double> get(const void* target) {
    return static_cast<double>(*static_cast<const T*>(target));
  }
  static constexpr bool whole = std::is_integral_v<T>;
};
template <class T>
struct Slot<std::optional<T>> {
  static void set(void* target, double x) {
    *static_cast<std::optional<T>*>(target) = static_cast<T>(x);
  }
  static std::optional<double> get(const void* target) {
    const auto& x = *static_cast<const std::optional<T>*>(target);
    if (!x) return std::nullopt;
    return static_cast<double>(*x);
  }
  static constexpr bool whole = std::is_integral_v<T>;
};

template <class T>
class NumberForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    if (const auto x = read_number(reading, field, value, Slot<T>::whole)) {
      Slot<T>::set(target, *x);
    }
  }
  std::optional<Value> write(const Field& field, const void* target) const override {
    const auto x = Slot<T>::get(target);
    if (!x || std::abs(*x) > 1e299 || (Slot<T>::whole && !field.range.holds(*x))) return {};
    return Value::plain(number_text(*x));
  }
  Value schema(const Field& field) const override {
    return number_schema(field.range, Slot<T>::whole);
  }
  std::string expects(const Field& field) const override {
    return number_words(field, Slot<T>::whole);
  }
};

template <class T>
class FactForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    if (const auto fact = read_fact(reading, field, value)) *static_cast<T*>(target) = *fact;
  }
  std::optional<Value> write(const Field&, const void* target) const override {
    if constexpr (std::is_same_v<T, Fact>) {
      return write_fact(*static_cast<const Fact*>(target));
    } else {
      const auto& fact = *static_cast<const T*>(target);
      if (!fact) return {};
      return write_fact(*fact);
    }
  }
  Value schema(const Field& field) const override { return fact_schema(field.range); }
  std::string expects(const Field& field) const override {
    return "fact, " + range_text(field.range);
  }
};

bool is_yes(std::string_view text) {
  return text == "true" || text == "yes" || text == "on";
}
bool is_no(std::string_view text) {
  return text == "false" || text == "no" || text == "off";
}

std::optional<bool> read_flag(Reading& reading, const Value& value) {
  if (value.is_scalar() && !value.quoted) {
    if (is_yes(value.text)) return true;
    if (is_no(value.text)) return false;
  }
  reading.finding(value, fmt::format("is {}; true or false is needed here", describe(value)));
  return std::nullopt;
}

template <class T, bool kOpposite = false>
class FlagForm : public Form {
 public:
  void read(Reading& reading, const Field&, const Value& value, void* target) const override {
    if (const auto flag = read_flag(reading, value)) *static_cast<T*>(target) = *flag != kOpposite;
  }
  std::optional<Value> write(const Field&, const void* target) const override {
    const std::optional<bool> flag = *static_cast<const T*>(target);
    if (!flag) return {};
    return Value::plain(*flag != kOpposite ? "true" : "false");
  }
  Value schema(const Field&) const override { return type_schema("boolean"); }
  std::string expects(const Field&) const override { return "true or false"; }
};

class SeedForm : public Form {
 public:
  void read(Reading& reading, const Field&, const Value& value, void* target) const override {
    std::uint64_t seed = 0;
    const std::string& text = value.text;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (!value.is_scalar() || value.quoted || error != std::errc() ||
        end != text.data() + text.size() || text.empty()) {
      reading.finding(value, fmt::format("is {}; a whole number from 0 to 2^64 - 1 is needed here",
                                         describe(value)));
      return;
    }
    *static_cast<std::uint64_t*>(target) = seed;
  }
  std::optional<Value> write(const Field&, const void* target) const override {
    return Value::plain(fmt::format("{}", *static_cast<const std::uint64_t*>(target)));
  }
  Value schema(const Field&) const override { return number_schema({0, kAny.high}, true); }
  std::string expects(const Field&) const override { return "whole number, 0 to 2^64 - 1"; }
};

class WeekForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    const auto weeks = value.is_scalar() && !value.quoted ? parse_weeks(value.text) : std::nullopt;
    if (!weeks) {
      reading.finding(value, fmt::format("is {}; whole weeks are needed here, such as 26, week 26, "
                                         "208 weeks or 4 years",
                                         describe(value)));
    } else if (!field.range.holds(*weeks)) {
      reading.finding(value,
                      fmt::format("is {} weeks; allowed is {}", *weeks, range_text(field.range)));
    } else {
      *static_cast<Week*>(target) = *weeks;
    }
  }
  std::optional<Value> write(const Field&, const void* target) const override {
    const Week week = *static_cast<const Week*>(target);
    if (week < 0 || week == kNever) return {};
    return Value::plain(fmt::format("{}", week));
  }
  Value schema(const Field& field) const override {
    Value number = number_schema(field.range, true);
    Value text = type_schema("string");
    text.put("pattern", Value::string("^(week )?[0-9]+( weeks?| years?)?$"));
    return any_of({std::move(number), std::move(text)});
  }
  std::string expects(const Field&) const override {
    return "weeks: 26, week 26, 208 weeks, 4 years";
  }
};

// `relco: 1`; kept nowhere, written always.
class VersionForm : public Form {
 public:
  void read(Reading& reading, const Field&, const Value& value, void*) const override {
    if (!value.is_scalar() || value.text != "1") {
      reading.finding(value,
                      fmt::format("is {}; this program reads format version 1", describe(value)));
    }
  }
  std::optional<Value> write(const Field&, const void*) const override { return Value::plain("1"); }
  Value schema(const Field&) const override {
    Value schema = Value::map();
    schema.put("const", Value::plain("1"));
    return schema;
  }
  std::string expects(const Field&) const override { return "1"; }
};

}  // namespace

std::optional<double> read_number(Reading& reading, const Field& field, const Value& value,
                                  bool whole) {
  const auto refuse = [&](std::string message) {
    reading.finding(value, std::move(message));
    return std::nullopt;
  };
  if (value.is_map() && value.find("mean") != nullptr) {
    return refuse("cannot differ between copies; one number is needed here");
  }
  const std::string needed = number_words(field, whole);
  const auto quantity =
      value.is_scalar() && !value.quoted ? parse_quantity(value.text) : std::nullopt;
  if (!quantity) {
    return refuse(fmt::format("is {}{}; a {} is needed here", describe(value),
                              value.quoted ? " in quotes" : "", needed));
  }
  const double x = quantity->number;
  if (!fits_unit(quantity->suffix, field.unit)) {
    return refuse(field.unit.empty()
                      ? fmt::format("is {}; this is a pure number without a unit", describe(value))
                      : fmt::format("is {}; the unit is {}", describe(value), field.unit));
  }
  if (whole && x != std::floor(x)) {
    return refuse(fmt::format("is {}; a {} is needed here", describe(value), needed));
  }
  if (!field.range.holds(x)) {
    return refuse(
        fmt::format("is {}; allowed is {}", value.text.substr(0, 60), range_text(field.range)));
  }
  return x;
}

std::optional<Fact> read_fact(Reading& reading, const Field& field, const Value& value) {
  Fact fact{0, 0, field.range.low, field.range.high};
  if (!value.is_map()) {
    const auto x = read_number(reading, field, value, false);
    if (!x) return std::nullopt;
    fact.mean = *x;
    return fact;
  }
  bool good = true;
  const auto part = [&](const Value& item, double& to, const Field& limits) {
    const auto x = read_number(reading, limits, item, false);
    if (x)
      to = *x;
    else
      good = false;
  };
  Field spread = field;
  spread.range = {0, 1e12};
  for (const Value& item : value.items) {
    const Reading::Step step(reading, item.key, item.place);
    if (item.key == "mean")
      part(item, fact.mean, field);
    else if (item.key == "min")
      part(item, fact.min, field);
    else if (item.key == "max")
      part(item, fact.max, field);
    else if (item.key == "sd")
      part(item, fact.sd, spread);
    else {
      reading.unknown_key(item, {"mean", "sd", "min", "max"});
      good = false;
    }
  }
  if (value.find("mean") == nullptr) {
    reading.finding(value, "a distribution needs 'mean' (and may have sd, min, max)");
    good = false;
  }
  if (good && !(fact.min <= fact.mean && fact.mean <= fact.max)) {
    reading.finding(
        value, fmt::format("min {}, mean {}, max {} do not rise", fact.min, fact.mean, fact.max));
    good = false;
  }
  return good ? std::optional(fact) : std::nullopt;
}

Value write_fact(const Fact& fact) {
  if (fact.sd == 0) return Value::plain(number_text(fact.mean));
  Value map = Value::map();
  map.put("mean", Value::plain(number_text(fact.mean)));
  map.put("sd", Value::plain(number_text(fact.sd)));
  map.put("min", Value::plain(number_text(fact.min)));
  map.put("max", Value::plain(number_text(fact.max)));
  return map;
}

template <class T>
const Form& number_form() {
  static const NumberForm<T> form;
  return form;
}
template <class T>
const Form& fact_form() {
  static const FactForm<T> form;
  return form;
}
template <class T>
const Form& flag_form() {
  static const FlagForm<T> form;
  return form;
}
template const Form& number_form<double>();
template const Form& number_form<int>();
template const Form& number_form<std::optional<double>>();
template const Form& number_form<std::optional<int>>();
template const Form& fact_form<Fact>();
template const Form& fact_form<std::optional<Fact>>();
template const Form& flag_form<bool>();
template const Form& flag_form<std::optional<bool>>();
const Form& opposite_flag_form() {
  static const FlagForm<bool, true> form;
  return form;
}
const Form& seed_form() {
  static const SeedForm form;
  return form;
}
const Form& week_form() {
  static const WeekForm form;
  return form;
}
const Form& version_form() {
  static const VersionForm form;
  return form;
}

}  // namespace relco::scenario
