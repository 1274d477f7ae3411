#include "scenario/factorial.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "scenario/merge.h"
#include "scenario/numbers.h"
#include "scenario/tables.h"

namespace relco::scenario {
namespace {

constexpr std::size_t kMaxFactors = 12;
constexpr std::size_t kMaxArms = 2'000;
constexpr std::size_t kMaxCopied = 40'000;  // values in all derived changes together

struct Factor {
  std::string name, change, field;  // field "": the change is off or on
  const Value* levels = nullptr;
  const Value* original = nullptr;  // the change
};

std::vector<std::string_view> names_in(const Value& things) {
  std::vector<std::string_view> names;
  for (const Value& thing : things.items) {
    names.push_back(things.is_map() ? std::string_view(thing.key) : thing.text_of("name"));
  }
  return names;
}

bool is_switch(const Value& levels) {
  for (const Value& level : levels.items) {
    const bool word = level.text == "off" || level.text == "on" || level.text == "false" ||
                      level.text == "true" || level.text == "no" || level.text == "yes";
    if (!word) return false;
  }
  return true;
}
bool is_on(const Value& level) {
  return level.text == "on" || level.text == "true" || level.text == "yes";
}

// Dotted paths of all keys called `name` below `value`.
void find_keys(const Value& value, std::string_view name, const std::string& path,
               std::vector<std::string>& found) {
  if (!value.is_map()) return;
  for (const Value& item : value.items) {
    const std::string here = path.empty() ? item.key : path + "." + item.key;
    if (item.key == name) found.push_back(here);
    find_keys(item, name, here, found);
  }
}

class Expansion {
 public:
  Expansion(Value& root, Value& arms, Reading& reading)
      : arms_(arms), changes_(root.find("changes")), reading_(reading) {}

  // False when the arms cannot be made; findings say why.
  bool run() {
    const Value* factorial = arms_.find("factorial");
    if (!factorial->is_map() || factorial->items.empty()) {
      reading_.finding(*factorial, "a map from factors to lists of levels is needed here");
      return drop();
    }
    if (changes_ == nullptr || changes_->items.empty()) {
      reading_.finding(*factorial, "a factorial sets changes, and the scenario has none");
      return drop();
    }
    if (factorial->items.size() > kMaxFactors) {
      reading_.finding(*factorial, fmt::format("has more than {} factors", kMaxFactors));
      return drop();
    }
    std::vector<Factor> factors;
    std::size_t arms = 1;
    for (const Value& item : factorial->items) {
      const Reading::Step step(reading_, item.key, item.place);
      Factor factor;
      factor.name = item.key;
      if (!describe_factor(item, factor)) return drop();
      factor.original = find_thing(*changes_, factor.change);
      factors.push_back(factor);
      arms *= factor.levels->items.size();
      if (arms > kMaxArms) {
        reading_.finding(item, fmt::format("makes more than {} arms", kMaxArms));
        return drop();
      }
    }
    check_factors_key();
    make_arms(factors, arms);
    return true;
  }

 private:
  // Takes the keys of the factorial out, so that nobody mistakes them for arms.
  bool drop() {
    put_arms({});
    return false;
  }

  void put_arms(std::vector<Value> made) {
    std::vector<Value> items;
    for (Value& item : arms_.items) {
      if (item.key == "factorial") {
        for (Value& arm : made) items.push_back(std::move(arm));
      } else if (item.key != "factors" && item.key != "with") {
        items.push_back(std::move(item));
      }
    }
    arms_.items = std::move(items);
  }

