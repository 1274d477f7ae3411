// Forms of claims: their list, their kinds, when they are looked at.
#include <fmt/format.h>

#include <set>

#include "scenario/forms.h"
#include "scenario/json_shapes.h"
#include "scenario/numbers.h"

namespace relco::scenario {
namespace {

// The keys of a claim and those of its kind stand on two levels, and people need not remember
// which is on which: each key is moved to the level that knows it. `kind: effect` with everything
// on one level works too.
Value sort_keys(const Table& table, Value claim) {
  const Field* kind = nullptr;
  for (Value& item : claim.items) {
    const bool flat = item.key == "kind" && item.is_scalar();
    if (!find_word(expectation_kind_words(), flat ? item.text : item.key)) continue;
    if (kind != nullptr) return claim;  // two kinds: the table's own check says so
    if (flat) {
      item.key = item.text;
      item.kind = Value::Kind::map;
    }
    kind = table.find(item.key);
  }
  Value* inner = kind == nullptr ? nullptr : claim.find(kind->key);
  if (inner == nullptr || !inner->is_map()) return claim;
  const Table& below = kind->table();
  std::vector<Value> outside, inside;
  for (Value& item : inner->items) {
    const bool up = below.find(item.key) == nullptr && table.find(item.key) != nullptr;
    (up ? outside : inside).push_back(std::move(item));
  }
  inner->items.clear();
  Value* kept = inner;
  for (Value& item : claim.items) {
    if (&item == kept) continue;
    const bool down = table.find(item.key) == nullptr && below.find(item.key) != nullptr;
    if (down)
      inside.push_back(std::move(item));
    else
      outside.push_back(std::move(item));
  }
  Value section = std::move(*kept);
  section.items = std::move(inside);
  claim.items = std::move(outside);
  claim.items.push_back(std::move(section));
  return claim;
}

class ClaimsForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    if (!value.is_list() && !value.is_map()) {
      reading.finding(value,
                      fmt::format("is {}; a list of claims is needed here", describe(value)));
      return;
    }
    std::set<std::string> ids;
    for (const Value& item : value.items) {
      const std::string id = value.is_map() ? item.key : std::string(item.text_of("id"));
      const Reading::Step step(reading, id.empty() ? "?" : id, item.place);
      ExpectationFacts claim;
      claim.id = id;
      claim.file = reading.source(item.place.file);
      claim.line = item.place.line;
      if (!item.is_map()) {
        reading.finding(item, fmt::format("is {}; a claim is a map of keys", describe(item)));
        continue;
      }
      reading.read_table(field.table(), sort_keys(field.table(), item), &claim);
      if (claim.id.empty()) {
        reading.finding(item, "needs an id");
      } else if (!ids.insert(claim.id).second) {
        reading.finding(item, fmt::format("there are two claims with the id '{}'", claim.id));
      }
      static_cast<std::vector<ExpectationFacts>*>(target)->push_back(std::move(claim));
    }
  }
  std::optional<Value> write(const Field& field, const void* target) const override {
    std::map<std::string, const ExpectationFacts*> sorted;
    for (const auto& claim : *static_cast<const std::vector<ExpectationFacts>*>(target)) {
      sorted[claim.id] = &claim;
    }
    if (sorted.empty()) return {};
    Value list = Value::list();
    for (const auto& [id, claim] : sorted) list.push(write_table(field.table(), claim));
    return list;
  }
  Value schema(const Field& field) const override { return list_of(table_schema(field.table())); }
  std::string expects(const Field& field) const override {
    return fmt::format("list of claims, see {}", field.table().link());
  }
};

// The key of a claim that says its kind; the keys below it belong to the same claim.
class ClaimForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    auto& claim = *static_cast<ExpectationFacts*>(target);
    claim.kind = static_cast<ExpectationKind>(kind_of(field));
    const bool standardised =
        claim.kind == ExpectationKind::slope || claim.kind == ExpectationKind::correlation;
    if (standardised) claim.scale = EffectScale::standardised;
    reading.read_table(field.table(), value, target);
    if (standardised && claim.scale == EffectScale::relative) {
      reading.finding(value, "is absolute or standardised: a slope has nothing to be relative to");
    }
  }
  std::optional<Value> write(const Field& field, const void* target) const override {
    const auto& claim = *static_cast<const ExpectationFacts*>(target);
    if (static_cast<std::size_t>(claim.kind) != kind_of(field)) return {};
    return write_table(field.table(), target);
  }
  Value schema(const Field& field) const override { return table_schema(field.table()); }
  std::string expects(const Field& field) const override {
    return fmt::format("map, see {}", field.table().link());
  }

 private:
  static std::size_t kind_of(const Field& field) {
    return find_word(expectation_kind_words(), field.key).value_or(0);
  }
};

// `weeks: [156, 208]`, or one week.
class ClaimWeeksForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    auto& claim = *static_cast<ExpectationFacts*>(target);
    const Value* first = &value;
    const Value* last = &value;
    if (value.is_list()) {
      if (value.items.size() != 2) {
        reading.finding(value, "a list of the first and the last week is needed here");
        return;
      }
      first = &value.items[0];
      last = &value.items[1];
    }
    Week from = -1, to = -1;
    week_form().read(reading, field, *first, &from);
    if (last != first)
      week_form().read(reading, field, *last, &to);
    else
      to = from;
    if (from < 0 || to < 0) return;
    if (from > to) {
      reading.finding(value, fmt::format("week {} comes after week {}", from, to));
      return;
    }
    claim.weeks_from = from;
    claim.weeks_to = to;
  }
  std::optional<Value> write(const Field&, const void* target) const override {
    const auto& claim = *static_cast<const ExpectationFacts*>(target);
    if (claim.weeks_from < 0) return {};
    Value list = Value::list();
    list.push(Value::plain(number_text(claim.weeks_from)));
    list.push(Value::plain(number_text(claim.weeks_to)));
    return list;
  }
  Value schema(const Field& field) const override {
    return any_of({list_of(week_form().schema(field)), week_form().schema(field)});
  }
  std::string expects(const Field&) const override {
    return "[first week, last week], or one week";
  }
};

}  // namespace

const Form& claims_form() {
  static const ClaimsForm form;
  return form;
}
const Form& claim_form() {
  static const ClaimForm form;
  return form;
}
const Form& claim_weeks_form() {
  static const ClaimWeeksForm form;
  return form;
}

}  // namespace relco::scenario
