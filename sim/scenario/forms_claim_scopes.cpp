// Forms of whom a claim is about, and of what it subtracts.
#include <fmt/format.h>

#include "scenario/forms.h"
#include "scenario/json_shapes.h"
#include "scenario/pairs.h"

namespace relco::scenario {
namespace {

class ClaimScopeForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    auto& claim = *static_cast<ClaimScope*>(target);
    if (!value.is_scalar()) {
      reading.read_table(field.table(), value, target);
      return;
    }
    // Outcomes of households and cases are theirs already.
    if (value.text == "system" || value.text == "household" || value.text == "case") return;
    if (find_word(tie_scope_words(), value.text)) {
      claim.scope_ties = value.text;
      return;
    }
    constexpr Thing kScopes[] = {Thing::organisation, Thing::pathway, Thing::unit,
                                 Thing::sector,       Thing::role,    Thing::labour_union};
    const NameBook& names = reading.names();
    if (const auto pair = split_pair(value.text, names)) {
      claim.scope_role_pair = pair->first + "-" + pair->second;
    } else if (reading.check_name(kScopes, value.text, value.place)) {
      std::string* const members[] = {&claim.scope_organisation, &claim.scope_pathway,
                                      &claim.scope_unit,         &claim.scope_sector,
                                      &claim.scope_role,         &claim.scope_union};
      for (std::size_t i = 0; i < std::size(members); ++i) {
        if (!names.knows(kScopes[i], value.text)) continue;
        *members[i] = value.text;
        break;
      }
    }
  }
  std::optional<Value> write(const Field& field, const void* target) const override {
    return write_given(field.table(), target);
  }
  Value schema(const Field& field) const override {
    return any_of({table_schema(field.table()), type_schema("string")});
  }
  std::string expects(const Field& field) const override {
    return fmt::format("system, within, between, family, a name, or a map, see {}",
                       field.table().link());
  }
};

// That of `minus` says everyone in so many words: left out, it would be the claim's own scope.
class MinusScopeForm : public ClaimScopeForm {
 public:
  std::optional<Value> write(const Field& field, const void* target) const override {
    if (auto map = ClaimScopeForm::write(field, target)) return map;
    return Value::string("system");
  }
};

class ClaimMinusForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    auto& minus = *static_cast<std::optional<ClaimMinus>*>(target);
    reading.read_table(field.table(), value, &minus.emplace());
  }
  std::optional<Value> write(const Field& field, const void* target) const override {
    const auto& minus = *static_cast<const std::optional<ClaimMinus>*>(target);
    if (!minus) return {};
    return write_table(field.table(), &*minus);
  }
  Value schema(const Field& field) const override { return table_schema(field.table()); }
  std::string expects(const Field& field) const override {
    return fmt::format("map, see {}", field.table().link());
  }
};

// surgeon-nurse, or [surgeon, nurse].
class RolePairForm : public Form {
 public:
  void read(Reading& reading, const Field&, const Value& value, void* target) const override {
    std::string text = value.text;
    if (value.is_list() && value.items.size() == 2) {
      text = value.items[0].text + "-" + value.items[1].text;
    }
    if (const auto pair = split_pair(text, reading.names())) {
      *static_cast<std::string*>(target) = pair->first + "-" + pair->second;
    } else {
      reading.finding(value, no_pair_text(text, reading.names()));
    }
  }
  std::optional<Value> write(const Field& field, const void* target) const override {
    return text_form().write(field, target);
  }
  Value schema(const Field&) const override {
    return any_of({type_schema("string"), list_of(type_schema("string"))});
  }
  std::string expects(const Field&) const override {
    return "pair of roles, such as surgeon-nurse";
  }
};

}  // namespace

const Form& role_pair_form() {
  static const RolePairForm form;
  return form;
}
const Form& claim_scope_form() {
  static const ClaimScopeForm form;
  return form;
}
const Form& minus_scope_form() {
  static const MinusScopeForm form;
  return form;
}
const Form& claim_minus_form() {
  static const ClaimMinusForm form;
  return form;
}

}  // namespace relco::scenario