  bool describe_factor(const Value& item, Factor& factor) {
    const Value* spec = item.is_map() ? &item : nullptr;
    if (const Value* factors = arms_.find("factors"); spec == nullptr && factors != nullptr) {
      spec = factors->find(item.key);
    }
    factor.levels = item.is_map() ? item.find("levels") : &item;
    if (factor.levels == nullptr || !factor.levels->is_list() || factor.levels->items.empty()) {
      reading_.finding(item, "a list of levels is needed here");
      return false;
    }
    for (const Value& level : factor.levels->items) {
      if (level.is_scalar() && !level.text.empty()) continue;
      reading_.finding(level, fmt::format("is {}; a level is a single value", describe(level)));
      return false;
    }
    if (spec == nullptr) return guess(item, factor);
    if (spec->is_map()) check_keys(*spec, spec == &item);
    if (spec->is_scalar()) {  // stance: partnership.union.stance
      split_path(spec->text, factor);
    } else {
      factor.change = spec->text_of("change");
      factor.field = spec->text_of("field");
    }
    return check(*spec, factor);
  }

  void check_keys(const Value& spec, bool has_levels) {
    std::vector<std::string_view> known{"change", "field"};
    if (has_levels) known.emplace_back("levels");
    for (const Value& item : spec.items) {
      const bool is_known = std::find(known.begin(), known.end(), item.key) != known.end();
      if (!is_known) reading_.unknown_key(item, known);
    }
  }

  // What a factor means that nobody explains.
  bool guess(const Value& item, Factor& factor) {
    if (find_thing(*changes_, factor.name) != nullptr) {
      factor.change = factor.name;
      factor.field = is_switch(*factor.levels) ? "" : "dose";
      return true;
    }
    split_path(factor.name, factor);
    if (find_thing(*changes_, factor.change) != nullptr && !factor.field.empty()) return true;
    std::vector<std::string> found;
    for (const Value& change : changes_->items) {
      std::vector<std::string> paths;
      find_keys(change, factor.name, "", paths);
      for (const std::string& path : paths) {
        found.push_back(path);
        factor.change = changes_->is_map() ? change.key : std::string(change.text_of("name"));
        factor.field = path;
      }
    }
    if (found.size() == 1) return true;
    reading_.finding(
        item.key_place,
        fmt::format("{} which change the factor '{}' sets; say so: factors: {{{}: "
                    "{{change: NAME, field: KEY}}}}",
                    found.empty() ? "nothing tells" : "it is not clear", factor.name, factor.name));
    return false;
  }

  void split_path(std::string_view path, Factor& factor) const {
    const std::size_t dot = path.find('.');
    factor.change = path.substr(0, dot);
    factor.field = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
  }

  bool check(const Value& spec, const Factor& factor) {
    if (find_thing(*changes_, factor.change) == nullptr) {
      reading_.finding(spec, fmt::format("there is no change named {}{}", shown(factor.change),
                                         hint(factor.change, names_in(*changes_))));
      return false;
    }
    if (!factor.field.empty() || is_switch(*factor.levels)) return true;
    reading_.finding(spec, "needs 'field': the key of the change that the levels set");
    return false;
  }

  void check_factors_key() {
    const Value* factors = arms_.find("factors");
    if (factors == nullptr || !factors->is_map()) return;
    const Value& factorial = *arms_.find("factorial");
    for (const Value& item : factors->items) {
      if (factorial.find(item.key) != nullptr) continue;
      reading_.finding(item.key_place,
                       fmt::format("{} is no factor of the factorial{}", shown(item.key),
                                   hint(item.key, names_in(factorial))));
    }
  }

  void make_arms(const std::vector<Factor>& factors, std::size_t count) {
    std::vector<Value> made;
    std::vector<std::size_t> at(factors.size(), 0);
    for (std::size_t n = 0; n < count; ++n) {
      made.push_back(make_arm(factors, at));
      for (std::size_t i = factors.size(); i-- > 0;) {  // the last factor runs fastest
        if (++at[i] < factors[i].levels->items.size()) break;
        at[i] = 0;
      }
      if (copied_ > kMaxCopied) {
        reading_.finding(arms_, "the factorial makes too many copies of changes");
        break;
      }
    }
    put_arms(std::move(made));
    for (Value& change : derived_) {
      if (changes_->is_list()) change.key.clear();
      changes_->items.push_back(std::move(change));
    }
  }

  Value make_arm(const std::vector<Factor>& factors, const std::vector<std::size_t>& at) {
    std::string name;
    Value levels = Value::map();
    std::map<std::string, std::vector<std::pair<const Factor*, const Value*>>> settings;
    for (std::size_t i = 0; i < factors.size(); ++i) {
      const Value& level = factors[i].levels->items[at[i]];
      name += fmt::format("{}{}={}", i == 0 ? "" : ",", factors[i].name, level.text);
      const auto number = parse_number(level.text);
      const double word =
          is_switch(*factors[i].levels) ? (is_on(level) ? 1 : 0) : static_cast<double>(at[i]);
      levels.put(factors[i].name, Value::plain(number_text(number.value_or(word))));
      settings[factors[i].change].emplace_back(&factors[i], &level);
    }
    Value changes = Value::list();
    if (const Value* with = arms_.find("with")) {
      if (with->is_list())
        changes.items = with->items;
      else
        changes.push(*with);
      for (Value& item : changes.items) {
        item.key.clear();
        if (levels.find(item.text) == nullptr) levels.put(item.text, Value::plain("1"));
      }
    }
    for (const auto& [change, set] : settings) {
      if (const auto derived = derive(change, set); !derived.empty()) {
        changes.push(Value::string(derived)).place = set.front().second->place;
      }
    }
    const Value& factorial = *arms_.find("factorial");
    Value arm = Value::map();
    arm.key = name;
    arm.place = arm.key_place = factorial.key_place;
    changes.place = factorial.place;
    arm.put("changes", std::move(changes));
    arm.put("levels", std::move(levels));
    return arm;
  }

  // The name of the change as these levels make it; "" when one of them switches it off.
  std::string derive(const std::string& change,
                     const std::vector<std::pair<const Factor*, const Value*>>& settings) {
    std::string marks;
    for (const auto& [factor, level] : settings) {
      if (factor->field.empty()) {
        if (!is_on(*level)) return "";
      } else {
        marks += fmt::format("{}{}={}", marks.empty() ? "" : ",", factor->name, level->text);
      }
    }
    if (marks.empty()) return change;
    const std::string name = fmt::format("{}[{}]", change, marks);
    if (!made_.insert(name).second) return name;
    const Value& original = *settings.front().first->original;
    Value copy = original;
    copied_ += count_values(copy);
    // Same identity, so that all levels share their luck.
    std::string id(original.text_of("id"));
    if (id.empty()) id = change;
    std::erase_if(copy.items, [](const Value& v) { return v.key == "name" || v.key == "id"; });
    if (copy.is_null()) copy.kind = Value::Kind::map;
    copy.key = name;
    if (copy.is_map()) {
      copy.put("name", Value::string(name)).place = original.place;
      copy.put("id", Value::string(id)).place = original.place;
      for (const auto& [factor, level] : settings) {
        if (factor->field.empty()) continue;
        const std::string wrong =
            set_path(copy, {&change_table(), false}, factor->field, *level, reading_.names());
        if (!wrong.empty()) reading_.finding(*level, wrong);
      }
    }
    derived_.push_back(std::move(copy));
    return name;
  }

  Value& arms_;
  Value* changes_;
  Reading& reading_;
  std::vector<Value> derived_;
  std::set<std::string> made_;
  std::size_t copied_ = 0;
};

}  // namespace

bool expand_factorial(Value& root, Reading& reading) {
  Value* arms = root.find("arms");
  if (arms == nullptr || arms->find("factorial") == nullptr) return true;
  const Reading::Step arms_step(reading, "arms", arms->place);
  const Reading::Step step(reading, "factorial", arms->find("factorial")->place);
  return Expansion(root, *arms, reading).run();
}

}  // namespace relco::scenario
